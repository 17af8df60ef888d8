"""Do two claims speak of the same event, quantity and time? Nothing is compared before this is known.

A contradiction in news is two statements about one thing that cannot both hold. That they cannot both hold is easy to
see; that they are about one thing is what most false alarms get wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from provenance.model.frame import Modality
from provenance.model.interval import DateInterval
from provenance.model.relation import Similarity
from provenance.relations.lexicon import (
    SYMMETRIC,
    Opposites,
    Recurrence,
    deeds_of_stem,
    kindred,
    opposed,
    recurrence_of,
)
from provenance.relations.statement import Statement, Term
from provenance.text.words import stem, weight

_OF_TIME = frozenset({"former", "acting", "interim", "incoming", "outgoing"})


_ANCHORED = 0.8  # one telling word
_FAR = timedelta(days=60)
_BARE = frozenset({"be"})  # says nothing by itself: the same only of the same one


class Match(Enum):
    """What can be said of one part of two claims."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"  # one side names none, or the words do not tell


class Tie(Enum):
    """What two predicates are to each other."""

    SAME = "same"
    OPPOSED = "opposed"
    KINDRED = "kindred"
    MENTIONED = "mentioned"  # one side's predicate stands among the other's words: "the visit", "to visit"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the parts of two claims lie to each other, before any slot is compared."""

    similarity: Similarity
    tie: Tie
    opposites: Opposites | None
    agents: Match
    patients: Match
    shared_names: int
    times: Match  # SAME: some day in common; DIFFERENT: none; UNKNOWN: one side names no day
    containment: float  # how much of the shorter claim's telling words the other holds, 0..1; figures, dates left out
    balance: float  # the same over both sides: the geometric mean
    run: int  # the longest run of content words that both have in the same order
    known_deed: bool  # both predicates stand in the lexicon
    recurrence: Recurrence
    comparable: bool  # both hold in the same way: as facts, as plans
    same_source: bool
    anchored: bool  # a name, or a telling word beside the deed, says that both speak of one thing
    remote: bool  # one side names a time that lies far from when the other was said
    paired: bool  # doers, or what it is done to, are known to be the same, or one side names none
    told: float  # share of the words besides doer and verb, of whichever has fewer, that the other has; 0 of none
    whole: bool  # the doers are the same, and so is what it is done to, where either side names it

    @property
    def sureness(self) -> float:
        """How sure it is that both speak of one event, 0..1: predicate .35, words .35, agent .2, patient .1 of it."""
        tie = {Tie.SAME: 1.0, Tie.OPPOSED: 1.0, Tie.KINDRED: 0.6, Tie.MENTIONED: 0.5, Tie.NONE: 0.0}[self.tie]
        part = {Match.SAME: 1.0, Match.UNKNOWN: 0.5, Match.DIFFERENT: 0.0}
        words = min(1.0, 0.5 * self.containment + 0.5 * self.balance + 0.15)
        return 0.35 * tie + 0.35 * words + 0.2 * part[self.agents] + 0.1 * part[self.patients]

    @property
    def deed_tells_all(self) -> bool:
        """True for a resignation or a visit; what one says, knows or is tells nothing without its object."""
        return self.known_deed and self.recurrence in (Recurrence.ONCE, Recurrence.ARRANGED)

    @property
    def same_event(self) -> bool:
        """True where predicate and participants meet, and nobody who takes part is another's stand-in."""
        if Match.DIFFERENT in (self.agents, self.patients):
            return False
        named = Match.SAME in (self.agents, self.patients) or self.shared_names > 0
        if self.tie is Tie.SAME and self.recurrence is Recurrence.ONCE and self.whole and self.shared_names > 0:
            return True
        if self.tie in (Tie.SAME, Tie.OPPOSED):
            return (named and self.containment >= 0.45) or self.containment >= 0.7
        return self.tie is Tie.MENTIONED and named and self.containment >= 0.75


