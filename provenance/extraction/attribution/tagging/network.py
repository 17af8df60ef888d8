"""The network: how likely each piece of a text begins, goes on with or stands outside a source, a cue, a content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from provenance.errors import ProvenanceError
from provenance.extraction.attribution.tagging.labels import ROLES
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Scores = NDArray[np.float32]

_FOLDER = Path(__file__).parent / "weights"
_NETWORK, _PIECES = "tagger.onnx", "tokenizer.json"
WINDOW = 254  # pieces that the network sees at once, besides the marks of beginning and end
STRIDE = 190  # pieces from one window to the next; where two overlap, both are heard
_EDGE = 40  # pieces; nearer to a window's edge the network is trusted less, for it sees less around them
_THREADS = 2  # fixed, so that a sum is always added up in the same order


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces of words, with the log-probability of each label; a break stands where a paragraph ends."""

    spans: Spans
    breaks: frozenset[int]
    scores: Scores  # a row for each piece, a column for each label


class Network:
    """Reads texts with the weights of a folder; they are loaded with the first text.

    A text's scores depend on that text alone: each window is read on its own, never in a batch with another, because
    the quantised network scales its numbers by all that it reads at once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, text: str, paragraphs: Spans) -> Pieces:
        """Return the pieces of these paragraphs, in order, with their scores."""
        spans, ids, breaks = self._pieces(text, paragraphs)
        return Pieces(tuple(spans), frozenset(breaks), self._scores(ids))

    def _pieces(self, text: str, paragraphs: Spans) -> tuple[list[Span], list[int], list[int]]:
        spans: list[Span] = []
        ids: list[int] = []
        breaks: list[int] = []
        for paragraph in paragraphs:
            encoded = self._tokenizer.encode(paragraph.of(text), add_special_tokens=False)
            ids.extend(encoded.ids)
            spans.extend(
                Span(paragraph.start + start, paragraph.start + max(end, start + 1)) for start, end in encoded.offsets
            )
            breaks.append(len(ids))
            ids.append(self._break)
            spans.append(Span(paragraph.end - 1, paragraph.end))
        return spans, ids, breaks

    def _scores(self, ids: list[int]) -> Scores:
        total = np.zeros((len(ids), len(ROLES)), dtype=np.float32)
        weight = np.zeros((len(ids), 1), dtype=np.float32)
        for start, end in windows(len(ids)):
            window = np.array([[self._begin, *ids[start:end], self._end]], dtype=np.int64)
            (scores,) = self._session.run(None, {"ids": window})
            trust = _trust(end - start)
            total[start:end] += scores[0, 1:-1] * trust
            weight[start:end] += trust
        return total / weight if len(ids) else total

    @cached_property
    def _session(self) -> InferenceSession:
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return InferenceSession(str(self._file(_NETWORK)), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._file(_PIECES)))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _break(self) -> int:
        return self._id("[unused1]")

    @cached_property
    def _begin(self) -> int:
        return self._id("[CLS]")

    @cached_property
    def _end(self) -> int:
        return self._id("[SEP]")

    def _id(self, piece: str) -> int:
        found = self._tokenizer.token_to_id(piece)
        if found is None:
            raise ProvenanceError(f"the tagger's pieces of words lack {piece}", where=str(self._folder / _PIECES))
        return int(found)

    def _file(self, name: str) -> Path:
        file = self._folder / name
        if not file.is_file():
            raise ProvenanceError(
                "the tagger's weights are not installed", where=str(file), hint="use --engine rules, which needs none"
            )
        return file


def installed_weights() -> Path | None:
    """Return the folder of the weights that came with the program, None where it came without."""
    return _FOLDER if all((_FOLDER / name).is_file() for name in (_NETWORK, _PIECES)) else None


def windows(count: int) -> Iterator[tuple[int, int]]:
    """Yield where each window of so many pieces begins and ends; the last one ends with the last piece.

    >>> list(windows(300)), list(windows(0))
    ([(0, 254), (190, 300)], [])
    """
    start = 0
    while start < count:
        end = min(start + WINDOW, count)
        yield start, end
        if end == count:
            return
        start += STRIDE


def _trust(length: int) -> Scores:
    """Return how much each piece of a window counts: less towards its edges."""
    from_start = np.arange(1, length + 1)
    near = np.minimum(np.minimum(from_start, from_start[::-1]), _EDGE)
    return (near[:, None] / _EDGE).astype(np.float32)
