from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.words import content_words, guards_differ, stem, tokens, weight


@pytest.mark.parametrize(
    "forms",
    [
        "announce announces announced announcing",
        "visit visits visited visiting",
        "go goes went gone",
        "city cities",
        "die died dies death deaths dead",
        "stop stops stopped stopping",
        "Russia Russian Russians Russia's",
        "kill killed killing kills",
        "deny denies denied denial",
        "approve approved approval",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({content_words(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("Korea", "Kerala"), ("wing", "win"), ("bus", "bu"), ("thing", "th")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "text", ["did not go", "didn't go", "didn’t go", "never went", "will not go", "won't go", "can't go", "did n't go"]
)
def test_not_is_never_dropped(text: str) -> None:
    assert content_words(text) == ("not", "go")


def test_figures_lose_their_separators_and_words_become_figures() -> None:
    assert tokens("43,885,310 and 35.72") == ("43885310", "and", "35.72")
    assert content_words("twelve people, 12 people") == ("12", "person", "12", "person")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("North Korea", "South Korea", True),
        ("North Korea", "the North Korean army", False),
        ("the minister", "the deputy minister", True),
        ("former president", "ex-president", False),
        ("Western Sahara", "Sahara", True),
        ("Kim Jong Un", "Vladimir Putin", False),
        ("anti-government protesters", "government protesters", True),
    ],
)
def test_guard_words(one: str, other: str, differ: bool) -> None:
    assert guards_differ(one, other) is differ
    assert guards_differ(other, one) is differ


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert weight(stem("said")) < weight(stem("signed")) < weight(stem("Vladivostok"))


def test_hostile_text_is_only_words() -> None:
    assert content_words("") == ()
    assert content_words("'’'\x00\x1b[31m …") == ("31",)


@given(st.text(st.sampled_from("n't'’sdo1,.:- é²"), max_size=12) | st.text(max_size=20))
def test_no_word_is_empty(text: str) -> None:
    assert all(tokens(text))
    assert all(weight(word) > 0 for word in content_words(text))
