"""Times that name a place in the calendar: days, months, parts of them, years, decades."""

from __future__ import annotations

import re
from collections.abc import Callable

from provenance.model.interval import DateInterval
from provenance.text.dates.clock import Calendar, Moment, Relative
from provenance.text.dates.grammar import (
    DASH,
    DAY,
    DAY_2,
    MONTH,
    MONTH_2,
    ORDINALS,
    START,
    WEEKDAY,
    YEAR,
    month_number,
    pattern,
)
from provenance.text.dates.stretches import days, months, part_of_month, part_of_year, season, years

Match = re.Match[str]
Rule = tuple[re.Pattern[str], Callable[[Match], Moment | None]]

_OPTIONAL_YEAR = rf"(?:(?:,| of)? {YEAR}|, {YEAR.replace('<year>', '<year_b>')})?"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY.replace('<weekday>', '<named_day>')},? )?"
_OPTIONAL_WEEKDAY = rf"{_WEEKDAY_BEFORE}(?:the )?"
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)"
_LONG_PART = (
    r"(?:the )?(?:(?P<half>(?:[Ff]irst|[Ss]econd) half"
    r"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) (?:week|quarter))"
    r"|(?P<edge>[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)) of "
)
_EDGES = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def _year(match: Match) -> int | None:
    groups = match.groupdict()
    found = groups.get("year") or groups.get("year_b")
    return int(found) if found else None


def _part(match: Match) -> str:
    groups = match.groupdict()
    edge = groups.get("edge")
    return _EDGES[edge.lower()] if edge else " ".join((groups.get("half") or groups["part"]).lower().split())


def _iso(match: Match) -> Moment | None:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    return Calendar(lambda y: days(y, month, day, day), year) if days(year, month, day, day) else None


