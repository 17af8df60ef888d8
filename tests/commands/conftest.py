"""The program run in this process, and a database of hand-made readings: no language model is loaded."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from provenance.commands.program import run
from provenance.model.article import Article, PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, Extraction
from provenance.model.exchange import extraction_out
from provenance.model.frame import Argument, Event, Frame, Modality, Participant, PlaceMention
from provenance.model.identity import content_id
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def json_lines(self) -> list:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def provenance(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, new_database: Callable[..., str]
) -> Callable[..., Ran]:
    """Run a command line; the default database is the test's own."""
    monkeypatch.setenv("PROVENANCE_DB_URL", new_database("test"))

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


def span_of(text: str, part: str) -> tuple[Span, ...]:
    start = text.index(part)
    return (Span(start, start + len(part)),)


def opening_told_by(outlet: str, source: str, day: int, published: str) -> Extraction:
    """A reading of one sentence: a source says on which day in May the museum opens."""
    words = f"The Norvik museum will open on {day} May"
    text = f"{words}, {source} said."
    article = Article(
        text, outlet, "Museum to open", f"https://{outlet}.example/a", published, PublishedOrigin.GIVEN, language="en"
    )
    hops = (Hop(outlet, SourceKind.OUTLET, via="published"), Hop(source, SourceKind.PERSON, via="said"))
    attribution = Attribution(
        id=content_id("attribution", article.id, "1"),
        kind=AttributionKind.INDIRECT,
        stance=Stance.ASSERTS,
        source=span_of(text, source),
        cue=span_of(text, "said"),
        content=span_of(text, words),
        chain=hops,
    )
    when = TimeMention(f"{day} May", DateInterval.day(date(2031, 5, day)), span_of(text, f"{day} May"))
    museum = "The Norvik museum"
    frame = Frame(
        modality=Modality.PLAN,
        when=(when,),
        where=(PlaceMention("Norvik", "Norvik", None, span_of(text, "Norvik")),),
        who=(Participant(museum, None, "organization", span_of(text, museum)),),
        event=Event(
            "open", (Argument("agent", museum, "museum", span_of(text, museum)),), "future", span_of(text, "open")
        ),
    )
    claim = Claim(content_id("claim", article.id, "1"), attribution.id, 0, span_of(text, words), f"{words}.", frame)
    return Extraction(article, (Span(0, len(text)),), (attribution,), (claim,))


@pytest.fixture
def told_by() -> Callable[..., Extraction]:
    return opening_told_by


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    """A file of three readings: two name 3 May, one 4 May."""
    told = (
        opening_told_by("Courier", "Ada Lund", 3, "2031-04-14"),
        opening_told_by("Tribune", "Ben Aho", 3, "2031-04-15"),
        opening_told_by("Post", "Cleo Dahl", 4, "2031-04-16"),
    )
    file = tmp_path / "readings.jsonl"
    file.write_text("".join(f"{json.dumps(extraction_out(f'{e.article.outlet}.txt', e))}\n" for e in told))
    return file


@pytest.fixture
def stored(provenance: Callable[..., Ran], readings: Path) -> Callable[..., Ran]:
    """The program with those readings in its database."""
    assert provenance("import", str(readings)).code == 0
    return provenance
