"""How long `provenance --help` takes, beside a Python that only imports click, in the same run.

usage: python benchmarks/startup.py [--repeat N] [--at-most SECONDS] [--json]

Each is a new process, started in turn; the best and the median of the repeats are given. With --at-most the exit code
is 1 where the median of `provenance --help` is higher.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAMS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import click'": [sys.executable, "-c", "import click"],
    "provenance --help": [sys.executable, str(ROOT / "cli.py"), "--help"],
}


@dataclass(frozen=True, slots=True)
class Measured:
    program: str
    best: float  # seconds
    median: float


def seconds(command: list[str]) -> float:
    """Return how long one new process takes, from its start to its end."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def measure(repeat: int) -> list[Measured]:
    """Return the best and the median of each program; the first round, which fills the disk's cache, does not count."""
    rounds = [{name: seconds(command) for name, command in PROGRAMS.items()} for _ in range(repeat + 1)][1:]
    return [
        Measured(name, min(each[name] for each in rounds), statistics.median(each[name] for each in rounds))
        for name in PROGRAMS
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--at-most", type=float, metavar="SECONDS")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    measured = measure(arguments.repeat)
    if arguments.json:
        print(json.dumps([asdict(each) for each in measured], indent=2))
    else:
        for each in measured:
            print(f"{each.program:28} best {each.best:.3f} s   median {each.median:.3f} s")
    own = measured[-1].median
    if arguments.at_most is not None and own > arguments.at_most:
        print(f"provenance --help took {own:.3f} s, more than {arguments.at_most:.3f} s", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