def align(a: Statement, b: Statement, similarity: Similarity) -> Alignment:
    """Return how two claims lie to each other; a missing part is unknown, which is neither the same nor different."""
    common = a.core & b.core
    shared = sum(map(weight, common))
    lighter, heavier = sorted((a.core_weight, b.core_weight))
    pooled = bool((a.deeds | b.deeds) & SYMMETRIC)
    return Alignment(
        similarity=similarity,
        tie=_tie(a, b),
        opposites=opposed(a.deeds, b.deeds),
        agents=matched(a.agents + a.patients, b.agents + b.patients) if pooled else matched(a.agents, b.agents),
        patients=Match.UNKNOWN if pooled else matched(a.patients, b.patients),
        shared_names=sum(1 for name in a.names if any(same_term(name, other) is Match.SAME for other in b.names)),
        times=_times(a, b),
        containment=shared / lighter if lighter else 0.0,
        balance=shared / (lighter * heavier) ** 0.5 if lighter else 0.0,
        run=longest_run(a.order, b.order) if len(common) >= 4 else 0,
        known_deed=bool(a.deeds and b.deeds),
        recurrence=_recurrence(a, b),
        comparable=_comparable(a, b),
        same_source=same_source(a, b),
        anchored=anchored(a, b),
        remote=_remote(a, b) or _remote(b, a),
        paired=_paired(a, b, pooled),
        told=_told(a, b),
        whole=_whole(a, b),
    )


def anchored(a: Statement, b: Statement, leaving_out: frozenset[str] = frozenset()) -> bool:
    """True where both name the same one, or have a telling word in common that is not the deed: people die, and deals
    are made, in many places."""
    if any(same_term(one, other) is Match.SAME for one in a.names for other in b.names):
        return True
    common = (a.core & b.core) - leaving_out
    return sum(weight(word) for word in common if not deeds_of_stem(word) & (a.deeds | b.deeds)) >= _ANCHORED


def _remote(dated: Statement, other: Statement) -> bool:
    if other.times or other.on is None:
        return False
    days = [mention.interval for mention in dated.times if mention.interval]
    return bool(days) and all(_far(interval, other.on) for interval in days)


def _far(interval: DateInterval, day: date) -> bool:
    before = interval.end is not None and day - interval.end > _FAR
    return before or (interval.start is not None and interval.start - day > _FAR)


def _told(a: Statement, b: Statement) -> float:
    left, right = (besides(statement) for statement in (a, b))
    fewer, other = (left, b) if sum(map(weight, left)) <= sum(map(weight, right)) else (right, a)
    return share_held(fewer, other)


def share_held(words: frozenset[str], other: Statement) -> float:
    """Return how much of the words, by weight, the other's telling words hold, 0..1; 0 of none."""
    weighed = sum(map(weight, words))
    return sum(map(weight, words & other.core)) / weighed if weighed else 0.0


def besides(statement: Statement) -> frozenset[str]:
    """Return the telling words that are neither the doer nor what is done."""
    doers = frozenset().union(*(term.all_words | term.words for term in statement.agents))
    return statement.core - doers - {statement.predicate}


def _paired(a: Statement, b: Statement, pooled: bool) -> bool:
    if pooled or Match.SAME in (matched(a.agents, b.agents), matched(a.patients, b.patients)):
        return True
    return not (a.agents and b.agents)


def _whole(a: Statement, b: Statement) -> bool:
    if matched(a.agents, b.agents) is not Match.SAME and (a.agents or b.agents):
        return False
    return matched(a.patients, b.patients) is Match.SAME if a.patients or b.patients else bool(a.agents)


def containment(a: Statement, b: Statement, leaving_out: frozenset[str]) -> float:
    """Return how much of the shorter claim's telling words the other holds, some words left out of account."""
    left, right = a.core - leaving_out, b.core - leaving_out
    lighter = min(sum(map(weight, left)), sum(map(weight, right)))
    return sum(map(weight, left & right)) / lighter if lighter else 1.0


def _recurrence(a: Statement, b: Statement) -> Recurrence:
    """Return how often it can happen; nobody dies twice, though people die every day."""
    if stem("first") in a.words & b.words and matched(a.patients + a.agents, b.patients + b.agents) is Match.SAME:
        return Recurrence.ONCE  # what is the first of its kind happens once
    counted = any(q.unit is not None and q.unit != "year-old" for q in (*a.frame.quantities, *b.frame.quantities))
    if "kill" in a.deeds & b.deeds and not counted and (_named_in(a, b) or _named_in(b, a)):
        return Recurrence.ONCE
    return recurrence_of(a.deeds & b.deeds or a.deeds | b.deeds)


def _named_in(one: Statement, other: Statement) -> bool:
    """True where someone who takes part on one side, by name, takes part on the other."""
    others = (*other.agents, *other.patients)
    return any(
        name.proper and any(name.words <= term.all_words or name.words <= term.words for term in others)
        for name in (*one.agents, *one.patients)
    )


