"""Which words stand inside quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.quotations import find_quotations

CASES = [
    ('"No," he said. "It isn\'t."', ["No,", "It isn't."]),
    ("“No,” he said. “It isn’t.”", ["No,", "It isn’t."]),
    ("« Nous partons », a dit le maire.", ["Nous partons"]),
    ("»Wir gehen«, sagte sie, „sofort“.", ["Wir gehen", "sofort"]),
    ("”Ja”, sa han.", ["Ja"]),
    ("''We wait,'' she said.", ["We wait,"]),
    ("‘Don’t go,’ she said.", ["Don’t go,"]),
    ("'It was the boys' fault,' he said.", ["It was the boys' fault,"]),
    ("「はい」と述べた。", ["はい"]),
    # no quotations at all
    ("The workers' union doesn't like the mayor's plan.", []),
    ("In the '90s it was rock 'n' roll.", []),
    ("He is 5'11\" tall.", []),
    ('""', []),
    # one odd mark costs no other quotation
    ('An odd " mark stands here. "Right," he said.', ["Right,"]),
    ('"This was never closed, he said. Then: "Right," he said.', ["Right,"]),
    ("“This closes wrongly,“ he said. “This does not.”", ["This closes wrongly,", "This does not."]),
]


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_quotations_are_found_and_apostrophes_are_not(text: str, inner: list[str]) -> None:
    assert [quotation.inner.of(text) for quotation in find_quotations(text) if quotation.inner] == inner


def test_the_span_holds_the_marks_and_the_inner_one_does_not() -> None:
    text = 'He said, "Go."'
    (quotation,) = find_quotations(text)
    assert quotation.span.of(text) == '"Go."'
    assert quotation.closed


def test_a_quotation_over_two_paragraphs_is_two_that_continue() -> None:
    text = "“Nobody slept.\n\n“In the morning it was gone,” she said."
    first, second = find_quotations(text)
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    text = "“Nobody slept.\nThe storm was gone."
    (quotation,) = find_quotations(text)
    assert quotation.span.of(text) == "“Nobody slept."


@given(st.text(alphabet="ab \n\"'“”‘’«».,", max_size=60))
def test_any_text_gives_ordered_quotations_that_do_not_overlap(text: str) -> None:
    quotations = find_quotations(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(quotations))
    assert all(q.inner is None or q.span.covers(q.inner) for q in quotations)
