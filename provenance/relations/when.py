"""The days that two claims give one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from provenance.model.frame import Modality
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.relation import Finding, Side, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie
from provenance.relations.lexicon import Recurrence
from provenance.relations.statement import Statement
from provenance.text.dates import find_times

_RULE = "when.interval"
_NEARLY_ALL = 0.85  # of the shorter claim's telling words in the other
_NEAR = timedelta(days=7)  # an arranged event further away than this is more likely another one of its kind
_ANY_YEAR = 2000  # a leap year: 29 February is a day of it
_QUOTED = 5  # content words in the same order
_MONTHS = timedelta(days=300)
_BEGINNING = frozenset({"begin"})
_NEXT_DOOR = timedelta(days=1)  # for what may happen again tomorrow


def interval(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims give one event a day. Days in common agree, and the shorter span is the more precise. Days apart
    contradict only where predicate and participants are the same and the event cannot have happened on both."""
    left, right = days_of(a, b), days_of(b, a)
    if not left or not right or not (a.asserted and b.asserted):
        return None
    pairs = [(one, other) for one in left for other in right]
    if len(left) > 1 and len(right) > 1:
        return _of_several(pairs, alignment)
    for one, other in pairs:
        if _overlap(one, other):
            return _common_days(one, other, alignment)
    if len(pairs) > 1:
        return _finding(Verdict.ABSTAINS, *pairs[0], "one side names several times, none of them the other's")
    return _apart(a, b, alignment, *pairs[0])


