"""What a language other than English gives: its sentences, and who is credited in them with what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from provenance.model.attribution import Stance
from provenance.model.interval import TimeMention
from provenance.model.source import Hop
from provenance.model.span import Spans

if TYPE_CHECKING:
    from provenance.registry import Registry
    from provenance.text.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Credited:
    """One source-cue-content relation, named and chained; the spans are of the article's text."""

    source: Spans  # empty where nobody is named
    cue: Spans
    content: Spans
    stance: Stance
    hops: tuple[Hop, ...]  # without the outlet: from whom the article has it to the root
    said: TimeMention | None = None
    confidence: float = 1.0  # 0..1


@dataclass(frozen=True, slots=True)
class Page:
    """What a grammar is given to read."""

    text: str
    sentences: Spans
    paragraphs: Spans
    quotations: tuple[Quotation, ...]
    published: date | None
    registry: Registry | None


class Grammar(Protocol):
    """The rules of one language. Its libraries are loaded by the first text that needs them."""

    @property
    def code(self) -> str:
        """The language's ISO 639-1 code: "ru"."""
        ...

    def missing(self) -> str | None:
        """Return what is to be installed before this language can be read; None where nothing is missing."""
        ...

    def sentences(self, text: str, boilerplate: Spans) -> Spans:
        """Return the sentences of a text, in order, none of them in its furniture or across a paragraph's end."""
        ...

    def credited(self, page: Page) -> tuple[Credited, ...]:
        """Return who is credited with what, in the order of the text, nested ones too."""
        ...

    def is_negated(self, words: str) -> bool:
        """True where the main predicate of the words is negated for sure; it is not where that cannot be told."""
        ...

    def is_statement(self, words: str) -> bool:
        """True where the words state something by themselves, rather than be what is left of crediting somebody.

        Asked of sentences that nobody is credited with, and of what remains of those that somebody is.
        """
        ...
