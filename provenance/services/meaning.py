"""What sentences mean, as far as an encoder is installed: read once, remembered, compared by pairs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from provenance.model.claim import SourcedClaim
from provenance.model.relation import Similarity
from provenance.text.words import content_words, weight

if TYPE_CHECKING:
    from provenance.embedding import Encoder, Vectors

_REMEMBERED = 4096  # sentences; 1.5 KB each


class Meanings:
    """Tells how near two texts are in meaning; nothing where no encoder is installed."""

    def __init__(self, encoder: Encoder | None) -> None:
        self._encoder = encoder
        self._rows: OrderedDict[str, Vectors] = OrderedDict()

    def likeness(self, a: str, b: str) -> float | None:
        """Return the cosine of what the two mean, -1..1; None without an encoder."""
        if self._encoder is None:
            return None
        return round(float(self._row(a) @ self._row(b)), 4)

    def _row(self, text: str) -> Vectors:
        if text not in self._rows:
            assert self._encoder is not None
            self._rows[text] = self._encoder.encode([text])[0]
            if len(self._rows) > _REMEMBERED:
                self._rows.popitem(last=False)
        return self._rows[text]


def installed_meanings() -> Meanings:
    """Return what the encoder that is installed makes of texts; one that knows nothing where none is."""
    from provenance.embedding import installed_encoder

    return Meanings(installed_encoder())


def similarity_of(likeness: float | None, a: str, b: str) -> Callable[[SourcedClaim, SourcedClaim], Similarity]:
    """Return what measures a claim of each of two sentences whose likeness in meaning is known."""
    from provenance.matching import similarity

    length = min(sum(map(weight, set(content_words(text)))) for text in (a, b))
    return similarity if likeness is None else partial(_with_meaning, likeness, round(length, 2))


def _with_meaning(likeness: float, length: float, a: SourcedClaim, b: SourcedClaim) -> Similarity:
    from provenance.matching import similarity

    return replace(similarity(a, b), meaning=likeness, length=length)
