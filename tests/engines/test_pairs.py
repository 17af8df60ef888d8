"""Comparing pairs in several processes: the order, what few pairs cost, and what a process that dies costs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence

import pytest

from provenance.engines import pair_engine_for
from provenance.engines.pairs import AHEAD, FEW, TOGETHER, Done, PairPool
from provenance.errors import InputError, InvalidRecord, UsageError
from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.model.span import Span
from provenance.services.compare import NOTHING, Comparer, Given, Pair, PairComparison
from provenance.services.meaning import Meanings
from provenance.settings import Settings

SETTINGS = Settings(jobs=2)


class Fragile:
    """Tells of every pair which process compared it; some pairs kill the process that does."""

    def compare(self, given: Sequence[Given]) -> list[Done]:
        return [self._compared(pair) for _, pair in given]

    def _compared(self, pair: Pair | InputError) -> Done:
        if isinstance(pair, InputError):
            return pair
        if pair.a == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        return PairComparison(pair, NOTHING, (pair.a, str(os.getpid())))


def make_fragile(settings: Settings) -> Fragile:
    return Fragile()


def make_nothing(settings: Settings) -> Fragile:
    raise UsageError("cannot be done")


def compared(pairs: Sequence[Pair | InputError]) -> list[Done]:
    return list(PairPool(SETTINGS, make_fragile).compare(pairs))


def test_pairs_and_errors_come_in_order_and_from_other_processes() -> None:
    pairs = [InvalidRecord(f"{n}") if n % 7 == 3 else Pair(f"a{n}", f"b{n}") for n in range(3 * FEW)]
    found = compared(pairs)
    assert [each.pair if isinstance(each, PairComparison) else str(each) for each in found] == [
        pair if isinstance(pair, Pair) else str(pair) for pair in pairs
    ]
    assert str(os.getpid()) not in {each.about[1] for each in found if isinstance(each, PairComparison)}


def test_a_few_pairs_start_no_process() -> None:
    found = compared([Pair(f"a{n}", "b") for n in range(FEW - 1)])
    assert {each.about[1] for each in found if isinstance(each, PairComparison)} == {str(os.getpid())}


def test_a_pair_that_kills_its_process_fails_alone() -> None:
    pairs = [Pair("deadly" if n in (5, 90) else f"a{n}", "b", f"p{n}") for n in range(2 * FEW)]
    found = compared(pairs)
    assert [str(each) for each in found if isinstance(each, InputError)] == [
        f"pair p{n}: the process that compared it died; it may need more memory than there is" for n in (5, 90)
    ]
    assert [each.pair for each in found if isinstance(each, PairComparison)] == [p for p in pairs if p.a != "deadly"]


def test_pairs_are_read_only_a_little_ahead() -> None:
    taken = []

    def endless() -> Iterator[Pair]:
        for number in range(100_000):
            taken.append(number)
            yield Pair(f"a{number}", "b")

    found = PairPool(SETTINGS, make_fragile).compare(endless())
    next(found)
    assert len(taken) <= SETTINGS.jobs * AHEAD * TOGETHER
    found.close()  # type: ignore[attr-defined]  # it is a generator


def test_settings_that_cannot_be_followed_are_told_before_a_process_is_started() -> None:
    with pytest.raises(UsageError):
        next(PairPool(SETTINGS, make_nothing).compare([Pair("a", "b")] * 2 * FEW))


class Plain:
    """Finds no claims: each sentence is compared as it stands, by its words."""

    def extract(self, article: Article) -> Extraction:
        return Extraction(article, (Span(0, len(article.text)),), (), ())


def make_plain(settings: Settings) -> Comparer:
    return Comparer(settings, Plain(), Meanings(None))


def test_several_processes_come_to_what_one_comes_to_pair_by_pair() -> None:
    places = ("Tromso", "Bergen", "Hamna")
    pairs: list[Pair | InputError] = [
        Pair(
            f"Olga Ivanova met {n % 11} engineers in {places[n % 3]}.",
            f"In {places[n % 2]} Per Lind met {n % 7}.",
            f"{n}",
        )
        for n in range(FEW + 40)
    ]
    alone = make_plain(SETTINGS)
    one_by_one = [alone.compare([(number, pair)])[0] for number, pair in enumerate(pairs, 1)]
    assert list(PairPool(SETTINGS, make_plain).compare(pairs)) == one_by_one
    assert len({each.comparison.score for each in one_by_one if isinstance(each, PairComparison)}) > 2


def test_one_job_needs_no_other_process() -> None:
    assert pair_engine_for(Settings(jobs=1)) is None
    assert isinstance(pair_engine_for(Settings(jobs=2)), PairPool)
