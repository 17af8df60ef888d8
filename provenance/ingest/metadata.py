"""What is known about an article besides its text, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from provenance.errors import InvalidMetadata, UsageError

LONGEST = 2_000  # characters of a title, an outlet's name or a URL
WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
UNUSABLE = re.compile(r"[\x00\ud800-\udfff]")  # no database and no terminal takes these


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, outlet, URL and date of one article; what is not known is None."""

    title: str | None = None  # "North Korea Confirms Leader Kim To Meet Putin"
    outlet: str | None = None  # "RFE/RL"
    url: str | None = None  # "https://www.example.org/a.html"
    published: str | None = None  # "2019-04-23", "2019-04-23T10:15:00+00:00"


@dataclass(frozen=True, slots=True)
class GivenMetadata:
    """What the user gave with --outlet, --date, --url and --title: it wins over what the document says of itself.

    A wrong date or URL raises UsageError.
    """

    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        try:
            self.checked()
        except InvalidMetadata as error:
            raise UsageError(error.what, where=error.where, hint=error.hint) from error

    def checked(self) -> Metadata:
        """Return the same, tidied: dates in one form, blank values None."""
        return check_metadata(
            {"title": self.title, "outlet": self.outlet, "url": self.url, "date": self.date}, where="the command line"
        )


def check_metadata(fields: Mapping[str, object], where: str) -> Metadata:
    """Return the fields "title", "outlet", "url" and "date" as Metadata; other fields are left alone.

    An empty or missing field is None. Raises InvalidMetadata for one that is not what it should be.
    """
    title, outlet, url, day = (_line_of(fields.get(name), name, where) for name in ("title", "outlet", "url", "date"))
    if url is not None and not WEB_ADDRESS.fullmatch(url):
        raise InvalidMetadata(
            f"url {_shown(url)} is no web address", where=where, hint="it must begin with http:// or https://"
        )
    return Metadata(title, outlet, url, parse_published(day, where) if day else None)


def _line_of(value: object, name: str, where: str) -> str | None:
    """Return a field as one line of text, None for an empty one."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise InvalidMetadata(
            f"{name} is a {kind_of(value)}, not text", where=where, hint=f"write {name} as one line of text"
        )
    line = " ".join(value.split())
    if UNUSABLE.search(line):
        raise InvalidMetadata(f"{name} holds broken characters", where=where, hint="save it as UTF-8 text")
    if len(line) > LONGEST:
        raise InvalidMetadata(f"{name} has {len(line)} characters", where=where, hint=f"at most {LONGEST} are read")
    return line or None


def parse_published(words: str, where: str) -> str:
    """Return a day, or a day and time, in ISO 8601; raises InvalidMetadata for anything else.

    >>> parse_published("2019-04-23T10:15Z", "a.txt")
    '2019-04-23T10:15:00+00:00'
    """
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(words).isoformat()
    except ValueError as error:
        raise InvalidMetadata(
            f"date {_shown(words)} is not a date",
            where=where,
            hint="write it as 2019-04-23 or 2019-04-23T10:15:00+00:00",
        ) from error


def kind_of(value: object) -> str:
    """Return what a value of JSON or YAML is, in a word."""
    kinds = {"dict": "mapping", "int": "number", "float": "number", "bool": "truth value", "NoneType": "null"}
    return kinds.get(type(value).__name__, type(value).__name__)


def _shown(words: str) -> str:
    return repr(words if len(words) <= 80 else words[:77] + "...")
