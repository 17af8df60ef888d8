"""What every sentence encoder gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

WIDTH = 384  # numbers a text


class Encoder(Protocol):
    """Turns texts into rows of unit length, so that the product of two rows is the cosine of the angle between them.

    A row depends on its text alone, and not on the texts that are read with it.
    """

    @property
    def id(self) -> str:
        """Return what made the rows; rows of different ids cannot be compared."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (texts, WIDTH), in their order; no text gives no row."""
