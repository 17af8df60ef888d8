"""What a web page's own metadata says: meta elements, JSON-LD, one marked time. The visible text is not searched.

Dates guessed from the text of a page come out wrong from teasers of other articles, so that none is taken from there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from provenance.errors import InvalidMetadata
from provenance.ingest.metadata import LONGEST, UNUSABLE, WEB_ADDRESS, Metadata, parse_published

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "date",
)
ARTICLE_TYPES = re.compile(r"(?:News|Reportage|Analysis|Background|Opinion|Blog|Live)?(?:Article|Posting|BlogPosting)$")
DEEPEST = 8  # levels of JSON-LD
MOST_ELEMENTS = 5_000
URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
DIVIDERS = r"\s*[|–—·•:»-]\s*"


def find_page_metadata(tree: Any) -> Metadata:
    """Return title, outlet, URL and date of the page; what it does not say, or says wrongly, is None."""
    meta = _meta(tree)
    linked = _article_record(tree)
    outlet = _line(meta.get("og:site_name") or _name_of(linked.get("publisher")) or meta.get("application-name"))
    url = _url(tree, meta, linked)
    return Metadata(
        title=_title(tree, meta, linked, outlet),
        outlet=outlet,
        url=url,
        published=_published(tree, meta, linked, url),
    )


def _meta(tree: Any) -> dict[str, str]:
    """Return the contents of the meta elements by their name in lower case, the first of each."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]")[:MOST_ELEMENTS]:
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content").strip()
        if name and content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _article_record(tree: Any) -> dict[str, Any]:
    """Return the first JSON-LD record that describes an article; empty where there is none."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]')[:50]:
        try:
            content = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for record in _records(content, DEEPEST):
            kind = record.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(name, str) and ARTICLE_TYPES.match(name) for name in kinds):
                return record
    return {}


def _records(content: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(content, list):
        for part in content:
            yield from _records(part, depth - 1)
    elif depth and isinstance(content, dict):
        yield content
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _records(content.get(key), depth - 1)


def _name_of(publisher: object) -> str | None:
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    return publisher if isinstance(publisher, str) else None


def _title(tree: Any, meta: dict[str, str], linked: dict[str, Any], outlet: str | None) -> str | None:
    headline = linked.get("headline")
    titles = tree.xpath("//h1")
    candidates = (
        headline if isinstance(headline, str) else None,
        meta.get("og:title"),
        " ".join(titles[0].itertext()) if len(titles) == 1 else None,
        meta.get("twitter:title"),
        next(iter(tree.xpath("//head/title/text()")), None),
    )
    title = next((line for line in map(_line, candidates) if line), None)
    if title and outlet:
        title = re.sub(rf"{DIVIDERS}{re.escape(outlet)}$|^{re.escape(outlet)}{DIVIDERS}", "", title) or title
    return title


def _url(tree: Any, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    canonical = tree.xpath('//link[@rel="canonical"]/@href')
    candidates = (*map(str, canonical[:1]), meta.get("og:url"), linked.get("url"))
    lines = (_line(candidate) for candidate in candidates if isinstance(candidate, str))
    return next((line for line in lines if line and WEB_ADDRESS.fullmatch(line)), None)


def _published(tree: Any, meta: dict[str, str], linked: dict[str, Any], url: str | None) -> str | None:
    """Return when the page was published: the most explicit statement that can be read."""
    candidates = [linked.get("datePublished"), *(meta.get(name) for name in PUBLISHED), *_times(tree)]
    for candidate in candidates:
        if isinstance(candidate, str) and (found := _date(candidate)):
            return found
    day = URL_DAY.search(url or "")
    return _date("-".join((day[1], day[2].zfill(2), day[3].zfill(2)))) if day else None


def _times(tree: Any) -> list[str]:
    """Return the moment of the page's only time element, or of the only one marked as its publication."""
    for path in (
        '//time[@pubdate or @itemprop="datePublished"]/@datetime',
        "//article//time/@datetime",
        "//time/@datetime",
    ):
        moments = list(dict.fromkeys(map(str, tree.xpath(path)[:MOST_ELEMENTS])))
        if moments:
            return moments if len(moments) == 1 else []
    return []


def _date(words: str) -> str | None:
    """Return a date as metadata write it, None where it is not complete: "April 23, 2019", "20190423T101500Z"."""
    words = " ".join(words.split())[:80]
    try:
        return parse_published(words, "the page")
    except InvalidMetadata:
        return _written_out(words)


def _written_out(words: str) -> str | None:
    """Return a date in words. What it leaves out is filled from two different days: it is complete if both agree."""
    from dateutil import parser

    if not re.search(r"\b(?:1[5-9]|20)\d\d\b", words):
        return None
    try:
        readings = {
            parser.parse(words, default=datetime(year, month, day)) for year, month, day in ((2000, 1, 1), (2004, 2, 2))
        }
    except (ValueError, OverflowError, TypeError):
        return None
    if len({reading.date() for reading in readings}) != 1:
        return None
    reading = readings.pop()
    day: date | datetime = reading if re.search(r"\d:\d", words) else reading.date()
    return day.isoformat()


def _line(value: str | None) -> str | None:
    """Return a value as one line, None where it is empty or cannot be one."""
    line = " ".join((value or "").split())
    return line if line and len(line) <= LONGEST and not UNUSABLE.search(line) else None
