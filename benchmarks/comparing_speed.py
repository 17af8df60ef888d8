"""How many pairs of sentences `provenance compare --pairs` compares a second, and what takes the time.

    python benchmarks/comparing_speed.py                            own sentences, each in one pair
    python benchmarks/comparing_speed.py --each 10 --jobs 2         each in ten pairs, two processes
    python benchmarks/comparing_speed.py --pairs pairs.jsonl        those of a file, as `provenance compare` reads it
    python benchmarks/comparing_speed.py --stages                   where the processor's time goes, in one process

The pairs that one process takes to load its networks are not counted: they are compared once before. Seconds of the
processor are told beside those of the clock, for a machine that does other work besides.
"""

from __future__ import annotations

import argparse
import functools
import json
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from provenance.engines.pairs import PairPool
from provenance.services.compare import Comparer, Pair, PairComparison
from provenance.settings import Settings

NAMES = ("Arvo Kask", "Lena Holt", "Per Lind", "Olga Ivanova", "Marek Dusan", "Ines Calder", "Tomas Brandt", "Yuna Seo")
PLACES = ("Port Selma", "Dunmore", "Tromso", "Brenn", "Velna", "Aalborg", "Rauma", "Hamna", "Lesk", "Gera")
BODIES = ("harbour authority", "labour ministry", "coast guard", "city council", "health inspectorate", "power company")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
BEFORE = (
    "{name}, who has led the {body} since 2011, came to {place} on {day}. The visit had been put off twice, most "
    "recently when a storm closed the road along the coast and left {low} households without power.",
    "The {body} in {place} has been short of staff for months, according to a report that was made public on {day}. "
    "{name} had called the report premature and asked for another one.",
)
SENTENCES = (
    "He told reporters on {day} that the {body} would spend at least {low} million crowns on the new terminal in "
    "{place}, which is to open by the end of the year.",
    "At least {low} people were hurt and {high} had to leave their homes in {place} when a warehouse caught fire on "
    "{day}, the {body} said in a statement.",
    "{name} rejected the claim that the {body} had known of the cracks in the dam near {place} before {day}, and said "
    "{low} of its engineers had inspected the wall.",
    "According to the {body}, {high} residents of {place} signed the petition that {name} handed over on {day}, "
    "{low} more than a week earlier.",
)


