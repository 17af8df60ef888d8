"""What the rules find in a Russian text, before anybody is named."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from provenance.extraction.grammars.russian.words import Sentence, Word
from provenance.model.attribution import Stance
from provenance.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Group:
    """The words that name one source, and the noun that they hang on."""

    words: tuple[Word, ...]
    head: Word

    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


@dataclass(frozen=True, slots=True)
class Found:
    """Who is credited by which cue with what."""

    sentence: Sentence
    source: Group | None
    cue: Span
    content: Spans
    stance: Stance = Stance.ASSERTS
    via: str = "said"
    before: tuple[Group, ...] = ()  # who has it from the source: the agency that was told
    after: tuple[Group, ...] = ()  # whom the source has it from: "со ссылкой на"
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the rules see it."""

    text: str
    sentences: tuple[Sentence, ...]
    paragraphs: Spans
    quotations: Spans  # with their marks

    def quotation_at(self, position: int) -> Span | None:
        """Return the quotation whose words stand at this position."""
        index = bisect_right(self.quotations, position, key=lambda span: span.start) - 1
        found = self.quotations[index] if index >= 0 else None
        return found if found is not None and position < found.end else None

    def quotation_ending(self, before: int) -> Span | None:
        """Return the quotation that ends right before a position, but for spaces, commas and stops."""
        end = before
        while end > 0 and self.text[end - 1] in " \u00a0,.!?…":
            end -= 1
        found = self.quotation_at(end - 1) if end else None
        return found if found is not None and found.end == end else None

    def quotation_from(self, after: int) -> Span | None:
        """Return the quotation that starts right at a position, but for spaces."""
        while after < len(self.text) and self.text[after] in " \u00a0":
            after += 1
        found = self.quotation_at(after)
        return found if found is not None and found.start == after else None

    def paragraph_at(self, position: int) -> Span | None:
        index = bisect_right(self.paragraphs, position, key=lambda span: span.start) - 1
        return self.paragraphs[index] if index >= 0 else None
