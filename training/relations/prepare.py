"""Make the pairs that the relation reader learns from: labelled sets in, one file of pairs out.

usage: python training/relations/prepare.py OUT.jsonl --labelled fever.tsv snli.tsv oie.tsv [--retrieve fever.tsv]
                                            [--texts ARTICLES.jsonl --teacher ENCODER_FOLDER]

A labelled set has the columns split, label (same | contradict | neutral), a, b; its train part is read. OUT holds one
pair a line: {"a", "b", "label": 0 same, 1 contradict, 2 neutral or null, "weight", "nearness": cosine or null}.

What is added to the labels, each for a fault that networks trained on such sets are known for:

- `--retrieve`: a set without neutral pairs gets some: each claim beside the likest text that was not given for it.
- A claim that gives its label away by its own words alone counts for less (after Schuster et al., EMNLP 2019).
- A figure or a name that both sides share is changed, or both are denied: on one side, which makes a contradiction in
  nearly the same words, and on both, which makes none; so that no word of a claim gives its label away.
- `--texts` and `--teacher`: sentences of news that share words, unlabelled, and what a larger encoder makes of their
  nearness, for a share of all pairs.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from transformers import AutoModel, AutoTokenizer

Change = Callable[[str], str]
LABELS = ("same", "contradict", "neutral")
_FIGURE = re.compile(r"(?<![\w.,-])\d{1,4}(?![\w.,-]*\d)(?!\w)")
_SENTENCE = re.compile(r"(?<=[.!?][\"”’ ])\s*(?=[A-Z\"“])")
_LEAST = 0.3  # weight of a pair whose label its claim gives away
_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_BE = re.compile(r"\b(is|are|was|were)\b(?! n[o']t)")
_DENIAL = re.compile(r"\b(?:not|never|no|nor|without)\b|n't\b", re.IGNORECASE)
_SHORT = 220  # characters
_EDITED = 0.4  # share of the pairs that say the same, of which some are also given with one thing changed
_NEAR = 0.45  # cosine of two texts' telling words, above which they may well prove the same claim
_BATCH = 64


@dataclass(frozen=True)
class Pair:
    """Two texts, what they are to each other, how much that counts, and how near a larger encoder finds them."""

    a: str
    b: str
    label: int | None
    weight: float = 1.0
    nearness: float | None = None


def main(arguments: Sequence[str] | None = None) -> None:
    given = _parser().parse_args(arguments)
    random.seed(given.seed)
    pairs: list[Pair] = []
    for path in given.labelled:
        own = _labelled(path)
        if path in given.retrieve:
            own += retrieved(own, given.retrieved)
        pairs += _weighed(own) + _edited(own)
        print(path.name, len(own), "pairs", flush=True)
    if given.teacher:
        random.shuffle(pairs)
        taught = _beside_each_other(given.texts, given.unlabelled) + pairs[: given.taught]
        pairs = pairs[given.taught :] + _taught(taught, given.teacher)
    random.shuffle(pairs)
    with given.out.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(asdict(pair), ensure_ascii=False) + "\n" for pair in pairs)
    print(len(pairs), "pairs", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--labelled", type=Path, nargs="+", required=True)
    parser.add_argument("--retrieve", type=Path, nargs="*", default=[])
    parser.add_argument("--retrieved", type=int, default=5000, help="neutral pairs to add to such a set")
    parser.add_argument("--texts", type=Path, help="news, one article a line: {text}")
    parser.add_argument("--unlabelled", type=int, default=8000, help="pairs of sentences of the texts")
    parser.add_argument("--teacher", type=Path, help="a larger sentence encoder, as published")
    parser.add_argument("--taught", type=int, default=8000, help="labelled pairs whose nearness the teacher tells")
    parser.add_argument("--seed", type=int, default=7)
    return parser


def _labelled(path: Path) -> list[Pair]:
    csv.field_size_limit(10**8)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    measured = {(row["a"], row["b"]) for row in rows if row["split"] != "train"}
    rows = [row for row in rows if row["split"] == "train" and row["label"] in LABELS]
    return [Pair(r["a"], r["b"], LABELS.index(r["label"])) for r in rows if (r["a"], r["b"]) not in measured]


def retrieved(pairs: list[Pair], number: int) -> list[Pair]:
    """Return claims beside the likest text that is not their own, nor like it."""
    words = TfidfVectorizer(sublinear_tf=True, stop_words="english", dtype=np.float32)
    texts = words.fit_transform(pair.a for pair in pairs)
    found: list[Pair] = []
    for row in random.sample(range(len(pairs)), min(number, len(pairs))):
        near = (texts @ words.transform([pairs[row].b]).T).toarray().ravel()
        near[(texts @ texts[row].T).toarray().ravel() > _NEAR] = 0.0
        found.append(Pair(pairs[int(near.argmax())].a, pairs[row].b, LABELS.index("neutral")))
    return found


def _weighed(pairs: list[Pair]) -> list[Pair]:
    """Return the pairs, those whose claim alone tells a bag of words their label counting for less."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True)
    labels = np.array([pair.label for pair in pairs])
    model = LogisticRegression(max_iter=300, C=2.0)
    told = cross_val_predict(model, words.fit_transform(p.b for p in pairs), labels, cv=4, method="predict_proba")
    columns = {label: column for column, label in enumerate(sorted(set(labels.tolist())))}
    chances = [float(told[row, columns[pair.label]]) for row, pair in enumerate(pairs)]
    return [replace(p, weight=round(max(_LEAST, min(1.0, 1.35 - c)), 3)) for p, c in zip(pairs, chances, strict=True)]


