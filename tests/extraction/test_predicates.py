"""Which complements hang on which predicates, on parses made by hand."""

from __future__ import annotations

from typing import NamedTuple

import pytest
import spacy
from spacy.tokens import Doc

from provenance.extraction.attribution.predicates import candidates_in


class Word(NamedTuple):
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


def _doc(*words: Word) -> Doc:
    columns = list(zip(*words, strict=True))
    return Doc(
        spacy.blank("en").vocab,
        words=list(columns[0]),
        lemmas=list(columns[1]),
        pos=list(columns[2]),
        tags=list(columns[3]),
        deps=list(columns[4]),
        heads=list(columns[5]),
    )


SAID = _doc(
    Word("Kim", "Kim", "PROPN", "NNP", "nsubj", 1),
    Word("said", "say", "VERB", "VBD", "ROOT", 1),
    Word("ships", "ship", "NOUN", "NNS", "nsubj", 3),
    Word("sank", "sink", "VERB", "VBD", "ccomp", 1),
)
HOPES = _doc(
    Word("Kim", "Kim", "PROPN", "NNP", "nsubj", 1),
    Word("hopes", "hope", "VERB", "VBZ", "ROOT", 1),
    Word("to", "to", "PART", "TO", "aux", 3),
    Word("leave", "leave", "VERB", "VB", "xcomp", 1),
)
QUOTED = _doc(
    Word("TASS", "TASS", "PROPN", "NNP", "nsubj", 1),
    Word("quoted", "quote", "VERB", "VBD", "ROOT", 1),
    Word("Kim", "Kim", "PROPN", "NNP", "dobj", 1),
    Word("as", "as", "ADP", "IN", "prep", 1),
    Word("saying", "say", "VERB", "VBG", "pcomp", 3),
    Word("ships", "ship", "NOUN", "NNS", "nsubj", 6),
    Word("sank", "sink", "VERB", "VBD", "ccomp", 4),
)
INTERRUPTED = _doc(
    Word("Ships", "ship", "NOUN", "NNS", "nsubj", 3),
    Word(",", ",", "PUNCT", ",", "punct", 3),
    Word("Kim", "Kim", "PROPN", "NNP", "nsubj", 3),
    Word("said", "say", "VERB", "VBD", "ROOT", 3),
    Word(",", ",", "PUNCT", ",", "punct", 3),
    Word("sank", "sink", "VERB", "VBD", "ccomp", 3),
)


@pytest.mark.parametrize(
    ("doc", "lemma", "frame", "source", "content"),
    [
        (SAID, "say", "that", "Kim", "ships sank"),
        (HOPES, "hope", "to", "Kim", "to leave"),
        (QUOTED, "say", "that", "Kim", "ships sank"),
        (INTERRUPTED, "say", "that", "Kim", "Ships sank"),
    ],
)
def test_a_complement_is_found_with_its_source(doc: Doc, lemma: str, frame: str, source: str, content: str) -> None:
    found = [c for c in candidates_in(doc) if c.lemma(doc) == lemma and c.frame == frame]
    assert [
        (doc[c.source].text, " ".join(doc[i].text for i in sorted(c.content))) for c in found if c.source is not None
    ] == [(source, content)]
