"""Headlines written as sentences, letter for letter as long."""

from __future__ import annotations

import pytest

from provenance.extraction.truecase import as_sentence, casing_of, is_title_case

KNOWN = frozenset(
    ("confirm", "leader", "meet", "held", "strike", "say", "white", "house", "ferry", "harbour", "stay", "closed")
)
BODY = ("The White House said that Rosa Meer was there.", "The leader will meet nobody in the house of Meer.")

CASES = [
    ("Government Confirms Leader To Meet Rosa Meer", "Government confirms leader to meet Rosa Meer"),
    ("White House Says Ferry To Stay Closed", "White House says ferry to stay closed"),
    ("Strike Held On Monday In Oslo Harbour", "Strike held on Monday in Oslo harbour"),
    ("Elena Strike Says NATO To Meet In Oslo", "Elena Strike says NATO to meet in Oslo"),
]


@pytest.mark.parametrize(("headline", "expected"), CASES)
def test_common_words_lose_their_capital_and_names_keep_it(headline: str, expected: str) -> None:
    written = as_sentence(headline, casing_of(BODY), KNOWN)
    assert written == expected
    assert len(written) == len(headline)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Government Confirms Leader To Meet Rosa Meer", True),
        ("Government confirms leader to meet Rosa Meer", False),
        ("The Harbour Post", False),
        ("GOVERNMENT CONFIRMS LEADER TO MEET ROSA MEER", False),
        ("Rosa Meer And Karl Lang Met In Oslo On Monday.", False),
    ],
)
def test_a_headline_is_known_by_the_capitals_of_its_common_words(line: str, expected: bool) -> None:
    assert is_title_case(line) is expected
