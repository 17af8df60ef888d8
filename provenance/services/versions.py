"""Is a document new, known, or another version of what is stored?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model.article import Article, ArticleHead, Document, OutletOrigin, PublishedOrigin
from provenance.model.version import ArticleVersion, IngestStatus

# Values of these origins were read out of the text: the text says them again, so they tell no two articles apart.
INFERRED = frozenset({OutletOrigin.TEXT, PublishedOrigin.DATELINE, PublishedOrigin.TEXT})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a document is to the store. `version` is the one it equals, or the one that it supersedes."""

    status: IngestStatus
    version: ArticleVersion | None = None


def standing_of(document: Document, like: Sequence[ArticleVersion]) -> Standing:
    """Return whether the document is known (UNCHANGED), follows a stored version (NEW_VERSION), or is ADDED.

    `like` are all stored versions with its text, URL or location.

    - The same text is known where the document says nothing new about it: each of outlet, URL, title and date is
      missing or the stored one. An older version that is read again from elsewhere is known too; read from where the
      newest version came from, it has come back, and follows the newest.
    - It follows what has the same URL, or, having no URL, came from the same place; or the same text of which less was
      known.
    - The same text under another outlet's name is another article: a wire story that two outlets print.
    """
    article = document.article
    same_text = [version for version in like if version.text_sha256 == article.text_sha256]
    known = [version for version in same_text if _says_nothing_new(article, version)]
    for version in known:
        if version.is_current:
            return Standing(IngestStatus.UNCHANGED, version)
    current = [version for version in like if version.is_current]
    for version in known:
        newest = next((each for each in current if each.series == version.series), None)
        if newest is None or document.location is None or newest.location != document.location:
            return Standing(IngestStatus.UNCHANGED, version)
        return Standing(IngestStatus.NEW_VERSION, newest)
    for version in current:
        if _follows(document, version):
            return Standing(IngestStatus.NEW_VERSION, version)
    for version in current:
        if version in same_text and _said_no_more(article, version):
            return Standing(IngestStatus.NEW_VERSION, version)
    return Standing(IngestStatus.ADDED)


def _follows(document: Document, version: ArticleVersion) -> bool:
    article = document.article
    if article.url is not None:
        return article.url == version.article.url
    if document.location is None or document.location != version.location:
        return False
    one, other = _firm_outlet(article.outlet, article.outlet_origin), _firm_outlet(*_stored_outlet(version))
    is_same_text = article.text_sha256 == version.text_sha256
    return is_same_text or one is None or other is None or one == other


def _says_nothing_new(article: Article, version: ArticleVersion) -> bool:
    stored = version.article
    outlet = _firm_outlet(article.outlet, article.outlet_origin)
    published = _firm_date(article.published, article.published_origin)
    pairs = (
        (outlet, stored.outlet),
        (published, stored.published),
        (article.title, stored.title),
        (article.url, stored.url),
    )
    return all(new is None or new == old for new, old in pairs)


def _said_no_more(article: Article, version: ArticleVersion) -> bool:
    """True where all that is surely known of the stored version holds for the document."""
    stored = version.article
    pairs = (
        (_firm_outlet(*_stored_outlet(version)), article.outlet),
        (_firm_date(stored.published, stored.published_origin), article.published),
        (stored.title, article.title),
        (stored.url, article.url),
    )
    return all(old is None or old == new for old, new in pairs)


def _stored_outlet(version: ArticleVersion) -> tuple[str | None, OutletOrigin]:
    head: ArticleHead = version.article
    return head.outlet, version.outlet_origin


def _firm_outlet(outlet: str | None, origin: OutletOrigin) -> str | None:
    return None if origin in INFERRED else outlet


def _firm_date(published: str | None, origin: PublishedOrigin) -> str | None:
    return None if origin in INFERRED else published
