"""match: everything that was loaded is compared, and whoever asks is told by what two claims were found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

import corpus  # noqa: E402  the folder of what measures is no package


def provenance(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(ROOT / "cli.py"), *arguments], capture_output=True, text=True, cwd=ROOT)


def test_what_was_loaded_is_matched(tmp_path: Path) -> None:
    records = list(corpus.records(corpus.make(100, 11)))
    source = tmp_path / "claims.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    database = f"sqlite:///{tmp_path / 'claims.db'}"
    loaded = provenance("import", "--later", "--db", database, "--format", "jsonl", str(source))
    assert loaded.returncode == 0, loaded.stderr
    outcomes = [json.loads(line) for line in loaded.stdout.splitlines()]
    assert [each["status"] for each in outcomes] == ["added"] * len(records)
    assert sum(each["relations"] for each in outcomes) == 0
    explained = provenance("match", "--all", "--explain", "--db", database, "--format", "jsonl")
    assert explained.returncode == 0, explained.stderr
    pairs = [json.loads(line) for line in explained.stdout.splitlines()]
    assert pairs
    assert all(each["channels"] and each["a"]["claim"] < each["b"]["claim"] for each in pairs)
    assert f"pairs compared: {len(pairs)}" in explained.stderr
    again = provenance("match", "--all", "--db", database, "--format", "jsonl")
    facts = {name: value for line in again.stdout.splitlines() for name, value in json.loads(line).items()}
    assert (facts["claims"], facts["newly_indexed"], facts["new_relations"]) == (100, 0, 0)


def test_it_says_what_it_needs_to_be_told(tmp_path: Path) -> None:
    refused = provenance("match", "--db", f"sqlite:///{tmp_path / 'none.db'}")
    assert refused.returncode == 2
    assert "--all" in refused.stderr
