"""Labelled pairs of sentences: JSON Lines with what each reader says, or a table with one label a row."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from provenance.errors import InputError, InvalidRecord, UnreadableInput
from provenance.model.relation import RelationKind
from provenance.services.compare import Pair, PairEngine, compare_pairs
from provenance.services.extract import Reader
from provenance.services.relation_scores import CONTRADICTS, NEITHER, SAME, Judged, LabelledPair, group_of
from provenance.settings import Settings

SHAPE = '{"id": "1", "a": "...", "b": "...", "readers": ["related", "updates"]}'
_LABELS = {"same": SAME, "contradict": CONTRADICTS, "neutral": NEITHER}
_SLOTS = {"number": "quantity", "date": "when", "place": "where"}
_KINDS = {kind.value: kind for kind in RelationKind}
_ASIDE = ("date_a", "date_b", "before_a", "before_b")
_LONGEST_CELL = 1_000_000


def judged_pairs(
    labelled: Iterable[LabelledPair | InputError],
    settings: Settings,
    *,
    reader: Reader | None = None,
    engine: PairEngine | None = None,
) -> Iterator[Judged | InputError]:
    """Yield each labelled pair with what the program says of it; what cannot be read is an InputError."""
    waiting: deque[LabelledPair | InputError] = deque()  # as many as are read ahead of what is compared

    def pairs() -> Iterator[Pair | InputError]:
        for each in labelled:
            waiting.append(each)
            yield each.pair if isinstance(each, LabelledPair) else each

    for compared in compare_pairs(pairs(), settings, reader=reader, engine=engine):
        given = waiting.popleft()
        if isinstance(given, LabelledPair) and not isinstance(compared, InputError):
            yield Judged(given, compared.comparison)
        elif isinstance(compared, InputError):
            yield compared


def pairs_of_records(records: Iterable[tuple[str, Any] | InputError]) -> Iterator[LabelledPair | InputError]:
    """Yield the labelled pair of each record: "readers", or "relations" of which any is right, or one "relation"."""
    for record in records:
        if isinstance(record, InputError):
            yield record
            continue
        try:
            yield _pair_of(*record)
        except InputError as error:
            yield error


def _pair_of(where: str, record: Any) -> LabelledPair:
    if not isinstance(record, dict) or not all(isinstance(record.get(side), str) for side in "ab"):
        raise InvalidRecord("is no labelled pair", where=where, hint=f"write it like {SHAPE}")
    said = record.get("readers") or record.get("relations") or [record.get("relation")]
    if not isinstance(said, list) or not all(isinstance(name, str) and name in _KINDS for name in said):
        raise InvalidRecord("names no relation", where=where, hint=f"one of {', '.join(_KINDS)}")
    aside = {name: record[name] for name in _ASIDE if isinstance(record.get(name), str)}
    slots = record.get("slots") or [record.get("slot")]
    kinds = tuple(dict.fromkeys(_KINDS[name] for name in said))
    return LabelledPair(
        Pair(record["a"], record["b"], str(record.get("id") or where), **aside),
        kinds,
        frozenset(map(group_of, kinds)),
        frozenset(_SLOTS.get(slot, slot) for slot in slots if isinstance(slot, str)),
    )


def pairs_of_table(file: str, split: str | None) -> Iterator[LabelledPair | InputError]:
    """Yield the rows of a table with the columns label (same, contradict, neutral), a, b, and split where one is asked.

    Rows with any other label are left out.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with Path(file).open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t")
            if not {"label", "a", "b"} <= set(rows.fieldnames or ()):
                yield InvalidRecord("is no table of pairs", where=file, hint="columns: split, label, a, b")
                return
            for number, row in enumerate(rows, 2):
                if row["label"] in _LABELS and (split is None or row.get("split") == split):
                    label = frozenset({_LABELS[row["label"]]})
                    yield LabelledPair(Pair(row["a"] or "", row["b"] or "", f"{file}:{number}"), (), label)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield UnreadableInput(getattr(error, "strerror", None) or str(error), where=file)
