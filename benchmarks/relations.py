"""Measures how well two claims are told to agree, to contradict, or neither; and fits the probabilities.

    python benchmarks/relations.py --news GOLD.jsonl     sentence pairs of different outlets, read by two readers each:
                                                         {"id", "a", "b", "before_a", "before_b", "date_a", "date_b",
                                                          "outlet_a", "outlet_b", "readers": [relation, relation]}
    python benchmarks/relations.py --pairs GOLD.tsv      columns split, label (same | contradict | neutral), a, b
    python benchmarks/relations.py --speed               comparisons a second, claims already read
    python benchmarks/relations.py --fit GOLD.tsv ...    coefficients for relations/probability.py, from labelled pairs
    python benchmarks/relations.py --fit-meaning GOLD.jsonl
                                                         those of relations/meaning.py, from sentence pairs as above
    python benchmarks/relations.py --look-alikes         false alarms of each kind, of tests/relations/gold/pairs.jsonl

The figures themselves are printed by `provenance eval relations FILE`.

`--split dev` takes one part of a file, `--limit N` its first N rows, `--show` prints what went wrong,
`--out PRED.jsonl` writes the predictions. Fit on sets whose licence allows it, and measure on others.

Every claim of one sentence is compared with every claim of the other, and the strongest relation counts.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from provenance.extraction.pipeline import Extractor
from provenance.matching import similarity
from provenance.model.article import Article, PublishedOrigin
from provenance.model.claim import Claim, SourcedClaim
from provenance.model.frame import Frame
from provenance.model.relation import Comparison, RelationKind
from provenance.registry import load_registry
from provenance.relations import compare, strength
from provenance.relations.align import align
from provenance.relations.converse import seen_alike
from provenance.relations.meaning import LONG, WEIGHTS
from provenance.relations.meaning import witnesses as by_meaning
from provenance.relations.probability import WITNESSES, witnesses
from provenance.relations.statement import statement_of
from provenance.services.compare import Pair as SentencePair
from provenance.services.compare import compare_pairs
from provenance.services.meaning import installed_meanings, similarity_of
from provenance.settings import Limits, Settings

GROUPS = {"corroborates": "same", "refines": "same", "contradicts": "contradicts"}
LABELS = ("same", "contradict", "neutral")


@dataclass(frozen=True)
class Pair:
    """Two sentences with what stands before them."""

    id: str
    a: Article
    b: Article
    start_a: int  # where the sentence starts: what stands before it only tells what its pronouns mean
    start_b: int
    gold: tuple[str, ...]
    slots: tuple[str | None, ...] = ()


def news(path: Path) -> Iterator[Pair]:
    with path.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            (a, start_a), (b, start_b) = (_article(record, side) for side in "ab")
            slots = tuple(record.get("slots") or ())
            yield Pair(record["id"], a, b, start_a, start_b, tuple(record["readers"]), slots)


def _article(record: dict[str, Any], side: str) -> tuple[Article, int]:
    before = (record.get(f"before_{side}") or "").strip()
    day = record.get(f"date_{side}")
    text = f"{before}\n\n{record[side]}" if before else record[side]
    origin = PublishedOrigin.GIVEN if day else PublishedOrigin.UNKNOWN
    outlet = record.get(f"outlet_{side}") or side
    return Article(text, outlet=outlet, published=day, published_origin=origin), len(text) - len(record[side])


def labelled(path: Path, split: str | None) -> Iterator[Pair]:
    csv.field_size_limit(10**8)
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t")):
            if row["label"] in LABELS and (split is None or row["split"] == split):
                yield Pair(
                    str(number), Article(row["a"], outlet="a"), Article(row["b"], outlet="b"), 0, 0, (row["label"],)
                )


def read(pairs: list[Pair]) -> Iterator[tuple[Pair, list[SourcedClaim], list[SourcedClaim]]]:
    """Yield each pair with the claims of both its sentences."""
    extractor = Extractor(load_registry(), Limits())
    extractions = extractor.extract_many(article for pair in pairs for article in (pair.a, pair.b))
    for pair in pairs:
        sides = []
        for start, article in ((pair.start_a, pair.a), (pair.start_b, pair.b)):
            extraction = next(extractions)
            claims = [c for c in extraction.sourced_claims() if c.claim.span and c.claim.span[0].start >= start]
            sides.append(claims or [_whole(article, start)])
        yield pair, sides[0], sides[1]


def _whole(article: Article, start: int) -> SourcedClaim:
    """Return the sentence as one claim without slots, where none was found in it."""
    from provenance.model.attribution import Attribution, AttributionKind, Stance
    from provenance.model.source import Hop

    text = article.text[start:]
    voice = Attribution("", AttributionKind.OWN_VOICE, Stance.ASSERTS, (), (), (), (Hop(article.outlet),))
    return SourcedClaim(Claim(f"{article.id}-{start}", "", 0, (), text, Frame()), voice, article.head)


def best_of(left: Iterable[SourcedClaim], right: list[SourcedClaim]) -> tuple[Comparison, SourcedClaim, SourcedClaim]:
    found = [(compare(a, b, similarity(a, b)), a, b) for a in left for b in right]
    return max(found, key=lambda entry: strength(entry[0]))


def measure_news(args: argparse.Namespace) -> None:
    pairs = list(islice(news(args.news), args.limit))
    said: list[tuple[Pair, Comparison]] = []
    with Output(args.out) as out:
        for pair, left, right in read(pairs):
            comparison, a, b = best_of(left, right)
            said.append((pair, comparison))
            out.append(_prediction(pair, comparison, a, b))
            wrong = comparison.kind.value not in pair.gold
            if args.show and wrong and {"contradicts", args.show} & {comparison.kind.value, *pair.gold}:
                _print_error(pair, comparison, a, b)
    print(json.dumps(_news_figures(said), indent=1))


def _news_figures(said: list[tuple[Pair, Comparison]]) -> dict[str, Any]:
    """Return precision and recall as the readers see it: where they differ, either is right and none is to be found."""
    figures: dict[str, Any] = {"pairs": len(said)}
    for group in ("contradicts", "same"):
        of_gold = [{GROUPS.get(reader, "other") for reader in pair.gold} for pair, _ in said]
        shown = [gold for gold, (_, c) in zip(of_gold, said, strict=True) if GROUPS.get(c.kind.value) == group]
        sought = [
            GROUPS.get(c.kind.value) == group for gold, (_, c) in zip(of_gold, said, strict=True) if gold == {group}
        ]
        figures[group] = {
            "shown": len(shown),
            "precision": round(sum(group in gold for gold in shown) / len(shown), 3) if shown else None,
            "to find": len(sought),
            "recall": round(sum(sought) / len(sought), 3) if sought else None,
        }
    clean = [c for pair, c in said if "contradicts" not in pair.gold]
    figures["false alarms in 100"] = round(100 * sum(c.kind is RelationKind.CONTRADICTS for c in clean) / len(clean), 2)
    figures["exact"] = round(sum(c.kind.value in pair.gold for pair, c in said) / len(said), 3)
    figures["shown as"] = dict(Counter(c.kind.value for _, c in said))
    figures["calibration error"] = _calibration(
        [(c.probabilities, {GROUPS.get(reader, "neither") for reader in pair.gold}) for pair, c in said]
    )
    return figures


def _calibration(said: list[tuple[Any, set[str]]]) -> float:
    """Return the expected calibration error of the winning probability, in ten bins of equal width."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for chances, gold in said:
        named = {"same": chances.same, "contradicts": chances.contradict, "neither": chances.neither}
        winner = max(named, key=lambda name: named[name])
        bins[min(9, int(named[winner] * 10))].append((named[winner], winner in gold))
    return round(sum(abs(sum(p for p, _ in b) - sum(ok for _, ok in b)) for b in bins) / len(said), 4)


