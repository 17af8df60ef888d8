"""The claims of the end of a text: the same as those that the whole text has there."""

from __future__ import annotations

import pytest

from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article, PublishedOrigin

BEFORE = (
    "Marek Dusan, who has led the harbour authority since 2011, came to Velna on Monday.",
    "The ministry in Lesk has been short of staff for months. “Nobody asked us,” said Ines Calder, its spokeswoman.",
    "",
    "“We shall rebuild the bridge",
)
SENTENCES = (
    "He told reporters that the authority would spend 40 million crowns on the new terminal.",
    "She added that 212 posts were vacant, and that the minister knew.",
    "The newspaper Velna Kurier reported, citing two officials, that the dam had been inspected on Tuesday.",
    "“It was too late,” Dusan said. “The wall had cracks.”",
    "Российское агентство сообщило об этом во вторник.",
)
TEXTS = [
    (Article(f"{before}\n\n{sentence}", None, None, None, "2021-03-04", PublishedOrigin.GIVEN), len(before) + 2)
    for before in BEFORE
    for sentence in SENTENCES
]


@pytest.fixture(scope="module")
def whole(extractor: Extractor) -> list[tuple[object, ...]]:
    """The claims from the end's beginning on, of texts that are read whole and each for itself."""
    return [
        tuple(claim for claim in extractor.extract(text).sourced_claims() if claim.claim.span[0].start >= start)
        for text, start in TEXTS
    ]


def test_the_end_has_the_claims_that_it_has_in_the_whole_text(
    extractor: Extractor, whole: list[tuple[object, ...]]
) -> None:
    read = extractor.extract_ends(TEXTS)
    ends = [
        tuple(claim for claim in extraction.sourced_claims() if claim.claim.span[0].start >= start)
        for extraction, (_, start) in zip(read, TEXTS, strict=True)
    ]
    assert ends == whole
    assert sum(map(len, ends)) >= len(TEXTS)


def test_what_stands_before_the_end_is_spared_its_claims(extractor: Extractor) -> None:
    english = [(text, start) for text, start in TEXTS if "Р" not in text.text]
    for extraction, (_, start) in zip(extractor.extract_ends(english), english, strict=True):
        assert all(claim.span[0].start >= start for claim in extraction.claims)
