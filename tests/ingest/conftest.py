from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from provenance.errors import InputError
from provenance.ingest import read
from provenance.model.article import Document
from provenance.model.source import KnownSource, Resolution, SourceKind

KNOWN = (
    KnownSource("harbour", "The Harbour Times", SourceKind.OUTLET, domain="harbourtimes.example"),
    KnownSource("rn", "Radio Northport", SourceKind.OUTLET),
    KnownSource("ntb", "NTB", SourceKind.AGENCY, wire=True),
    KnownSource("reuters", "Reuters", SourceKind.AGENCY, wire=True),
    KnownSource("ap", "AP", SourceKind.AGENCY, aliases=("The Associated Press",), wire=True),
    KnownSource("no", "Norway", SourceKind.GOVERNMENT),
)


class FewOutlets:
    """A registry of six names, so that no test depends on the one that comes with the program."""

    def resolve(self, name: str) -> Resolution | None:
        for source in KNOWN:
            if name in (source.name, *source.aliases):
                return Resolution(source, name, 1.0)
        return None

    def by_domain(self, host: str) -> KnownSource | None:
        return next((s for s in KNOWN if s.domain and host.removeprefix("www.") == s.domain), None)


Read = Callable[..., list[Document | InputError]]


@pytest.fixture
def data() -> Path:
    return Path(__file__).parent.parent / "data" / "ingest"


@pytest.fixture
def read_all() -> Read:
    """Read a path, or bytes as standard input, to the end."""

    def read_source(source: Path | str | bytes, **options: Any) -> list[Document | InputError]:
        if isinstance(source, bytes):
            options["stdin"] = BytesIO(source)
            source = "-"
        return list(read(str(source), outlets=FewOutlets(), **options))

    return read_source


@pytest.fixture
def read_one(read_all: Read) -> Callable[..., Document]:
    """Read what holds one document."""

    def read_document(source: Path | str | bytes, **options: Any) -> Document:
        (document,) = read_all(source, **options)
        assert isinstance(document, Document), str(document)
        return document

    return read_document


@pytest.fixture
def error_of(read_all: Read) -> Callable[..., str]:
    """Read what yields one error; return its line."""

    def read_error(source: Path | str | bytes, **options: Any) -> str:
        (error,) = read_all(source, **options)
        assert isinstance(error, InputError), error
        assert "\n" not in str(error)
        assert error.where
        assert error.hint
        return str(error)

    return read_error
