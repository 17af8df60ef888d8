"""Train the relation reader: pairs in, a checkpoint an epoch out.

usage: python training/relations/train.py PAIRS.jsonl ENCODER_FOLDER OUT_FOLDER [--epochs 4] [--seed 7] ...

PAIRS is what prepare.py makes. ENCODER_FOLDER holds a pretrained encoder of the BERT family (config.json,
model.safetensors, tokenizer.json). MODEL.md names the command and the data that the shipped weights were made with.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from reader import LABELS, LONGEST, PairReader, mean_of
from tokenizers import Tokenizer
from torch import Tensor, nn

_SORTED_TOGETHER = 40  # batches; pairs of like length share one, so that little is padding
_WARM_UP = 0.06  # of all steps
_TOLD_EVERY = 50  # steps
_UNKNOWN = -100  # label that the loss leaves out


@dataclass(frozen=True)
class Example:
    ids: list[int]
    sides: list[int]
    label: int
    weight: float
    nearness: float | None


def main(arguments: Sequence[str] | None = None) -> None:
    given = _parser().parse_args(arguments)
    torch.set_num_threads(given.threads)
    for seed in (random.seed, torch.manual_seed, np.random.seed):
        seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(given.encoder / "tokenizer.json"))
    examples = _examples(given.pairs, tokenizer)
    hide = given.hidden, tokenizer.token_to_id("[MASK]"), tokenizer.token_to_id("[SEP]")
    print(len(examples), "pairs,", sum(len(e.ids) for e in examples), "pieces", flush=True)
    model = PairReader(given.encoder)
    if given.start:
        model.load_state_dict(mean_of(given.start))
    model.enc.embeddings.word_embeddings.requires_grad_(requires_grad=False)  # too many for so few pairs
    optimizer, schedule = _optimizer(model, given.learning_rate, given.epochs * -(-len(examples) // given.batch))
    for epoch in range(given.epochs):
        model.train()
        for step, batch in enumerate(_batches(examples, given.batch), 1):
            loss = _loss(model, batch, hide)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if step % _TOLD_EVERY == 0:
                print(f"epoch {epoch} step {step} loss {loss.item():.3f}", flush=True)
        torch.save(model.state_dict(), given.out / f"epoch{epoch}.pt")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--learning-rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--hidden", type=float, default=0.0, help="share of the pieces that are masked, 0..1")
    parser.add_argument("--start", type=Path, nargs="+", help="checkpoints to go on from: the mean of their weights")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    return parser


def _examples(path: Path, tokenizer: Tokenizer) -> list[Example]:
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST, strategy="longest_first")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    encoded = tokenizer.encode_batch([(record["a"], record["b"]) for record in records])
    return [
        Example(e.ids, e.type_ids, _UNKNOWN if r["label"] is None else r["label"], r["weight"], r["nearness"])
        for e, r in zip(encoded, records, strict=True)
    ]


def _batches(examples: list[Example], size: int) -> list[list[Example]]:
    shuffled = random.sample(examples, len(examples))
    stretch = size * _SORTED_TOGETHER
    chunks = [sorted(shuffled[i : i + stretch], key=lambda e: len(e.ids)) for i in range(0, len(shuffled), stretch)]
    batches = [chunk[i : i + size] for chunk in chunks for i in range(0, len(chunk), size)]
    random.shuffle(batches)
    return batches


def _optimizer(
    model: PairReader, rate: float, steps: int
) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    """Return the optimizer, whose rate rises at first and then falls to nothing in a line."""
    encoder = [weights for weights in model.enc.parameters() if weights.requires_grad]
    head = [*model.hidden.parameters(), *model.head.parameters()]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": rate}, {"params": head, "lr": 5e-4}], weight_decay=0.01)

    def share(step: int) -> float:
        return min(1.0, (step + 1) / (_WARM_UP * steps)) * max(0.0, 1 - step / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, share)


def _loss(model: PairReader, batch: list[Example], hide: tuple[float, int, int]) -> Tensor:
    """Return how far the model is from the labels, and from the teacher's nearness where that is known.

    Some pieces are hidden from it, but no mark between the texts: the words around must tell.
    """
    share, masked, between = hide
    longest = max(len(example.ids) for example in batch)
    ids, mask, sides = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
    for row, example in enumerate(batch):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        sides[row, : len(example.ids)] = torch.tensor(example.sides)
        mask[row, : len(example.ids)] = 1
    hidden = (torch.rand(ids.shape) < share) & (mask == 1) & (ids != between)
    hidden[:, 0] = False
    ids[hidden] = masked
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(ids, mask, sides)
    scores = scores.float()
    labels = torch.tensor([example.label for example in batch])
    weights = torch.tensor([example.weight for example in batch])
    each = nn.functional.cross_entropy(
        scores[:, : len(LABELS)], labels, ignore_index=_UNKNOWN, reduction="none", label_smoothing=0.05
    )
    loss = (each * weights).sum() / len(batch)
    near = torch.tensor([float("nan") if e.nearness is None else e.nearness for e in batch])
    known = ~near.isnan()
    if known.any():
        loss = loss + 4 * ((scores[known, len(LABELS)] - near[known]) ** 2).sum() / len(batch)
    return loss


if __name__ == "__main__":
    main()
