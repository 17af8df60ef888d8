"""How well the program does on labelled articles, line by line."""

from __future__ import annotations

from provenance.model.exchange import Json
from provenance.model.score import ScoreLine
from provenance.reports.tables import Column, Listing


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _record(line: ScoreLine) -> Json:
    return {
        "part": line.part,
        "name": line.name,
        "marked": line.marked,
        "found": line.found,
        "precision": _share(line.precision),
        "recall": _share(line.recall),
        "f1": _share(line.f1),
        "content_f1": _share(line.content_f1),
        "source_accuracy": _share(line.source_accuracy),
    }


def _named(line: ScoreLine) -> str:
    return line.part if line.part == "all" else f"{line.part}: {line.name or 'unknown'}"


SCORES: Listing[ScoreLine] = Listing(
    columns=(
        Column("attributions", _named, least=16, most=32),
        Column("marked", lambda line: line.marked, least=6, numeric=True),
        Column("found", lambda line: line.found, least=5, numeric=True),
        Column("precision", lambda line: _share(line.precision), least=9, numeric=True),
        Column("recall", lambda line: _share(line.recall), least=6, numeric=True),
        Column("F1", lambda line: _share(line.f1), least=5, numeric=True),
        Column("content F1", lambda line: _share(line.content_f1), rank=1, least=10, numeric=True),
        Column("source right", lambda line: _share(line.source_accuracy), rank=2, least=12, numeric=True),
    ),
    record=_record,
)
