"""Two sentences in, the relation of what they claim out; no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

from provenance.errors import InputError, costing_one_document
from provenance.model.relation import Comparison, Probabilities, RelationKind
from provenance.services.extract import Reader, make_extractor
from provenance.services.meaning import Meanings, installed_meanings
from provenance.services.names import Names
from provenance.services.sides import Claims, Side, Sides
from provenance.settings import Settings

MOST_AT_ONCE = 32  # pairs; more together are read no faster, and the first of them would wait for the last


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, what is known of when each was published, and the text that precedes each."""

    a: str
    b: str
    id: str | None = None
    date_a: str | None = None  # ISO 8601
    date_b: str | None = None
    before_a: str | None = None  # for pronouns; its own claims are not compared
    before_b: str | None = None

    @property
    def sides(self) -> tuple[Side, Side]:
        return Side(self.a, self.before_a, self.date_a), Side(self.b, self.before_b, self.date_b)


@dataclass(frozen=True, slots=True)
class PairComparison:
    """The strongest relation between the claims of two sentences, and which claims it is about."""

    pair: Pair
    comparison: Comparison
    about: tuple[str, str]  # the text of A's claim and of B's; the sentence itself where it claims nothing


NOTHING = Comparison(RelationKind.UNRELATED, 0.0, Probabilities(0.0, 0.0, 1.0), ())


Given = tuple[int, Pair | InputError]  # with its place among all that are given, from 1


class PairEngine(Protocol):
    """Where pairs are compared, if not in this process."""

    def compare(self, pairs: Iterable[Pair | InputError]) -> Iterator[PairComparison | InputError]:
        """Yield what each pair is to each other, in order; a bad one is an InputError."""
        ...


def compare_pairs(
    pairs: Iterable[Pair | InputError],
    settings: Settings,
    *,
    reader: Reader | None = None,
    engine: PairEngine | None = None,
) -> Iterator[PairComparison | InputError]:
    """Yield what each pair is to each other, in order; a bad one is an InputError, and the rest goes on.

    Pairs are taken some at a time, one at first and never more than MOST_AT_ONCE: what a pair comes to does not depend
    on those that are read with it.
    """
    if engine is not None:
        yield from engine.compare(pairs)
        return
    comparer = Comparer(settings, reader)
    given, size = enumerate(pairs, 1), 1
    while some := list(islice(given, size)):
        yield from comparer.compare(some)
        size = min(2 * size, MOST_AT_ONCE)


class Comparer:
    """Compares pairs of sentences; a sentence is read once, in however many pairs of late it stood."""

    def __init__(self, settings: Settings, reader: Reader | None = None, means: Meanings | None = None) -> None:
        """Nothing is loaded before the first pair. Raises UsageError for settings that cannot be followed here."""
        self._sides = Sides(reader or make_extractor(settings, Names()), settings)
        self._means = means or installed_meanings(settings)

    def compare(self, given: Sequence[Given]) -> list[PairComparison | InputError]:
        """Return what each pair is to each other; their sentences are read together."""
        claims = self._sides.read(side for _, pair in given if isinstance(pair, Pair) for side in pair.sides)
        return [
            self._compared(pair, f"pair {pair.id or number}", claims) if isinstance(pair, Pair) else pair
            for number, pair in given
        ]

    def _compared(
        self, pair: Pair, where: str, claims: Mapping[Side, Claims | InputError]
    ) -> PairComparison | InputError:
        one, other = pair.sides
        left, right = claims[one], claims[other]
        if isinstance(left, InputError):
            return _at(where, left)
        if isinstance(right, InputError):
            return _at(where, right)
        try:
            with costing_one_document(where):
                return self._strongest(pair, left, right)
        except InputError as error:
            return _at(where, error)

    def _strongest(self, pair: Pair, left: Claims, right: Claims) -> PairComparison:
        """Compare every claim of one sentence with every claim of the other, and return the strongest relation."""
        from provenance.relations import compare, telling

        similarity = self._means.similarity(pair.a, pair.b)
        best, about = NOTHING, (left[0].text if left else pair.a, right[0].text if right else pair.b)
        for one in left:
            for other in right:
                comparison = _rounded(compare(one, other, similarity(one, other)))
                if best is NOTHING or telling(comparison) > telling(best):
                    best, about = comparison, (one.text, other.text)
        return PairComparison(pair, best, about)


def _rounded(comparison: Comparison) -> Comparison:
    """Return the comparison with probabilities that are the same in every process.

    Words are held in sets, whose order another process may turn round, and with it the last digit of a sum.
    """
    chances = comparison.probabilities
    same, contradict = round(chances.same, 6), round(chances.contradict, 6)
    neither = max(0.0, round(1 - same - contradict, 6))
    return replace(comparison, probabilities=Probabilities(same, contradict, neither))


def _at(where: str, error: InputError) -> InputError:
    """Return the error as it is told of this pair; the same sentence may stand in others."""
    told = copy(error)
    told.where, told.__cause__ = error.where or where, error.__cause__
    return told
