"""Sentences a second on one core, beside the bare parser on the same text.

usage: python benchmarks/extraction_speed.py [--documents N] [--repeat N] [--at-least RATE] [--json] [FILE ...]

Each document is long: all articles of samples/ (or the files named) one after the other, in another order each time.
The text therefore repeats; what the program remembers between documents (names it has resolved) helps it as it would
on a day's news. Loading the model and reading the files is not timed. The baseline is the same spaCy pipeline with
nothing of ours around it, over the same sentences, in the same run. The best of the repeats counts, for both.

With --at-least the exit code is 1 where the rate is lower.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from provenance.extraction.pipeline import Extractor, load_pipeline
from provenance.ingest import GivenMetadata, read
from provenance.model.article import Article, Document
from provenance.model.claim import Extraction
from provenance.registry import load_registry
from provenance.settings import Limits

SAMPLES = Path(__file__).parents[1] / "samples"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figures:
    documents: int
    characters: int
    sentences: int
    claims: int
    seconds: float
    sentences_per_second: float
    parser_seconds: float
    parser_sentences_per_second: float
    share_of_parser_speed: float  # 1: as fast as the bare parser
    peak_memory_mib: int
    cores: int


def read_articles(paths: Sequence[Path]) -> list[Article]:
    """Return the articles; a file that cannot be read ends the program, since the figure would be of something else."""
    articles = []
    for path in paths:
        for found in read(str(path), GivenMetadata()):
            if not isinstance(found, Document):
                raise SystemExit(str(found))
            articles.append(found.article)
    return articles


def long_documents(articles: Sequence[Article], count: int) -> list[Article]:
    """Return documents that each hold every text, shuffled by a fixed seed."""
    shuffle = random.Random(20190425).shuffle
    documents = []
    for _ in range(count):
        texts = [article.text for article in articles]
        shuffle(texts)
        documents.append(Article("\n\n".join(texts), outlet="Benchmark", published="2019-04-23", language="en"))
    return documents


def best_of(repeat: int, work: Callable[[], T]) -> tuple[float, T]:
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result


def measure(documents: Sequence[Article], repeat: int) -> Figures:
    nlp = load_pipeline()
    extractor = Extractor(load_registry(), Limits())
    sentences = [span.of(found.article.text) for found in extractor.extract_many(documents) for span in found.sentences]

    def extract() -> list[Extraction]:
        return list(extractor.extract_many(documents))

    def parse() -> int:
        return sum(len(doc) for doc in nlp.pipe(sentences))

    parse_seconds, _ = best_of(repeat, parse)
    seconds, extractions = best_of(repeat, extract)
    return Figures(
        documents=len(documents),
        characters=sum(len(document.text) for document in documents),
        sentences=len(sentences),
        claims=sum(len(extraction.claims) for extraction in extractions),
        seconds=round(seconds, 2),
        sentences_per_second=round(len(sentences) / seconds, 1),
        parser_seconds=round(parse_seconds, 2),
        parser_sentences_per_second=round(len(sentences) / parse_seconds, 1),
        share_of_parser_speed=round(parse_seconds / seconds, 2),
        peak_memory_mib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        cores=1,
    )


def stay_on_one_core() -> None:
    """Give the process one core, where the system can, and what is loaded from here on one thread."""
    for library in ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB_MAXIMUM"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> int:
    parser = argparse.ArgumentParser(description="Sentences a second on one core, beside the bare parser.")
    parser.add_argument("files", nargs="*", type=Path, default=None)
    parser.add_argument("--documents", type=int, default=5)
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--at-least", type=float, default=0.0, help="sentences a second; fail below")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    stay_on_one_core()
    paths = options.files or sorted(SAMPLES.glob("*/*"))
    figures = measure(long_documents(read_articles(paths), options.documents), options.repeat)
    if options.json:
        print(json.dumps(asdict(figures)))
    else:
        for name, value in asdict(figures).items():
            print(f"{name.replace('_', ' '):30} {value:>12,}")
    return int(figures.sentences_per_second < options.at_least)


if __name__ == "__main__":
    sys.exit(main())