def measure_pairs(args: argparse.Namespace) -> None:
    pairs = list(islice(labelled(args.pairs, args.split), args.limit))
    shown: Counter[tuple[str, str]] = Counter()
    said = []
    slots: Counter[tuple[str, bool]] = Counter()
    with Output(args.out) as out:
        for pair, left, right in read(pairs):
            comparison, a, b = best_of(left, right)
            shown[(pair.gold[0], comparison.kind.value)] += 1
            gold = {"same": "same", "contradict": "contradicts", "neutral": "neither"}[pair.gold[0]]
            said.append((comparison.probabilities, {gold}))
            slots.update((slot.value, gold == "contradicts") for slot in comparison.conflicting_slots())
            out.append(_prediction(pair, comparison, a, b))
            if args.show and comparison.kind.value == args.show and GROUPS.get(args.show, "neither") != gold:
                _print_error(pair, comparison, a, b)
    alarms = {label: shown[(label, "contradicts")] for label in LABELS}
    print(
        json.dumps(
            {
                "rows": len(pairs),
                "shown as contradiction": alarms,
                "precision of contradicts": round(alarms["contradict"] / max(1, sum(alarms.values())), 3),
                "by slot": {s: [slots[(s, True)], slots[(s, False)]] for s in sorted({s for s, _ in slots})},
                "contradictions shown as the same": shown[("contradict", "corroborates")]
                + shown[("contradict", "refines")],
                "same shown as the same": shown[("same", "corroborates")] + shown[("same", "refines")],
                "neutral shown as the same": shown[("neutral", "corroborates")] + shown[("neutral", "refines")],
                "labels": dict(Counter(pair.gold[0] for pair in pairs)),
                "calibration error": _calibration(said),
            },
            indent=1,
        )
    )


