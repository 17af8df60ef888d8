"""What sentences mean, as far as networks are installed: each read once, remembered, compared by pairs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from provenance.model.claim import SourcedClaim
from provenance.model.relation import Reading, Similarity
from provenance.settings import Settings
from provenance.text.words import content_words, weight

if TYPE_CHECKING:
    from provenance.embedding import Encoder, Vectors
    from provenance.relations.entailment import CrossEncoder

_REMEMBERED = 4096  # sentences; 1.5 KB each


class Meanings:
    """Tells how near two texts are in meaning, and what follows from what; nothing where no network is installed."""

    def __init__(self, encoder: Encoder | None, cross_encoder: CrossEncoder | None = None) -> None:
        self._encoder = encoder
        self._cross_encoder = cross_encoder
        self._rows: OrderedDict[str, Vectors] = OrderedDict()
        self._readings: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    def similarity(self, a: str, b: str) -> Callable[[SourcedClaim, SourcedClaim], Similarity]:
        """Return what measures a claim of each of these two sentences."""
        return similarity_of(self.likeness(a, b), a, b, self.reading(a, b))

    def likeness(self, a: str, b: str) -> float | None:
        """Return the cosine of what the two mean, -1..1; None without an encoder."""
        if self._encoder is None:
            return None
        return round(float(self._row(a) @ self._row(b)), 4)

    def reading(self, a: str, b: str) -> Reading | None:
        """Return what the cross-encoder makes of the two; None without one."""
        if self._cross_encoder is None:
            return None
        (few, shorter), (many, longer) = sorted((len(text.split()), text) for text in (a, b))
        if (shorter, longer) not in self._readings:
            down, up = self._cross_encoder.read(longer, shorter), self._cross_encoder.read(shorter, longer)
            self._readings[shorter, longer] = Reading(down, up, round(few / max(many, 1), 4))
            if len(self._readings) > _REMEMBERED:
                self._readings.popitem(last=False)
        return self._readings[shorter, longer]

    def _row(self, text: str) -> Vectors:
        if text not in self._rows:
            assert self._encoder is not None
            self._rows[text] = self._encoder.encode([text])[0]
            if len(self._rows) > _REMEMBERED:
                self._rows.popitem(last=False)
        return self._rows[text]


def installed_meanings(settings: Settings | None = None) -> Meanings:
    """Return what the networks that are installed make of texts; one that knows nothing where none is.

    Raises UsageError where the settings name a cross-encoder that cannot be read.
    """
    from provenance.embedding import installed_encoder
    from provenance.relations.entailment import cross_encoder_for

    return Meanings(installed_encoder(), cross_encoder_for((settings or Settings()).cross_encoder))


def similarity_of(
    likeness: float | None, a: str, b: str, reading: Reading | None = None
) -> Callable[[SourcedClaim, SourcedClaim], Similarity]:
    """Return what measures a claim of each of two sentences whose likeness in meaning is known."""
    from provenance.matching import similarity

    if likeness is None and reading is None:
        return similarity
    length = min(sum(map(weight, set(content_words(text)))) for text in (a, b))
    return partial(_with_meaning, likeness, round(length, 2), reading)


def _with_meaning(
    likeness: float | None, length: float, reading: Reading | None, a: SourcedClaim, b: SourcedClaim
) -> Similarity:
    from provenance.matching import similarity

    return replace(similarity(a, b), meaning=likeness, length=length, reading=reading)
