"""The samples' three events are found, each with all of its articles and no other's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
EVENTS = ("kim-putin", "sarnak-dam", "aalborg-yard")

DAM_OR_YARD = {"dam": "sarnak-dam", "yard": "aalborg-yard", "press": "sarnak-dam", "line": "sarnak-dam"}
WIRES = {"nordic-wire": "aalborg-yard", "coast-today": "aalborg-yard"}


def event_of(ref: str) -> str:
    """Return which event an input tells of: its folder, or, of a record of wires.jsonl, the folder its id means."""
    folder = next((event for event in EVENTS if event in ref), None)
    return folder or WIRES.get(ref) or DAM_OR_YARD.get(ref.rpartition("-")[2], "kim-putin")


def listed_by(command: str, url: str) -> list[dict[str, Any]]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PROVENANCE_")}
    arguments = [sys.executable, ROOT / "cli.py", command, "--json", "--db", url]
    done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
    return list(json.loads(done.stdout))


def test_each_event_holds_its_articles_and_no_others(newsroom) -> None:
    listed = listed_by("events", newsroom.url)
    articles = {each["id"]: each["ref"] for each in listed_by("articles", newsroom.url)}
    found = [{event_of(articles[article]) for article in event["article_ids"]} for event in listed]
    assert sorted(map(sorted, found)) == sorted([event] for event in EVENTS)
    assert sum(event["articles"] for event in listed) == len(articles)
    assert all(event["disputed"] for event in listed)
