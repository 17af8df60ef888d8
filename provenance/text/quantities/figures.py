"""Finding the figures of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from provenance.model.frame import Quantity
from provenance.model.span import Span
from provenance.text.dates.mentions import find_moments
from provenance.text.listed import listed
from provenance.text.quantities.numbers import FRACTIONS, NUMBER, PLURALS, scale_of, value_of
from provenance.text.quantities.units import CURRENCIES, CURRENCY_WORDS, MEASURES, noun_after, singular

_LOWER = (
    "at least|no fewer than|no less than|not less than|not fewer than|more than|well over|over|above|in excess of"
    "|upwards? of|a minimum of|exceeding|greater than"
)
_UPPER = "up to|as many as|as much as|at most|no more than|not more than|fewer than|less than|under|below|a maximum of"
_NEARLY = "nearly|almost|close to|just under|just short of"
_ABOUT = "about|around|some|roughly|approximately|an estimated|estimated|circa"
_BOUND = (
    rf"(?:(?P<lower>{_LOWER})|(?P<upper>{_UPPER})|(?P<nearly>{_NEARLY})|(?P<about>{_ABOUT}))"
    r"(?: (?:about|around|some|an estimated))?"
)
_SIGN = r"(?:(?:US|U\.S\.|A|C|HK|NZ|S)?(?P<sign>[$€£¥₽₩₹₪])\s?)"
_START = r"(?<![\w$€£¥₽₩₹₪#/:.,’'-])"
_END = r"(?![0-9])"
_PERCENT = r"\s?%|[-\s]per ?cent\b|[-\s]percent\b|[-\s]pct\b"


def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text.replace(" ", r"[ \t\u00a0\n]{1,2}"), re.IGNORECASE)


_SCALE_AFTER_SIGN = r"(?:\s?m\b)?"
_RANGE = _compiled(
    rf"{_START}(?:{_BOUND} )?(?P<between>between )?{_SIGN}?(?P<first>{NUMBER})(?:{_PERCENT})?"
    rf"(?: (?P<joint>and|to|or) |\s?[-–—]\s?){_SIGN.replace('<sign>', '<sign2>')}?(?P<second>{NUMBER}){_END}"
)
_PLAIN = _compiled(rf"{_START}(?:{_BOUND} )?{_SIGN}?(?P<first>{NUMBER})(?(sign){_SCALE_AFTER_SIGN}){_END}")
_PLURAL = _compiled(rf"{_START}(?:(?:many|several) )?(?P<plural>{'|'.join(PLURALS)})\b(?! later| ago)")
_FRACTION = _compiled(rf"{_START}(?:{_BOUND} )?(?P<fraction>{'|'.join(FRACTIONS)})(?= of\b)")

# What stands before a number that names a thing and does not count one.
_NAMED_BY = re.compile(
    r"(?:\b(?:article|page|section|chapter|verse|number|no\.|nos\.|channel|route|room|phase|level|flight|highway|interstate"
    r"|type|version|grade|title|rule|resolution|item|figure|table|unit|line|gate|pier|block|apollo|formula|psalm|top|point"
    r"|protocol|at|covid|aged?|magnitude)|(?<![\w.])[A-Z][\w’'&.-]*|#)[ \t\u00a0]$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<![\w.-])([A-Z][\w’'&.-]*)[ \t\u00a0]$")
_LEADING = listed(
    """
    the a an another in on at of for with from by to and but about all these those his her their its our only
    just after before when where while as than that if over under between among more up both or nor not no about
    most some many any he she they we it i you who there then now still also even today yesterday since during
    within among almost nearly monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december
    """
)
_NAMING = listed(
    """
    article page section chapter verse number no. nos. channel route room phase level flight highway interstate
    type version grade title rule resolution item figure table unit line gate pier block formula psalm top
    protocol covid
    """
)
_PEOPLE_NEXT = re.compile(
    r"[ \t\u00a0](?:\w+ )?(?:people|persons|men|women|children|civilians|soldiers|troops|officers|officials|workers"
    r"|students|lawmakers|protesters|migrants|refugees|others|countries|states|percent|%|million|billion|dollars|years|days|months)\b"
)
_CLOCK = re.compile(
    r"(?::[0-9]|[ \t\u00a0]?(?:[ap]\.?m\b|o['’]clock|GMT|UTC|CET|EST|EDT|hours GMT"
    r"|in the (?:morning|afternoon|evening)\b)|/[0-9]|x[0-9])",
    re.IGNORECASE,
)
_SPREAD = 0.1  # "some 3,000" is taken as 3,000 give or take a tenth


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with its bounds, before its unit is known."""

    start: int
    end: int  # of the number's words
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return every figure that counts or measures something, from left to right.

    Dates, years, times of day, ordinals and numbers that name a thing ("Boeing 737", "Article 5", "G7") are none.

    >>> [(q.low, q.high, q.unit) for q in find_quantities("at least 40 people, some 3,000 troops and a dozen tanks")]
    [(40.0, None, 'person'), (2700.0, 3300.0, 'troop'), (12.0, 12.0, 'tank')]
    """
    times = [found.span for found in find_moments(text)]
    kept: list[_Found] = []
    for candidate in sorted(_candidates(text), key=lambda f: (f.start, -f.end)):
        inside_time = any(span.start < candidate.end and candidate.start < span.end for span in times)
        if not inside_time and (not kept or candidate.start >= kept[-1].end):
            kept.append(candidate)
    return _shared_units([_with_unit(found, text) for found in kept], text)


def _shared_units(found: list[Quantity], text: str) -> tuple[Quantity, ...]:
    """Give the first figure of "rose from 10 to 12 percent" the unit of the second."""
    for index, (left, right) in enumerate(pairwise(found)):
        between = text[left.span[0].end : right.span[0].start]
        if left.unit is None and right.unit and between.strip().lower() in {"to", "or", "and"}:
            found[index] = replace(left, unit=right.unit)
    return tuple(found)


def _candidates(text: str) -> Iterator[_Found]:
    for match in _PLURAL.finditer(text):
        low = PLURALS[" ".join(match["plural"].lower().split())]
        yield _Found(match.start(), match.end(), low, None, approximate=True)
    for match in _FRACTION.finditer(text):
        share = _rounded(100 * FRACTIONS[" ".join(match["fraction"].lower().split())])
        yield replace(_bounded(match, share, share), unit="percent", approximate=True)
    for match in _RANGE.finditer(text):
        if (found := _range(match, text)) is not None:
            yield found
    position = 0
    while plain := _PLAIN.search(text, position):
        position = plain.end()
        value = value_of(plain["first"] + _scale_letter(plain, text))
        if value is not None and _counts(plain, text):
            unit = CURRENCIES[plain["sign"]] if plain["sign"] else None
            yield replace(_bounded(plain, value, value), unit=unit)


def _scale_letter(match: re.Match[str], text: str) -> str:
    """Return the "m" of "$3m", which means metres anywhere else."""
    return "m" if match["sign"] and text[match.end("first") : match.end()].strip().lower() == "m" else ""


def _range(match: re.Match[str], text: str) -> _Found | None:
    """Return "between 10 and 12", "3-5", "10 to 12", "two or three"; None where the two are not one range."""
    joint = (match["joint"] or "-").lower()
    if (joint == "and") != bool(match["between"]) or not _counts(match, text):
        return None
    if joint == "to" and re.search(r"\bfrom\s$", text[max(0, match.start() - 6) : match.start()], re.IGNORECASE):
        return None  # "rose from 10 to 12" is two figures
    low, high = value_of(match["first"]), value_of(match["second"])
    if low is None or high is None:
        return None
    scale = scale_of(match["second"])
    if scale and not scale_of(match["first"]) and low * scale < high:
        low *= scale
    if low >= high:
        return None
    sign = match["sign"] or match["sign2"]
    return _Found(match.start(), match.end(), low, high, unit=CURRENCIES[sign] if sign else None)


def _bounded(match: re.Match[str], low: float, high: float) -> _Found:
    """Return the number with what the words before it make of its bounds."""
    start, end = match.start(), match.end()
    if match["lower"]:
        return _Found(start, end, low, None)
    if match["upper"]:
        return _Found(start, end, None, high)
    if match["nearly"]:
        return _Found(start, end, _rounded(low * (1 - _SPREAD)), high, approximate=True)
    if match["about"]:
        return _Found(start, end, _rounded(low * (1 - _SPREAD)), _rounded(high * (1 + _SPREAD)), approximate=True)
    return _Found(start, end, low, high)


def _rounded(value: float) -> float:
    return round(value, 4)


def _counts(match: re.Match[str], text: str) -> bool:
    """True unless the number names a thing, tells the time of day, or "one" is a pronoun."""
    after = text[match.end() : match.end() + 40]
    if match["sign"]:
        return True
    if _CLOCK.match(after) or _runs_on(after):
        return False
    if match["first"][0].isalpha():
        return _word_counts(match, text, after)
    if match.start("first") != match.start():
        return True  # a bound ("at least") never stands before a name
    before = text[max(0, match.start() - 40) : match.start()]
    capital = _CAPITAL.search(before)
    last = before.split()[-1].lower() if before.split() else ""
    if last == "at" and re.match(r"[.,;!?]|$| on\b| in the\b", after):
        return False  # "at 8"
    if last in _NAMING and not before.endswith("\n"):
        return False
    if capital and capital[1].lower() not in _LEADING and not before.endswith("\n"):
        return bool(_PEOPLE_NEXT.match(after))
    return True


def _runs_on(after: str) -> bool:
    """True where letters or digits follow at once that are no unit: "14th", "5G", "737-800"."""
    attached = re.match(r"[A-Za-z°]+(?:/h)?", after)
    if attached:
        return attached[0].lower() not in MEASURES and attached[0].lower() not in {"m", "bn"}
    return bool(re.match(r"-[0-9]|-[A-Z]\b|\.[0-9]|,[0-9]{3}", after))


def _word_counts(match: re.Match[str], text: str, after: str) -> bool:
    words = match["first"]
    if re.match(r"-(?:first|second|third|[a-z]+th)\b", after):
        return False  # "thirty-second"
    if re.match(r"[-\s](?:thirds?|quarters?|fifths?|halves|half)\b", after):
        return False
    follower = re.match(r"[ \t\u00a0\n]+([\w’'-]+)", after)
    next_word = follower[1] if follower else ""
    before = text[max(0, match.start("first") - 3) : match.start("first")]
    if words[0].isupper() and words != words.upper() and match.start("first") == match.start():
        opens = not before.strip() or before.rstrip()[-1] in ".!?:;\"“‘'(—–-\n"
        if not opens or (next_word[:1].isupper() and not _PEOPLE_NEXT.match(after)):
            return False  # "Ten Israeli soldiers" are counted, "Five Guys" are not
    if words.lower() == "one":
        return (
            next_word.islower()
            and next_word not in _NOT_AFTER_ONE
            and not re.search(
                r"\b(?:no|any|this|that|each)\s$", text[max(0, match.start() - 6) : match.start()], re.IGNORECASE
            )
        )
    return not after.startswith("-on-") and not after.startswith("-by-")


_NOT_AFTER_ONE = listed(
    """
    of another that who day thing side way time in to on and or is was can has had would will may at by as which
    more step point hand he she they we i you it for with the a an could should might whose whom but if from
    when where
    """
)


def _with_unit(found: _Found, text: str) -> Quantity:
    """Return the quantity with what it counts, its words running to the end of the unit."""
    unit, end = found.unit, found.end
    after = text[end:]
    percent = re.match(rf"(?:{_PERCENT})(?P<points>[-\s]points?\b)?", after, re.IGNORECASE)
    hyphened = re.match(r"-(?P<old>years?-old)\b|-(?P<noun>[a-z]+)\b", after)
    attached = re.match(r"\s?(km/h|[A-Za-z°]+)(?![\w-])", after)
    if unit is not None:
        pass
    elif scale_of(text[found.start : end]) and (won := re.match(r"\swon\b", after)):
        unit, end = "won", end + won.end()  # after a plain number the word is a verb
    elif percent:
        unit, end = ("percentage point" if percent["points"] else "percent"), end + percent.end()
    elif points := re.match(r"[-\s]percentage[-\s]points?\b", after):
        unit, end = "percentage point", end + points.end()
    elif old := re.match(r"[-\s]years?[-\s]old\b", after):
        unit, end = "year-old", end + old.end()
    elif hyphened:
        noun = hyphened["noun"] or ""
        unit, end = MEASURES.get(noun) or CURRENCY_WORDS.get(noun) or singular(noun), end + hyphened.end()
    elif attached and attached[1].lower() in MEASURES | CURRENCY_WORDS:
        word = attached[1].lower()
        unit, end = MEASURES.get(word) or CURRENCY_WORDS[word], end + attached.end()
    elif re.search(r"\baged?\s$", text[max(0, found.start - 5) : found.start]):
        unit = "year-old"
    elif (noun_found := noun_after(text, end, single=found.low == found.high == 1)) is not None:
        unit, end = noun_found
    span = Span(found.start, end)
    return Quantity(span.of(text), found.low, found.high, unit, found.approximate, (span,))
