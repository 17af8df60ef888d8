"""The commands on a small database, as a user meets them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import make_url

from provenance.storage.engine import make_engine

Program = Callable[..., "Ran"]  # noqa: F821  conftest.Ran


def test_claims_are_lines_with_tabs_in_a_pipe(stored: Program) -> None:
    lines = stored("claims").out.splitlines()
    assert lines[0].split("\t") == ["id", "claim", "source chain", "kind", "said", "event", "outlet", "source"]
    assert [line.split("\t")[1:3] for line in lines[1:]] == [
        ["The Norvik museum will open on 3 May.", "Courier ← Ada Lund"],
        ["The Norvik museum will open on 3 May.", "Tribune ← Ben Aho"],
        ["The Norvik museum will open on 4 May.", "Post ← Cleo Dahl"],
    ]


@pytest.mark.parametrize(
    ("options", "outlets"),
    [
        (["--source", "ada"], ["Courier"]),
        (["--source", "ada", "--source", "cleo"], ["Courier", "Post"]),
        (["--outlet", "trib"], ["Tribune"]),
        (["--until", "2031-05-03"], ["Courier", "Tribune"]),
        (["--since", "2031-05-04"], ["Post"]),
        (["--published-since", "2031-04-15"], ["Tribune", "Post"]),
        (["--text", "4 MAY"], ["Post"]),
        (["--kind", "indirect", "--limit", "2"], ["Courier", "Tribune"]),
        (["--kind", "direct"], []),
    ],
    ids=lambda value: " ".join(value),
)
def test_claims_are_narrowed(options: list[str], outlets: list[str], stored: Program) -> None:
    ran = stored("claims", "--json", *options)
    assert ran.code == 0
    assert [claim["outlet"] for claim in ran.json] == outlets
    assert ("no claims match" in ran.err) == (not outlets)


def test_an_empty_database_is_not_an_answer_of_none(provenance: Program) -> None:
    assert provenance("db", "upgrade").code == 0
    lists = (["claims"], ["articles"], ["relations"], ["sources"], ["export"])
    named = (["show"], ["report"], ["export"], ["claims", "--article"], ["relations", "--claim"])
    for command in (*lists, *([*each, "abcdef"] for each in named)):
        ran = provenance(*command)
        assert (ran.code, ran.out) == (3, "")
        assert "holds no articles" in ran.err


def test_a_database_that_is_not_there_is_not_made(provenance: Program, tmp_path: Path) -> None:
    ran = provenance("claims", "--db", str(tmp_path / "other.db"))
    assert ran.code == 3
    assert "other.db: there is no such database" in ran.err
    assert not (tmp_path / "other.db").exists()


def test_a_claim_is_shown_by_the_first_characters_of_its_id(stored: Program) -> None:
    claim = stored("claims", "--json").json[0]
    ran = stored("show", claim["id"][:8])
    assert "[content: The Norvik museum will open on 3 May], [source: Ada Lund] [cue: said]." in ran.out
    assert stored("show", claim["id"], "--json").json["sentence_text"].endswith("Ada Lund said.")


@pytest.mark.parametrize(
    "command", [["show"], ["report"], ["relations", "--claim"], ["export"], ["claims", "--article"]]
)
@pytest.mark.parametrize("name", ["0000000000", "abc", "no id"])
def test_what_is_not_there_is_exit_code_4(command: list[str], name: str, stored: Program) -> None:
    ran = stored(*command, name)
    assert (ran.code, ran.out) == (4, "")
    assert len(ran.err.splitlines()) == 1


def test_relations_have_the_promised_shape(stored: Program) -> None:
    found = stored("relations", "--format", "jsonl").json_lines
    assert {"corroborates", "contradicts"} <= {relation["relation"] for relation in found}
    for relation in found:
        assert {"a", "b", "relation", "score", "independent", "findings"} <= set(relation)
        assert {"claim", "outlet", "text", "published"} <= set(relation["a"])
        assert {"rule", "slot", "verdict", "left", "right", "detail"} <= set(relation["findings"][0])
    only = stored("relations", "--kind", "contradicts", "--min-score", "0.1", "--json").json
    assert {relation["relation"] for relation in only} == {"contradicts"}
    assert stored("relations", "--min-score", "1", "--kind", "related", "--json").json == []


def test_a_report_counts_origins_and_names_the_contradiction(stored: Program) -> None:
    claim = stored("claims", "--json", "--outlet", "Courier").json[0]["id"]
    report = stored("report", claim, "--json").json
    assert report["assessment"] == "disputed"
    assert report["origins"]["min"] == 2  # two people are named; one short sentence in common is no copied passage
    assert [each["findings"][0]["slot"] for each in report["contradicting"]]
    assert report["sentences"][claim] == "The Norvik museum will open on 3 May, Ada Lund said."
    assert "[claim: The Norvik museum will open on 3 May], Ada Lund said." in stored("report", claim).out


def test_a_gate_is_hit_after_the_report_was_printed(stored: Program) -> None:
    claim = stored("claims", "--json", "--outlet", "Courier").json[0]["id"]
    hit = stored("report", claim, "--fail-on", "disputed")
    assert hit.code == 6
    assert hit.out.startswith("Claim ")
    assert "is disputed" in hit.err
    assert stored("report", claim, "--fail-on", "single_origin", "--fail-on", "unmatched").code == 0


def test_a_report_can_be_a_page_in_a_file(stored: Program, tmp_path: Path) -> None:
    claim = stored("claims", "--json").json[0]["id"]
    page = tmp_path / "report.html"
    ran = stored("report", claim, "--format", "html", "-o", str(page))
    assert (ran.code, ran.out) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "report.html" in ran.err


def test_articles_are_listed_with_their_claims(stored: Program) -> None:
    assert [(each["outlet"], each["claims"]) for each in stored("articles", "--json").json] == [
        ("Courier", 1),
        ("Tribune", 1),
        ("Post", 1),
    ]


def test_the_same_again_is_unchanged(stored: Program, readings: Path) -> None:
    ran = stored("import", str(readings), "--json")
    assert [outcome["status"] for outcome in ran.json_lines] == ["unchanged"] * 3
    assert ran.err == "3 same\n"


def test_one_bad_record_is_told_and_the_others_are_stored(provenance: Program, readings: Path) -> None:
    first, *others = readings.read_text().splitlines()
    readings.write_text("\n".join([first, '{"ref": "broken"', *others]))
    ran = provenance("import", str(readings), "--json")
    assert ran.code == 1
    assert [outcome["status"] for outcome in ran.json_lines] == ["added", "failed", "added", "added"]
    assert f"{readings}:2: is not JSON" in ran.err
    assert ran.err.splitlines()[-1] == "3 new, 1 failed"


def test_quiet_leaves_only_the_failures_on_stderr(provenance: Program, readings: Path) -> None:
    readings.write_text("broken\n")
    ran = provenance("import", "--quiet", str(readings))
    assert len(ran.err.splitlines()) == 1
    assert provenance("--quiet", "import", str(readings)).err == ran.err


def test_what_is_exported_can_be_imported_elsewhere(stored: Program, tmp_path: Path, new_database) -> None:
    moved, other = tmp_path / "moved.jsonl", ["--db", new_database("other")]
    assert stored("export", "-o", str(moved)).code == 0
    assert stored("import", *other, str(moved)).code == 0
    for command in (["claims", "--json"], ["relations", "--json"], ["articles", "--json"]):
        assert stored(*command, *other).json == stored(*command).json


def test_export_writes_the_promised_shape(stored: Program) -> None:
    article = stored("articles", "--json").json[0]["id"]
    (record,) = stored("export", article[:10]).json_lines
    assert {"ref", "article", "sentences", "attributions", "claims"} <= set(record)
    assert record["article"]["id"] == article


def test_a_sound_database_and_a_broken_one(stored: Program) -> None:
    assert stored("db", "check").code == 0
    engine = make_engine(os.environ["PROVENANCE_DB_URL"])
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("UPDATE articles SET text = 'something else that is longer than before' || text")
    engine.dispose()
    ran = stored("db", "check")
    assert ran.code == 5
    assert "problems found" in ran.err.splitlines()[-1]


def test_where_the_database_is_and_what_it_holds(stored: Program, tmp_path: Path, on_postgresql: bool) -> None:
    url = os.environ["PROVENANCE_DB_URL"]
    assert stored("db", "path").out == (f"{make_url(url)}\n" if on_postgresql else f"{tmp_path / 'test.db'}\n")
    facts = stored("db", "info", "--json").json
    assert (facts["articles"], facts["claims"]) == (3, 3)


def test_sources_are_listed_by_how_often_they_are_credited(stored: Program) -> None:
    listed = stored("sources", "--json").json
    assert {(each["name"], each["claims"]) for each in listed} == {("Ada Lund", 1), ("Ben Aho", 1), ("Cleo Dahl", 1)}
    assert stored("sources", "list", "--json").json == listed
    assert "1 claim" in stored("sources", "show", "Ada Lund").out


def test_two_sources_are_merged_and_taken_apart_again(stored: Program) -> None:
    ran = stored("sources", "merge", "Ben Aho", "Ada Lund", "--by", "anna", "--why", "a pen name")
    assert (ran.code, ran.err) == (0, "Ben Aho now counts as Ada Lund\n")
    (merge,) = stored("sources", "show", "Ada Lund", "--json").json["decided_merges"]
    assert (merge["by"], merge["why"]) == ("anna", "a pen name")
    assert stored("sources", "unmerge", "Ben Aho").code == 0
    assert stored("sources", "unmerge", "Ben Aho").code == 4
    (merge,) = stored("sources", "show", "Ada Lund", "--json").json["decided_merges"]
    assert merge["undone_by"]


def test_another_name_of_a_source_is_decided_and_taken_back(stored: Program) -> None:
    assert stored("sources", "alias", "yonhap", "YNA of Norvik", "--by", "anna").code == 0
    assert "YNA of Norvik (anna" in stored("sources", "show", "Yonhap").out
    assert stored("sources", "alias", "yonhap", "YNA of Norvik").code == 2
    assert stored("sources", "unalias", "YNA of Norvik").code == 0
    assert stored("sources", "show", "nobody of this name").code == 4


def test_hostile_names_reach_no_terminal_and_no_spreadsheet(provenance: Program, readings: Path) -> None:
    record = json.loads(readings.read_text().splitlines()[0])
    record["attributions"][0]["chain"][1]["name"] = "=cmd|'/c calc'!A1\x1b[2J"
    readings.write_text(json.dumps(record))
    assert provenance("import", str(readings)).code == 0
    for command in (["claims"], ["claims", "--csv"], ["claims", "--format", "md"], ["sources"], ["sources", "--csv"]):
        written = provenance(*command).out
        assert "\x1b" not in written
        assert "calc" in written
    assert "\n'=cmd" in provenance("sources", "--csv").out


def test_pairs_that_are_no_pairs_are_told_line_by_line(provenance: Program, tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text('[]\n{"a": "x"}\n{"a": "x", "b": "y", "date_a": "soon"}\n{"a": "x", "b": 7}\n\xff\n', "latin-1")
    ran = provenance("compare", "--pairs", str(file), "--json")
    assert (ran.code, ran.out) == (1, "")
    told = ran.err.splitlines()
    assert len(told) == 5
    for number, line in enumerate(told, 1):
        assert f"{file}:{number}: " in line


def test_what_cannot_be_read_is_told_and_the_exit_code_says_so(provenance: Program, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    ran = provenance("extract", str(empty), str(tmp_path / "missing.txt"), "--json")
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 2
