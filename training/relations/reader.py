"""The network that reads two texts at once, and how they are put to it.

The program reads with the same pieces and outputs (provenance/relations/entailment/): change both or neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

LABELS = ("same", "contradict", "neutral")
LONGEST = 160  # pieces of both texts, with the marks between


class PairReader(nn.Module):
    """A small encoder over both texts; returns a score for each label and, last, one for how near they are."""

    def __init__(self, encoder: Path, *, eager: bool = False) -> None:
        super().__init__()
        attention = {"attn_implementation": "eager"} if eager else {}  # what can be exported
        self.enc = AutoModel.from_pretrained(encoder, add_pooling_layer=False, **attention)
        width = self.enc.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.hidden = nn.Linear(2 * width, width)
        self.head = nn.Linear(width, len(LABELS) + 1)

    def forward(self, ids: Tensor, mask: Tensor, sides: Tensor) -> Tensor:
        """Return an array of shape (pairs, labels + 1) of ids, of which are read, and of which text each is of."""
        states = self.enc(input_ids=ids, attention_mask=mask, token_type_ids=sides).last_hidden_state
        seen = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * seen).sum(1) / seen.sum(1)
        told = torch.cat([states[:, 0], mean], dim=-1)
        return self.head(self.drop(torch.tanh(self.hidden(self.drop(told)))))


def mean_of(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """Return the mean of the checkpoints' weights: late ones of one training average out its last steps' noise."""
    states = [torch.load(checkpoint, map_location="cpu", weights_only=True) for checkpoint in checkpoints]
    first = states[0]
    return {name: (sum(state[name].float() for state in states) / len(states)).to(first[name].dtype) for name in first}