def _tie(a: Statement, b: Statement) -> Tie:
    same = a.deeds & b.deeds or (a.predicate and a.predicate == b.predicate)
    if same and not (same == _BARE and matched(a.agents, b.agents) is not Match.SAME):
        return Tie.SAME
    if opposed(a.deeds, b.deeds):
        return Tie.OPPOSED
    if kindred(a.deeds, b.deeds):
        return Tie.KINDRED
    mentioned = a.deeds & b.mentioned or b.deeds & a.mentioned or a.predicate in b.core or b.predicate in a.core
    return Tie.MENTIONED if mentioned else Tie.NONE


def matched(left: tuple[Term, ...], right: tuple[Term, ...]) -> Match:
    """Return SAME where a term of one side is a term of the other, DIFFERENT where all are known to be others."""
    found = [same_term(one, other) for one in left for other in right]
    if not found:
        return Match.UNKNOWN
    if Match.SAME in found:
        return Match.SAME
    return Match.DIFFERENT if all(match is Match.DIFFERENT for match in found) else Match.UNKNOWN


def same_term(one: Term, other: Term) -> Match:
    """Return whether two terms name one thing; a name and a description may, so that is unknown."""
    if one.known and one.known == other.known:
        return Match.SAME
    if guards_clash(one.words, other.words) or guards_clash(one.all_words, other.all_words):
        return Match.DIFFERENT
    if one.words and (one.words <= other.words or other.words <= one.words):
        return Match.UNKNOWN if _told_apart(one, other) else Match.SAME
    if one.proper and other.proper:
        if one.words <= other.all_words or other.words <= one.all_words:
            return Match.SAME
        apart = one.person == other.person and one.words.isdisjoint(other.words)
        return Match.DIFFERENT if apart else Match.UNKNOWN
    return Match.UNKNOWN


def _told_apart(one: Term, other: Term) -> bool:
    """True where both common nouns have words with them and share none: "the fishing treaty", "the nuclear treaty"."""
    if one.proper or other.proper:
        return False
    left, right = ({word for word in term.all_words - term.words if not word[0].isdigit()} for term in (one, other))
    return bool(left and right) and left.isdisjoint(right)


def guards_clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for "north_korea" and "south_korea", "minister" and "deputy_minister"."""
    left, right = _guards(one), _guards(other)
    passing = one & other  # "former President Bush" and "President Bush" is one man at two times
    return any(
        left[word].isdisjoint(right[word]) and not (passing and (left[word] | right[word]) & _OF_TIME)
        for word in left.keys() & right.keys()
    )


def _guards(words: frozenset[str]) -> dict[str, set[str]]:
    """Return for each word what guards it: {"korea": {"north"}, "leader": {""}}."""
    found: dict[str, set[str]] = {}
    for word in words:
        guard, _, base = word.rpartition("_")
        found.setdefault(base, set()).add(guard)
    return found


def same_source(a: Statement, b: Statement) -> bool:
    """True where both go back to one known root."""
    one, other = a.claim.attribution.root, b.claim.attribution.root
    if one.anonymous or other.anonymous:
        return False
    if one.registry_id and one.registry_id == other.registry_id:
        return True
    return bool(one.name) and one.name == other.name


def _times(a: Statement, b: Statement) -> Match:
    pairs = [(one.interval, other.interval) for one in a.times for other in b.times]
    if not pairs:
        return Match.UNKNOWN
    return Match.SAME if any(one and other and one.overlaps(other) for one, other in pairs) else Match.DIFFERENT


def longest_run(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """Return the length of the longest run of words that both have.

    >>> longest_run(("a", "b", "c", "d"), ("x", "b", "c", "y"))
    2
    """
    best = 0
    before: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for index, word in enumerate(right):
        places.setdefault(word, []).append(index)
    for word in left:
        now = {index: before.get(index - 1, 0) + 1 for index in places.get(word, ())}
        best = max(best, max(now.values(), default=0))
        before = now
    return best


def _comparable(a: Statement, b: Statement) -> bool:
    """True where both hold in the same way; forecasts are compared within one source, for forecasters differ."""
    if not (a.asserted and b.asserted):
        return False
    kinds = {a.standing, b.standing}
    if kinds == {Modality.FACT} or kinds == {Modality.PLAN}:
        return True
    return kinds <= {Modality.PREDICTION, Modality.PLAN} and same_source(a, b)
