"""When two claims may be called independent, and what is said where they may not."""

from __future__ import annotations

import pytest

from provenance.chains import independence


def test_two_named_roots_of_different_hands_are_independent(said):
    assert independence(said("BBC", "Kremlin"), said("Yonhap")) == (True, None)


CASES = [
    ("one root", ("BBC", "KCNA"), ("CNN", "KCNA"), "both come from KCNA"),
    ("agency and its echo", ("KCNA",), ("CNN", "KCNA"), "both come from KCNA"),
    ("unknown outlet", (None,), ("BBC", "Kremlin"), "the outlet of one is not known"),
    ("one owner", ("Fox News",), ("The Wall Street Journal",), "both under Murdoch family"),
    ("one state", ("TASS",), ("BBC", "Kremlin"), "both under Russia"),
    ("through the other", ("Yonhap",), ("BBC", "Yonhap", "White House"), "through Yonhap"),
    (
        "with and without whose it is",
        ("BBC", "Harbour Rescue Service"),
        ("CNN", "Harbour Rescue Service of Arland"),
        "may be the same body",
    ),
    ("the first word of its name", ("BBC", "Arlandia Lines"), ("CNN", "Arlandia"), "may be the same body"),
    ("last name alone", ("BBC", "Ivan Sokolov"), ("CNN", "Sokolov"), "may be the same person"),
]


@pytest.mark.parametrize(("one", "other", "why"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_dependence_has_a_reason_whichever_comes_first(said, one, other, why):
    a, b = said(*one, name="a"), said(*other, name="b")
    for pair in ((a, b), (b, a)):
        independent, reason = independence(*pair)
        assert not independent
        assert why in reason


def test_unnamed_sources_are_never_independent(said, two_sources):
    independent, reason = independence(said("Kommersant", two_sources), said("BBC", "Kremlin"))
    assert not independent
    assert reason == "no name is given for two sources close to the talks, cited by Kommersant"


def test_own_voice_that_credits_agencies_may_have_it_from_them(said):
    independent, reason = independence(said("RFE/RL", credited=("TASS", "AFP")), said("BBC", "White House"))
    assert not independent
    assert "credits TASS and AFP" in reason


def test_one_agency_credited_by_both(said):
    assert not independence(said("BBC", credited=("AP",)), said("CNN", credited=("AP",)))[0]


def test_copied_words(said):
    assert independence(said("Reuters"), said("Daily Digest"), copied=True) == (
        False,
        "both carry the same words",
    )


def test_two_claims_of_one_article_are_not_independent(said):
    assert not independence(said("BBC", "Kremlin", name="x"), said("BBC", "White House", name="x"))[0]


def test_a_first_word_in_common_does_not_make_one_body(said):
    assert independence(said("BBC", "Ministry"), said("CNN", "Ministry of Fisheries of Arland"))[0]
    assert independence(said("BBC", "Harbour Rescue Service"), said("CNN", "Harbour Rescue Fund"))[0]


def test_a_description_is_no_name(said):
    independent, reason = independence(said("BBC", "Danish company"), said("CNN", "White House"))
    assert not independent
    assert reason == "no name is given for Danish company, cited by BBC"
