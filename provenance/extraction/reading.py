"""An article with its sentences parsed: what attribution and claim finding work on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model.article import Article
from provenance.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

    from provenance.text.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its own parse; token offsets count from the sentence's start, spans from the text's."""

    index: int  # into Reading.sentences and Extraction.sentences
    span: Span
    doc: Doc

    def token_span(self, token: Token) -> Span:
        start = self.span.start + token.idx
        return Span(start, start + len(token.text))

    def tokens_span(self, tokens: TokenSpan) -> Span:
        """Return the stretch of text that the tokens cover."""
        return Span(self.span.start + tokens.start_char, self.span.start + tokens.end_char)

    def tokens_in(self, span: Span) -> list[Token]:
        """Return the tokens that lie wholly inside a stretch of the text."""
        low, high = span.start - self.span.start, span.end - self.span.start
        first = self.first_from(span.start)
        found = []
        for token in self.doc[first:]:
            if token.idx + len(token.text) > high:
                break
            if low <= token.idx:
                found.append(token)
        return found

    def first_from(self, position: int) -> int:
        """Return the number of the first token that starts at this position of the text or after it."""
        low = position - self.span.start
        return bisect_left(range(len(self.doc)), low, key=lambda i: self.doc[i].idx)


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed article. Boilerplate has no sentences."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    paragraphs: tuple[Span, ...]

    @property
    def text(self) -> str:
        return self.article.text

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds this position, None in furniture and between sentences."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.span.start) - 1
        if index < 0 or position >= self.sentences[index].span.end:
            return None
        return self.sentences[index]
