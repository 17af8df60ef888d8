"""eval relations: the program's own figures on labelled pairs; a stand-in reads them without a language model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.services import compare
from provenance.services.meaning import Meanings


class FindsNoClaims:
    """Leaves every sentence as it stands: only its words are compared."""

    def extract(self, article: Article) -> Extraction:
        return Extraction(article, (), (), ())


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "make_extractor", lambda settings, names: FindsNoClaims())
    monkeypatch.setattr(compare, "installed_meanings", lambda settings: Meanings(None))


TWICE = {"a": "Harvest festival draws crowds to Elmouth.", "b": "Harvest festival draws crowds to Elmouth."}
APART = {"a": "Harvest festival draws crowds to Elmouth.", "b": "Two trams collided near the mint."}


def _file(folder: Path, *records: dict) -> str:
    file = folder / "pairs.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    return str(file)


def _values(lines: list[dict]) -> dict[str, tuple]:
    return {line["measure"]: (line["value"], line["right"], line["of"]) for line in lines}


def test_pairs_with_readers_are_scored_as_their_readers_see_them(provenance, tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        {**TWICE, "id": 1, "readers": ["corroborates", "refines"]},
        {**APART, "id": 2, "readers": ["unrelated", "unrelated"]},
        {**APART, "id": 3, "readers": ["corroborates", "corroborates"]},
    )
    values = _values(provenance("eval", "relations", "--json", file).json)
    assert values["same: precision"] == (1.0, 1, 1)
    assert values["same: recall"] == (0.5, 1, 2)
    assert values["six relations right"] == (0.667, 2, 3)
    assert values["contradicts: recall"] == (None, 0, 0)


def test_a_table_is_read_by_its_columns_and_its_split(provenance, tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    rows = [("dev", "same", TWICE), ("dev", "mid", TWICE), ("train", "same", APART), ("dev", "contradict", APART)]
    lines = ["split\tlabel\ta\tb\tmeta", *(f"{split}\t{label}\t{p['a']}\t{p['b']}\t" for split, label, p in rows)]
    file.write_text("\n".join(lines) + "\n")
    values = _values(provenance("eval", "relations", "--split", "dev", "--json", str(file)).json)
    assert values["same: recall"] == (1.0, 1, 1)
    assert values["contradictions shown as the same"] == (0.0, 0, 1)
    assert values["AUC: same against contradicts"] == (1.0, None, 2)
    assert "six relations right" not in values


def test_a_pair_without_a_known_relation_is_told_and_the_rest_is_measured(provenance, tmp_path: Path) -> None:
    file = _file(tmp_path, {**TWICE, "readers": ["agrees"]}, {**TWICE, "readers": ["corroborates"]})
    ran = provenance("eval", "relations", "--json", file)
    assert ran.code == 1
    assert "names no relation" in ran.err
    assert _values(ran.json)["same: recall"] == (1.0, 1, 1)


def test_nothing_to_measure_has_its_own_exit_code(provenance, tmp_path: Path) -> None:
    assert provenance("eval", "relations", _file(tmp_path)).code == 3
