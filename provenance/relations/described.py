"""What is said of somebody or something in passing: how old, how long in service, of how many children a parent.

"The 34-year-old" stands in a sentence about something else, so no predicate is compared: only the one who is described.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, Match, same_term
from provenance.relations.statement import Statement, Term
from provenance.text.quantities import find_quantities

_RULE = "described.figure"
_NUMBER = r"(?:[a-z]+-)?[a-z]+|\d[\d,]*"
_LOOSE = r"(?:(?:nearly|almost|about|some|around|roughly|more than|over) )?"
_AGE_BEFORE = re.compile(rf"\b({_LOOSE}\d[\d,]*)-years?-old\b(?:[\s,]+[\w.'’-]+){{0,6}}[\s,]*$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"^(?:,| \()\s?(?:aged? )?(\d{1,3})(?=[,).]|$)")
_TENURE = re.compile(
    rf"\b({_LOOSE}(?:{_NUMBER}))(?:-| )years?(?:-| )(?:[\w'’-]+ ){{0,2}}veteran\b"
    rf"|\bveteran of ({_LOOSE}(?:{_NUMBER})) years\b"
    rf"|\b(?:worked|served)\b[^.;]{{0,60}}? for ({_LOOSE}(?:{_NUMBER})) years\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(r"\b(?:father|mother|parent)s? of (\w+)\b", re.IGNORECASE)
_YEARS_APART = 10  # a slip of the pen is smaller
_LITTLE = 0.5  # of the telling words in common
_SAID = {"age": "is said to be of one age and of another", "tenure": "is said to have served for two lengths of time"}
_SAID |= {"children": "is said to be the parent of more and of fewer"}


@dataclass(frozen=True, slots=True)
class Description:
    """One figure that describes one who is named."""

    kind: str  # "age", "tenure", "children"
    of: Term
    words: str  # "almost 200"
    low: float
    high: float


def figure(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims say how old the same one is, how long in service, or of how many children a parent. Two figures that
    leave no room for each other contradict; a year of age more or less is a birthday."""
    for one in descriptions(a):
        for other in descriptions(b):
            if one.kind == other.kind and same_term(one.of, other.of) is Match.SAME:
                return _compared(one, other, a, b, alignment)
    return None


def _compared(one: Description, other: Description, a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    slack = 1.0 if one.kind != "children" else 0.0
    if one.low <= other.high + slack and other.low <= one.high + slack:
        if one.words != other.words:
            return None
        return Finding(_RULE, Slot.QUANTITY, Verdict.AGREES, one.words, other.words, f"the same {one.kind}", 0.8)
    years = abs((a.on.year if a.on else 0) - (b.on.year if b.on else 0)) if a.on and b.on else 0
    if years > 1:
        return None
    if _may_be_two(one, other, alignment):
        detail = "there may be two of that name"
        return Finding(_RULE, Slot.QUANTITY, Verdict.ABSTAINS, one.words, other.words, detail, 0.5)
    detail = f"{one.of.text} {_SAID[one.kind]}"
    return Finding(_RULE, Slot.QUANTITY, Verdict.CONFLICTS, one.words, other.words, detail, 0.75)


def _may_be_two(one: Description, other: Description, alignment: Alignment) -> bool:
    """True where people of one name are years apart and nothing else is the same."""
    apart = max(one.low - other.high, other.low - one.high)
    return one.of.person and one.kind == "age" and apart > _YEARS_APART and alignment.balance < _LITTLE


def descriptions(statement: Statement) -> tuple[Description, ...]:
    """Return what the claim says in passing of those it names."""
    return tuple(_descriptions(statement))


def _descriptions(statement: Statement) -> Iterator[Description]:
    text = statement.text
    for name in statement.names:
        start = text.find(name.text)
        if start < 0:
            continue
        end = start + len(name.text)
        for found in (_AGE_BEFORE.search(text[max(0, start - 80) : start]), _AGE_AFTER.match(text[end : end + 14])):
            if found is not None:
                yield from _description("age", name, found[1], "years")
    people = [name for name in statement.names if name.person]
    for kind, pattern in (("tenure", _TENURE), ("children", _CHILDREN)):
        for found in pattern.finditer(text):
            before = [name for name in people if -1 < text.find(name.text) < found.start()]
            whose = max(before, key=lambda name: text.find(name.text), default=None)
            whose = whose or (people[0] if len(people) == 1 else None)
            if whose is not None:
                words = next(group for group in found.groups() if group)
                yield from _description(kind, whose, words, "years")


def _description(kind: str, of: Term, words: str, unit: str) -> Iterator[Description]:
    for quantity in find_quantities(f"{words} {unit}")[:1]:
        low, high = quantity.low, quantity.high
        if low is None and high is None:
            return
        if low is not None and high is not None and quantity.approximate:
            middle = high if words.casefold().startswith(("nearly", "almost")) else (low + high) / 2
            low, high = 0.95 * middle, (1.0 if middle == high else 1.05) * middle
        yield Description(kind, of, words, low or 0.0, float("inf") if high is None else high)