def _numeric(match: Match) -> Moment | None:
    """25/04/2019 is a day of April; 03/04/2019 may be two days, and stays without an interval."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = {(month, day) for day, month in ((first, second), (second, first)) if days(year, month, day, day)}
    if len(readings) != 1:
        return Relative(None) if readings else None
    ((month, day),) = readings
    return Calendar(lambda y: days(y, month, day, day), year)


def _days(match: Match) -> Moment | None:
    """A day, or from one day to another of the same month."""
    month, first = month_number(match["month"]), int(match["day"])
    last = int(match.groupdict().get("day2") or first)
    if not days(2020, month, first, last):  # a leap year has every day that there is
        return None
    return Calendar(lambda y: days(y, month, first, last), _year(match))


def _neighbours(match: Match) -> Moment | None:
    """ "26 and 27 April" is one stretch; "5 and 12 April" is not, and is left to the pattern for one day."""
    return _days(match) if int(match["day2"]) == int(match["day"]) + 1 else None


def _across_months(match: Match) -> Moment | None:
    first, last = month_number(match["month"]), month_number(match["month2"])
    from_day, to_day = int(match["day"]), int(match["day2"])

    def in_year(year: int) -> DateInterval | None:
        start, end = days(year, first, from_day, from_day), days(year + (last < first), last, to_day, to_day)
        return DateInterval(start.start, end.end) if start and end else None

    return Calendar(in_year, _year(match))


def _month(match: Match) -> Moment:
    month = month_number(match["month"])
    return Calendar(lambda y: months(y, month, month), _year(match))


def _month_range(match: Match) -> Moment:
    first, last = month_number(match["month"]), month_number(match["month2"])

    def in_year(year: int) -> DateInterval | None:
        if first <= last:
            return months(year, first, last)
        start, end = months(year - 1, first, first), months(year, last, last)
        return DateInterval(start.start, end.end) if start and end else None

    return Calendar(in_year, _year(match))


def _month_part(match: Match) -> Moment | None:
    part, month = _part(match), month_number(match["month"])
    if part.endswith("quarter"):
        return None
    return Calendar(lambda y: part_of_month(part, y, month), _year(match))


def _year_part(match: Match) -> Moment | None:
    part = _part(match)
    return Calendar(lambda y: part_of_year(part, y), int(match["year"])) if part_of_year(part, 2020) else None


def _quarter(match: Match) -> Moment:
    number = int(match["quarter"])
    name = f"{next(word for word, n in ORDINALS.items() if n == number)} quarter"
    return Calendar(lambda y: part_of_year(name, y), int(match["year"]))


def _season(match: Match) -> Moment | None:
    name, year = match["season"].lower(), int(match["year"])
    if name == "winter":
        if not match["next"]:
            return Relative(None)  # "the winter of 2017" began in it, or ended in it
        return Calendar(lambda y: season("winter", y), year)
    return Calendar(lambda y: season(name, y), year)


def _decade(match: Match) -> Moment:
    first = int(match["decade"])
    first += 1900 if first < 100 else 0
    bounds = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}
    start, end = bounds[match["part"].lower() if match["part"] else None]
    return Calendar(lambda y: years(y + start, y + end), first)


def _years(match: Match) -> Moment | None:
    first, short = int(match["year"]), match["last"]
    last = int(short) if len(short) == 4 else first - first % 100 + int(short)
    return Calendar(lambda y: years(y, last), first) if first < last else None


def _one_year(match: Match) -> Moment:
    return Calendar(lambda y: years(y, y), int(match["year"]))


def _led_by(words: str) -> str:
    """Return a pattern for what stands right behind one of these words, a blank between."""
    return "(?:" + "|".join(rf"(?<={word}\s)" for word in words.split()) + ")"


_MONTH_BEFORE = _led_by(
    "in In since Since until till from of by last this next through before after during between every"
)
_UNMISTAKABLE = MONTH.replace("|March", "").replace("|May", "").replace("|MARCH", "").replace("|MAY", "")
_UNMISTAKABLE = _UNMISTAKABLE.replace("|Mar", "").replace("|August", "").replace("|AUGUST", "")
_NO_MARCH = r"(?! (?:on|by|in|of|to|for|from|at|through|that|against|past|across|with)\b)"
# A year on its own: after a word that leads to one, or with nothing after it that could be counted.
_YEAR_LED = _led_by("in In since Since of by By until from From the The during before after between to year").replace(
    "(?:", "(?:(?<=mid-)|", 1
)
_NOTHING_COUNTED = (
    r"(?! (?:(?:more|new|other|further) )?(?:people|men|women|children|troops|police|dollars|euros|percent)\b"
    r"| (?:GMT|UTC|hours|local time)\b| (?:kilo)?(?:met|lit)(?:er|re)s?\b|\s?(?:%|km|kg|m)\b)"
)

ABSOLUTE: tuple[Rule, ...] = (
    (pattern(START + r"(?P<iso>(?:1[5-9]|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9-])"), _iso),
    (pattern(START + r"(?P<first>[0-3]?[0-9])(?P<mark>[/.-])(?P<second>[0-3]?[0-9])(?P=mark)" + YEAR), _numeric),
    (pattern(rf"{START}{_WEEKDAY_BEFORE}{MONTH} {DAY}{_OPTIONAL_YEAR}"), _days),
    (pattern(rf"{START}{_OPTIONAL_WEEKDAY}{DAY}(?: of)? {MONTH}{_OPTIONAL_YEAR}"), _days),
    (pattern(rf"{START}{MONTH} {DAY}(?:{DASH}| to | through | until ){DAY_2}{_OPTIONAL_YEAR}"), _days),
    (pattern(rf"{START}{DAY}(?:{DASH}| to | through | until ){DAY_2}(?: of)? {MONTH}{_OPTIONAL_YEAR}"), _days),
    (pattern(rf"{START}[Bb]etween {MONTH} {DAY} and {DAY_2}{_OPTIONAL_YEAR}"), _days),
    (pattern(rf"{START}[Bb]etween (?:the )?{DAY} and (?:the )?{DAY_2}(?: of)? {MONTH}{_OPTIONAL_YEAR}"), _days),
    (
        pattern(rf"{START}{MONTH} {DAY} (?:and|or) {DAY_2}{_OPTIONAL_YEAR}(?! [A-Z][a-z]+ber| January| April| June)"),
        _neighbours,
    ),
    (pattern(rf"{START}{DAY} (?:and|or) {DAY_2}(?: of)? {MONTH}{_OPTIONAL_YEAR}"), _neighbours),
    (pattern(rf"{START}{MONTH} {DAY}(?:{DASH}| to | through ){MONTH_2} {DAY_2}{_OPTIONAL_YEAR}"), _across_months),
    (pattern(rf"{START}{DAY} {MONTH}(?:{DASH}| to ){DAY_2} {MONTH_2}{_OPTIONAL_YEAR}"), _across_months),
    (pattern(rf"{START}{_LONG_PART}{MONTH}{_OPTIONAL_YEAR}(?! [0-3]?[0-9]\b)"), _month_part),
    (pattern(rf"{START}{_PART}(?:-| ){MONTH}{_OPTIONAL_YEAR}(?! [0-3]?[0-9]\b)"), _month_part),
    (pattern(rf"{START}{MONTH}(?:{DASH}| to | through ){MONTH_2},?(?: of)? {YEAR}"), _month_range),
    (pattern(rf"{START}[Bb]etween {MONTH} and {MONTH_2},?(?: of)? {YEAR}"), _month_range),
    (pattern(rf"{START}[Bb]etween {MONTH} and {MONTH_2}(?! [0-9])"), _month_range),
    (pattern(rf"{START}{MONTH},?(?: of)? {YEAR}"), _month),
    (pattern(rf"{START}{_MONTH_BEFORE}{MONTH}(?![\s-][0-9]|\w|['’]s? [a-z]+ (?:government|cabinet))"), _month),
    (pattern(rf"{START}{_UNMISTAKABLE}(?![\w-]| [0-9]| [A-Z])"), _month),
    (pattern(rf"{START}(?<=\b[aA]\s){MONTH}(?= [a-z]){_NO_MARCH}"), _month),  # "a May census"
    (pattern(rf"{START}{_LONG_PART}(?:the year )?{YEAR}"), _year_part),
    (pattern(rf"{START}{_PART}[-\s]{YEAR}"), _year_part),
    (pattern(rf"{START}Q(?P<quarter>[1-4])(?: of)? {YEAR}"), _quarter),
    (pattern(rf"{START}(?P<quarter>[1-4])Q {YEAR}"), _quarter),
    (
        pattern(
            rf"{START}(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter) (?:of )?{YEAR}"
            r"(?P<next>[-–/](?:20)?[0-9]{2})?"
        ),
        _season,
    ),
    (
        pattern(rf"{START}(?:the )?(?:{_PART}[-\s])?['’]?(?P<decade>(?:1[5-9]|20)[0-9]0|(?<=['’])[0-9]0)['’]?s\b"),
        _decade,
    ),
    (pattern(rf"{START}{YEAR}(?:{DASH}|/)(?P<last>(?:20|19)[0-9]{{2}}|[0-9]{{2}})(?![0-9/-])"), _years),
    (pattern(rf"{START}[Ff]rom {YEAR} (?:to|until|through) (?P<last>(?:20|19)[0-9]{{2}})(?![0-9])"), _years),
    (pattern(rf"{START}[Bb]etween {YEAR} and (?P<last>(?:20|19)[0-9]{{2}})(?![0-9])"), _years),
    (pattern(rf"{START}{_YEAR_LED}{YEAR}(?!-?[a-zA-Z]){_NOTHING_COUNTED}"), _one_year),
    (pattern(rf"{START}{YEAR}(?![\w/]|-[0-9]){_NOTHING_COUNTED}(?! [a-z]+s\b)"), _one_year),
)
