from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.matching import is_candidate, keys_of, similarity
from provenance.model.claim import SourcedClaim

Make = Callable[..., SourcedClaim]


def test_equal_texts_are_as_close_as_can_be(claim: Make) -> None:
    found = similarity(claim("The ferry sank near Oslo."), claim("The ferry sank near Oslo.", outlet="The Gazette"))
    assert (found.token_sort, found.token_set, found.weighted_overlap) == (1.0, 1.0, pytest.approx(1.0))


def test_both_ways_round_are_the_same(claim: Make) -> None:
    a, b = claim("The ferry Orla sank near Oslo on Friday."), claim("A ferry sank off the coast of Norway.")
    assert similarity(a, b) == similarity(b, a)


def test_an_empty_text_is_close_to_none(claim: Make) -> None:
    found = similarity(claim("..."), claim("The ferry sank."))
    assert (found.token_sort, found.token_set, found.weighted_overlap) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [
        ("North Korea launched a missile.", "North Korea fired a missile.", "South Korea launched a missile."),
        ("The minister resigned.", "The minister stepped down.", "The deputy minister resigned."),
        ("East Timor voted.", "East Timor held a vote.", "West Timor voted."),
        ("Government protesters marched.", "Government protesters walked.", "Anti-government protesters marched."),
    ],
)
def test_a_guarded_name_shares_no_word_with_the_other(claim: Make, a: str, b: str, other: str) -> None:
    same, apart = similarity(claim(a), claim(b)), similarity(claim(a), claim(other))
    names = apart.weighted_overlap
    assert names < 0.75
    assert similarity(claim(a), claim(a, outlet="The Gazette")).weighted_overlap > names
    assert same.weighted_overlap > 0


def test_letters_alone_do_not_make_two_koreas_one(claim: Make) -> None:
    north, south = claim("North Korea"), claim("South Korea")
    assert similarity(north, south).token_sort < 0.75
    assert similarity(north, south).weighted_overlap == 0.0


def test_a_denial_is_close_but_not_the_same(claim: Make) -> None:
    """Dropping "not" as a stop word would make the two equal."""
    found = similarity(claim("Petrova signed the gas contract."), claim("Petrova didn't sign the gas contract."))
    assert 0.7 < found.weighted_overlap < 1.0


def test_rare_words_count_more_than_common_ones(claim: Make) -> None:
    base = claim("The president said the Vladivostok university is ready.")
    rare = claim("A limousine stood before the Vladivostok university.")
    common = claim("The president said on Tuesday that people work.")
    assert similarity(base, rare).weighted_overlap > similarity(base, common).weighted_overlap


CANDIDATES = [
    (
        "the same deed in other words",
        "Kim will meet Putin in Vladivostok.",
        "Putin to hold talks with Kim in Vladivostok.",
        True,
    ),
    ("a claim and its denial", "Kim will go to Russia.", "Kim will not go to Russia.", True),
    ("one name in common", "Kowalczyk resigned.", "The court fined Kowalczyk.", True),
    ("nothing in common", "Wheat prices fell in Chicago.", "The choir of Elmouth sang for the queen.", False),
    (
        "common words alone",
        "The president said on Monday that the plan works.",
        "People left the city on Monday.",
        False,
    ),
]


@pytest.mark.parametrize(("name", "a", "b", "worth"), CANDIDATES, ids=[case[0] for case in CANDIDATES])
def test_what_is_worth_comparing(claim: Make, name: str, a: str, b: str, worth: bool) -> None:
    one, other = claim(a), claim(b, outlet="The Gazette")
    assert is_candidate(one, other, similarity(one, other)) is worth


def test_claims_of_one_article_are_not_compared(claim: Make) -> None:
    one = claim("Kim will meet Putin in Vladivostok.")
    assert not is_candidate(one, one, similarity(one, one))


def test_two_known_names_are_enough(claim: Make) -> None:
    """Where the words differ but the people are resolved to the same names."""
    one = claim("The marshal flew east.", who=("Kim Jong Un", "Vladimir Putin"))
    other = claim("Both leaders shook hands.", who=("Vladimir Putin", "Kim Jong Un"), outlet="The Gazette")
    assert is_candidate(one, other, similarity(one, other))


def test_what_is_worth_comparing_is_found_by_a_key(claim: Make) -> None:
    for name, a, b, worth in CANDIDATES:
        shared = set(keys_of(claim(a))) & set(keys_of(claim(b, outlet="The Gazette")))
        assert bool(shared) is worth, name
