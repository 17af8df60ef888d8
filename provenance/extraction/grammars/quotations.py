"""What is read of a language whose grammar is not known: the words in quotation marks, credited to nobody by name."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.extraction.grammars.grammar import Credited, Page
from provenance.extraction.sentences import split_sentences
from provenance.model.attribution import Stance
from provenance.model.source import Hop
from provenance.model.span import Spans
from provenance.text.quotations import Quotation, find_quotations

_FINAL = ".!?…,。！？"
_FEWEST_WORDS = 3
_MANY_WORDS = 8  # so many are an utterance without a mark at their end as well
_FEWEST_LETTERS = 8  # of a script that puts no space between words
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class OnlyQuotations:
    """Takes direct quotations and nothing else; who said them is not guessed, nor that the rest is the outlet's own."""

    code: str

    def missing(self) -> str | None:
        return None

    def sentences(self, text: str, boilerplate: Spans) -> Spans:
        """Return what ends with a stop, a question or an exclamation mark; the same in many scripts."""
        return split_sentences(text, boilerplate, find_quotations(text))

    def credited(self, page: Page) -> tuple[Credited, ...]:
        nobody = (Hop(None),)
        return tuple(
            Credited((), (), (quotation.span,), Stance.ASSERTS, nobody, confidence=_SURE)
            for quotation in page.quotations
            if _is_utterance(quotation, page.text)
        )

    def is_negated(self, words: str) -> bool:
        return False

    def is_statement(self, words: str) -> bool:
        return False


def _is_utterance(quotation: Quotation, text: str) -> bool:
    """True for a full utterance rather than a title or a word or two in marks."""
    if quotation.inner is None:
        return False
    words = quotation.inner.of(text)
    after = text[quotation.span.end : quotation.span.end + 1]
    ended = words[-1] in _FINAL or after in tuple(",.")
    if words.isascii() or " " in words:
        count = len(words.split())
        return count >= _MANY_WORDS or (count >= _FEWEST_WORDS and ended)
    return len(words) >= _FEWEST_LETTERS and (ended or "。" in words)
