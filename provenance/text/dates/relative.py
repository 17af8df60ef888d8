"""Times told from the day of publication: "yesterday", "on Tuesday", "last week", "two months ago", "soon"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from provenance.model.interval import DateInterval
from provenance.text.dates.absolute import Match, Rule
from provenance.text.dates.clock import Clock, Moment, Relative, Tense
from provenance.text.dates.grammar import MONTH, START, WEEKDAY, WEEKDAYS, month_number, pattern, small_number
from provenance.text.dates.stretches import (
    month_of,
    months,
    part_of_month,
    part_of_year,
    season,
    week_of,
    weekend_of,
    year_of,
)

_SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_UNITS: dict[str, Callable[[date, int], DateInterval | None]] = {
    "week": week_of,
    "weekend": weekend_of,
    "month": month_of,
    "year": year_of,
}
_DAY_SHIFTS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_COUNT = r"(?P<count>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_THIRDS = {"early": (0, 1), "earlier": (0, 1), "beginning": (0, 1), "start": (0, 1), "mid": (1, 2), "middle": (1, 2)}


def _days_off(shift: int) -> Moment:
    return Relative(lambda anchor, _: DateInterval.day(anchor + timedelta(days=shift)))


def _named_day(match: Match) -> Moment:
    return _days_off(_DAY_SHIFTS[match["when"].lower()])


def _before_yesterday(match: Match) -> Moment:
    return _days_off(-2 if match["when"].lower() == "yesterday" else 2)


def _overnight(_: Match) -> Moment:
    return Relative(lambda anchor, _: DateInterval(anchor - timedelta(days=1), anchor))


def _weekday(match: Match) -> Moment:
    """A weekday alone is the last one, or the next one where the words look ahead; the anchor's own day counts.

    "Last" and "next" are told from the week as often as from the day: on a Wednesday "last Monday" is two days or nine
    days back, and both are given; nobody calls yesterday so. "This" is the one in the week, unless the words look away.
    """
    wanted, shift = WEEKDAYS[match["weekday"].lower()], (match["shift"] or "").lower()

    def told_from(anchor: date, tense: Tense | None) -> DateInterval:
        back, ahead = (anchor.weekday() - wanted) % 7, (wanted - anchor.weekday()) % 7
        if shift == "last":
            return _away(anchor, -(back or 7))
        if shift == "next":
            return _away(anchor, ahead or 7)
        if shift == "coming":
            return DateInterval.day(anchor + timedelta(days=ahead or 7))
        if shift == "this" and tense is None:
            return DateInterval.day(anchor + timedelta(days=wanted - anchor.weekday()))
        forward = tense is Tense.FUTURE or match["ahead"] is not None
        return DateInterval.day(anchor + timedelta(days=ahead if forward else -back))

    return Relative(told_from)


def _away(anchor: date, near: int) -> DateInterval:
    """Return the day so far off, one week further where that is meant, and both where either can be."""
    day, week = anchor + timedelta(days=near), timedelta(days=7 if near > 0 else -7)
    if not 0 <= anchor.weekday() + near <= 6:
        return DateInterval.day(day)
    if abs(near) == 1:
        return DateInterval.day(day + week)
    return DateInterval(min(day, day + week), max(day, day + week))


def _weekday_of_week(match: Match) -> Moment:
    """ "Tuesday of last week", "last week on Tuesday"."""
    wanted, shift = WEEKDAYS[match["weekday"].lower()], _SHIFTS[match["shift"].lower()]

    def told_from(anchor: date, _: Tense | None) -> DateInterval:
        week = week_of(anchor, shift)
        assert week.start is not None  # a week is closed
        return DateInterval.day(week.start + timedelta(days=wanted))

    return Relative(told_from)


def _unit(match: Match) -> Moment:
    shift, unit = _SHIFTS[match["shift"].lower()], match["unit"].lower()
    if unit == "quarter":
        return Relative(lambda anchor, _: _quarter_of(anchor, shift))
    return Relative(lambda anchor, _: _UNITS[unit](anchor, shift))


def _past_unit(match: Match) -> Moment:
    """The past week is the one up to the anchor, not the calendar's."""
    steps = {"week": relativedelta(weeks=1), "month": relativedelta(months=1), "year": relativedelta(years=1)}
    return Relative(lambda anchor, _: DateInterval(anchor - steps[match["unit"].lower()], anchor))


