"""How many documents there will be, for a progress bar."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from provenance.ingest import count_documents, read

STORY = "The island ferry sailed again on Thursday, the harbour office said."
RECORDS = f'{{"id": "a", "text": "{STORY}"}}\n\nno JSON\n{{"id": "b", "text": "{STORY}"}}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    (tmp_path / "note.txt").write_text(STORY)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.jpg").write_bytes(b"\xff")
    (tmp_path / "inner" / "wires.jsonl").write_text(RECORDS)
    (tmp_path / "inner" / "untold").write_text(RECORDS)
    (tmp_path / "none").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("names", "input_format"),
    [
        (["."], "auto"),
        (["."], "text"),
        (["none"], "auto"),
        (["missing.txt", "note.txt"], "auto"),
        (["inner/untold"], "auto"),
        (["inner/untold"], "jsonl"),
        (["inner/untold"], "text"),
        (["https://news.example/a.html"], "auto"),
    ],
)
def test_as_many_are_counted_as_are_read(
    names: list[str], input_format: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    yielded = [each for name in names for each in read(name, input_format=input_format)]
    assert count_documents(names, input_format) == len(yielded) > 0


def test_what_only_reading_can_tell_is_not_counted(folder: Path) -> None:
    assert count_documents([str(folder), "-"]) is None
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
        assert count_documents([str(folder / "pipe.txt")]) is None
