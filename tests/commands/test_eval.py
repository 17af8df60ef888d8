"""eval: the program's own scores on labelled articles; a stand-in reads them, so that no language model is loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provenance.model.article import Article
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Extraction
from provenance.model.span import Span
from provenance.services import evaluation

TEXT = "The ferry union said the strike was over. Passengers cheered."


class FindsTheUnion:
    """Credits the union with what it said, and finds nothing else."""

    def extract(self, article: Article) -> Extraction:
        said = Attribution(
            "a1", AttributionKind.INDIRECT, Stance.ASSERTS, (Span(0, 15),), (Span(16, 20),), (Span(21, 40),), ()
        )
        return Extraction(article, (Span(0, 41), Span(42, 61)), (said,), ())


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "make_extractor", lambda settings, names: FindsTheUnion())


def _gold(folder: Path, *attributions: dict, **more: object) -> str:
    file = folder / "gold.jsonl"
    file.write_text(json.dumps({"id": "1", "text": TEXT, "attributions": attributions, **more}) + "\n")
    return str(file)


UNION = {"source": [[0, 15]], "cue": [[16, 20]], "content": [[21, 40]]}
CROWD = {"source": [[42, 52]], "cue": [], "content": [[53, 60]]}


def test_the_scores_come_as_a_table_and_as_json(provenance, tmp_path: Path) -> None:
    file = _gold(tmp_path, UNION, CROWD, outlet="The Harbour Post")
    assert "outlet: The Harbour Post" in provenance("eval", "attribution", file).out
    lines = provenance("eval", "attribution", "--json", file).json
    assert [(line["part"], line["name"]) for line in lines] == [
        ("all", None),
        ("kind", "direct"),
        ("kind", "mixed"),
        ("kind", "indirect"),
        ("outlet", "The Harbour Post"),
    ]
    assert (lines[0]["precision"], lines[0]["recall"], lines[0]["f1"]) == (1.0, 0.5, 0.667)


def test_which_engine_read_them_is_said(provenance, tmp_path: Path) -> None:
    ran = provenance("eval", "attribution", "--engine", "rules", _gold(tmp_path, UNION))
    assert "1 articles, 2 sentences, read by the rules" in ran.err


def test_a_gold_file_without_attributions_measures_nothing(provenance, tmp_path: Path) -> None:
    ran = provenance("eval", "attribution", _gold(tmp_path))
    assert (ran.code, ran.out) == (3, "")
    assert "no attribution is marked" in ran.err


@pytest.mark.parametrize(
    ("attribution", "complaint"),
    [
        ({"source": [[0, 15]], "content": [[21, 400]]}, "lies outside the text"),
        ({"source": [[5, 2]], "content": [[21, 40]]}, "offsets"),
        ({"source": "union", "content": [[21, 40]]}, "offsets"),
        ("union", "offsets"),
    ],
)
def test_a_bad_line_is_told_and_the_others_go_on(provenance, tmp_path: Path, attribution, complaint: str) -> None:
    file = _gold(tmp_path, attribution)
    with Path(file).open("a", encoding="utf-8") as more:
        more.write(json.dumps({"text": TEXT, "attributions": [UNION]}) + "\n")
    ran = provenance("eval", "attribution", "--json", file)
    assert ran.code == 1
    assert complaint in ran.err
    assert ran.json[0]["marked"] == 1
