"""When an article was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from provenance.ingest.metadata import Metadata
from provenance.ingest.reader import Page
from provenance.model.article import PublishedOrigin
from provenance.model.span import Span
from provenance.text.blocks import find_blocks
from provenance.text.datelines import DAY, MONTHS, Dateline, find_dateline
from provenance.text.desks import Knows
from provenance.text.furniture.times import is_timestamp

WRITTEN_DAY = re.compile(DAY, re.IGNORECASE)
ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def find_published(
    page: Page, given: Metadata, furniture: Iterable[Span], knows: Knows
) -> tuple[str | None, PublishedOrigin]:
    """Return when the article was published, in ISO 8601, and where that comes from.

    In this order: given by the user, said by the document, the dateline, a timestamp among the furniture, inferred from
    the days that the text names. A dateline's year is that of the timestamp or of the inferred day.
    """
    if given.published:
        return given.published, PublishedOrigin.GIVEN
    if page.metadata.published:
        return page.metadata.published, page.published_origin
    stamp = _stamped(page.text, furniture)
    dateline = find_dateline(page.text, knows)
    if dateline and (day := _day_of(dateline, stamp, page.text)):
        return day.isoformat(), PublishedOrigin.DATELINE
    day = stamp or _inferred(page.text)
    return (day.isoformat(), PublishedOrigin.TEXT) if day else (None, PublishedOrigin.UNKNOWN)


def _day_of(dateline: Dateline, stamp: date | None, text: str) -> date | None:
    """Return the dateline's day in its own year, else in the year that puts it next to what else is known."""
    if dateline.month is None:
        return None
    if dateline.year:
        return dateline.on(dateline.year)
    anchor = stamp or _inferred(text)
    if anchor is None:
        return None
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := dateline.on(year))]
    return min(days, key=lambda day: abs(day - anchor), default=None)


def _stamped(text: str, furniture: Iterable[Span]) -> date | None:
    """Return the earliest full date of the timestamps: updates come after the publication."""
    days: list[date] = []
    for block in (block for span in furniture for block in find_blocks(span.of(text))):
        if is_timestamp(block) and (day := _day_in(block.bare)):
            days.append(day)
    return min(days, default=None)


def _day_in(words: str) -> date | None:
    """Return the day that a line names with month and year; "05/03/2013" can be two days, and is none here."""
    try:
        if iso := ISO_DAY.search(words):
            return date(*map(int, iso.groups()))
        if (found := WRITTEN_DAY.search(words)) and found["year"]:
            month = (found["month"] or found["month2"]).rstrip(".").casefold()
            return date(int(found["year"]), MONTHS[month], int(found["day"] or found["day2"]))
    except ValueError:
        return None
    return None


def _inferred(text: str) -> date | None:
    """Return the day that the text's own days lead to, if the text names it without its year.

    News says "on April 23" of its own days; a day with its year, "on June 25, 2012", is one that it looks back on.
    """
    from provenance.text.dates import infer_anchor

    day = infer_anchor(text)
    return day if day and any(_is_bare(found, day) for found in WRITTEN_DAY.finditer(text)) else None


def _is_bare(found: re.Match[str], day: date) -> bool:
    """True where the words name this day of the year and no year."""
    month = MONTHS[(found["month"] or found["month2"]).rstrip(".").casefold()]
    return not found["year"] and (month, int(found["day"] or found["day2"])) == (day.month, day.day)
