"""How the statements of a source came out, by the imported checks that name it."""

from __future__ import annotations

import pytest

from provenance.model.dispute import SourceRecord
from provenance.model.fact_check import FactCheck
from provenance.model.run import Run
from provenance.registry import load_registry
from provenance.services.source_records import SourceRecords
from provenance.storage.store import Store

RUN = Run("r" * 32, "0.0", "test", "2031-01-01T00:00:00+00:00", "{}")
CHECKS = (
    FactCheck("The dam is safe.", "False", claimant="KCNA"),
    FactCheck("The harvest was the best in years.", "True", claimant="Korean Central News Agency"),
    FactCheck("The road is open.", "False", claimant="Ada Lund"),
    FactCheck("The road is closed.", "who knows", claimant="Ada Lund"),  # no rating that says how true
    FactCheck("The bridge is closed.", "False"),  # nobody is named
)


@pytest.mark.parametrize(
    ("key", "name", "record"),
    [
        ("kcna", "KCNA", SourceRecord(2, 1.0)),
        ("name ada lund", "Ada Lund", SourceRecord(1, 0.0)),
        ("name lund", "Lund", None),  # part of a name is nobody's record
        ("name ben aho", "Ben Aho", None),
    ],
)
def test_a_record_is_found_by_any_name_of_the_source(
    key: str, name: str, record: SourceRecord | None, store: Store
) -> None:
    with store.begin() as unit:
        for check in CHECKS:
            unit.fact_checks.add(check, RUN, ref="test")
    with store.read() as unit:
        assert SourceRecords(unit, load_registry()).of(key, name) == record


def test_without_checks_nobody_has_a_record(store: Store) -> None:
    with store.read() as unit:
        assert SourceRecords(unit, load_registry()).of("kcna", "KCNA") is None
