"""The samples, read once by the program into a database of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
EVENTS = ("kim-putin", "sarnak-dam", "aalborg-yard")
Json = dict[str, Any]


@dataclass(frozen=True)
class Newsroom:
    """What the program made of the samples, asked by quoting them: {"article": reference, "words": words of it}."""

    url: str
    articles: dict[str, Json]  # by the reference used in expected.json
    relations: dict[frozenset[str], Json]

    def claims_at(self, quoted: Json) -> list[str]:
        """Return the ids of the claims that these words make, fullest first."""
        record = self.articles[quoted["article"]]
        start = record["article"]["text"].find(quoted["words"])
        assert start >= 0, f"{quoted['article']} does not say {quoted['words']!r}"
        end = start + len(quoted["words"])
        covered = {}
        for claim in record["claims"]:
            length = sum(e - s for s, e in claim["span"])
            shared = sum(max(0, min(e, end) - max(s, start)) for s, e in claim["span"])
            if shared >= 0.6 * min(length, end - start):
                covered[claim["id"]] = shared
        return sorted(covered, key=lambda claim: -covered[claim])

    def between(self, a: Json, b: Json) -> list[Json]:
        """Return the relations of two quotations' claims: none, one, or one for each pair."""
        pairs = [frozenset({x, y}) for x in self.claims_at(a) for y in self.claims_at(b)]
        return [self.relations[pair] for pair in pairs if pair in self.relations]

    def report(self, claim: str) -> Json:
        return json.loads(run("report", claim, "--json", "--db", self.url))


def run(*arguments: str) -> str:
    """Return what the program writes to stdout, run as from a checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PROVENANCE_")}
    done = subprocess.run(
        [sys.executable, ROOT / "cli.py", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert done.returncode == 0, f"provenance {' '.join(arguments)}: {done.stderr}"
    return done.stdout


def lines(output: str) -> list[Json]:
    return [json.loads(line) for line in output.splitlines() if line.strip()]


def references() -> dict[str, str]:
    """Return each sample's name in expected.json by what tells it apart: its URL, else its outlet."""
    names = {}
    for event in EVENTS:
        for line in (SAMPLES / event / "wires.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            names[record["url"]] = f"{event}/wires.jsonl#{record['id']}"
        for path in (SAMPLES / event).glob("*.txt"):
            head, _, _ = path.read_text(encoding="utf-8").partition("\n---\n")
            url = next(
                (line.removeprefix("url: ") for line in head.splitlines() if line.startswith("url: ")), path.stem
            )
            names[url] = f"{event}/{path.name}"
        for path in (SAMPLES / event).glob("*.html"):
            page = path.read_text(encoding="utf-8")
            names[page.partition('rel="canonical" href="')[2].partition('"')[0]] = f"{event}/{path.name}"
    return names


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    url = f"sqlite:///{tmp_path_factory.mktemp('samples') / 'samples.db'}"
    run("ingest", str(SAMPLES), "--db", url)
    names = references()
    exported = lines(run("export", "--db", url))
    relations = lines(run("relations", "--format", "jsonl", "--db", url))
    return Newsroom(
        url,
        {names[record["article"]["url"] or "pasted-page"]: record for record in exported},
        {frozenset({row["a"]["claim"], row["b"]["claim"]}): row for row in relations},
    )
