"""Several processes: the order of the inputs, and what a process that dies costs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from provenance.engines import engine_for
from provenance.engines.pool import AHEAD, ProcessPool
from provenance.errors import InputError, UnreadableInput
from provenance.model.article import Article, Document
from provenance.model.claim import Extraction
from provenance.model.span import Span
from provenance.services.extract import InThisProcess
from provenance.services.names import Names
from provenance.settings import Settings

SETTINGS = Settings(jobs=2)


class Fragile:
    """Reads a text as one sentence; some texts are bad, and one kills the process that reads it."""

    def extract(self, article: Article) -> Extraction:
        if article.text == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        if article.text == "bad":
            raise UnreadableInput("is bad")
        return Extraction(article, (Span(0, len(article.text)),), (), ())


def make_fragile(settings: Settings, names: Names) -> Fragile:
    return Fragile()


def read(*texts: str | int) -> list[str | int]:
    inputs = (Document(f"{at}", Article(text)) if isinstance(text, str) else text for at, text in enumerate(texts))
    return [_told(outcome) for outcome in ProcessPool(SETTINGS, make_fragile).extract(inputs, Names())]


def _told(outcome: tuple[Document, Extraction] | InputError | int) -> str | int:
    if isinstance(outcome, tuple):
        return outcome[1].article.text
    return str(outcome) if isinstance(outcome, InputError) else outcome


def test_readings_come_in_the_order_of_the_inputs_and_the_rest_passes_through() -> None:
    texts = [f"text {number}" if number % 5 else number for number in range(30)]
    assert read(*texts) == texts


def test_a_bad_document_is_an_error_in_its_place() -> None:
    assert read("one", "bad", "three") == ["one", "1: is bad", "three"]


def test_a_document_that_kills_its_process_fails_alone() -> None:
    texts = [f"text {number}" for number in range(12)]
    texts[3] = texts[9] = "deadly"
    died = "the process that read it died; it may need more memory than there is"
    expected = [f"{at}: {died}" if text == "deadly" else text for at, text in enumerate(texts)]
    assert read(*texts) == expected


def test_inputs_are_read_only_a_little_ahead() -> None:
    taken = []

    def endless() -> Iterator[Document]:
        for number in range(10_000):
            taken.append(number)
            yield Document(f"{number}", Article("text"))

    outcomes = ProcessPool(SETTINGS, make_fragile).extract(endless(), Names())
    next(outcomes)
    assert len(taken) <= SETTINGS.jobs * AHEAD
    outcomes.close()  # type: ignore[attr-defined]  # it is a generator


def test_an_error_of_the_consumer_stops_the_processes() -> None:
    outcomes = ProcessPool(SETTINGS, make_fragile).extract((Document("a", Article("text")) for _ in range(50)), Names())
    next(outcomes)
    with pytest.raises(KeyboardInterrupt):
        outcomes.throw(KeyboardInterrupt)  # type: ignore[attr-defined]  # it is a generator
    assert list(outcomes) == []


def test_one_job_needs_no_other_process() -> None:
    assert isinstance(engine_for(Settings(jobs=1)), InThisProcess)
    assert isinstance(engine_for(Settings(jobs=3)), ProcessPool)
