"""What lines begin with: labels that are no part of a sentence, and look-alikes that are."""

from __future__ import annotations

import pytest

from provenance.text.layout import LabelKind, find_labels
from provenance.text.paragraphs import find_paragraphs


def labels(text: str) -> list[tuple[str, str]]:
    return [(label.kind.value, label.span.of(text)) for label in find_labels(text, find_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14:32 GMT: The bridge is closed.", [("stamp", "14:32 GMT:")]),
        ("8.05 p.m. The bridge is closed.", [("stamp", "8.05 p.m.")]),
        ("Updated at 5 p.m.: The bridge is closed.", [("stamp", "Updated at 5 p.m.:")]),
        ("14:32 was when the bridge closed.", []),
        ("3:1 was the score.", []),
        ("10.5 million people live there.", []),
        ("- The bridge is closed.", [("bullet", "-")]),
        ("(b) The bridge is closed.", [("bullet", "(b)")]),
        ("> The bridge is closed.", [("block quote", ">")]),
        ("– The bridge is closed.", []),  # one dash alone may be a dialogue's, or a signature's
        ("– One.\n– Two.", [("bullet", "–"), ("bullet", "–")]),
        ("- 14:32 BREAKING: Bridge closed", [("bullet", "-"), ("stamp", "14:32"), ("kicker", "BREAKING:")]),
        ("Live music returns to Varn.", []),
        ("@varn: We are closed.", [("handle", "@varn:")]),
        ("We are closed. — Varn Police (@varn) 3 May 2019", [("signature", "— Varn Police (@varn) 3 May 2019")]),
        ("Police: Two held", []),  # a headline, not a turn of a transcript
        ("Q: Why?\nA: Because it leaks.", [("speaker", "Q:"), ("speaker", "A:")]),
        ("A. Holm left. He was ill.", []),
        ("REYES: We will pay.\nHOST: When?", [("speaker", "REYES:"), ("speaker", "HOST:")]),
        ("Place: Varn harbour.\nDate: 3 May.", []),
        ("Lund: 2,316.\nHolm: 1,547.\nLund: 12.", []),
        ("The statement in full: We are sorry.", [("statement", "The statement in full:")]),
        ("The minister repeated his statement: The dam is safe.", []),
    ],
)
def test_labels_are_told_from_words_that_look_like_them(text: str, found: list[tuple[str, str]]) -> None:
    assert labels(text) == found


def test_short_turns_are_no_wrapped_paragraph() -> None:
    text = "COUNSEL: Did you see the boat?\nWITNESS: I saw a light.\nCOUNSEL: Only a light?\nWITNESS: Yes."
    assert len(find_paragraphs(text)) == 4


@pytest.mark.parametrize("text", ["A" * 5000 + ":", "Q: " * 2000, "- " * 3000, "(@" * 3000, "1. " * 3000, "—" * 4000])
def test_hostile_lines_are_read_at_once(text: str) -> None:
    found = find_labels(text, find_paragraphs(text))
    assert all(label.span.end <= len(text) and isinstance(label.kind, LabelKind) for label in found)
