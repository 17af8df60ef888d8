"""Copied words: a table of pairs that a desk editor would call copied, or not."""

from __future__ import annotations

import pytest

from provenance.model.article import Article
from provenance.model.span import Span
from provenance.services.copying import article_runs, is_copied_article, is_copied_sentence, own_runs, share

CLOSED = (
    "The harbour bridge was closed to all traffic late on Monday after inspectors found cracks in two of its pillars."
)


@pytest.mark.parametrize(
    ("other", "is_copied"),
    [
        (CLOSED, True),
        (CLOSED.replace("late on Monday", "on Monday night"), True),  # an editor's touch
        ("Breaking: " + CLOSED.lower(), True),
        ("Inspectors who found cracks in two pillars had the harbour bridge closed to all traffic on Monday.", False),
        ("Cracks in its pillars have closed the harbour bridge, the city said.", False),
        ("The bridge was closed.", False),  # too short to tell
    ],
)
def test_a_sentence_is_copied(other: str, is_copied: bool) -> None:
    assert is_copied_sentence(own_runs(CLOSED), own_runs(other)) is is_copied


def test_two_names_and_a_verb_are_nobodys_own_words() -> None:
    one = "Vladimir Putin and Kim Jong Un will meet in Vladivostok on April 25, two sources told the newspaper."
    other = "Vladimir Putin and Kim Jong Un will meet in the second half of April."
    assert not is_copied_sentence(own_runs(one), own_runs(other))


def test_two_reporters_who_quote_one_speech_copy_nothing() -> None:
    speech = "“We closed the bridge to all traffic because two of its pillars have cracks as wide as a hand,”"
    one, other = f"{speech} the mayor said on Monday.", f"At a meeting of the council, Mayor Lind explained: {speech}"
    assert share(own_runs(one), own_runs(other)) == 0


def test_an_article_that_took_a_good_part_from_another_is_a_copy() -> None:
    own = "Commuters will have to take the tunnel until the spring, and many of them are anything but pleased about it."
    wire, aggregator = Article(CLOSED), Article(f"{own} {CLOSED}")
    assert is_copied_article(article_runs(wire), article_runs(aggregator))


def test_two_notices_of_one_sentence_are_no_copies() -> None:
    one = Article("The Norvik museum will open on 3 May, director Ada Lund said.")
    other = Article("The Norvik museum will open on 3 May, according to the mayor.")
    assert not is_copied_article(article_runs(one), article_runs(other))


def test_page_furniture_in_common_does_not_make_a_copy() -> None:
    furniture = "Sign up for our newsletter and never miss a story from the coast again, it is free for all readers. "
    left_out = (Span(0, len(furniture)),)
    one = Article(furniture + CLOSED, boilerplate=left_out)
    other = Article(
        furniture + "Ferries ran as usual and the fish market opened at six in the morning.", boilerplate=left_out
    )
    assert share(article_runs(one), article_runs(other)) == 0
