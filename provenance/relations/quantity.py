"""The figures that two claims give for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time

from provenance.model.relation import Finding, Side, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, anchored
from provenance.relations.lexicon import COUNTED_ON, GROWING_COUNTS, SHIFTING_COUNTS
from provenance.relations.measures import Measure, alike, closeness, measures_of, meet
from provenance.relations.reference import is_narrowed, of_other_reference
from provenance.relations.statement import Statement
from provenance.relations.where import places_of
from provenance.text.words import content_words, stem, weight

LATER_COUNT = "quantity.later_count"
_RULE = "quantity.figure"
_NUMBERS = frozenset(map(stem, ["hundred", "thousand", "million", "billion", "trillion", "dozen"]))
_LOOSE = 1.2  # two lower bounds further apart than this: "more than 300" would be an odd way to say "more than 400"
_TOLD_APART = 1.02  # of the dead: "more than 140" was told later than "at least 130"
_FAR = 1.5  # a figure so many times a lower bound is not what was meant by it
_PART = 1.6  # a figure that many times another, which is told with more words of its own, may be the whole of it
_MUCH = 4.0  # weight of the words in common: five telling ones
_NEARLY_ALL = 0.7
_MIDNIGHT = time()
_SAYING = frozenset({"say", "be", "have", "see", "write", "take place"})
_OF_ANYTHING = frozenset(map(stem, ["percent", "percentage point", "dollar", "day", "week", "month", "year", "hour"]))
_HARM = frozenset({"kill", "injure"})
_NEVER_LESS = _HARM | {"spend"}
_STILL = re.compile(r"\b(?:has|have|so far|still|now|currently|to date|remain\w*|missing)\b", re.IGNORECASE)

Pairing = tuple[Measure, Measure, float]


def figure(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims count the same thing. Figures that agree within their bounds and rounding agree, the tighter one is
    the more precise. Figures apart contradict only where noun, unit, deed and event are the same, over the same
    period, against the same base and in the same scope; a count that can grow and is given later is an update, and a
    part of the whole is compared with nothing."""
    if not a.frame.quantities or not b.frame.quantities or not (a.asserted and b.asserted):
        return None
    left, right = measures_of(a), measures_of(b)
    pairs = [(one, other, closeness(one, other)) for one in left for other in right if alike(one, other)]
    pairs = [pair for pair in pairs if pair[2] > 0]
    meeting = [pair for pair in pairs if _agree(pair[0], pair[1])]
    met = {id(measure) for pair in meeting for measure in pair[:2]}
    units = {pair[0].unit for pair in meeting}
    apart = [p for p in pairs if not met & {id(p[0]), id(p[1])} and p[0].unit not in units]
    differing = _differing(a, b, alignment, apart) if apart else None
    if not meeting or (differing is not None and differing.verdict is not Verdict.ABSTAINS):
        return differing
    best = max(meeting, key=lambda pair: pair[2])
    return _agreement(*best[:2]) if anchored(a, b, _NUMBERS | {best[0].unit}) else None


def _agree(one: Measure, other: Measure) -> bool:
    return meet(one, other) and not _bounds_far_apart(one, other)


def _differing(a: Statement, b: Statement, alignment: Alignment, apart: Iterable[Pairing]) -> Finding | None:
    """Return what the closest two figures that differ are to each other."""
    pairs = list(apart)
    one, other, near = max(pairs, key=lambda pair: pair[2])
    if len(pairs) > 1 and sorted(pair[2] for pair in pairs)[-2] >= near - 0.1:
        return _finding(Verdict.ABSTAINS, one, other, "several figures count the same noun: they may be parts")
    return _apart(a, b, alignment, one, other, near)


def _agreement(one: Measure, other: Measure) -> Finding:
    bounds = [(m.quantity.low, m.quantity.high) for m in (one, other)]
    if bounds[0] == bounds[1]:
        return _finding(Verdict.AGREES, one, other, "the same figure")
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
    if len(lows) == 2:
        return max(lows) > (_TOLD_APART if one.deeds & other.deeds & _HARM else _LOOSE) * min(lows)
    return len(lows) == 1 and max(one.middle, other.middle) > _FAR * lows[0]


def _apart(
    a: Statement, b: Statement, alignment: Alignment, one: Measure, other: Measure, near: float
) -> Finding | None:
    detail = f"{one.quantity.text} is not {other.quantity.text}"
    doubt = _doubt(a, b, alignment, one, other, near)
    later = _later(a, b)
    told_later = None if doubt else _told_later(one, other, later, {a.text, b.text})
    if told_later is not None:
        return told_later
    doubt = doubt or _doubt_of_part(a, b, one, other)
    if doubt is None and _may_run(a, b, alignment, one, other):
        return _update(one, other, "such a count grows, and which of the two is later is not known", None)
    if doubt:
        return _finding(Verdict.ABSTAINS, one, other, f"{detail}, but {doubt}")
    if one.open != other.open and meet(one, other):
        return _finding(Verdict.ABSTAINS, one, other, "both hold, but the bound is far from the figure")
    if later is not None and {"have", "be"} & one.deeds and _present(a) and _present(b):
        return _update(one, other, "what was so on one day is told of another", later)
    if later is not None and (one.unit in SHIFTING_COUNTS or {"have", "be"} & one.deeds):
        return _finding(Verdict.ABSTAINS, one, other, f"{detail}, but such a figure changes with time")
    score = 0.9 - 0.2 * (one.quantity.approximate or other.quantity.approximate) - 0.1 * (one.open or other.open)
    return _finding(Verdict.CONFLICTS, one, other, f"{detail}, and both count the same", score=score)


