"""Which outlet published an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol
from urllib.parse import urlsplit

from provenance.ingest.metadata import Metadata
from provenance.ingest.reader import Page
from provenance.model.article import OutletOrigin
from provenance.model.source import KnownSource, Resolution, SourceKind
from provenance.model.span import Span
from provenance.text.blocks import find_blocks

SURE = 0.99  # a name in furniture is taken only where it is that of an outlet to the letter
DESKS = (SourceKind.AGENCY, SourceKind.OUTLET)
NAME = r"(?P<name>[^\n,;:!?©|]{2,60}?)"

# How a page names its own outlet in its furniture, surest first.
SELF_NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:the\s)?{NAME}(?:[’']s)?\s(?:journalists|reporters|correspondents)\sreport\b.*",
        rf"{NAME}\s(?:has\sbeen|was|is)\s(?:declared|designated|listed)\s(?:as\s)?(?:an?\s)?[\"“‘']?(?:undesirable|foreign\sagent).*",
        rf"(?:sign\sup|subscribe)\b.{{0,30}}\bto\s(?:the\s)?{NAME}[’']s?\s(?:\w+\s)?newsletters?\b.*",
        rf"{NAME}\sis\s(?:an?|the)\s(?:[\w’'-]+\s){{0,6}}(?:news\s\w+|newspaper|broadcaster|magazine)\b.*",
    )
)
COPYRIGHT = re.compile(
    rf"(?:copyrights?\s?)?(?:©|\(c\)|copyrights?\b)[\s,]*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?[\s,]*(?:by\s)?{NAME}"
    r"(?:[.,]?\s?(?:inc|ltd|llc|all\srights\sreserved)\b.*|\.|$)",
    re.IGNORECASE,
)
RESERVED = re.compile(rf"{NAME}[.,]?\s+all\srights\sreserved\b.*", re.IGNORECASE)


class Outlets(Protocol):
    """What is asked of the registry."""

    def resolve(self, name: str) -> Resolution | None: ...

    def by_domain(self, host: str) -> KnownSource | None: ...


def desk_named(name: str, outlets: Outlets) -> KnownSource | None:
    """Return the known agency or outlet of exactly this name."""
    found = outlets.resolve(name)
    return found.source if found and found.score >= SURE and found.source.kind in DESKS else None


def find_outlet(
    page: Page, given: Metadata, furniture: Iterable[Span], outlets: Outlets
) -> tuple[str | None, OutletOrigin]:
    """Return the outlet's name and where it comes from.

    In this order: given by the user, said by the document, the home of the URL, named in the page's furniture.
    """
    if given.outlet:
        return given.outlet, OutletOrigin.GIVEN
    own = page.metadata.outlet
    if own and (known := outlets.by_domain(own) if _is_host(own) else None):
        return known.name, OutletOrigin.DOMAIN
    if own:
        return own, page.outlet_origin
    if known := _at_home(given.url or page.metadata.url, outlets):
        return known.name, OutletOrigin.DOMAIN
    if known := _named_in(furniture, page.text, outlets):
        return known.name, OutletOrigin.TEXT
    return None, OutletOrigin.UNKNOWN


def _is_host(name: str) -> bool:
    return "." in name.strip(".") and " " not in name


def _at_home(url: str | None, outlets: Outlets) -> KnownSource | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return outlets.by_domain(host) if host else None


def _named_in(furniture: Iterable[Span], text: str, outlets: Outlets) -> KnownSource | None:
    """Return the outlet that the furniture names as its own.

    A wire agency in a line of copyright is not taken for the outlet: its copy carries that line wherever it is printed.
    """
    lines = [block.bare for span in furniture for block in find_blocks(span.of(text))]
    for name, is_copyright in _self_names(lines):
        known = desk_named(name, outlets)
        if known and not (is_copyright and known.wire):
            return known
    return None


def _self_names(lines: list[str]) -> Iterator[tuple[str, bool]]:
    for pattern in (*SELF_NAMED, COPYRIGHT, RESERVED):
        for line in lines:
            if match := pattern.match(line):
                yield match["name"].strip(" ."), pattern in (COPYRIGHT, RESERVED)
