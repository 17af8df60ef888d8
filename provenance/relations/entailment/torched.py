"""A cross-encoder of the user's own as transformers saves it, run by PyTorch where both are installed."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from provenance.model.relation import Entailment
from provenance.relations.entailment.network import LONGEST, entailment, labels_of, shown

WEIGHTS = "model.safetensors"


class TransformersFolder:
    """Reads with the weights of a folder, loaded with the first pair; nothing is ever downloaded."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, premise: str, hypothesis: str) -> Entailment:
        """Return whether the hypothesis follows from the premise, contradicts it, or neither."""
        import torch

        tokenizer, network = self._loaded
        given = tokenizer(
            shown(premise), shown(hypothesis), truncation="longest_first", max_length=LONGEST, return_tensors="pt"
        )
        with torch.inference_mode():
            scores = network(**given).logits[0]
        return entailment(np.asarray(scores.tolist(), dtype=np.float64), labels_of(self._folder))

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        from transformers import AutoModelForSequenceClassification, AutoTokenizer

        tokenizer = AutoTokenizer.from_pretrained(self._folder, local_files_only=True)
        network = AutoModelForSequenceClassification.from_pretrained(self._folder, local_files_only=True)
        return tokenizer, network.eval()