def written() -> Iterator[str]:
    """Yield sentences with the text before them, no two alike, always the same ones."""
    number = 0
    while True:
        filled = {
            "name": NAMES[number % 8],
            "place": PLACES[number // 8 % 10],
            "body": BODIES[number // 3 % 6],
            "day": DAYS[number // 7 % 5],
            "low": 12 + number,
            "high": 340 + 3 * number,
        }
        before, sentence = BEFORE[number % 2], SENTENCES[number % 4]
        yield f"{before.format(**filled)}\n{sentence.format(**filled)}"
        number += 1


def own_pairs(each: int) -> Iterator[Pair]:
    """Yield pairs in which each sentence stands so often, of two days."""
    sentences = written()
    for number in range(10**9):
        left, right = (list(islice(sentences, each)) for _ in "ab")
        for step in range(each):
            for place in range(each):
                (before_a, a), (before_b, b) = left[place].split("\n"), right[(place + step) % each].split("\n")
                yield Pair(a, b, f"{number}.{step}.{place}", "2021-03-04", "2021-03-05", before_a, before_b)


def pairs_of(file: Path) -> Iterator[Pair]:
    known = ("a", "b", "id", "date_a", "date_b", "before_a", "before_b")
    for line in file.open(encoding="utf-8"):
        record = json.loads(line)
        yield Pair(**{name: record[name] for name in known if record.get(name) is not None})


def measured(
    pairs: list[Pair], warming: list[Pair], settings: Settings, warm: Callable[[], None]
) -> tuple[float, float]:
    """Return the seconds of the clock and of the processor that the pairs take, and call `warm` before the first.

    Of several processes the processor's seconds are those of their whole lives.
    """
    if settings.jobs > 1:
        given = iter([*warming, *pairs])
        answers = PairPool(settings).compare(given)
        list(islice(answers, len(warming)))
        warm()
        start = time.perf_counter()
        done = sum(isinstance(answer, PairComparison) for answer in answers)
        clock, spent = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = float("nan") if spent.ru_utime < 1 else spent.ru_utime + spent.ru_stime
    else:
        comparer = Comparer(settings)
        comparer.compare(list(enumerate(warming, 1)))
        warm()
        start, began = time.perf_counter(), time.process_time()
        numbered = enumerate(pairs, 1)
        done = 0
        while some := list(islice(numbered, 32)):
            done += sum(isinstance(answer, PairComparison) for answer in comparer.compare(some))
        clock, processor = time.perf_counter() - start, time.process_time() - began
    assert done == len(pairs), "some pairs could not be compared"
    return clock, processor


class Stages:
    """Seconds of the processor by what they were spent on; a stage inside another one counts for itself alone."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inner: list[float] = []

    def timed(self, owner: Any, name: str, stage: str) -> None:
        """Every call of this function is counted from now on."""
        function: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(function)
        def counted(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            start = time.process_time()
            try:
                result = function(*args, **kwargs)
                return iter(list(result)) if isinstance(result, Iterator) else result
            finally:
                taken = time.process_time() - start
                self.seconds[stage] += taken - self._inner.pop()
                if self._inner:
                    self._inner[-1] += taken

        setattr(owner, name, counted)


def staged() -> Stages:
    """Return what counts from now on, with the parts of reading and comparing told apart."""
    from provenance import relations
    from provenance.embedding import MiniLM
    from provenance.extraction import pipeline
    from provenance.extraction.attribution.tagging.network import Network
    from provenance.registry import Registry
    from provenance.services.meaning import Meanings

    stages = Stages()
    stages.timed(pipeline.Extractor, "_parsed", "parsing (spaCy)")
    stages.timed(Network, "read", "the tagger's network")
    stages.timed(pipeline, "find_attributions", "attributions, without the network")
    stages.timed(pipeline, "find_claims", "claims")
    stages.timed(Registry, "resolve", "names looked up")
    stages.timed(MiniLM, "encode", "sentence encoder")
    stages.timed(Meanings, "reading", "cross-encoder")
    stages.timed(relations, "compare", "rules that compare")
    stages.timed(Comparer, "compare", "the rest")
    return stages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--each", type=int, default=1, help="of the own sentences: in how many pairs each stands")
    parser.add_argument("--limit", type=int, default=200, help="pairs that are measured")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--cross-encoder", default="auto")
    parser.add_argument("--stages", action="store_true")
    args = parser.parse_args()
    settings = Settings(jobs=args.jobs, engine=args.engine, cross_encoder=args.cross_encoder)
    source = pairs_of(args.pairs) if args.pairs else own_pairs(args.each)
    warming = list(islice(source, 16 if args.jobs == 1 else 64 * args.jobs))
    pairs = list(islice(source, args.limit))
    stages = staged() if args.stages and args.jobs == 1 else None
    clock, spent = measured(pairs, warming, settings, stages.seconds.clear if stages else lambda: None)
    texts = len({side for pair in pairs for side in pair.sides})
    print(f"{len(pairs)} pairs of {texts} sentences, engine {args.engine}, {args.jobs} process(es)")
    per_pair = 1000 * spent / len(pairs)
    print(f"{len(pairs) / clock:.1f} pairs a second of the clock, {per_pair:.1f} ms of the processor a pair")
    for stage, seconds in sorted(stages.seconds.items(), key=lambda told: -told[1]) if stages else ():
        print(f"{1000 * seconds / len(pairs):8.2f} ms a pair  {stage}")


if __name__ == "__main__":
    main()
