"""A claim's figures, each with what it counts and the bounds that rounding leaves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from provenance.languages.english.figures import GROUPS, PEOPLE
from provenance.model.frame import Quantity
from provenance.relations.lexicon import COUNTED_ON, deeds_of_stem
from provenance.relations.statement import Statement
from provenance.text.words import content_words, stem, weight

_PEOPLE = frozenset(map(stem, PEOPLE))
_GROUPS = frozenset(map(stem, GROUPS))
_HARM = frozenset({"kill", "injure"})
_PART_BEFORE = re.compile(
    r"\b(?:includ\w+|among (?:them|whom|those)|the other|another)\W+(?:[\w’'-]+\W+){0,3}$"
    r"|\bof (?:them|whom|those|these)\W+$"
)
_PART_WITHIN = re.compile(r"\b(?:other|more(?! than))\b")
_PART_AFTER = re.compile(r"\W*(?:more|of (?:them|whom|those|these))\b(?! than)")
_STATE = re.compile(r"\s*(?:people\s+|others\s+)?(?:were\s+|are\s+|been\s+|was\s+)?(\w+)")
_TIME_UNITS = frozenset(map(stem, ["minute", "hour", "day", "week", "month", "year"]))
_OFFSET = re.compile(r"\s*(?:after|before|ago|earlier|later|since|prior|from now)\b")
_OF = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+|our\s+)?(?:[\w.&-]+['’]s?\s+)*([a-z-]+\s+)?([a-z]+s)\b"
)
_CLOSE_BELOW = re.compile(r"^(?:nearly|almost|close to|just under|just short of)\b", re.IGNORECASE)
_CLOSE = 0.92  # "almost 200" is no 180
_NEAR = 48  # characters on either side of a figure that tell what it counts
_ROUND = 2  # digits: a centre with more is no round number, but the middle of two bounds
_YEARS = range(1500, 2101)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with what it counts, and the bounds that rounding leaves."""

    quantity: Quantity
    unit: str
    deeds: frozenset[str]
    near: frozenset[str]  # content words around it
    low: float
    high: float
    open: bool  # "at least", "up to": one bound is missing
    partial: bool  # the words around it make it a part of another figure

    @property
    def people(self) -> bool:
        return self.unit == "person" or self.unit in _GROUPS

    @property
    def middle(self) -> float:
        """The figure as one number: a bound where only that is given."""
        ends = [end for end in (self.quantity.low, self.quantity.high) if end is not None]
        return sum(ends) / len(ends)


def measures_of(statement: Statement) -> tuple[Measure, ...]:
    """Return the claim's figures that count something; years and numbers without a noun do not."""
    found = (_measure(quantity, statement) for quantity in statement.frame.quantities)
    return tuple(measure for measure in found if measure is not None)


def _measure(quantity: Quantity, statement: Statement) -> Measure | None:
    named = quantity.unit or _counted_of(quantity, statement.text)
    if named is None or (quantity.low is None and quantity.high is None):
        return None
    if quantity.low == quantity.high and quantity.low in _YEARS and named == "year":
        return None
    unit = " ".join(map(stem, named.split()))
    around = _around(quantity.text, statement.text)
    if unit in _TIME_UNITS and _OFFSET.match(statement.text.partition(quantity.text)[2]):
        return None  # "four days after": when it was, not how long
    low, high = _bounds(quantity)
    near = frozenset(word for word in content_words(around) if not word[0].isdigit() and word != "not")
    own = deeds_of_stem(unit) | frozenset().union(*map(deeds_of_stem, near & statement.core)) & COUNTED_ON
    deeds = _state(quantity, statement.text) or own & COUNTED_ON or statement.deeds
    return Measure(
        quantity=quantity,
        unit="person" if _counts_people(unit, quantity, deeds) else unit,
        deeds=deeds,
        near=near - {unit},
        low=low,
        high=high,
        open=quantity.low is None or quantity.high is None,
        partial=_is_part(quantity.text, statement.text),
    )


