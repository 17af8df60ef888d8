"""From a page as it was read to the article that is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from provenance.ingest.languages import find_language
from provenance.ingest.metadata import LONGEST, Metadata
from provenance.ingest.outlets import Outlets, desk_named, find_outlet
from provenance.ingest.publication import find_published
from provenance.ingest.reader import Page
from provenance.model.article import Article, Credit, CreditKind, Document
from provenance.model.span import Span
from provenance.text.credits import find_credits
from provenance.text.desks import Knows, is_desk
from provenance.text.furniture import find_furniture, find_headline

NAMED_IN_TITLE = re.compile(r"\S\s+[(\[](?P<name>[^()\[\]]{2,40})[)\]]$")


def build_document(page: Page, given: Metadata, outlets: Outlets) -> Document:
    """Return the document with all that is known of its article: given first, then said, then found in the text."""

    def knows(name: str) -> bool:
        return desk_named(name, outlets) is not None

    furniture = find_furniture(page.text, knows)
    outlet, outlet_origin = find_outlet(page, given, furniture, outlets)
    published, published_origin = find_published(page, given, furniture, knows)
    title = given.title or page.metadata.title or _headline(page.text)
    found = (*_title_credits(title, knows), *find_credits(page.text, knows))
    article = Article(
        text=page.text,
        outlet=outlet,
        title=title,
        url=given.url or page.metadata.url,
        published=published,
        published_origin=published_origin,
        outlet_origin=outlet_origin,
        language=find_language(_without(furniture, page.text)),
        boilerplate=furniture,
        credits=tuple(_named_credits(found, outlet, outlets)),
    )
    return Document(page.ref, article, page.location)


def _headline(text: str) -> str | None:
    span = find_headline(text)
    title = " ".join(span.of(text).split()) if span else ""
    return title if 0 < len(title) <= LONGEST else None


def _title_credits(title: str | None, knows: Knows) -> Iterable[Credit]:
    """Yield the desk in brackets after a title, as aggregators name where they took it: "Ferry Resumes [Reuters]"."""
    match = NAMED_IN_TITLE.search(title or "")
    if match and is_desk(match["name"], knows, single_word=False):
        yield Credit(match["name"], CreditKind.REPORTING)


def _named_credits(found: Iterable[Credit], outlet: str | None, outlets: Outlets) -> Iterable[Credit]:
    """Yield the credits by their known names, each once.

    The outlet's own name is no credit, unless in a dateline: there its own desk says that the text is its own.
    """
    own = desk_named(outlet, outlets) if outlet else None
    seen: set[str] = set()
    for credit in found:
        known = desk_named(credit.name, outlets)
        name = known.name if known else credit.name
        is_own = known is not None and own is not None and known.id == own.id
        if name.casefold() in seen or (is_own and credit.kind is not CreditKind.DATELINE):
            continue
        seen.add(name.casefold())
        yield Credit(name, credit.kind, credit.span)


def _without(furniture: Iterable[Span], text: str) -> str:
    """Return the text without its furniture: labels are in the site's language, not in the article's."""
    parts: list[str] = []
    start = 0
    for span in furniture:
        parts.append(text[start : span.start])
        start = span.end
    return "".join((*parts, text[start:])).strip()
