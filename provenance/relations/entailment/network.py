"""A cross-encoder in an ONNX file, run by onnxruntime without torch."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from provenance.errors import ProvenanceError, UsageError
from provenance.model.relation import Entailment

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Scores = NDArray[np.float64]

NETWORKS = ("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx")
LONGEST = 160  # pieces of both texts, with the marks between them; of longer ones the longer text is cut first
_CHARACTERS = 2_000  # of a text are looked at: more than that many pieces hold
_THREADS = 1  # fixed, so that a sum is always added up in the same order
_LABELS = ("entail", "contradict", "neutral")  # as the names of labels begin in models of this kind
_SIMILARITY = "similarity"


class CrossEncoder(Protocol):
    """Reads two texts at once."""

    def read(self, premise: str, hypothesis: str) -> Entailment:
        """Return whether the hypothesis follows from the premise, contradicts it, or neither."""


class NetworkFolder:
    """Reads with the network of a folder, loaded with the first pair.

    The folder holds what transformers saves: config.json, which names the labels, tokenizer.json, and the network under
    one of NETWORKS. A label beside entailment, contradiction and neutral may be "similarity", a cosine. Each pair is
    read on its own, never in a batch with another: a network in whole numbers scales by all that it reads at once. The
    shipped one reads around 250 pairs of sentences a second on a core.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, premise: str, hypothesis: str) -> Entailment:
        """Return whether the hypothesis follows from the premise, contradicts it, or neither."""
        encoded = self._tokenizer.encode(shown(premise), shown(hypothesis))
        given = {
            "input_ids": encoded.ids,
            "attention_mask": [1] * len(encoded.ids),
            "token_type_ids": encoded.type_ids,
        }
        wanted = {entry.name for entry in self._session.get_inputs()}
        feed = {name: np.array([values], dtype=np.int64) for name, values in given.items() if name in wanted}
        scores = self._session.run(None, feed)[0]
        return entailment(np.asarray(scores[0], dtype=np.float64), self._labels)

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        return labels_of(self._folder)

    @cached_property
    def _session(self) -> InferenceSession:
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        network = next(self._folder / name for name in NETWORKS if (self._folder / name).is_file())
        try:
            return InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own without a common root
            raise UsageError(f"is no network that can be run: {error}", where=str(network)) from error

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return tokenizer_of(self._folder)


def shown(text: str) -> str:
    """Return what a network is given of a text; half a surrogate pair is no letter."""
    return text[:_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


def tokenizer_of(folder: Path) -> Tokenizer:
    """Return what cuts two texts into the pieces of words that the network of the folder knows."""
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises plain Exception
        raise UsageError(f"is no tokenizer: {error}", where=str(path)) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST, strategy="longest_first")
    return tokenizer


def labels_of(folder: Path) -> tuple[str, ...]:
    """Return what each column of the network's scores stands for.

    Raises UsageError unless entailment, contradiction and neutral are among them, in any spelling and order.
    """
    path = folder / "config.json"
    try:
        config: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        named = config.get("id2label") or {}
        labels = tuple(str(named[str(place)]).lower() for place in range(len(named)))
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise UsageError("names no labels", where=str(path), hint='"id2label": {"0": "entailment", ...}') from error
    missing = [label for label in _LABELS if sum(name.startswith(label) for name in labels) != 1]
    if missing:
        raise UsageError(
            f"labels are {', '.join(labels) or 'missing'}",
            where=str(path),
            hint="a three-way cross-encoder has entailment, contradiction and neutral",
        )
    return labels


def entailment(scores: Scores, labels: tuple[str, ...]) -> Entailment:
    """Return the three probabilities of a row of scores, and the similarity where the network tells one."""
    if scores.shape != (len(labels),):
        raise ProvenanceError(f"the cross-encoder gave {scores.shape} scores for {len(labels)} labels")
    places = [next(i for i, label in enumerate(labels) if label.startswith(name)) for name in _LABELS]
    three = np.exp(scores[places] - scores[places].max())
    entailed, contradicted, neutral = (three / three.sum()).tolist()
    similarity = float(scores[labels.index(_SIMILARITY)]) if _SIMILARITY in labels else None
    return Entailment(entailed, contradicted, neutral, similarity)
