"""How many attributions of a gold file the extractor finds, and how many of those it finds are right.

usage: python benchmarks/attribution.py GOLD.jsonl [--engine rules|tagger] [--scorer SCORER.py] [--limit N]
                                        [--predictions FILE]

GOLD holds one article a line: {"id", "outlet"?, "date"?, "text", "attributions": [{"source", "cue", "content"}]}, spans
as [[start, end], ...] in code points of the text. The scorer is a program that is called with the gold file and that of
predictions, which have the same shape, and prints its figures; without one, the share of attributions whose content
overlaps a gold one's by half or more, with the same source, is printed. What the outlet says in its own voice is no
attribution. Ends with the sentences a second of this run, the model's loading left out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from provenance.extraction.attribution.choosing import engine_named
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.model.exchange import spans_out
from provenance.registry import load_registry
from provenance.settings import Limits, Settings

Json = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--engine", choices=("auto", "rules", "tagger"), default=Settings().engine)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--limit", type=int, help="read only the first N articles")
    parser.add_argument("--predictions", type=Path, help="keep the predictions here")
    given = parser.parse_args(arguments)
    gold = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = gold[: given.limit]
    extractor = Extractor(load_registry(), Limits(), engine=engine_named(given.engine))
    extractor.extract(Article("The pipeline is loaded now, a spokesman said.", language="en"))
    started = time.process_time()
    extractions = list(extractor.extract_many(_article(record) for record in gold))
    seconds = time.process_time() - started
    predictions = [_prediction(record["id"], found) for record, found in zip(gold, extractions, strict=True)]
    if given.scorer is not None:
        status = _score(given.scorer, gold, predictions, given.predictions)
    else:
        status = _own_score(gold, predictions)
        if given.predictions is not None:
            _write(given.predictions, predictions)
    sentences = sum(len(found.sentences) for found in extractions)
    print(f"{sentences} sentences, {sentences / seconds:.0f} a second of processor time")
    return status


def _article(record: Json) -> Article:
    return Article(record["text"], outlet=record.get("outlet"), published=record.get("date"), language="en")


def _prediction(ref: str, found: Extraction) -> Json:
    return {
        "id": ref,
        "text": found.article.text,
        "attributions": [
            {"source": spans_out(a.source), "cue": spans_out(a.cue), "content": spans_out(a.content)}
            for a in found.attributions
            if not a.is_own_voice
        ],
    }


def _write(path: Path, records: Iterable[Json]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def _score(scorer: Path, gold: list[Json], predictions: list[Json], keep: Path | None) -> int:
    """Call the scorer with the same articles on both sides."""
    with tempfile.TemporaryDirectory() as folder:
        gold_file, predicted_file = Path(folder, "gold.jsonl"), keep or Path(folder, "predictions.jsonl")
        _write(gold_file, gold)
        _write(predicted_file, predictions)
        return subprocess.run(
            [sys.executable, str(scorer), str(gold_file), str(predicted_file)], check=False
        ).returncode


def _own_score(gold: list[Json], predictions: list[Json]) -> int:
    right = found = wanted = 0
    for record, predicted in zip(gold, predictions, strict=True):
        open_gold = [_characters(a) for a in record["attributions"]]
        wanted, found = wanted + len(open_gold), found + len(predicted["attributions"])
        for source, content in map(_characters, predicted["attributions"]):
            match = next((g for g in open_gold if _alike(content, g[1]) and (source & g[0] or source == g[0])), None)
            if match is not None:
                right += 1
                open_gold.remove(match)
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    print(f"attributions: {wanted} gold, {found} found, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    return 0


def _characters(attribution: Json) -> tuple[frozenset[int], frozenset[int]]:
    source, content = (
        frozenset(i for start, end in attribution.get(role) or () for i in range(start, end))
        for role in ("source", "content")
    )
    return source, content


def _alike(a: frozenset[int], b: frozenset[int]) -> bool:
    return bool(a & b) and len(a & b) >= 0.5 * len(a | b)


if __name__ == "__main__":
    sys.exit(main())
