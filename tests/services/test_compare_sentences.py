"""Comparing two sentences without a database; what the relations are is tested in tests/relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from by_line import ByLine

from provenance.errors import InputError, InvalidRecord
from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.model.relation import RelationKind
from provenance.services.compare import MOST_AT_ONCE, Comparer, Pair, PairComparison, compare_pairs
from provenance.services.meaning import Meanings
from provenance.settings import Limits, Settings


def compare(*pairs: Pair | InvalidRecord, settings: Settings | None = None) -> list[PairComparison | Exception]:
    return list(compare_pairs(pairs, settings or Settings(), reader=ByLine()))


def test_the_strongest_relation_of_all_claims_is_given_with_what_it_is_about() -> None:
    pair = Pair("Ships wait.\nOlga Ivanova met Per Lind in Tromso.", "Snow fell.\nOlga Ivanova met Per Lind in Tromso.")
    (found,) = compare(pair)
    assert isinstance(found, PairComparison)
    assert found.comparison.kind is RelationKind.CORROBORATES
    assert found.about == ("Olga Ivanova met Per Lind in Tromso.", "Olga Ivanova met Per Lind in Tromso.")


def test_what_stands_before_a_sentence_is_not_compared() -> None:
    (found,) = compare(
        Pair(
            "Ships wait.",
            "Snow fell.",
            before_a="Olga Ivanova met Per Lind.\n",
            before_b="Olga Ivanova met Per Lind.\n",
        )
    )
    assert isinstance(found, PairComparison)
    assert "Olga" not in "".join(found.about)


def test_a_sentence_that_claims_nothing_is_unrelated() -> None:
    (found,) = compare(Pair("", "Snow fell."))
    assert isinstance(found, PairComparison)
    assert found.comparison.kind is RelationKind.UNRELATED
    assert found.about == ("", "Snow fell.")


def test_a_bad_pair_is_an_error_in_its_place() -> None:
    error = InvalidRecord("is not a JSON object", where="pairs.jsonl:1")
    small = Settings(limits=Limits(document_characters=20))
    told = compare(error, Pair("Snow fell.", "x" * 30, id="p7"), Pair("Snow fell.", "Rain fell."), settings=small)
    assert [str(each) for each in told[:2]] == [
        "pairs.jsonl:1: is not a JSON object",
        "pair p7: has 30 characters; at most 20 are read",
    ]
    assert isinstance(told[2], PairComparison)


class Counting(ByLine):
    """Counts how often each text is read; "deadly" is a defect that it brings to light."""

    def __init__(self) -> None:
        self.read: list[tuple[str, int]] = []

    def extract_ends(self, articles: Iterable[tuple[Article, int]]) -> Iterator[Extraction]:
        for article, start in articles:
            if "deadly" in article.text:
                raise ZeroDivisionError("deadly")
            self.read.append((article.text, start))
            yield self.extract(article)


def counted(pairs: Iterable[Pair]) -> tuple[list[PairComparison | InputError], Counting]:
    """Compare pairs by their words alone, and say what was read."""
    reader = Counting()
    return Comparer(Settings(), reader, Meanings(None)).compare(list(enumerate(pairs, 1))), reader


def test_a_sentence_that_stands_in_many_pairs_is_read_once() -> None:
    others = [f"Ship {number} waits for Per Lind." for number in range(100)]
    found, reader = counted(Pair("Olga Ivanova met Per Lind.", other) for other in others)
    assert len(found) == 100
    assert sorted(reader.read) == sorted((text, 0) for text in ["Olga Ivanova met Per Lind.", *others])


def test_a_sentence_after_another_text_or_of_another_day_is_another() -> None:
    said = "Olga Ivanova met Per Lind."
    _, reader = counted([Pair(said, said, before_a="Snow fell.", date_b="2021-03-04"), Pair(said, said)])
    assert sorted(reader.read) == [(said, 0), (said, 0), (f"Snow fell.\n\n{said}", 12)]


def test_what_pairs_come_to_does_not_depend_on_those_beside_them() -> None:
    words = ("Olga Ivanova met Per Lind.", "Per Lind met Olga Ivanova.", "Snow fell in Tromso.", "")
    pairs = [Pair(a, b, f"{a}/{b}", before_b=before) for a in words for b in words for before in (None, "It is cold.")]
    together, _ = counted(pairs)
    assert together == [counted([pair])[0][0] for pair in pairs]
    assert [each.pair for each in together if isinstance(each, PairComparison)] == pairs


def test_a_sentence_that_brings_a_defect_to_light_costs_its_own_pairs_only() -> None:
    pairs = [Pair(f"Ship {n} waits.", "deadly" if n in (4, 6) else "Snow fell.", f"p{n}") for n in range(9)]
    found, _ = counted(pairs)
    told = [str(each) for each in found if isinstance(each, InputError)]
    assert told == [f"pair p{n}: the program failed on it: ZeroDivisionError: deadly" for n in (4, 6)]
    assert [n for n, each in enumerate(found) if isinstance(each, InputError)] == [4, 6]


def test_a_day_that_is_none_costs_one_pair() -> None:
    found, _ = counted([Pair("Snow fell.", "Rain fell.", date_a="some day"), Pair("Snow fell.", "Rain fell.")])
    assert str(found[0]) == "pair 1: the program failed on it: ValueError: some day is no ISO 8601 date"
    assert isinstance(found[1], PairComparison)


def test_pairs_are_taken_some_at_a_time() -> None:
    taken = []

    def endless() -> Iterator[Pair]:
        for number in range(100_000):
            taken.append(number)
            yield Pair("Snow fell.", f"Rain fell on day {number}.")

    found = compare_pairs(endless(), Settings(), reader=ByLine())
    next(found)
    assert len(taken) == 1
    for _ in range(200):
        next(found)
    assert len(taken) <= 201 + MOST_AT_ONCE