def _present(statement: Statement) -> bool:
    return statement.frame.event is not None and statement.frame.event.tense == "present"


def _told_later(one: Measure, other: Measure, later: Side | None, texts: set[str]) -> Finding | None:
    """Return that one figure is the other's later state; None where it is not known to be."""
    deeds = one.deeds & other.deeds
    if later is None:
        if not (deeds & _HARM and (one.open or other.open)) or _at_most(one, other):
            return None
        detail = "such a count grows, and one of the two is only a bound"
        return _update(one, other, detail, None)
    first, second = (one, other) if later is Side.B else (other, one)
    if second.middle < first.middle and deeds & _NEVER_LESS:
        return None  # who has spent 400 million has not spent 300 afterwards
    if (deeds & COUNTED_ON or one.unit in GROWING_COUNTS) and second.middle > first.middle:
        detail = f"{second.quantity.text} was given later than {first.quantity.text}, and such a count grows"
        return _update(one, other, detail, later)
    if all(_STILL.search(text) for text in texts):
        return _update(one, other, f"{second.quantity.text} was given later, of what was still going on", later)
    return None


def _at_most(one: Measure, other: Measure) -> bool:
    """True where one is an upper bound: what is "no more than 20" has not grown to 40 since."""
    return one.quantity.low is None or other.quantity.low is None


def _update(one: Measure, other: Measure, detail: str, later: Side | None) -> Finding:
    return Finding(
        LATER_COUNT,
        Slot.QUANTITY,
        Verdict.AGREES,
        one.quantity.text,
        other.quantity.text,
        detail,
        narrower=later,
        left_span=one.quantity.span,
        right_span=other.quantity.span,
    )


def _doubt(a: Statement, b: Statement, alignment: Alignment, one: Measure, other: Measure, near: float) -> str | None:
    """Return why the two figures may measure different things; None where nothing speaks against it."""
    if not alignment.comparable:
        return "they do not hold in the same way"
    if a.affirmed != b.affirmed:
        return "one says that it is not so"
    if _of_other_times(a, b, one.unit):
        return "they are of different times"
    surely = _surely_one(a, b, alignment, one, other)
    if not surely and _others_named(a, b) and _others_named(b, a):
        return "each names somebody or something that the other does not"
    if Match.DIFFERENT in (alignment.agents, alignment.patients):
        return "they are counted of different ones"
    if _places_differ(a, b):
        return "one place may be a part of the other"
    if not anchored(a, b, _NUMBERS | {one.unit}):
        return "nothing else says that they speak of one thing"
    if not surely and (not (alignment.same_event or alignment.containment >= 0.7) or near < 0.4):
        return "it is not sure that they count the same"
    if not surely and alignment.tie not in (Tie.SAME, Tie.MENTIONED) and alignment.containment < 0.85:
        return "different things are said of them"
    return of_other_reference(a, b)


def _surely_one(a: Statement, b: Statement, alignment: Alignment, one: Measure, other: Measure) -> bool:
    """True where one who is named does one listed deed to what is counted, however the rest is told.

    Money and shares of a whole are said of too many things for that.
    """
    deeds = one.deeds & other.deeds - _SAYING
    named = alignment.shared_names > 0 or sum(map(weight, a.core & b.core)) >= _MUCH
    if not deeds or not named:
        return False
    if deeds & _HARM and one.unit == other.unit == "person":
        return True
    if alignment.tie is not Tie.SAME or not alignment.known_deed:
        return False
    return one.unit not in _OF_ANYTHING or (alignment.agents is Match.SAME and bool(deeds & COUNTED_ON))


def _may_run(a: Statement, b: Statement, alignment: Alignment, one: Measure, other: Measure) -> bool:
    """True for two tolls of one attack, told differently on one day: reports of one hour and of the next, most likely.

    Not where both say over how many days they count, and not where nearly all other words are the same too.
    """
    if not one.deeds & other.deeds & _HARM or _later(a, b) is not None or _at_most(one, other):
        return False
    lengths = [{(m.unit, m.low) for m in measures_of(each) if m.unit in _OF_ANYTHING} for each in (a, b)]
    return not (lengths[0] & lengths[1] or (alignment.same_event and alignment.containment >= _NEARLY_ALL))


def _doubt_of_part(a: Statement, b: Statement, one: Measure, other: Measure) -> str | None:
    """Return that the smaller figure may be a part of the larger: more words of its own make it a count of less."""
    if _also_gives(a, one, other) or _also_gives(b, other, one):
        return "one side gives both"
    if min(one.middle, other.middle) * _PART > max(one.middle, other.middle):
        return None
    less, more = (a, b) if one.middle < other.middle else (b, a)
    own, others = (sum(map(weight, x.core - y.core)) for x, y in ((less, more), (more, less)))
    days = bool(less.times) and not more.times
    places = not places_of(more) and any(
        not frozenset(content_words(place.text)) <= more.core for place in places_of(less)
    )
    narrowed = days or places or own > others + 0.5 or is_narrowed(less, more)
    return "the smaller may be a part of the larger" if narrowed else None


def _also_gives(statement: Statement, own: Measure, other: Measure) -> bool:
    """True where the statement gives the other's figure too, beside its own: "9,000 people, 2,000 of them in Gera"."""
    return any(
        (quantity.low, quantity.high) == (other.quantity.low, other.quantity.high)
        for quantity in statement.frame.quantities
        if quantity.span != own.quantity.span or quantity.text != own.quantity.text
    )


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
