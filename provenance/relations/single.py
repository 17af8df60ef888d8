"""What one thing has only one of: two claims that give it two contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages.english.facts import BOTH, NAMESAKES
from provenance.model.frame import Modality
from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, guards_clash
from provenance.relations.facts import Fact
from provenance.relations.statement import Statement
from provenance.relations.subjects import is_name
from provenance.text.words import content_words

_DETERMINED = re.compile(r"^(?:the|an?|his|her|its|their|this|that|these|those)\b\s*", re.IGNORECASE)
_BELONGING = re.compile(r"['’]s\b|s['’] |\bof\b")
_CALLED = {
    "born": "day of birth",
    "died": "day of death",
    "kind": "kind",
    "country": "country",
    "directed": "director",
    "founder": "founder",
}
_CALLED |= {"released": "day of coming out", "founded": "day of foundation", "written": "set of writers"}
_MUCH_ALIKE = 2  # words in common from which a film and a book of one name are taken for one thing
_NOT_VAGUE = frozenset({"kind", "nationality", "language", "country"})
_OF_PEOPLE = frozenset({"born", "died", "married", "retired"})
_DETERMINERS = frozenset({"The", "A", "An", "This", "That", "These", "Those", "His", "Her", "Its", "Their"})
_THING = re.compile(
    r"^(?:the|his|her|its|their|this)\s+((?:[a-z-]+\s+){0,2}(?:film|movie|show|series|album|song|single|novel|book|play|band|"
    r"company|club|game|episode|finale))\b"
)
_NO_VALUE = frozenset(content_words("language"))
_RULE = "single.value"
_SLOTS = {"nationality": Slot.WHAT, "kind": Slot.WHAT, "language": Slot.WHAT, "country": Slot.WHERE}


def value(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims tell of one who is named what anyone has one of: a day of birth, of death, of coming out; a country,
    a kind, a language; who directed, wrote or founded it. Two that leave no room for each other contradict."""
    if not (a.asserted and b.asserted and a.affirmed and b.affirmed) or {a.standing, b.standing} != {Modality.FACT}:
        return None
    pairs = _excluding(a.facts, b.facts)
    found = next((pair for pair in pairs if _is_sure(a, b, *pair)), None)
    if found is None:
        return None
    one, other = found
    slot = Slot.WHEN if one.days is not None else _SLOTS.get(one.kind, Slot.WHO)
    detail = f"{one.of} has one {_CALLED.get(one.kind, one.kind)}, and these are two"
    return Finding(_RULE, slot, Verdict.CONFLICTS, one.text, other.text, detail, 0.8)


def _is_sure(a: Statement, b: Statement, one: Fact, other: Fact) -> bool:
    """True where the two are told of a name, and neither claim names the other's value too: one of several makers."""
    if one.days is None and (_tells(a, other) or _tells(b, one)):
        return False
    return any(is_name(fact.of, a, b) for fact in (one, other))


def _tells(statement: Statement, fact: Fact) -> bool:
    words = frozenset(content_words(fact.text)) - _NO_VALUE
    return fact.kind != "kind" and bool(words) and words <= frozenset(statement.order)


def _excluding(left: tuple[Fact, ...], right: tuple[Fact, ...]) -> Iterator[tuple[Fact, Fact]]:
    """Yield of each kind that both tell of the same one a pair, where all that one tells excludes all of the other."""
    for kind in dict.fromkeys(fact.kind for fact in left):
        pairs = [(x, y) for x in left for y in right if x.kind == y.kind == kind and _of_one(x, y)]
        if pairs and all(_exclude(x, y) for x, y in pairs):
            yield pairs[0]


def _of_one(one: Fact, other: Fact) -> bool:
    return same_one(one.of, other.of) or _may_be_one(one, other) or _may_be_one(other, one)


def _may_be_one(vague: Fact, named: Fact) -> bool:
    """True where the one is told of "it", "the film" or "his debut album", and so may the other be, by its name.

    Who was born or what came out when is told in such words of the one that a text is about.
    """
    if vague.kind in _NOT_VAGUE or not named.of[:1].isupper() or named.of.split()[0] in _DETERMINERS:
        return False
    of = vague.of.casefold()
    if of in (("he", "she") if vague.kind in _OF_PEOPLE else ("it", "they")):
        return True
    thing, whose = _THING.match(of), _BELONGING.search(named.of)
    if thing is None or vague.kind in _OF_PEOPLE:
        return False
    if whose is not None:  # "Ana Ruiz's debut album" and "her debut album Harbour"
        return named.of.split()[-1].casefold() == thing[1].split()[-1]
    return _DETERMINED.match(of) is not None and of.startswith(("the ", "this "))


def same_one(one: str, other: str) -> bool:
    """True where both name the same one, one of them perhaps with more of its name."""
    left, right = (_DETERMINED.sub("", words) for words in (one, other))
    if not (left[:1].isupper() or left[:1].isdigit()) or not (right[:1].isupper() or right[:1].isdigit()):
        return False
    mine, theirs = frozenset(content_words(left)), frozenset(content_words(right))
    if not mine or not theirs or guards_clash(mine, theirs):
        return False
    if _BELONGING.search(left) or _BELONGING.search(right):
        return mine == theirs
    return mine <= theirs or theirs <= mine


def _exclude(one: Fact, other: Fact) -> bool:
    if one.days is not None and other.days is not None:
        return not one.days.overlaps(other.days)
    if one.kind == "kind":
        kinds = one.words | other.words
        if kinds in BOTH:
            return False
        alike = len(frozenset(content_words(one.text)) & frozenset(content_words(other.text))) >= _MUCH_ALIKE
        return one.words != other.words and (alike or kinds not in NAMESAKES)
    return one.words.isdisjoint(other.words)