class Output:
    """Collects predictions, and writes them to a file at the end, where one is named."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.records: list[dict[str, Any]] = []

    def __enter__(self) -> list[dict[str, Any]]:
        return self.records

    def __exit__(self, *_: object) -> None:
        if self.path:
            self.path.write_text("".join(json.dumps(record) + "\n" for record in self.records), encoding="utf-8")


def _prediction(pair: Pair, comparison: Comparison, a: SourcedClaim, b: SourcedClaim) -> dict[str, Any]:
    chances = comparison.probabilities
    return {
        "id": pair.id,
        "relation": comparison.kind.value,
        "score": comparison.score,
        "about": [a.text, b.text],
        "probabilities": {"same": chances.same, "contradict": chances.contradict, "neither": chances.neither},
        "findings": [{"rule": f.rule, "slot": f.slot.value, "verdict": f.verdict.value} for f in comparison.findings],
    }


def _print_error(pair: Pair, comparison: Comparison, a: SourcedClaim, b: SourcedClaim) -> None:
    print(f"{pair.id} {comparison.kind.value} {comparison.score} instead of {' or '.join(dict.fromkeys(pair.gold))}")
    print(f"  A {pair.a.text[pair.start_a :]}\n  B {pair.b.text[pair.start_b :]}")
    print(f"  about {a.text!r}\n    and {b.text!r}")
    for finding in comparison.findings:
        print(f"    {finding.rule} {finding.verdict.value} ({finding.left!r}, {finding.right!r}): {finding.detail}")


def fit(args: argparse.Namespace) -> None:
    """Print the coefficients: logistic regression for three labels, each witness held to its sign."""
    pairs = [pair for path in args.fit for pair in islice(labelled(path, args.split), args.limit)]
    rows, labels = [], []
    for pair, left, right in read(pairs):
        comparison, a, b = best_of(left, right)
        sides = statement_of(a), statement_of(b)
        rows.append((*witnesses(*sides, align(*sides, similarity(a, b)), comparison.findings), 1.0))
        labels.append(LABELS.index(pair.gold[0]))
    weights = _regression(np.array(rows), np.array(labels))
    for name, values in zip(("SAME", "CONTRADICT"), weights, strict=True):
        print(f"{name} = ({', '.join(f'{value:.2f}' for value in values)})")
    print("#", ", ".join(WITNESSES), "constant;", dict(Counter(LABELS[label] for label in labels)))


# What a witness may say, so that the model stays monotone where its data are not: 1 for, -1 against, 0 either.
SIGNS = {
    "SAME": (1, 1, -1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, 0),
    "CONTRADICT": (1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, -1, 0),
}


def _regression(rows: np.ndarray, labels: np.ndarray, ridge: float = 2.0, steps: int = 4000) -> np.ndarray:
    """Return the weights of the first two labels against the third: projected gradient descent with a ridge penalty."""
    weights = np.zeros((2, rows.shape[1]))
    signs = np.array(list(SIGNS.values()))
    targets = np.eye(3)[labels][:, :2]
    penalty = np.append(np.full(rows.shape[1] - 1, ridge), 0.0)  # none on the constant
    for _ in range(steps):
        scores = np.exp(np.clip(rows @ weights.T, -30, 30))
        chances = scores / (1 + scores.sum(axis=1, keepdims=True))
        weights -= 1.5 / len(rows) * ((chances - targets).T @ rows + penalty * weights)
        weights = np.where(signs * weights < 0, 0.0, weights)
    return weights


def fit_meaning(args: argparse.Namespace) -> None:
    """Print the coefficients, and what they find in events that they have not seen: eight parts, each left out once."""
    pairs = list(islice(news(args.fit_meaning), args.limit))
    events = [json.loads(line)["event"] for line in args.fit_meaning.read_text("utf-8").splitlines()][: len(pairs)]
    rows, labels, kept = [], [], []
    for pair, event, sides in zip(pairs, events, _sentences(pairs), strict=True):
        found = _witnessed(*sides)
        if found.size:
            groups = {GROUPS.get(reader, "other") for reader in pair.gold}
            rows.append(found)
            labels.append(groups)
            kept.append(event)
    everything = np.vstack(rows)
    mean, spread = everything.mean(axis=0), everything.std(axis=0) + 1e-9
    scaled = [np.column_stack([(found - mean) / spread, np.ones(len(found))]) for found in rows]
    same = np.array([groups == {"same"} for groups in labels], dtype=float)
    weights = _likeliest(scaled, same)
    for name, value in zip(WEIGHTS, weights[:-1] / spread, strict=True):
        print(f"{name}: {value:.2f}")
    print(f"constant: {weights[-1] - float((weights[:-1] * mean / spread).sum()):.2f}")
    names = sorted(set(kept))
    np.random.RandomState(0).shuffle(names)
    scores = np.zeros(len(rows))
    for part in range(8):
        out = np.isin(kept, names[part::8])
        learned = _likeliest([scaled[i] for i in np.flatnonzero(~out)], same[~out])
        for i in np.flatnonzero(out):
            scores[i] = (scaled[i] @ learned).max()
    shown = 1 / (1 + np.exp(-scores)) >= 0.55
    right = [bool("same" in groups) for groups, is_shown in zip(labels, shown, strict=True) if is_shown]
    sought = sum(groups == {"same"} for pair in pairs for groups in [{GROUPS.get(r, "other") for r in pair.gold}])
    print(f"events left out: precision {np.mean(right):.2f}, recall {(shown & (same == 1)).sum() / sought:.2f}")


def _sentences(pairs: list[Pair]) -> Iterator[tuple[list[SourcedClaim], list[SourcedClaim], Any]]:
    means = installed_meanings()
    for pair, left, right in read(pairs):
        a, b = pair.a.text[pair.start_a :], pair.b.text[pair.start_b :]
        yield left, right, similarity_of(means.likeness(a, b), a, b)


def _witnessed(left: list[SourcedClaim], right: list[SourcedClaim], similar: Any) -> np.ndarray:
    """Return a row of witnesses for each pair of claims; none for sentences that are too short."""
    found = []
    for a in left:
        for b in right:
            close = similar(a, b)
            if close.meaning is not None and close.length >= LONG:
                one, other = seen_alike(statement_of(a), statement_of(b))
                findings = compare(a, b, close).findings
                found.append(list(by_meaning(one, other, align(one, other, close), findings).values()))
    return np.array(found)


def _likeliest(rows: list[np.ndarray], labels: np.ndarray, ridge: float = 8.0) -> np.ndarray:
    """Return the weights of a logistic regression in which the likeliest claims of each pair stand for it."""
    chosen = [int(found.sum(axis=1).argmax()) for found in rows]
    weights = np.zeros(rows[0].shape[1])
    for _ in range(5):
        taken = np.array([found[place] for found, place in zip(rows, chosen, strict=True)])
        penalty = np.append(np.full(len(weights) - 1, ridge), 1e-6)
        for _ in range(50):  # Newton's steps
            chances = 1 / (1 + np.exp(-taken @ weights))
            slope = taken.T @ (chances - labels) + penalty * weights
            curve = (taken * (chances * (1 - chances))[:, None]).T @ taken + np.diag(penalty)
            weights = weights - np.linalg.solve(curve, slope)
        chosen = [int((found @ weights).argmax()) for found in rows]
    return weights


def measure_look_alikes(_: argparse.Namespace) -> None:
    """Print for each kind of look-alike how many pairs there are, and how many are called contradictions."""
    gold = Path(__file__).parent.parent / "tests" / "relations" / "gold" / "pairs.jsonl"
    records = [record for record in map(json.loads, gold.open(encoding="utf-8")) if record["look_alike"]]
    pairs = (SentencePair(r["a"], r["b"], r["id"], r["date_a"], r["date_b"]) for r in records)
    kinds: dict[str, list[bool]] = {}
    for record, answer in zip(records, compare_pairs(pairs, Settings()), strict=True):
        alarm = not isinstance(answer, Exception) and answer.comparison.kind is RelationKind.CONTRADICTS
        kinds.setdefault(record["look_alike"], []).append(alarm)
    for kind, alarms in sorted(kinds.items()):
        print(f"{kind:24} {sum(alarms)} of {len(alarms)}")


def measure_speed(_: argparse.Namespace) -> None:
    """Print comparisons a second over the claims of a few sentences, each read once."""
    sentences = (
        "Kommersant reported that Kim Jong Un will meet Vladimir Putin in Vladivostok on April 25.",
        "The Kremlin said that Kim will visit Russia in the second half of April.",
        "At least 40 people were killed and 130 wounded when a warehouse exploded in the port, officials said.",
        "The explosion in the port killed 43 people, the health ministry said on Tuesday.",
        "Parliament approved the budget on Thursday despite protests outside the building.",
    )
    articles = [Article(text, outlet=str(number), published="2019-04-23") for number, text in enumerate(sentences)]
    extractor = Extractor(load_registry(), Limits())
    claims = [claim for extraction in extractor.extract_many(articles) for claim in extraction.sourced_claims()]
    rounds = 200_000 // len(claims) ** 2
    for name, run in (
        ("similarity", similarity),
        ("similarity and compare", lambda a, b: compare(a, b, similarity(a, b))),
    ):
        start = time.perf_counter()
        for _round in range(max(1, rounds // (10 if name != "similarity" else 1))):
            for a in claims:
                for b in claims:
                    run(a, b)
        done = max(1, rounds // (10 if name != "similarity" else 1)) * len(claims) ** 2
        print(f"{name}: {done / (time.perf_counter() - start):,.0f} pairs a second ({len(claims)} claims)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--news", type=Path, metavar="GOLD.jsonl")
    what.add_argument("--pairs", type=Path, metavar="GOLD.tsv")
    what.add_argument("--fit", type=Path, nargs="+", metavar="GOLD.tsv")
    what.add_argument("--fit-meaning", type=Path, metavar="GOLD.jsonl")
    what.add_argument("--look-alikes", action="store_true")
    what.add_argument("--speed", action="store_true")
    parser.add_argument("--split")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--show", metavar="RELATION", help="print the pairs that are wrongly shown so, or not")
    parser.add_argument("--out", type=Path, metavar="PRED.jsonl")
    args = parser.parse_args()
    if args.news:
        measure_news(args)
    elif args.pairs:
        measure_pairs(args)
    elif args.fit:
        fit(args)
    elif args.fit_meaning:
        fit_meaning(args)
    elif args.look_alikes:
        measure_look_alikes(args)
    else:
        measure_speed(args)


if __name__ == "__main__":
    main()