def _quarter_of(anchor: date, shift: int) -> DateInterval | None:
    moved = anchor + relativedelta(months=3 * shift)
    first = 3 * ((moved.month - 1) // 3) + 1
    return months(moved.year, first, first + 2)


def _part_of_unit(match: Match) -> Moment:
    """ "late last year", "the end of next week", "the second half of this year", "earlier this month"."""
    part, unit = " ".join(match["part"].lower().split()), match["unit"].lower()
    shift = _SHIFTS[(match["shift"] or "this").lower()]

    def told_from(anchor: date, _: Tense | None) -> DateInterval | None:
        whole = _UNITS[unit](anchor, shift)
        if whole is None or whole.start is None or whole.end is None:
            return None
        if part == "later" and shift == 0:
            return DateInterval(anchor, whole.end)
        if part == "earlier" and shift == 0:
            return DateInterval(whole.start, anchor)
        name = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}.get(part, part)
        if unit == "year":
            return part_of_year(name, whole.start.year)
        if unit == "month":
            return part_of_month(name, whole.start.year, whole.start.month)
        return whole

    return Relative(told_from)


def _season(match: Match) -> Moment:
    """This summer is the anchor's, or the nearest one of its year; last summer is the last one that has ended."""
    name, shift = match["season"].lower(), _SHIFTS[match["shift"].lower() or "this"]

    def told_from(anchor: date, tense: Tense | None) -> DateInterval | None:
        around = [
            s for s in (season(name, anchor.year + step) for step in (-2, -1, 0, 1, 2)) if s and s.start and s.end
        ]
        if shift < 0:
            return next((s for s in reversed(around) if s.end and s.end < anchor), None)
        if shift > 0:
            return next((s for s in around if s.start and s.start > anchor), None)
        return Clock(anchor, tense).choose_year(lambda y: season(name, y))

    return Relative(told_from)


def _month_shifted(match: Match) -> Moment:
    month, shift = month_number(match["month"]), _SHIFTS[match["shift"].lower()]

    def told_from(anchor: date, _: Tense | None) -> DateInterval | None:
        candidates = [months(anchor.year + step, month, month) for step in (-1, 0, 1)]
        if shift < 0:
            return next((i for i in reversed(candidates) if i and i.end and i.end < anchor), None)
        if shift > 0:
            return next((i for i in candidates if i and i.start and i.start > anchor), None)
        return months(anchor.year, month, month)

    return Relative(told_from)


def _ago(match: Match) -> Moment:
    """So many days ago is a day, weeks a week around the day, months a month, years a year."""
    count, unit = small_number(match["count"]), match["unit"].lower()

    def told_from(anchor: date, _: Tense | None) -> DateInterval | None:
        if unit == "day":
            return DateInterval.day(anchor - timedelta(days=count))
        if unit == "week":
            day = anchor - timedelta(weeks=count)
            return DateInterval(day - timedelta(days=3), day + timedelta(days=3))
        return month_of(anchor, -count) if unit == "month" else year_of(anchor, -count)

    return Relative(told_from)


def _stretch(match: Match) -> Moment:
    """ "in the past three days", "in the next two weeks": up to the anchor, or from it."""
    count, unit = small_number(match["count"]), match["unit"].lower()
    back = match["way"].lower() in {"past", "last"}
    steps = {
        "day": relativedelta(days=count),
        "week": relativedelta(weeks=count),
        "month": relativedelta(months=count),
        "year": relativedelta(years=count),
    }
    return Relative(
        lambda anchor, _: (
            DateInterval(anchor - steps[unit], anchor) if back else DateInterval(anchor, anchor + steps[unit])
        )
    )


def _day_of_month(match: Match) -> Moment | None:
    """ "on the 25th": the nearest one."""
    number = int(match["day"])
    if not 1 <= number <= 31:
        return None

    def told_from(anchor: date, _: Tense | None) -> DateInterval | None:
        starts = [month_of(anchor, shift).start for shift in (-1, 0, 1)]
        found = [part for part in (_day_in(start, number) for start in starts) if part is not None]
        return DateInterval.day(min(found, key=lambda day: abs((day - anchor).days))) if found else None

    return Relative(told_from)


def _day_in(start: date | None, number: int) -> date | None:
    try:
        return start.replace(day=number) if start else None
    except ValueError:  # the month is shorter
        return None


