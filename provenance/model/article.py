"""A news article as it was given: the text every figure leads back to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from provenance.model.identity import content_id, text_hash
from provenance.model.span import Spans


class PublishedOrigin(StrEnum):
    """Where the date of publication came from, best first."""

    GIVEN = "given"  # by the user, in front matter or in a JSON Lines field
    METADATA = "metadata"  # the page's own metadata
    DATELINE = "dateline"  # "SEOUL, April 23, 2019 (Yonhap) --"
    TEXT = "text"  # inferred from the dates the text names
    UNKNOWN = "unknown"


class OutletOrigin(StrEnum):
    """Where the name of the outlet came from."""

    GIVEN = "given"
    METADATA = "metadata"
    DOMAIN = "domain"  # the home domain of a known outlet in the URL
    TEXT = "text"  # the page's own furniture: "RFE/RL journalists report the news in ..."
    UNKNOWN = "unknown"


class CreditKind(StrEnum):
    """How an article names another desk that it takes from."""

    REPORTING = "reporting"  # "With reporting by KCNA, TASS, Interfax"
    DATELINE = "dateline"  # "MOSCOW (AP) --"
    BYLINE = "byline"  # "By Reuters"
    CONTRIBUTED = "contributed"  # "Reuters contributed to this report"


def _moment(published: str) -> datetime:
    try:
        return datetime.fromisoformat(published)
    except ValueError as error:
        raise ValueError(f"{published} is no ISO 8601 date") from error


@dataclass(frozen=True, slots=True)
class Credit:
    """One desk that the article credits as a whole."""

    name: str  # "KCNA"
    kind: CreditKind
    span: Spans = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What was read, character for character. What is unknown is None.

    `published` is ISO 8601, a date ("2019-04-23") or a date and time ("2019-04-23T10:15:00+00:00").
    """

    text: str
    outlet: str | None = None  # "RFE/RL"
    title: str | None = None
    url: str | None = None
    published: str | None = None
    published_origin: PublishedOrigin = PublishedOrigin.UNKNOWN
    outlet_origin: OutletOrigin = OutletOrigin.UNKNOWN
    language: str | None = None  # ISO 639-1: "en"
    boilerplate: Spans = ()  # page furniture: yields no claims
    credits: tuple[Credit, ...] = ()

    def __post_init__(self) -> None:
        if self.published is not None:
            _moment(self.published)

    @property
    def id(self) -> str:
        """The id of this version of the article: another text, outlet, URL, title or date is another version."""
        return content_id("article", self.outlet, self.url, self.title, self.published, self.text)

    @property
    def text_sha256(self) -> str:
        return text_hash(self.text)

    @property
    def published_on(self) -> date | None:
        return _moment(self.published).date() if self.published else None

    @property
    def head(self) -> ArticleHead:
        return ArticleHead(
            id=self.id,
            outlet=self.outlet,
            title=self.title,
            url=self.url,
            published=self.published,
            published_origin=self.published_origin,
            language=self.language,
            credits=tuple(credit.name for credit in self.credits),
            credit_kinds=tuple(credit.kind for credit in self.credits),
        )


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its text: what a claim carries with it."""

    id: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    published_origin: PublishedOrigin = PublishedOrigin.UNKNOWN
    language: str | None = None
    credits: tuple[str, ...] = ()
    credit_kinds: tuple[CreditKind, ...] = ()  # one for each of `credits`; empty: it is not known how they are credited

    @property
    def published_on(self) -> date | None:
        return _moment(self.published).date() if self.published else None


@dataclass(frozen=True, slots=True)
class Document:
    """One input, read: its reference (the JSON Lines id, or the file's name) and the article."""

    ref: str  # "samples/kim-putin/yonhap.txt"
    article: Article
    location: str | None = None  # what names the same document next time: its absolute path, or path#id; None for stdin
