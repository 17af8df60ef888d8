"""How well articles are grouped by event, beside TF-IDF with average linkage in the same run.

    python benchmarks/events.py FILE.jsonl ...            # B-cubed scores; --vary moves each setting by a tenth
    python benchmarks/events.py FILE.jsonl --speed 10000  # seconds to group so many articles, made of the file's words

A line of a file is {"id", "event", "text", "title"?, "outlet"?, "date"?, "url"?}.

B-cubed precision, recall and F1 (Bagga and Baldwin 1998): for each article, how many of those grouped with it tell of
its event, and how many of its event's are grouped with it. The program has one setting for all files; the baseline's
threshold is chosen on the answer, for each file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from provenance.events import EVENTS, dividing, group, profile_of, weighing
from provenance.events.linkage import average, cut, merges
from provenance.model.article import Article, PublishedOrigin
from provenance.model.event import Profile

DAYS_APART = 4  # of the baseline with dates: articles further apart may not join
Score = tuple[float, float, float]


def read(path: Path, with_dates: bool = True) -> tuple[list[str], list[Article]]:
    """Return the event and the article of each line; the articles differ at least by the URL that is made for them."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [row["event"] for row in rows], [_article(row, with_dates) for row in rows]


def _article(row: dict[str, Any], with_dates: bool) -> Article:
    day = (row.get("date") or None) if with_dates else None
    origin = PublishedOrigin.GIVEN if day else PublishedOrigin.UNKNOWN
    url = f"{row.get('url') or ''}#{row['id']}"
    return Article(row["text"], row.get("outlet") or None, row.get("title") or None, url, day, origin)


def b_cubed(gold: Sequence[str], found: Sequence[int]) -> Score:
    of_event, of_group, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    pairs = list(zip(gold, found, strict=True))
    precision = sum(both[pair] / of_group[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / of_event[pair[0]] for pair in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(profiles: Sequence[Profile], alike: float = EVENTS.alike) -> list[int]:
    found = group(profiles, replace(EVENTS, alike=alike))
    number = {article: index for index, each in enumerate(found) for article in each.articles}
    return [number[profile.article] for profile in profiles]


def baseline(gold: Sequence[str], articles: Sequence[Article], days_apart: int | None) -> tuple[Score, float]:
    """Return the best score of TF-IDF with average linkage over all thresholds, and that threshold."""
    alike = _cosines([f"{article.title or ''}\n{article.text}" for article in articles])
    if days_apart is not None:
        days = np.array([article.published_on.toordinal() if article.published_on else 0 for article in articles])
        alike = np.where(np.abs(days[:, None] - days[None, :]) > days_apart, 0.0, alike)
    tree = merges(1 - alike, average)
    scores = []
    for threshold in np.arange(0.02, 0.6, 0.01):
        parts = cut(tree, len(gold), 1 - float(threshold))
        number = {member: index for index, part in enumerate(parts) for member in part}
        scores.append((b_cubed(gold, [number[index] for index in range(len(gold))]), float(threshold)))
    return max(scores, key=lambda score: score[0][2])


def _cosines(texts: Sequence[str]) -> np.ndarray:
    counts = [Counter(re.findall(r"\w\w+", text.casefold())) for text in texts]
    held = Counter(word for count in counts for word in count)
    number = {word: index for index, word in enumerate(held)}
    rows = np.zeros((len(texts), len(held)))
    for index, count in enumerate(counts):
        for word, times in count.items():
            rows[index, number[word]] = (1 + math.log(times)) * (math.log((1 + len(texts)) / (1 + held[word])) + 1)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows @ rows.T)


def _line(name: str, score: Score, note: str = "") -> str:
    return f"  {name:34} {score[0]:.3f} {score[1]:.3f} {score[2]:.3f}  {note}"


def measure(path: Path, vary: bool) -> None:
    gold, articles = read(path)
    dated = any(article.published for article in articles)
    print(f"{path.name}: {len(articles)} articles, {len(set(gold))} events      P     R     F1")
    begun = time.perf_counter()
    profiles = [profile_of(article) for article in articles]
    found = grouped(profiles)
    print(_line("this program", b_cubed(gold, found), f"{time.perf_counter() - begun:.1f} s"))
    if dated:
        undated = [replace(profile, published=None) for profile in profiles]
        print(_line("this program, dates withheld", b_cubed(gold, grouped(undated))))
    score, threshold = baseline(gold, articles, None)
    print(_line("TF-IDF, average linkage", score, f"best threshold {threshold:.2f}"))
    if dated:
        score, threshold = baseline(gold, articles, DAYS_APART)
        print(_line(f"the same, within {DAYS_APART} days", score, f"best threshold {threshold:.2f}"))
    if vary:
        for name, change in CHANGES.items():
            print(_line(name, *_varied(gold, profiles, change)))


def _varied(gold: Sequence[str], profiles: Sequence[Profile], change: Callable[[float], Any]) -> tuple[Score, str]:
    """Return the lesser score of a setting that is a tenth smaller or larger, and both F1s."""
    scores = []
    for factor in (0.9, 1.1):
        change(factor)
        scores.append(b_cubed(gold, grouped(profiles, EVENTS.alike * (factor if change is _alike else 1))))
    change(1.0)
    return min(scores, key=lambda score: score[2]), f"-10 %: {scores[0][2]:.3f}, +10 %: {scores[1][2]:.3f}"


def _alike(factor: float) -> None:
    """Passed to `grouped` itself."""


def _setting(module: Any, name: str) -> Callable[[float], None]:
    value = getattr(module, name)
    return lambda factor: setattr(module, name, value * factor)


CHANGES: dict[str, Callable[[float], None]] = {
    "alike": _alike,
    "apart": _setting(dividing, "APART"),
    "weight of names": _setting(weighing, "NAME"),
    "imagined articles": _setting(weighing, "UNSEEN"),
    "too common": _setting(weighing, "TOO_COMMON"),
}


def measure_speed(paths: Sequence[Path], wanted: int) -> None:
    """Print seconds to group so many articles: copies of the files', each copy with rare words of its own."""
    originals = [profile_of(article) for path in paths for article in read(path)[1]]
    held = Counter(term.word for profile in originals for term in profile.terms)
    chance = random.Random(1)
    profiles: list[Profile] = []
    for copy in range(math.ceil(wanted / len(originals))):
        start = date(2020, 1, 1) + timedelta(days=chance.randrange(365))
        for profile in originals:
            terms = [t if held[t.word] >= 40 else replace(t, word=f"{t.word}x{copy}") for t in profile.terms]
            day = start + timedelta(days=chance.randrange(3))
            own = tuple(sorted(terms, key=lambda term: term.word))
            profiles.append(Profile(f"{profile.article}{copy}", own, day))
    for name, articles in (("dated", profiles[:wanted]), ("undated", [replace(p, published=None) for p in profiles])):
        begun = time.perf_counter()
        found = group(articles[:wanted])
        took = time.perf_counter() - begun
        print(f"{wanted:,} {name} articles: {len(found):,} events in {took:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE.jsonl")
    parser.add_argument("--vary", action="store_true", help="move each setting by a tenth, and show what becomes of it")
    parser.add_argument("--speed", type=int, metavar="N", help="instead: seconds to group so many articles")
    args = parser.parse_args()
    if args.speed:
        measure_speed(args.files, args.speed)
        return
    for path in args.files:
        measure(path, args.vary)


if __name__ == "__main__":
    main()
