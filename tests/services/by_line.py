"""A reader for tests: a line is a sentence and a claim; "KCNA: They met." is credited to KCNA, the rest to no one."""

from __future__ import annotations

import itertools
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Engine, event

from provenance.errors import InputError, UnreadableInput
from provenance.model.article import Article, Document, OutletOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, Extraction
from provenance.model.frame import Argument, Event, Frame, Participant
from provenance.model.identity import content_id
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span
from provenance.services.extract import Read
from provenance.services.ingest import store_documents
from provenance.services.names import Names
from provenance.settings import Settings
from provenance.storage.store import open_store

Passed = TypeVar("Passed")


class ByLine:
    """Reads articles without a parser."""

    def extract(self, article: Article) -> Extraction:
        attributions, claims, sentences = [], [], []
        start = 0
        for line in article.text.splitlines(keepends=True):
            span = Span(start, start + max(len(line.rstrip("\n")), 1))
            start += len(line)
            if line.strip():
                attribution, claim = _claim(article, span, len(sentences))
                attributions.append(attribution)
                claims.append(claim)
                sentences.append(span)
        return Extraction(article, tuple(sentences), tuple(attributions), tuple(claims))


def _claim(article: Article, span: Span, index: int) -> tuple[Attribution, Claim]:
    source, colon, said = span.of(article.text).partition(": ")
    content = Span(span.end - len(said), span.end) if colon else span
    outlet = Hop(article.outlet, SourceKind.OUTLET, via="published")
    attribution = Attribution(
        id=content_id("attribution", article.id, span),
        kind=AttributionKind.INDIRECT if colon else AttributionKind.OWN_VOICE,
        stance=Stance.ASSERTS,
        source=(Span(span.start, span.start + len(source)),) if colon else (),
        cue=(),
        content=(content,),
        chain=(outlet, Hop(source, SourceKind.AGENCY)) if colon else (outlet,),
    )
    text = content.of(article.text)
    names = [word.strip(".,") for word in text.split() if word[0].isupper()]
    verb = next((word for word in text.rstrip(".").split() if word.islower() and word != "has"), "be")
    frame = Frame(
        who=tuple(Participant(name, name) for name in names),
        event=Event(verb, tuple(Argument("agent", name, name) for name in names[:1])),
    )
    claim = Claim(content_id("claim", article.id, span), attribution.id, index, (content,), text, frame)
    return attribution, claim


class LineEngine:
    """An engine that needs no model; a text of the one word "broken" cannot be read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def extract(self, inputs: Iterable[Document | Passed], names: Names) -> Iterator[Read | InputError | Passed]:
        for given in inputs:
            if not isinstance(given, Document):
                yield given
            elif given.article.text == "broken":
                yield UnreadableInput("is broken", where=given.ref)
            else:
                self.read.append(given.ref)
                yield given, ByLine().extract(given.article)


def document(outlet: str, *lines: str, url: str | None = None, location: str | None = None) -> Document:
    article = Article("\n".join(lines), outlet=outlet, outlet_origin=OutletOrigin.GIVEN, url=url)
    return Document(outlet, article, location)


def wire(count: int, desk: str) -> list[Document]:
    """Return articles of which each speaks of the same meeting in its own words, and of something of its own."""
    return [
        document(
            f"{desk} {number}",
            f"Olga Ivanova met Per Lind in Tromso, the {desk} desk learnt in edition {number}.",
            f"Agency {number}: Olga Ivanova will visit Bergen.",
            f"Harbour {desk} {number} is closed.",
        )
        for number in range(count)
    ]


def main() -> None:
    """Ingest `wire(count, desk)` into a database: what a child process of a test runs.

    A fourth argument n kills the process, as `kill -9` does, before its n-th statement.
    """
    url, count, desk = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    if len(sys.argv) > 4:
        die_before(int(sys.argv[4]))
    store = open_store(url)
    list(store_documents(wire(count, desk), store, Settings(database_url=url), LineEngine()))


def die_before(statement: int) -> None:
    seen = itertools.count(1)

    def count(*_: object) -> None:
        if next(seen) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)


if __name__ == "__main__":
    main()
