"""Where paragraphs begin and end."""

from __future__ import annotations

import pytest

from provenance.text.paragraphs import find_paragraphs

WRAPPED = """The harbour was closed on Monday after a ship ran
aground near the lighthouse. Nobody was hurt, the
coast guard said.

A tug will try to free the ship on Tuesday when the
water is high."""

CASES = [
    ("One.\n\nTwo.\nThree.", ["One.", "Two.", "Three."]),
    ("  One.  \r\n\r\n\tTwo.", ["One.", "Two."]),
    ("", []),
    (" \n\n ", []),
    (WRAPPED, [WRAPPED.split("\n\n")[0], WRAPPED.split("\n\n")[1]]),
]


@pytest.mark.parametrize(("text", "paragraphs"), CASES)
def test_a_line_is_a_paragraph_unless_the_text_is_hard_wrapped(text: str, paragraphs: list[str]) -> None:
    assert [span.of(text) for span in find_paragraphs(text)] == paragraphs
