"""The pieces of which patterns for times are built."""

from __future__ import annotations

import re

_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {"a": 1, "an": 1}

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
MONTH = rf"(?P<month>(?:{_FULL}|{_FULL.upper()})\b|{_SHORT})"
MONTH_2 = MONTH.replace("<month>", "<month2>")
DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9:%]|[.,][0-9])"
DAY_2 = DAY.replace("<day>", "<day2>")
YEAR = r"(?P<year>1[5-9][0-9]{2}|20[0-9]{2})(?![0-9]|[.,][0-9])"
YEAR_2 = YEAR.replace("<year>", "<year2>")
DASH = r"\s?[-–—]\s?"
WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
START = r"(?<![\w$€£#/.-])"  # no word, sum or identifier runs into it


def month_number(name: str) -> int:
    """Return 4 for "April", "APRIL", "Apr" and "Apr."."""
    return MONTHS[name.lower().rstrip(".")]


def small_number(word: str) -> int:
    """Return 3 for "three" and "3"; "a" is one."""
    return SMALL_NUMBERS.get(word.lower()) or int(word)


def pattern(text: str, *, any_case: bool = False) -> re.Pattern[str]:
    """Return the pattern, in which a blank stands for any short run of white space."""
    return re.compile(text.replace(" ", r"[ \t\u00a0]{1,3}\n?"), re.IGNORECASE if any_case else 0)