def _edited(pairs: list[Pair]) -> list[Pair]:
    """Return pairs that say the same, changed in one thing on one side, which contradict, and on both, which agree."""
    names = sorted({name for pair in pairs for name in _NAME.findall(pair.b)})
    edited: list[Pair] = []
    for pair in pairs:
        if pair.label == LABELS.index("same") and random.random() < _EDITED:
            change = random.choice([_other_figure, _other_name, _denied])(pair, names)
            if change is not None:
                a, b = change(pair.a), change(pair.b)
                same, contradict = LABELS.index("same"), LABELS.index("contradict")
                edited += [Pair(a, pair.b, contradict), Pair(pair.a, b, contradict), Pair(a, b, same)]
    return edited


def _other_figure(pair: Pair, _: list[str]) -> Change | None:
    shared = sorted(set(_FIGURE.findall(pair.a)) & set(_FIGURE.findall(pair.b)))
    if not shared:
        return None
    figure = random.choice(shared)
    other = str(max(1, int(figure) + random.choice((-30, -12, -7, -3, -2, -1, 1, 2, 3, 5, 10, 25))))
    return partial(re.sub, rf"(?<![\w.,]){figure}(?!\w)", other) if other not in pair.a + pair.b else None


def _other_name(pair: Pair, names: list[str]) -> Change | None:
    """Return what puts another name for one that both have and that does not begin the claim."""
    shared = [name for name in sorted(set(_NAME.findall(pair.b))) if name in pair.a and not pair.b.startswith(name)]
    other = random.choice(names)
    if not shared or other in pair.a + pair.b:
        return None
    name = random.choice(shared)
    return lambda text: text.replace(name, other)


def _denied(pair: Pair, _: list[str]) -> Change | None:
    """Return what denies both of two short sentences by their first verb "to be"."""
    verbs = _BE.findall(pair.a), _BE.findall(pair.b)
    if not all(verbs) or _DENIAL.search(pair.a + pair.b) or len(pair.a) > _SHORT:
        return None
    return lambda text: _BE.sub(r"\1 not", text, count=1)


def _beside_each_other(path: Path, number: int) -> list[Pair]:
    """Return sentences of different articles that share many words."""
    articles = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    sentences = [(n, s) for n, text in enumerate(articles) for s in _SENTENCE.split(text) if 40 < len(s) < 350]
    random.shuffle(sentences)
    words = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, dtype=np.float32)
    rows = words.fit_transform(s for _, s in sentences)
    found: list[Pair] = []
    for row, (article, sentence) in enumerate(sentences[:number]):
        near = (rows @ rows[row].T).toarray().ravel()
        best = [int(i) for i in np.argsort(-near)[:12] if sentences[i][0] != article]
        if best:  # mostly the likest, sometimes one that is less so
            found.append(Pair(sentence, sentences[best[min(len(best) - 1, int(random.expovariate(0.7)))]][1], None))
    return found


def _taught(pairs: list[Pair], teacher: Path) -> list[Pair]:
    rows = _rows([pair.a for pair in pairs] + [pair.b for pair in pairs], teacher)
    near = (rows[: len(pairs)] * rows[len(pairs) :]).sum(1).tolist()
    return [replace(pair, nearness=round(value, 3)) for pair, value in zip(pairs, near, strict=True)]


def _rows(texts: list[str], encoder: Path) -> torch.Tensor:
    """Return the mean over the pieces of what the encoder makes of each, at unit length."""
    pieces, network = AutoTokenizer.from_pretrained(encoder), AutoModel.from_pretrained(encoder).eval()
    rows = torch.empty(len(texts), network.config.hidden_size)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for batch in _batches(order):
        cut = pieces([texts[i] for i in batch], padding=True, truncation=True, max_length=128, return_tensors="pt")
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            states = network(**cut).last_hidden_state.float()
        seen = cut["attention_mask"].unsqueeze(-1)
        rows[list(batch)] = torch.nn.functional.normalize((states * seen).sum(1) / seen.sum(1), dim=1)
    return rows


def _batches(order: list[int]) -> Iterable[list[int]]:
    return (order[i : i + _BATCH] for i in range(0, len(order), _BATCH))


if __name__ == "__main__":
    main()
