"""What was measured, figure by figure."""

from __future__ import annotations

from provenance.model.exchange import Json
from provenance.model.score import Measured
from provenance.reports.tables import Column, Listing


def _value(line: Measured) -> float | None:
    return None if line.value is None else round(line.value, 3)


def _record(line: Measured) -> Json:
    return {"measure": line.measure, "value": _value(line), "right": line.right, "of": line.of}


MEASURED: Listing[Measured] = Listing(
    columns=(
        Column("measure", lambda line: line.measure, least=20, most=60),
        Column("value", _value, least=6, numeric=True),
        Column("right", lambda line: line.right, least=5, numeric=True),
        Column("of", lambda line: line.of, least=4, numeric=True),
    ),
    record=_record,
)
