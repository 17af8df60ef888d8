"""The figures that two claims give for one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from math import inf

from provenance.model.frame import Quantity
from provenance.model.relation import Finding, Side, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, anchored
from provenance.relations.lexicon import COUNTED_ON, GROWING_COUNTS, SHIFTING_COUNTS, deeds_of_stem
from provenance.relations.statement import Statement
from provenance.relations.where import places_of
from provenance.text.words import content_words, stem, weight

LATER_COUNT = "quantity.later_count"
_RULE = "quantity.figure"
_PEOPLE = frozenset(map(stem, ["person", "people", "dead", "death", "fatality", "victim"]))
_PART_WORDS = re.compile(
    r"\b(?:includ\w+|among (?:them|whom|those)|of (?:them|whom|those|these)|the other|another|more(?! than))\b"
)
_TIME_UNITS = frozenset(map(stem, ["minute", "hour", "day", "week", "month", "year"]))
_OFFSET = re.compile(r"\s*(?:after|before|ago|earlier|later|since|prior|from now)\b")
_NUMBERS = frozenset(map(stem, ["hundred", "thousand", "million", "billion", "trillion", "dozen"]))
_LOOSE = 1.2  # two lower bounds further apart than this: "more than 300" would be an odd way to say "more than 400"
_NEAR = 48  # characters on either side of a figure that tell what it counts
_ROUND = 2  # digits: a centre with more is no round number, but the middle of two bounds
_MIDNIGHT = time()
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


def figure(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims count the same thing. Figures that agree within their bounds and rounding agree, the tighter one is
    the more precise. Figures apart contradict only where noun, unit, deed and event are the same; a count that can
    grow and is given later is an update, and a part of the whole is compared with nothing."""
    if not a.frame.quantities or not b.frame.quantities or not (a.asserted and b.asserted):
        return None
    left, right = measures_of(a), measures_of(b)
    pairs = [(one, other, _closeness(one, other)) for one in left for other in right if _alike(one, other)]
    pairs = [pair for pair in pairs if pair[2] > 0]
    if not pairs:
        return None
    meeting = [pair for pair in pairs if _meet(pair[0], pair[1])]
    if meeting:
        best = max(meeting, key=lambda pair: pair[2])
        return _agreement(*best[:2]) if anchored(a, b, _NUMBERS | {best[0].unit}) else None
    one, other, near = max(pairs, key=lambda pair: pair[2])
    if len(pairs) > 1 and sorted(pair[2] for pair in pairs)[-2] >= near - 0.1:
        return _finding(Verdict.ABSTAINS, one, other, "several figures count the same noun: they may be parts")
    return _apart(a, b, alignment, one, other, near)


def measures_of(statement: Statement) -> tuple[Measure, ...]:
    """Return the claim's figures that count something; years and numbers without a noun do not."""
    found = (_measure(quantity, statement) for quantity in statement.frame.quantities)
    return tuple(measure for measure in found if measure is not None)


def _measure(quantity: Quantity, statement: Statement) -> Measure | None:
    if quantity.unit is None or (quantity.low is None and quantity.high is None):
        return None
    if quantity.low == quantity.high and quantity.low in _YEARS and quantity.unit == "year":
        return None
    unit = " ".join(map(stem, quantity.unit.split()))
    around = _around(quantity.text, statement.text)
    if unit in _TIME_UNITS and _OFFSET.match(statement.text.partition(quantity.text)[2]):
        return None  # "four days after": when it was, not how long
    low, high = _bounds(quantity)
    near = frozenset(word for word in content_words(around) if not word[0].isdigit() and word != "not")
    own = deeds_of_stem(unit) | frozenset().union(*map(deeds_of_stem, near & statement.core)) & COUNTED_ON
    return Measure(
        quantity=quantity,
        unit="person" if unit in _PEOPLE else unit,
        deeds=own & COUNTED_ON or statement.deeds,
        near=near - {unit},
        low=low,
        high=high,
        open=quantity.low is None or quantity.high is None,
        partial=_PART_WORDS.search(around.casefold()) is not None,
    )


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
    if low is not None and high is not None and (quantity.approximate or low == high):
        centre = (low + high) / 2
        slack = _rounding(centre)
        if quantity.approximate:
            spread = (high - low) / 2
            slack = min(slack, spread) if slack and len(f"{centre:.0f}".rstrip("0")) <= _ROUND else spread
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


def _alike(one: Measure, other: Measure) -> bool:
    """True where both count the same noun in the same deed; what is not told apart is not compared."""
    if one.unit != other.unit or one.partial != other.partial:
        return False
    if one.deeds and other.deeds:
        return bool(one.deeds & other.deeds)
    return one.unit != "person" or not (one.deeds or other.deeds)  # people are counted in every deed


def _closeness(one: Measure, other: Measure) -> float:
    """Return how much of the words around the two figures is the same, 0..1."""
    common = sum(map(weight, one.near & other.near))
    lighter = min(sum(map(weight, one.near)), sum(map(weight, other.near)))
    return common / lighter if lighter else (1.0 if not one.near and not other.near else 0.0)


def _meet(one: Measure, other: Measure) -> bool:
    if one.quantity.low == other.quantity.low and one.quantity.high == other.quantity.high:
        return True
    return (
        (one.low < other.high and other.low < one.high)
        or one.low <= other.low == other.high <= one.high
        or (other.low <= one.low == one.high <= other.high)
    )


