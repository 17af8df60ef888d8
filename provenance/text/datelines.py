"""Datelines: the place, day and agency that stand before an article's first words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from provenance.model.span import Span
from provenance.text.blocks import Block, find_blocks
from provenance.text.desks import ACRONYM, Knows, is_agency

MONTHS = {
    name: number
    for number, names in enumerate(
        (
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
        ),
        1,
    )
    for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = rf"(?:(?P<month>{MONTH})\s(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s(?P<month2>{MONTH}))(?:,?\s(?P<year>\d{{4}}))?"
UPPER = r"[A-Z][A-Z’'./-]+(?:\s[A-Z][A-Z’'./-]+){0,3}"
TITLE = r"[A-Z][\w’'.-]+(?:[\s/-][A-Z][\w’'.-]+){0,3}"
REGION = rf"(?:,\s(?!(?i:{MONTH})\s?\d)[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
AGENCY = r"(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<agency2>[^/\n]{2,30})/|\[(?P<agency3>[^\[\]\n]{2,30})\])"
DASH = r"(?:--|[—–―]|-(?=\s))(?!\s?\d)"
LONGEST = 150
LEADS = 3  # paragraphs that a dateline may open
NOT_PLACES = re.compile(
    r"(?:FILE|UPDATED?|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|WATCH|PHOTOS?|VIDEO|LIVE|CORRECTION|NOTE|READ|MORE|Q|A|BY|IN|ON"
    r"|AT|SINCE|FROM|BETWEEN|AFTER|BEFORE|UNTIL|EARLY|LATE|THE|UPDATE\d*)\b",
    re.IGNORECASE,
)

WITH_AGENCY = re.compile(
    rf"(?P<place>{TITLE}|{UPPER})?{REGION}(?:(?<=\w)[,.]?\s|(?<=\.)\s)?(?:(?i:{DAY})\.?,?\s)?{AGENCY}(?P<dash>\s*{DASH}|\.)?"
)
WITH_DAY = re.compile(rf"(?P<place>{TITLE}|{UPPER}){REGION},\s(?i:{DAY})\s*{DASH}")
BARE = re.compile(rf"(?P<place>{UPPER}){REGION}(?:\sand\s{UPPER}|/{UPPER})?\s*(?:--|[—–―]|\s-(?=\s))")
DOTTED = re.compile(rf"(?P<place>{TITLE})\.\s(?i:{DAY})\.\s(?P<agency>[A-Z][A-Z.]+)\s*{DASH}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "SEOUL, April 23 (Yonhap) --": what is not told is None."""

    span: Span  # all of it, the dash included
    place: str | None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    agency: Span | None = None

    def on(self, year: int) -> date | None:
        """Return the day in a year, None where the dateline names no day or the year does not have it."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def find_dateline(text: str, knows: Knows | None = None) -> Dateline | None:
    """Return the dateline of the text's first paragraphs, None where they have none.

    >>> found = find_dateline("SEOUL, April 23 (Yonhap) -- North Korea said on Tuesday that talks will go on.")
    >>> (found.place, found.month, found.day, found.year)
    ('SEOUL', 4, 23, None)
    """
    return next((found for _, found in zip(range(LEADS), _dateline_of_leads(text, knows), strict=False) if found), None)


def _dateline_of_leads(text: str, knows: Knows | None) -> Iterator[Dateline | None]:
    return (dateline_of(block, knows) for block in find_blocks(text) if may_open_story(block))


def may_open_story(block: Block) -> bool:
    """True where the block is long enough to be a first paragraph."""
    return block.is_prose or (len(block.words) >= 12 and block.text.endswith(":"))


def dateline_of(block: Block, knows: Knows | None = None) -> Dateline | None:
    """Return the dateline that the block begins with, None for an ordinary beginning."""
    head = block.text[:LONGEST]
    for pattern, accepts in (
        (WITH_AGENCY, _names_agency),
        (WITH_DAY, _anything),
        (BARE, _bare_place),
        (DOTTED, _anything),
    ):
        match = pattern.match(head)
        if match and not NOT_PLACES.match(head) and accepts(match, block.text, knows):
            return _dateline(block, match)
    return None


def _anything(match: re.Match[str], text: str, knows: Knows | None) -> bool:
    return True


def _names_agency(match: re.Match[str], text: str, knows: Knows | None) -> bool:
    """True where the brackets hold a desk, or a name after a day and before a dash."""
    group = _agency_group(match)
    assert group
    if is_agency(match[group], knows):
        return bool(match["dash"]) or text[match.end() : match.end() + 2].strip()[:1].isupper()
    dated = match["day"] or match["day2"]
    return bool(match["dash"] and dated and (match[group].istitle() or ACRONYM.fullmatch(match[group])))


def _bare_place(match: re.Match[str], text: str, knows: Knows | None) -> bool:
    """True where a new sentence follows the dash: "NATO — which met on Monday — said" is no dateline."""
    follows = text[match.end() :].lstrip()[:1]
    return not follows.islower() and bool(follows)


def _agency_group(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return next((name for name in ("agency", "agency2", "agency3") if groups.get(name)), None)


def _dateline(block: Block, match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    month = groups.get("month") or groups.get("month2")
    day = groups.get("day") or groups.get("day2")
    group = _agency_group(match)
    return Dateline(
        span=block.part(0, match.end()),
        place=groups.get("place"),
        month=MONTHS[month.rstrip(".").casefold()] if month else None,
        day=int(day) if day else None,
        year=int(groups["year"]) if groups.get("year") else None,
        agency=block.part(*match.span(group)) if group else None,
    )