def said(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """The same words of the same speaker are dated to two days that have none in common. Where the two do not quote
    one long stretch of words, it may have been said twice."""
    one, other = a.claim.attribution.said, b.claim.attribution.said
    if one is None or other is None or one.interval is None or other.interval is None or alignment.run < _QUOTED:
        return None
    if not (a.quoted and b.quoted) or a.affirmed != b.affirmed or one.interval.overlaps(other.interval):
        return None
    detail = f"the same words were said on {one.interval} and on {other.interval}"
    return _finding_of("when.said", Verdict.CONFLICTS, one, other, detail, score=0.75)


def days_of(statement: Statement, other: Statement) -> tuple[TimeMention, ...]:
    """Return the statement's times; those without a year are read in the other's, or in one that both share.

    That "24 April" is not "25 April" holds in every year, and nobody who compares the two means two years.
    """
    if statement.times or not statement.yearless:
        return statement.times
    known = next((day.year for t in other.times if t.interval and (day := t.interval.start or t.interval.end)), None)
    return tuple(t for t in (_in_year(each, known or _ANY_YEAR) for each in statement.yearless) if t.interval)


def _in_year(mention: TimeMention, year: int) -> TimeMention:
    found = find_times(mention.text, date(year, 7, 1), given=False)
    return replace(mention, interval=found[0].interval if found else None)


def _of_several(pairs: list[tuple[TimeMention, TimeMention]], alignment: Alignment) -> Finding | None:
    for one, other in pairs:
        if one.interval == other.interval:
            return _common_days(one, other, alignment)
    return None


def _overlap(one: TimeMention, other: TimeMention) -> bool:
    return bool(one.interval and other.interval and one.interval.overlaps(other.interval))


def _common_days(one: TimeMention, other: TimeMention, alignment: Alignment) -> Finding | None:
    left, right = one.interval, other.interval
    if left is None or right is None or alignment.tie is Tie.NONE:
        return None
    if left == right:
        return _finding(Verdict.AGREES, one, other, f"both mean {_days(one)}")
    if left.contains(right):
        return _finding(Verdict.NARROWS, one, other, f"{_days(other)} lies inside {_days(one)}", narrower=Side.B)
    if right.contains(left):
        return _finding(Verdict.NARROWS, one, other, f"{_days(one)} lies inside {_days(other)}", narrower=Side.A)
    return _finding(Verdict.ABSTAINS, one, other, f"{_days(one)} and {_days(other)} share some days")


def _apart(a: Statement, b: Statement, alignment: Alignment, one: TimeMention, other: TimeMention) -> Finding | None:
    left, right = one.interval, other.interval
    if left is None or right is None:
        return None
    doubt = _doubt(a, b, alignment) or _doubt_of_year(one, other) or _another_event(a, b, alignment, left, right)
    if doubt:
        return _finding(Verdict.ABSTAINS, one, other, f"{_days(one)} and {_days(other)} differ, but {doubt}")
    sure = 0.9 if left.is_day and right.is_day else 0.75
    return _finding(Verdict.CONFLICTS, one, other, f"{_days(one)} and {_days(other)} have no day in common", score=sure)


def _days(mention: TimeMention) -> str:
    """Return the days; in words where their year is not known, for the year they were read in is none of theirs."""
    days = mention.interval
    if days is None or (days.start or days.end or date.min).year == _ANY_YEAR:
        return f"“{mention.text}” of any one year"
    return str(days)


def _doubt(a: Statement, b: Statement, alignment: Alignment) -> str | None:
    """Return why the two may not be about one event held to be on one day; None where nothing speaks against it."""
    if alignment.tie is not Tie.SAME:
        return "the two say different things of it"
    if not alignment.same_event:
        return "it is not sure that they speak of one event"
    if not alignment.anchored or not (alignment.paired or alignment.containment >= _NEARLY_ALL):
        return "nothing else says that they speak of one thing"
    if not alignment.comparable:
        return "one is a plan or a possibility, the other is not"
    if a.affirmed != b.affirmed:
        return "one says that it is not so"
    return None


def _doubt_of_year(one: TimeMention, other: TimeMention) -> str | None:
    if not (one.year_inferred or other.year_inferred) or not one.interval or not other.interval:
        return None
    same_without_year = _month_and_day(one.interval.start) == _month_and_day(other.interval.start)
    return "the year of one is only inferred" if same_without_year else None


def _month_and_day(day: date | None) -> tuple[int, int] | None:
    return (day.month, day.day) if day else None


def _another_event(
    a: Statement, b: Statement, alignment: Alignment, left: DateInterval, right: DateInterval
) -> str | None:
    """Return why it may have happened on both: again, or all the time."""
    if alignment.recurrence is Recurrence.LASTING:
        return "what they speak of lasts"
    if Modality.FACT in {a.standing, b.standing} and _is_plan_by_tense(a) != _is_plan_by_tense(b):
        return "one looks back and the other ahead"
    if _of_two_things(a, b, alignment):
        return "not surely of the same thing"
    if alignment.recurrence is Recurrence.ONCE:
        return None
    if _years(left) and _years(right) and a.deeds & b.deeds & _BEGINNING and alignment.whole:
        return None  # "opened in 1974": a tunnel is not opened every other year
    apart = _gap(left, right)
    if alignment.recurrence is Recurrence.ARRANGED and apart <= _NEAR:
        return None
    two_days = left.is_day and right.is_day  # a figure of May and one of June are two figures
    if two_days and apart <= _NEXT_DOOR and alignment.balance >= 0.6 and alignment.containment >= 0.75:
        return None
    return "it may have happened twice"


def _of_two_things(a: Statement, b: Statement, alignment: Alignment) -> bool:
    """True where each side names what it was done to, in other words, or counts it and comes to another figure."""
    if a.patients and b.patients and alignment.patients is not Match.SAME and not alignment.whole:
        words = [frozenset().union(*(term.all_words for term in each.patients)) for each in (a, b)]
        if words[0].isdisjoint(words[1]):
            return True
    return bool(a.figures - b.figures and b.figures - a.figures and not a.figures & b.figures)


def _years(days: DateInterval) -> bool:
    return days.start is not None and days.end is not None and days.end - days.start > _MONTHS


def _is_plan_by_tense(statement: Statement) -> bool:
    return statement.standing in (Modality.PLAN, Modality.PREDICTION)


def _gap(left: DateInterval, right: DateInterval) -> timedelta:
    first, second = sorted((left, right), key=lambda days: days.start or days.end or date.min)
    return second.start - first.end if first.end and second.start else timedelta.max


def _finding(
    verdict: Verdict,
    one: TimeMention,
    other: TimeMention,
    detail: str,
    *,
    score: float = 1.0,
    narrower: Side | None = None,
) -> Finding:
    return _finding_of(_RULE, verdict, one, other, detail, score=score, narrower=narrower)


def _finding_of(
    rule: str,
    verdict: Verdict,
    one: TimeMention,
    other: TimeMention,
    detail: str,
    *,
    score: float = 1.0,
    narrower: Side | None = None,
) -> Finding:
    return Finding(
        rule=rule,
        slot=Slot.WHEN,
        verdict=verdict,
        left=one.text,
        right=other.text,
        detail=detail,
        score=score if verdict is not Verdict.ABSTAINS else 0.5,
        narrower=narrower,
        left_span=one.span,
        right_span=other.span,
    )
