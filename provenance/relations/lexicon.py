"""Deeds: which predicates mean the same thing in news, which exclude each other, and what can happen twice.

This is data. A deed's words are base forms, nouns among them ("a visit"); a word may stand for several deeds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.languages.english.antonyms import ANTONYMS
from provenance.text.words import stem


class Recurrence(StrEnum):
    """How often the same people can do it: what decides whether two dates speak of one event."""

    ONCE = "once"  # die, resign: two dates cannot both be right
    ARRANGED = "arranged"  # meet, visit: may come again, but not within days
    SERIAL = "serial"  # attack, launch, say: may come again tomorrow
    LASTING = "lasting"  # be, live, own: goes on


@dataclass(frozen=True, slots=True)
class Deed:
    name: str
    recurrence: Recurrence
    words: tuple[str, ...]


def _deed(name: str, recurrence: Recurrence, words: str) -> Deed:
    return Deed(name, recurrence, tuple(word.replace("_", " ") for word in words.split()))


_ONCE, _ARRANGED, _SERIAL, _LASTING = Recurrence

DEEDS: tuple[Deed, ...] = (
    _deed("visit", _ARRANGED, "visit travel trip go come journey arrive arrival tour fly pay_visit head_to"),
    _deed("leave", _ARRANGED, "leave depart departure set_off"),
    _deed("meet", _ARRANGED, "meet meeting summit talk negotiate negotiation confer hold_talks sit_down session"),
    _deed("take place", _ARRANGED, "take_place hold host occur happen"),
    _deed("say", _SERIAL, "say tell announce announcement state statement declare report add note claim speak remark"),
    _deed("write", _SERIAL, "write tweet post publish"),
    _deed("confirm", _SERIAL, "confirm confirmation acknowledge admit concede"),
    _deed("deny", _SERIAL, "deny denial refute dismiss rebut disown"),
    _deed("kill", _SERIAL, "kill die dead death fatality murder slay assassinate perish toll massacre"),
    _deed("injure", _SERIAL, "injure injury wound hurt casualty"),
    _deed("shoot", _SERIAL, "shoot shooting gun_down gunfire"),
    _deed("attack", _SERIAL, "attack strike bomb bombing shell raid bombard assault airstrike storm"),
    _deed("launch", _SERIAL, "launch fire test test_fire"),
    _deed("shoot down", _ONCE, "shoot_down down bring_down"),
    _deed("arrest", _ARRANGED, "arrest detain detention apprehend capture take_into_custody seize jail imprison"),
    _deed("release", _ARRANGED, "release free liberate let_go set_free"),
    _deed("charge", _ARRANGED, "charge indict accuse indictment"),
    _deed("convict", _ONCE, "convict conviction find_guilty"),
    _deed("acquit", _ONCE, "acquit acquittal clear"),
    _deed("sentence", _ONCE, "sentence"),
    _deed("win", _ONCE, "win victory prevail triumph beat defeat"),
    _deed("lose", _ONCE, "lose loss"),
    _deed(
        "approve",
        _ARRANGED,
        "approve approval pass ratify adopt accept agree endorse back authorize authorise green-light",
    ),
    _deed("agree", _ARRANGED, "agree agreement deal accord"),
    _deed("reject", _ARRANGED, "reject rejection refuse refusal decline block veto turn_down vote_down rebuff"),
    _deed("rise", _SERIAL, "rise raise increase grow growth climb jump surge gain soar go_up hike boost"),
    _deed("fall", _SERIAL, "fall decrease drop decline shrink plunge slump tumble go_down cut reduce lower slash"),
    _deed("begin", _ARRANGED, "begin start open kick_off opening get_under_way"),
    _deed("end", _ARRANGED, "end finish close conclude wrap_up closing"),
    _deed("resign", _ONCE, "resign resignation step_down quit stand_down"),
    _deed("appoint", _ONCE, "appoint appointment name nominate install designate"),
    _deed("elect", _ONCE, "elect choose"),
    _deed("remove", _ONCE, "fire sack oust dismiss dismissal depose remove"),
    _deed("take down", _ARRANGED, "take_down pull delete remove"),
    _deed("sign", _ONCE, "sign signing"),
    _deed("ban", _ARRANGED, "ban prohibit outlaw forbid bar"),
    _deed("allow", _ARRANGED, "allow permit let legalize legalise"),
    _deed("impose", _ARRANGED, "impose slap introduce"),
    _deed("lift", _ARRANGED, "lift ease scrap"),
    _deed("cancel", _ONCE, "cancel cancellation call_off scrap abandon drop axe"),
    _deed("postpone", _ONCE, "postpone postponement delay put_off reschedule"),
    _deed("invite", _ARRANGED, "invite invitation extend_invitation"),
    _deed("support", _LASTING, "support back endorse favor favour"),
    _deed("oppose", _LASTING, "oppose opposition resist"),
    _deed("join", _ONCE, "join enter accede"),
    _deed("withdraw", _ONCE, "withdraw withdrawal pull_out quit exit"),
    _deed("stay", _LASTING, "stay remain keep"),
    _deed("buy", _ONCE, "buy purchase acquire acquisition"),
    _deed("sell", _ONCE, "sell sale"),
    _deed("found", _ONCE, "found establish set_up"),
    _deed("be born", _ONCE, "bear birth"),
    _deed("marry", _ONCE, "marry wed wedding marriage"),
    _deed("crash", _ONCE, "crash collide collision derail"),
    _deed("collapse", _ONCE, "collapse cave_in"),
    _deed("burn down", _ONCE, "burn_down burn_to_the_ground"),
    _deed("sink", _ONCE, "sink capsize"),
    _deed("explode", _SERIAL, "explode explosion blast go_off detonate"),
    _deed("survive", _ONCE, "survive"),
    _deed("vote", _ARRANGED, "vote ballot referendum election poll"),
    _deed("succeed", _ONCE, "succeed"),
    _deed("fail", _ONCE, "fail failure collapse"),
    _deed("evacuate", _SERIAL, "evacuate evacuation"),
    _deed("see", _SERIAL, "see spot sight sighting glimpse"),
    _deed("find", _ONCE, "find discover recover discovery"),
    _deed("pay", _SERIAL, "pay payment"),
    _deed("spend", _SERIAL, "spend spending"),
    _deed("cost", _LASTING, "cost price worth value"),
    _deed("protect", _LASTING, "protect shield"),
    _deed("attend", _ARRANGED, "attend participate take_part attendance"),
    _deed("be", _LASTING, "be"),
    _deed("have", _LASTING, "have own possess hold"),
    _deed("live", _LASTING, "live reside"),
)

# Verbs that leave it to their noun to say what is done: "hold a meeting", "make a visit", "a summit takes place".
_LIGHT = (
    "make hold have take give pay do conduct stage extend issue host take_place occur happen go_ahead set schedule "
    "plan carry_out begin start open resume be"
)
LIGHT_VERBS = frozenset(verb.replace("_", " ") for verb in _LIGHT.split())


@dataclass(frozen=True, slots=True)
class Opposites:
    """Two deeds that cannot both be done by the same to the same; in turn, they can where `in_turn` is set."""

    first: str
    second: str
    in_turn: bool


OPPOSITES: tuple[Opposites, ...] = (
    Opposites("confirm", "deny", in_turn=False),
    Opposites("approve", "reject", in_turn=False),
    Opposites("win", "lose", in_turn=False),
    Opposites("convict", "acquit", in_turn=False),
    Opposites("support", "oppose", in_turn=False),
    Opposites("survive", "kill", in_turn=False),
    Opposites("succeed", "fail", in_turn=False),
    Opposites("allow", "ban", in_turn=True),
    Opposites("visit", "leave", in_turn=True),
    Opposites("arrest", "release", in_turn=True),
    Opposites("rise", "fall", in_turn=True),
    Opposites("begin", "end", in_turn=True),
    Opposites("appoint", "remove", in_turn=True),
    Opposites("join", "withdraw", in_turn=True),
    Opposites("stay", "leave", in_turn=True),
    Opposites("stay", "withdraw", in_turn=True),
    Opposites("stay", "resign", in_turn=True),
    Opposites("impose", "lift", in_turn=True),
)

# Different deeds of one story: they may agree or narrow each other's date and place, and never contradict.
KINDRED: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (
        ("visit", "meet"),
        ("visit", "take place"),
        ("meet", "take place"),
        ("visit", "attend"),
        ("meet", "attend"),
        ("say", "confirm"),
        ("say", "write"),
        ("kill", "attack"),
        ("kill", "shoot"),
        ("kill", "crash"),
        ("kill", "explode"),
        ("attack", "explode"),
        ("attack", "shoot"),
        ("injure", "attack"),
        ("appoint", "elect"),
        ("win", "elect"),
        ("cancel", "postpone"),
        ("invite", "visit"),
    )
)

SYMMETRIC = frozenset({"meet", "marry", "take place"})  # who did it with whom may be told either way round
ONE_WINNER = frozenset({"win", "kill", "shoot", "found", "buy", "appoint", "elect"})  # one agent for one patient
COUNTED_ON = frozenset({"kill", "injure", "arrest", "evacuate", "spend", "attack"})  # counts that can only grow

# Nouns whose count grows while a story runs, and those whose count goes up and down.
GROWING_COUNTS = frozenset(
    map(
        stem,
        ["death", "fatality", "casualty", "case", "infection", "arrest", "victim", "body", "injury", "refugee", "fire"],
    )
)
SHIFTING_COUNTS = frozenset(
    map(stem, ["missing", "hostage", "patient", "percent", "point", "seat", "vote", "degree", "barrel", "share"])
)

_BY_WORD: dict[str, frozenset[str]] = {}
for _entry in DEEDS:
    for _word in _entry.words:
        _key = " ".join(map(stem, _word.split()))
        _BY_WORD[_key] = _BY_WORD.get(_key, frozenset()) | {_entry.name}

_ANTONYMS: dict[str, frozenset[str]] = {}
for _first, _second in ANTONYMS:
    for _one, _other in ((stem(_first), stem(_second)), (stem(_second), stem(_first))):
        _ANTONYMS[_one] = _ANTONYMS.get(_one, frozenset()) | {_other}

_RECURRENCE = {deed.name: deed.recurrence for deed in DEEDS}
_OPPOSED = {frozenset((pair.first, pair.second)): pair for pair in OPPOSITES}


def deeds_of(predicate: str) -> frozenset[str]:
    """Return the names of the deeds that a verb (with its particle) or a noun may stand for; empty for one not listed.

    >>> sorted(deeds_of("travel")), sorted(deeds_of("call off"))
    (['visit'], ['cancel'])
    """
    return deeds_of_stem(" ".join(map(stem, predicate.split())))


def deeds_of_stem(stems: str) -> frozenset[str]:
    return _BY_WORD.get(stems, frozenset())


def recurrence_of(deeds: frozenset[str]) -> Recurrence:
    """Return how often it can happen; the least telling of several readings, serial for an unlisted deed."""
    kinds = {_RECURRENCE[deed] for deed in deeds}
    return next((kind for kind in (_LASTING, _SERIAL, _ARRANGED, _ONCE) if kind in kinds), _SERIAL)


def opposed(left: frozenset[str], right: frozenset[str]) -> Opposites | None:
    """Return the pair of deeds that exclude each other, None where none do or the two may mean the same."""
    if left & right:
        return None
    pairs = (_OPPOSED.get(frozenset((one, other))) for one in sorted(left) for other in sorted(right))
    return next((pair for pair in pairs if pair), None)


def kindred(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(frozenset((one, other)) in KINDRED for one in left for other in right)


def antonyms_between(left: frozenset[str], right: frozenset[str]) -> bool:
    """True where one side has a word that excludes a word of the other, and neither has both."""
    return any(_ANTONYMS.get(word, frozenset()) & (right - left) for word in left - right)
