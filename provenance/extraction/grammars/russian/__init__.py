"""Russian, read by rules over a parse of each sentence."""

from __future__ import annotations

import re

from provenance.extraction.grammars.grammar import Credited, Page
from provenance.extraction.grammars.russian.parsing import is_installed, is_verbal, split
from provenance.languages.russian.cues import NEGATIONS
from provenance.model.span import Span, Spans, merged
from provenance.text.paragraphs import find_paragraphs

_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_IS = re.compile(r"[а-яё»]\s+[—–]\s+[а-яё]")  # "причина — лед": a sentence without a verb, and no dateline
_FEWEST = 2  # words


class Russian:
    """The grammar of Russian; natasha's models are loaded with the first text."""

    @property
    def code(self) -> str:
        return "ru"

    def missing(self) -> str | None:
        return None if is_installed() else "claim-provenance[ru]"

    def sentences(self, text: str, boilerplate: Spans) -> Spans:
        """Return the sentences in order; none crosses a paragraph or touches furniture."""
        found: list[Span] = []
        for paragraph in _outside(find_paragraphs(text), merged(boilerplate)):
            for start, end in split(paragraph.of(text)):
                found.append(Span(paragraph.start + start, paragraph.start + end))
        return tuple(span for span in found if any(character.isalnum() for character in span.of(text)))

    def credited(self, page: Page) -> tuple[Credited, ...]:
        from provenance.extraction.grammars.russian.reading import credited

        return credited(page)

    def is_negated(self, words: str) -> bool:
        """True where "не" or "нет" stands before or as the first predicate, outside any further clause."""
        for clause in re.split(r"[,;:]", words):
            found = [word.lower() for word in _WORD.findall(clause)]
            for place, word in enumerate(found):
                if word == "нет" or (word == "не" and place + 1 < len(found) and is_verbal(found[place + 1])):
                    return True
                if word not in NEGATIONS and is_verbal(word):
                    return False
        return False

    def is_statement(self, words: str) -> bool:
        """True for words with a predicate of their own."""
        found = _WORD.findall(words)
        if len(found) < _FEWEST:
            return False
        return any(is_verbal(word) for word in found) or _IS.search(words) is not None


def _outside(paragraphs: Spans, boilerplate: Spans) -> Spans:
    """Return what is left of the paragraphs without the furniture."""
    found: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        for span in boilerplate:
            if not span.overlaps(paragraph):
                continue
            if span.start > start:
                found.append(Span(start, span.start))
            start = max(start, span.end)
        if start < paragraph.end:
            found.append(Span(start, paragraph.end))
    return tuple(found)


RUSSIAN = Russian()

__all__ = ["RUSSIAN", "Russian"]