def _state(quantity: Quantity, text: str) -> frozenset[str]:
    """Return what the word at the figure says was done to those counted: "163 dead", "1,225 were wounded"."""
    inside = frozenset().union(*(deeds_of_stem(stem(word)) for word in quantity.text.casefold().split()))
    follower = _STATE.match(text.partition(quantity.text)[2])
    return (inside or (deeds_of_stem(stem(follower[1].casefold())) if follower else frozenset())) & _HARM


def _is_part(figure: str, text: str) -> bool:
    """True where the words at the figure make it a part of another: "including three children", "four of them"."""
    before, _, after = text.partition(figure)
    if _PART_BEFORE.search(before[-_NEAR:].casefold()) or _PART_AFTER.match(after[:_NEAR].casefold()):
        return True
    return _PART_WITHIN.search(figure.casefold()) is not None


def _counted_of(quantity: Quantity, text: str) -> str | None:
    """Return what "four of Warren's ads" and "three of the ads" count; None where no plural follows."""
    found = _OF.match(text.partition(quantity.text)[2])
    return found[2].removesuffix("s") if found else None


def _counts_people(unit: str, quantity: Quantity, deeds: frozenset[str]) -> bool:
    """True for "people", and for a nation's name among the dead: "161 Palestinians"."""
    named = quantity.text.split()[-1:] if quantity.text else []
    return unit in _PEOPLE or bool(deeds & _HARM and named and (named[0][0].isupper() or unit == "other"))


def _around(figure: str, text: str) -> str:
    """Return the words on both sides of the figure; the whole text where its words were changed."""
    start = text.find(figure)
    if start < 0:
        return text
    return text[max(0, start - _NEAR) : start + len(figure) + _NEAR]


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """Return the bounds that rounding leaves: 44 million is 43.5 to 44.5, 35.7 is 35.65 to 35.75, 43 is 43.

    An approximate figure ("some 3,000") keeps its own bounds where they are tighter than its rounding.
    """
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and _CLOSE_BELOW.match(quantity.text):
        return max(low, _CLOSE * high), high
    if low is not None and high is not None and (quantity.approximate or low == high):
        centre = (low + high) / 2
        slack = _rounding(centre)
        if quantity.approximate:
            spread = (high - low) / 2
            slack = min(slack, spread) if slack and len(f"{centre:.0f}".rstrip("0")) <= _ROUND else spread
        elif quantity.unit == "percent":
            slack = slack or 0.5  # "7 percent" stands for 6.9
        return centre - slack, centre + slack
    return (-inf if low is None else low), (inf if high is None else high)


@lru_cache(maxsize=4096)
def _rounding(value: float) -> float:
    """Return half of the last digit that is not a trailing zero; 0 for whole numbers below 100, which are counted."""
    if value == int(value):
        digits = str(abs(int(value)))
        zeros = len(digits) - len(digits.rstrip("0"))
        return 0.5 * float(10**zeros) if zeros and abs(value) >= 100 else 0.0
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return 0.5 * 0.1**decimals


def alike(one: Measure, other: Measure) -> bool:
    """True where both count the same noun in the same deed; what is not told apart is not compared."""
    if one.partial != other.partial or not _same_noun(one, other):
        return False
    if one.deeds and other.deeds:
        return bool(one.deeds & other.deeds)
    return one.unit != "person" or not (one.deeds or other.deeds)  # people are counted in every deed


def _same_noun(one: Measure, other: Measure) -> bool:
    if one.unit == other.unit:
        return True
    return one.people and other.people and "person" in (one.unit, other.unit)


def closeness(one: Measure, other: Measure) -> float:
    """Return how much of the words around the two figures is the same, 0..1."""
    common = sum(map(weight, one.near & other.near))
    lighter = min(sum(map(weight, one.near)), sum(map(weight, other.near)))
    return common / lighter if lighter else (1.0 if not one.near and not other.near else 0.0)


def meet(one: Measure, other: Measure) -> bool:
    """True where both figures may be the same number."""
    if one.quantity.low == other.quantity.low and one.quantity.high == other.quantity.high:
        return True
    return (
        (one.low < other.high and other.low < one.high)
        or one.low <= other.low == other.high <= one.high
        or (other.low <= one.low == one.high <= other.high)
    )
