"""The data that comes with the program, read once.

`data/*.jsonl` holds one entry a line, a file for each kind of source; `data/words.json` the words that names are made
of: names that mean several sources (`ambiguous`), names that are ordinary words unless capitalised (`capitalised`), and
what the people and things of a country are called (`demonyms`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from provenance.registry.entry import Entry, NameWords, read_entry
from provenance.registry.registry import Registry

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands, for whoever has to mend it."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@cache
def load_registry() -> Registry:
    """Return the registry that comes with the program; read at the first call, the same value ever after."""
    return Registry([entry for _, entry in read_entries()], read_words())


def read_entries(folder: Path = DATA) -> Iterator[tuple[Place, Entry]]:
    """Yield every entry with the place it stands at; raises ValueError where a line is no entry, naming the place."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            place = Place(path.name, number)
            try:
                yield place, read_entry(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{place}: {error}") from error


def read_words(folder: Path = DATA) -> NameWords:
    record = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    return NameWords(
        ambiguous=record["ambiguous"],
        capitalised=tuple(record["capitalised"]),
        demonyms={word: country for country, words in record["demonyms"].items() for word in words},
    )