def _agreement(one: Measure, other: Measure) -> Finding:
    bounds = [(m.quantity.low, m.quantity.high) for m in (one, other)]
    if bounds[0] == bounds[1]:
        return _finding(Verdict.AGREES, one, other, "the same figure")
    if _bounds_far_apart(one, other):
        return _finding(Verdict.ABSTAINS, one, other, "both hold, but the bounds are far apart")
    widths = [(m.open or m.quantity.approximate, m.high - m.low) for m in (one, other)]
    if widths[0] == widths[1]:
        return _finding(Verdict.AGREES, one, other, "the same within rounding")
    narrower = Side.A if widths[0] < widths[1] else Side.B
    loose, tight = (other, one) if narrower is Side.A else (one, other)
    detail = f"{tight.quantity.text} is within {loose.quantity.text}"
    if not (one.open or other.open or one.quantity.approximate or other.quantity.approximate):
        detail = f"{loose.quantity.text} is {tight.quantity.text} rounded"
    return _finding(Verdict.NARROWS, one, other, detail, narrower=narrower)


def _bounds_far_apart(one: Measure, other: Measure) -> bool:
    lows = [m.quantity.low for m in (one, other) if m.quantity.high is None and m.quantity.low is not None]
    return len(lows) == 2 and max(lows) > _LOOSE * min(lows)


def _apart(
    a: Statement, b: Statement, alignment: Alignment, one: Measure, other: Measure, near: float
) -> Finding | None:
    detail = f"{one.quantity.text} is not {other.quantity.text}"
    doubt = _doubt(a, b, alignment, one, near)
    if doubt:
        return _finding(Verdict.ABSTAINS, one, other, f"{detail}, but {doubt}")
    growing = bool(one.deeds & other.deeds & COUNTED_ON) or one.unit in GROWING_COUNTS
    later = _later(a, b)
    if growing and later is not None:
        first, second = (one, other) if later is Side.B else (other, one)
        if second.low > first.low:
            return Finding(
                LATER_COUNT,
                Slot.QUANTITY,
                Verdict.AGREES,
                one.quantity.text,
                other.quantity.text,
                f"{second.quantity.text} was given later than {first.quantity.text}, and such a count grows",
                narrower=later,
                left_span=one.quantity.span,
                right_span=other.quantity.span,
            )
    if later is not None and (one.unit in SHIFTING_COUNTS or {"have", "be"} & one.deeds):
        return _finding(Verdict.ABSTAINS, one, other, f"{detail}, but such a figure changes with time")
    score = 0.9 - 0.2 * (one.quantity.approximate or other.quantity.approximate) - 0.1 * (one.open or other.open)
    return _finding(Verdict.CONFLICTS, one, other, f"{detail}, and both count the same", score=score)


def _doubt(a: Statement, b: Statement, alignment: Alignment, one: Measure, near: float) -> str | None:
    """Return why the two figures may measure different things; None where nothing speaks against it."""
    if not alignment.comparable:
        return "they do not hold in the same way"
    if a.affirmed != b.affirmed:
        return "one says that it is not so"
    if _of_other_times(a, b, one.unit):
        return "they are of different times"
    if _others_named(a, b) and _others_named(b, a):
        return "each names somebody or something that the other does not"
    if Match.DIFFERENT in (alignment.agents, alignment.patients):
        return "they are counted of different ones"
    if _places_differ(a, b):
        return "one place may be a part of the other"
    if not anchored(a, b, _NUMBERS | {one.unit}):
        return "nothing else says that they speak of one thing"
    if not (alignment.same_event or alignment.containment >= 0.7) or near < 0.4:
        return "it is not sure that they count the same"
    if alignment.tie not in (Tie.SAME, Tie.MENTIONED) and alignment.containment < 0.85:
        return "different things are said of them"
    return None


def _of_other_times(a: Statement, b: Statement, unit: str) -> bool:
    """True where the two name different days or periods; a rate of no period is of no known one."""
    left, right = ([mention.interval for mention in statement.times] for statement in (a, b))
    if left and right:
        return not any(one == other for one in left for other in right)
    return bool(left or right) and unit == "percent"


def _others_named(a: Statement, b: Statement) -> bool:
    """True where one side names something that no word of the other side names."""
    return any(not name.words & b.core for name in a.names)


def _places_differ(a: Statement, b: Statement) -> bool:
    left, right = places_of(a), places_of(b)
    names = [{(place.name or place.text).casefold() for place in places} for places in (left, right)]
    return bool(names[0] and names[1]) and names[0].isdisjoint(names[1])


def _later(a: Statement, b: Statement) -> Side | None:
    """Return which side was said or published later; None where that is not known, or the same day without an hour."""
    if a.at is None or b.at is None or a.at == b.at:
        return None
    if a.on == b.on and _MIDNIGHT in (a.at.time(), b.at.time()):
        return None
    return Side.A if a.at > b.at else Side.B


def _finding(
    verdict: Verdict,
    one: Measure,
    other: Measure,
    detail: str,
    *,
    score: float = 1.0,
    narrower: Side | None = None,
) -> Finding:
    return Finding(
        rule=_RULE,
        slot=Slot.QUANTITY,
        verdict=verdict,
        left=one.quantity.text,
        right=other.quantity.text,
        detail=detail,
        score=score if verdict is not Verdict.ABSTAINS else 0.5,
        narrower=narrower,
        left_span=one.quantity.span,
        right_span=other.quantity.span,
    )
