"""Comparing two sentences without a database; what the relations are is tested in tests/relations."""

from __future__ import annotations

from by_line import ByLine

from provenance.errors import InvalidRecord
from provenance.model.relation import RelationKind
from provenance.services.compare import Pair, PairComparison, compare_pairs
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
