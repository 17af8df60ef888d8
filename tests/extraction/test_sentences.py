"""Sentences with exact offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction.sentences import cut_to, split_sentences
from provenance.model.span import Span
from provenance.text.quotations import find_quotations

# A bar stands where a sentence ends.
CASES = [
    "The talks ended.| Both sides left.",
    "U.S. Special Representative Ann Cole arrived.| She left the U.S.| The talks go on.",
    "Mr. Holm met Gen. J. K. Lee and Sen. Ruth Cane.| They talked.",
    "He came at 3.30 p.m. Monday.| He left at 5 p.m.| Nobody saw him.",
    "Prices rose by 3.5 percent.| The figure is No. 5 on the list.",
    "Acme Inc. said so.| He left Acme Inc.| The rest stayed.",
    "John F. Kennedy Jr. was there.| So was World War I.| Then came peace.",
    '"It went well," he said.| "We will meet again."| They left.',
    '"Why?" he asked.| "Because," she said.',
    '"Is it over?" Mr. Holm asked.| Nobody answered.',
    '"Go home!"| The crowd left.',
    "“They will.| It is fine,” he said.| “Good.”",
    "He waited ... and waited.| The end came.",
    "They agreed (see p. 5).| It was late.",
    "The U.N. Security Council met on Jan. 5.| It agreed.",
    "He said “no.”| The others agreed.",
    "See harbour.example for more.| It is free.",
    "One line\n|Another line.| A third",
    "He lives in Washington, D.C.| He works there.",
    "It ended.|The next day came.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert [span.of(text) for span in split_sentences(text, (), find_quotations(text))] == expected


def test_boilerplate_has_no_sentences_and_ends_those_beside_it() -> None:
    text = "The ship sank. Share this story. Nobody was hurt."
    furniture = Span(text.index("Share"), text.index(" Nobody"))
    assert [span.of(text) for span in split_sentences(text, (furniture,))] == ["The ship sank.", "Nobody was hurt."]


def test_marks_alone_are_no_sentence() -> None:
    assert split_sentences("* * *\n\n...\n\n—") == ()


def test_a_sentence_beyond_the_limit_is_cut_between_words_and_counted() -> None:
    text = "word " * 30 + "end."
    parts, cut = cut_to(40, split_sentences(text), text)
    assert cut == 1
    assert all(len(part) <= 40 for part in parts)
    assert " ".join(part.of(text) for part in parts) == text


def test_a_word_beyond_the_limit_is_cut_too() -> None:
    parts, cut = cut_to(10, (Span(0, 35),), "x" * 35)
    assert (cut, [len(part) for part in parts]) == (1, [10, 10, 10, 5])


@given(st.text(alphabet="ab. \n\"'“”!?A", max_size=80))
def test_any_text_gives_ordered_sentences_that_lose_no_word(text: str) -> None:
    sentences = split_sentences(text, (), find_quotations(text))
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    kept = "".join(span.of(text) for span in sentences)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
