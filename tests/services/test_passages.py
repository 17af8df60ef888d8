"""The words that two texts share, and where they stand."""

from __future__ import annotations

import pytest

from provenance.services.passages import shared_passage, shared_quotation

CLOSED = "Inspectors found cracks in two pillars, and the harbour bridge was closed to all traffic late on Monday."


def test_the_longest_run_is_found_with_its_place_in_both() -> None:
    other = "Breaking: The harbour bridge was closed to all traffic, officials said; inspectors found cracks in two."
    found = shared_passage(CLOSED, other)
    assert found is not None
    assert found.one.of(CLOSED) == "the harbour bridge was closed to all traffic"
    assert found.other.of(other) == "The harbour bridge was closed to all traffic"
    assert found.words == 8


@pytest.mark.parametrize("other", ["", "The bridge was closed.", "All traffic was closed out of the bridge."])
def test_a_few_words_are_no_passage(other: str) -> None:
    assert shared_passage(CLOSED, other) is None


def test_no_run_crosses_a_quotation() -> None:
    one = "The bridge is “safe for everybody” said the mayor today"
    assert shared_passage(one, "The bridge is said the mayor today") is None


def test_what_two_reporters_quote_alike_is_one_utterance() -> None:
    one = "“We closed it because its pillars have cracks as wide as a hand,” Mayor Lind said."
    other = "Lind told the council: “Its pillars have cracks as wide as a hand, so we closed it.”"
    found = shared_quotation(one, other)
    assert found is not None
    assert found.one.of(one) == "its pillars have cracks as wide as a hand"
    assert shared_passage(one, other) is None


def test_a_slogan_is_nobodys_utterance() -> None:
    assert shared_quotation("“Not one step back,” said Lund.", "“Not one step back!” the crowd shouted.") is None


def test_a_sentence_inside_a_longer_quotation_has_no_marks_of_its_own() -> None:
    inside = "We will rebuild every single house on this shore."
    marked = "“We will rebuild every single house on this shore,” he said."
    assert shared_quotation(inside, marked) is None
    assert shared_quotation(inside, marked, one_is_quoted=True) is not None


def test_a_long_text_takes_no_long_time() -> None:
    one, other = "the sea is calm and " * 20_000, "the sea is calm or " * 20_000
    assert shared_passage(one, other) is None
    found = shared_passage(one, one)
    assert found is not None
    assert found.words == 100_000
