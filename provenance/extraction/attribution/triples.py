"""What an attribution engine finds: source, cue and content, before anybody is named and chains are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from provenance.extraction.reading import Reading
from provenance.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Triple:
    """Who (source) is credited by which words (cue) with which (content); the source may be left unsaid."""

    source: Spans
    cue: Spans
    content: Spans
    lemma: str  # of the cue, with its particle: "say", "point out", "according to", ":"
    frame: str = "that"  # how the content hangs on the cue: "that", "to", "obj", ...; see predicates.py
    confidence: float = 1.0  # 0..1

    @property
    def start(self) -> int:
        return min(span.start for span in (*self.cue, *self.content))

    @property
    def place(self) -> Span:
        """Return where the crediting stands: the cue, or the first words of the content where there is none."""
        return self.cue[0] if self.cue else self.content[0]


class Engine(Protocol):
    """Finds triples in a reading. The rules are one engine; naming and chaining is the same for all."""

    def find(self, reading: Reading) -> tuple[Triple, ...]:
        """Return the triples in the order of the text, nested ones too."""
        ...
