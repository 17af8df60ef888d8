"""The network that marks sources, cues and contents, and how a text is put to it.

The program reads with the same pieces and labels (provenance/extraction/attribution/tagging/): change both or neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in ("B", "I")))
BREAK = "[unused1]"  # stands where a paragraph ends
UNLABELLED = -100  # what the loss leaves out


class Tagger(nn.Module):
    """A small encoder and one linear layer; returns a score for each label of each piece."""

    def __init__(self, encoder: Path, *, eager: bool = False) -> None:
        super().__init__()
        attention = {"attn_implementation": "eager"} if eager else {}  # what can be exported
        self.enc = AutoModel.from_pretrained(encoder, add_pooling_layer=False, **attention)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(self.enc.config.hidden_size, len(LABELS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        seen = self.enc(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.head(self.drop(seen))


@dataclass(frozen=True)
class Pieces:
    """Cuts texts into the pieces of words that the encoder knows."""

    tokenizer: Tokenizer

    @classmethod
    def of(cls, encoder: Path) -> Pieces:
        tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer)

    def id(self, piece: str) -> int:
        found = self.tokenizer.token_to_id(piece)
        if found is None:
            raise SystemExit(f"the encoder's tokenizer lacks {piece}")
        return int(found)

    def encode(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the ids of a text's pieces and where each stands; a line is a paragraph, and ends with a break."""
        ids: list[int] = []
        places: list[tuple[int, int]] = []
        start = 0
        for line in text.split("\n"):
            if line.strip():
                encoded = self.tokenizer.encode(line, add_special_tokens=False)
                ids += [*encoded.ids, self.id(BREAK)]
                places += [(a + start, b + start) for a, b in encoded.offsets]
                places.append((start + len(line), start + len(line)))
            start += len(line) + 1
        return ids, places


def labels_of(places: list[tuple[int, int]], attributions: list[dict[str, Any]]) -> list[int]:
    """Return the label of each piece; of spans that overlap the later one is kept."""
    labels = [0] * len(places)
    for attribution in attributions:
        for role in ROLES:
            for start, end in attribution.get(role) or []:
                inside = [i for i, (a, b) in enumerate(places) if start <= a < b <= end]
                for i in inside:
                    labels[i] = LABELS.index(f"{'B' if i == inside[0] else 'I'}-{role}")
    return labels


def mean_of(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """Return the mean of the checkpoints' weights: late ones of one training average out its last steps' noise."""
    states = [torch.load(checkpoint, map_location="cpu", weights_only=True) for checkpoint in checkpoints]
    first = states[0]
    return {name: (sum(state[name].float() for state in states) / len(states)).to(first[name].dtype) for name in first}
