"""Readers that Spark's processes can import: they load no model, and some texts are the end of a process."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from provenance.errors import UnreadableInput
from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.model.span import Span
from provenance.services.names import Names
from provenance.settings import Settings


class Fragile:
    """Reads a text as one sentence."""

    def extract(self, article: Article) -> Extraction:
        word, _, rest = article.text.partition(" ")
        if word == "bad":
            raise UnreadableInput("is bad")
        if word == "defect":
            raise ValueError("a defect of the program")
        if word == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "executor" and not Path(rest).exists():
            Path(rest).write_text(kill_executor())
        return Extraction(article, (Span(0, len(article.text)),), (), (), ("is cut",) if word == "long" else ())


def make_fragile(settings: Settings, names: Names) -> Fragile:
    return Fragile()


def kill_executor() -> str:
    """Kill the executor that this process works for, found among its own forebears, and return its id."""
    process = os.getpid()
    while "CoarseGrainedExecutorBackend" not in (command := Path(f"/proc/{process}/cmdline").read_text()):
        process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        if process <= 1:
            raise RuntimeError(f"no executor above this process, but {command}")
    os.kill(process, signal.SIGKILL)
    return str(process)


def executors_below(process: int) -> list[int]:
    """Return the executors that a Java process has started itself."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_text()
        except OSError:  # it has ended meanwhile
            continue
        if parent == process and "CoarseGrainedExecutorBackend" in command:
            found.append(int(folder.name))
    return sorted(found)
