"""A database that moves from a file to a server: what is listed and reported there is the same, letter by letter."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from provenance.commands.program import run

LISTS = (
    ["claims"],
    ["claims", "--text", "SUMMIT", "--limit", "5"],
    ["claims", "--source", "kremlin"],
    ["articles"],
    ["relations"],
    ["sources"],
    ["events"],
)
REPORTED = 40  # of the claims, evenly spread


def test_lists_and_reports_are_the_same_on_a_server(
    newsroom, new_postgresql: Callable[..., str], tmp_path: Path, capsys
) -> None:
    server = new_postgresql()
    moved = tmp_path / "moved.jsonl"
    assert run(["export", "--db", newsroom.url, "-o", str(moved)]) == 0
    assert run(["import", "--db", server, str(moved)]) == 0
    for command in LISTS:
        assert shown(command, server, capsys) == shown(command, newsroom.url, capsys), command

    claims = [claim["id"] for claim in shown(["claims"], newsroom.url, capsys)[1]]
    for claim in claims[:: max(1, len(claims) // REPORTED)]:
        assert shown(["report", claim], server, capsys) == shown(["report", claim], newsroom.url, capsys)

    again = tmp_path / "again.jsonl"
    assert run(["export", "--db", server, "-o", str(again)]) == 0
    assert lines(again) == lines(moved)


def shown(command: list[str], url: str, capsys) -> tuple[int, Any]:
    capsys.readouterr()
    code = run([*command, "--json", "--db", url])
    return code, json.loads(capsys.readouterr().out)


def lines(file: Path) -> list[object]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
