"""Train the attribution tagger: labelled articles in, a checkpoint an epoch out.

usage: python training/attribution/train.py GOLD.jsonl ENCODER_FOLDER OUT_FOLDER [--epochs 8] [--seed 7] ...

GOLD holds one article a line: {"text", "attributions": [{"source", "cue", "content"}]}, spans as [[start, end], ...] in
code points, one label a word at most. ENCODER_FOLDER holds a pretrained encoder of the BERT family (config.json,
model.safetensors, tokenizer.json). MODEL.md names the command and the data that the shipped weights were made with.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from tagger import LABELS, UNLABELLED, Pieces, Tagger, labels_of, mean_of
from torch import Tensor, nn

Window = tuple[list[int], list[int]]  # ids and labels
_SHORTEST = 16  # pieces; a shorter window teaches nothing
_SORTED_TOGETHER = 20  # batches; windows of like length share one, so that little is padding
_WARM_UP = 0.06  # of all steps
_TOLD_EVERY = 50  # steps


def main(arguments: Sequence[str] | None = None) -> None:
    given = _parser().parse_args(arguments)
    torch.set_num_threads(given.threads)
    for seed in (random.seed, torch.manual_seed, np.random.seed):
        seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces.of(given.encoder)
    articles = [_article(json.loads(line), pieces) for line in given.gold.read_text(encoding="utf-8").splitlines()]
    print(len(articles), "articles,", sum(len(ids) for ids, _ in articles), "pieces", flush=True)
    model = Tagger(given.encoder)
    if given.start:
        model.load_state_dict(mean_of(given.start))
    model.enc.embeddings.requires_grad_(requires_grad=False)  # too large to learn from so few articles
    hide = given.hidden, pieces.id("[MASK]")
    steps = given.epochs * len(_batches(articles, pieces, given))
    optimizer, schedule = _optimizer(model, given.learning_rate, steps)
    for epoch in range(given.epochs):
        model.train()
        for step, batch in enumerate(_batches(articles, pieces, given), 1):
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
    parser.add_argument("gold", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--learning-rate", type=float, default=3e-4)
    parser.add_argument("--window", type=int, default=256, help="pieces, with the marks of beginning and end")
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--start", type=Path, nargs="+", help="checkpoints to go on from: the mean of their weights")
    parser.add_argument("--hidden", type=float, default=0.0, help="share of the pieces that are masked, 0..1")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    return parser


def _article(record: dict, pieces: Pieces) -> Window:
    ids, places = pieces.encode(record["text"])
    return ids, labels_of(places, record["attributions"])


def _batches(articles: list[Window], pieces: Pieces, given: argparse.Namespace) -> list[list[Window]]:
    """Return the windows of an epoch in batches; each epoch cuts the articles elsewhere."""
    inside = given.window - 2
    begin, end = pieces.id("[CLS]"), pieces.id("[SEP]")
    windows: list[Window] = []
    for ids, labels in articles:
        cuts = sorted({0, *range(random.randrange(inside // 2), len(ids), inside), len(ids)})
        windows += [
            ([begin, *ids[a:b], end], [UNLABELLED, *labels[a:b], UNLABELLED])
            for a, b in pairwise(cuts)
            if b - a >= _SHORTEST
        ]
    random.shuffle(windows)
    stretch = given.batch * _SORTED_TOGETHER
    chunks = [sorted(windows[i : i + stretch], key=lambda w: len(w[0])) for i in range(0, len(windows), stretch)]
    batches = [chunk[i : i + given.batch] for chunk in chunks for i in range(0, len(chunk), given.batch)]
    random.shuffle(batches)
    return batches


def _optimizer(model: Tagger, rate: float, steps: int) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR]:
    """Return the optimizer, whose rate rises at first and then falls to nothing in a line."""
    encoder = [weights for weights in model.enc.parameters() if weights.requires_grad]
    groups = [{"params": encoder, "lr": rate}, {"params": list(model.head.parameters()), "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)

    def share(step: int) -> float:
        return min(1.0, (step + 1) / (_WARM_UP * steps)) * max(0.0, 1 - step / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, share)


def _loss(model: Tagger, batch: list[Window], hide: tuple[float, int]) -> Tensor:
    """Return how far the model is from the labels, with some pieces hidden from it: the words around must tell."""
    share, masked = hide
    longest = max(len(ids) for ids, _ in batch)
    ids, mask = torch.zeros(len(batch), longest, dtype=torch.long), torch.zeros(len(batch), longest, dtype=torch.long)
    labels = torch.full((len(batch), longest), UNLABELLED)
    for row, (pieces, marks) in enumerate(batch):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        labels[row, : len(marks)] = torch.tensor(marks)
        mask[row, : len(pieces)] = 1
    ids[(torch.rand(ids.shape) < share) & (labels != UNLABELLED)] = masked
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(ids, mask)
    return nn.functional.cross_entropy(
        scores.float().view(-1, len(LABELS)), labels.view(-1), ignore_index=UNLABELLED, label_smoothing=0.05
    )


if __name__ == "__main__":
    main()