def _unplaced(_: Match) -> Moment:
    return Relative(None)


def _rule(text: str, make: Callable[[Match], Moment | None]) -> Rule:
    return pattern(START + text, any_case=True), make


def _plain_shift(make: Callable[[Match], Moment | None], text: str) -> Rule:
    return _rule(text.replace("SHIFT", r"(?P<shift>last|previous|this|current|next|coming)"), make)


RELATIVE: tuple[Rule, ...] = (
    _rule(r"(?:the )?day (?:before|after) (?P<when>yesterday|tomorrow)\b", _before_yesterday),
    _rule(
        r"(?:(?:late|early|earlier|later) )?(?P<when>today|tonight|yesterday|tomorrow)\b(?!['’]s? \w+ show)", _named_day
    ),
    _rule(r"(?:earlier |later )?(?P<when_>this (?:morning|afternoon|evening))\b", lambda _: _days_off(0)),
    _rule(r"last night\b", lambda _: _days_off(-1)),
    _rule(r"overnight\b(?! stay)", _overnight),
    (
        re.compile(
            r"(?<![\w-])(?:(?P<shift>last|Last|next|Next|this|This|coming)[ \t\u00a0]{1,3})?"
            rf"(?:(?P<ahead>(?<=for[ ]))|(?<!for[ ])){WEEKDAY}\b"
        ),
        _weekday,
    ),
    _plain_shift(_weekday_of_week, rf"{WEEKDAY}(?: of|,)? SHIFT week\b"),
    _plain_shift(_weekday_of_week, rf"SHIFT week,? on {WEEKDAY}\b"),
    _plain_shift(_unit, r"(?:the )?SHIFT (?P<unit>week|weekend|month|year|quarter)\b(?! of\b)"),
    _rule(r"(?:the )?(?P<way>past) (?P<unit>week|month|year)\b(?! of\b)", _past_unit),
    _rule(
        r"(?:the )?(?P<part>early|earlier|later|late|mid|beginning|start|middle|end)(?: of|-)? "
        r"(?:the |(?P<shift>last|this|next) )(?P<unit>week|month|year)\b(?! of)",
        _part_of_unit,
    ),
    _plain_shift(
        _part_of_unit,
        r"(?:the )?(?P<part>first half|second half|(?:first|second|third|fourth|last) quarter) of "
        r"(?:the|SHIFT) (?P<unit>year)\b",
    ),
    _plain_shift(_part_of_unit, r"(?:the )?(?P<part>first half|second half) of (?:the|SHIFT) (?P<unit>month)\b"),
    _plain_shift(_season, r"SHIFT (?P<season>spring|summer|autumn|fall|winter)\b"),
    _rule(
        r"(?<=in\s)(?:the )?(?P<shift>)(?P<season>spring|summer|autumn|winter)\b(?! (?:of|[0-9]|olympics|games))",
        _season,
    ),
    (pattern(START + r"(?P<shift>last|Last|next|Next|this|This) " + MONTH + r"(?! [0-9])"), _month_shifted),
    _rule(_COUNT + r" (?P<unit>day|week|month|year)s? (?:ago|earlier)\b", _ago),
    _rule(
        r"(?:the |its |his |her |their )?(?P<way>past|last|next|coming) "
        + _COUNT
        + r" (?P<unit>day|week|month|year)s\b",
        _stretch,
    ),
    _rule(
        r"(?<=on\sthe\s)(?P<day>[0-9]{1,2})(?:st|nd|rd|th)\b(?=[.,;:!?)\"”]|$| (?:in|at|and|with|to)\b)", _day_of_month
    ),
    _rule(r"(?:very |quite )?soon\b(?! as)", _unplaced),
    _rule(r"(?:in |over )?the (?:near|foreseeable|immediate) future\b", _unplaced),
    _rule(
        r"(?:in |over |during )?(?:the )?(?:recent|coming|next few|last few|past few|following) "
        r"(?:hours|days|weeks|months|years)\b",
        _unplaced,
    ),
    _rule(r"(?:in |over |during )?the (?:days|weeks|months|years) ahead\b", _unplaced),
    _rule(r"(?:a few|several|some|many) (?:days|weeks|months|years) (?:ago|earlier|later)\b", _unplaced),
)
