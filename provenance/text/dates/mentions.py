"""Finding the times that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from provenance.model.interval import DateInterval, TimeMention
from provenance.model.span import Span
from provenance.text.dates.absolute import ABSOLUTE
from provenance.text.dates.clock import Calendar, Clock, Moment, Tense
from provenance.text.dates.grammar import DAY, MONTH, month_number
from provenance.text.dates.relative import RELATIVE
from provenance.text.dates.stretches import days

_OPENING = re.compile(
    r"(?<![\w-])(?:(?P<since>since|starting(?: on| in)?|beginning(?: on| in)?|from)"
    r"|(?P<until>until|till|through|up to|as of)|(?P<by>by)|(?P<before>before|prior to|ahead of)"
    r"|(?P<after>after|following)|(?P<pair>between))(?P<article> the)?[ \t\u00a0\n]{1,3}(?:the )?$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"^(?:\s(?:to|and|until|till|through)\s(?:on |the )*|\s?[-–—]\s?)$", re.IGNORECASE)
_FURTHER_DAY = re.compile(rf",? (?:and )?{DAY}(?=[.,;:]|$| and [0-9]| (?:in|at|on|for|to|as|with)\b)(?!,? [0-9]{{4}})")
_ONWARD = re.compile(r" on(?:wards?)?\b(?! (?:the|a)\b)")
_JOIN_AHEAD = re.compile(r" (?:to|until|till|through)\b|\s?[-–—]")
_GENITIVE = re.compile(r"['’]s?\s")
_REACH = 24  # how far before a moment its opening word may begin


@dataclass(frozen=True, slots=True)
class Found:
    """A moment and where it stands."""

    span: Span
    moment: Moment


def find_moments(text: str) -> tuple[Found, ...]:
    """Return the moments that the text names, from left to right; the longest wins where two overlap."""
    found = sorted(_matches(text), key=lambda f: (f.span.start, -f.span.end))
    kept: list[Found] = []
    for candidate in found:
        if not kept or candidate.span.start >= kept[-1].span.end:
            kept.append(candidate)
        elif len(candidate.span) > len(kept[-1].span):
            kept[-1] = candidate
    return tuple(f for first in kept for f in (first, *_enumerated(first, text)))


def _enumerated(first: Found, text: str) -> Iterator[Found]:
    """Yield the further days of "April 5, 12 and 19", each a moment of its own."""
    opening = re.search(rf"^{MONTH} {DAY}$", first.span.of(text))
    if not opening or not isinstance(first.moment, Calendar):
        return
    month, position = month_number(opening["month"]), first.span.end
    while further := _FURTHER_DAY.match(text, position):
        number = int(further["day"])
        yield Found(
            Span(further.start("day"), further.end("day")),
            Calendar(partial(_day_of, month=month, number=number), first.moment.year),
        )
        position = further.end()


def _day_of(year: int, *, month: int, number: int) -> DateInterval | None:
    return days(year, month, number, number)


def _matches(text: str) -> Iterator[Found]:
    for rule, make in (*ABSOLUTE, *RELATIVE):
        for match in rule.finditer(text):
            moment = make(match)
            if moment is not None and match.end() > match.start():
                yield Found(_trimmed(match, text), moment)


def _trimmed(match: re.Match[str], text: str) -> Span:
    """Return the match without white space at its edges."""
    start, end = match.span()
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def find_times(
    text: str, anchor: date | None, *, given: bool = True, tense: Tense | None = None
) -> tuple[TimeMention, ...]:
    """Return every time that the text names, its days resolved against the anchor.

    Where the words give no year, and the anchor is None, the interval is None; with `given=False` the anchor itself was
    inferred, and so is every year that rests on it. `tense` says which way the words look.

    >>> [str(t.interval) for t in find_times("in the second half of April", date(2019, 4, 23))]
    ['2019-04-16..2019-04-30']
    """
    clock = Clock(anchor, tense)
    moments = find_moments(text)
    mentions: list[TimeMention] = []
    index = 0
    while index < len(moments):
        first, second = moments[index], moments[index + 1] if index + 1 < len(moments) else None
        opening = _opening_of(first, text)
        pair = second if second and opening and _makes_pair(opening, first, second, text) else None
        if opening is None and _is_agent(text, first):
            index += 1
            continue
        span, interval, leans = _resolved(first, pair, opening, clock, text)
        words = span.of(text)
        inferred = not given and leans and interval is not None
        mentions.append(TimeMention(words, interval, (span,), inferred))
        index += 2 if pair else 1
    return tuple(mentions)


def _opening_of(found: Found, text: str) -> re.Match[str] | None:
    """Return the word before a moment that turns it into one side of a stretch: "since", "until", "by"."""
    low = max(0, found.span.start - _REACH)
    opening = _OPENING.search(text, low, found.span.start)
    if opening and opening["by"] and _is_agent(text, found):
        return None
    if opening and (opening["since"] or "").lower() == "from" and not _is_stretch(found, text):
        return opening if _ONWARD.match(text, found.span.end) or _JOIN_AHEAD.match(text, found.span.end) else None
    return opening


def _is_agent(text: str, found: Found) -> bool:
    """True for "announced by May": a person, not a month."""
    return found.span.of(text) in {"May", "April", "June"} and text[: found.span.start].endswith("ed by ")


def _is_stretch(found: Found, text: str) -> bool:
    return bool(re.search(r"\b(?:to|through|until)\b|[-–—]", found.span.of(text)))


def _makes_pair(opening: re.Match[str], first: Found, second: Found, text: str) -> bool:
    if not (opening["pair"] or (opening["since"] or "").lower() == "from"):
        return False
    return bool(_JOIN.match(text[first.span.end : second.span.start]))


def _resolved(
    first: Found, pair: Found | None, opening: re.Match[str] | None, clock: Clock, text: str
) -> tuple[Span, DateInterval | None, bool]:
    """Return the span, the interval, and whether it rests on the anchor."""
    start = opening.start() if opening else first.span.start
    if pair is not None:
        moment = _share_year(first.moment, pair.moment)
        span = Span(start, pair.span.end)
        leans = moment.leans_on_anchor or pair.moment.leans_on_anchor
        return span, _joined(moment.place(clock), pair.moment, clock), leans
    interval = first.moment.place(clock)
    if opening is None or opening["pair"]:
        return first.span, interval, first.moment.leans_on_anchor
    if (opening["since"] or "").lower() == "from" and _is_stretch(first, text):
        return Span(start, first.span.end), interval, first.moment.leans_on_anchor
    if interval is None and opening["since"] is None:
        return first.span, None, False
    of_event = _GENITIVE.match(text, first.span.end) is not None
    return Span(start, first.span.end), _opened(interval, opening, of_event), first.moment.leans_on_anchor


def _share_year(first: Moment, second: Moment) -> Moment:
    if isinstance(first, Calendar) and isinstance(second, Calendar):
        return first.of_year(second.year)
    return first


def _joined(start: DateInterval | None, second: Moment, clock: Clock) -> DateInterval | None:
    """Return from the first moment's first day to the second's last; a second without a year follows the first."""
    if start is None or start.start is None:
        return None
    ahead = Clock(start.start, Tense.FUTURE)
    end = second.place(clock if isinstance(second, Calendar) and second.year is not None else ahead)
    if end is None or end.end is None or end.end < start.start:
        return None
    return DateInterval(start.start, end.end)


def _opened(interval: DateInterval | None, opening: re.Match[str], of_event: bool) -> DateInterval | None:
    """Return the stretch that the opening word makes of the interval; a side that is not told is None.

    What comes after "Sunday's march", an event of that day, can come on the day itself.
    """
    if interval is None or interval.start is None or interval.end is None:
        return None
    if opening["since"]:
        return DateInterval(interval.start, None)
    if opening["until"] or opening["by"]:
        return DateInterval(None, interval.end)
    if of_event and (opening["before"] or opening["after"]):
        return DateInterval(None, interval.end) if opening["before"] else DateInterval(interval.start, None)
    if opening["before"]:
        return DateInterval(None, interval.start - timedelta(days=1)) if interval.start > date.min else None
    return DateInterval(interval.end + timedelta(days=1), None) if interval.end < date.max else None
