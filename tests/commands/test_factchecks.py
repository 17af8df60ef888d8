"""factchecks, as a user meets it."""

from __future__ import annotations

import json
import os
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from provenance.services import fact_checks

CHECKS = Path(__file__).parents[1] / "data" / "fact_checks" / "checks.jsonl"
HOSTILE = {
    "claim": "\x1b[2J<script>alert(1)</script> [bold red]x[/] | =cmd()\u202e sank the ferry",
    "rating": "[link=javascript:x]False[/]",
    "author": "\x1b]0;owned\x07Desk",
    "url": "https://desk.example/\x1b[31m",
}


def table(tmp_path, *rows: str) -> str:
    file = tmp_path / "checks.csv"
    file.write_text("claim,rating,author,url,date\n" + "".join(f"{row}\n" for row in rows))
    return str(file)


@pytest.fixture
def imported(provenance):
    assert provenance("factchecks", "import", str(CHECKS)).code == 0
    return provenance


def test_import_says_what_became_of_each_and_is_safe_to_repeat(provenance, tmp_path):
    file = table(tmp_path, "The ferry sank.,False,Desk,https://desk.example/1,2031-01-01", ",False,Desk,,", "a,b,c,d,e")
    first = provenance("factchecks", "import", file)
    assert (first.code, first.out) == (1, "")
    assert first.err.splitlines()[-1] == "1 new, 2 failed"
    assert "checks.csv:3: claim missing" in first.err
    assert "checks.csv:4: url 'd' is no web address" in first.err
    second = provenance("factchecks", "import", file)
    assert second.err.splitlines()[-1] == "1 same, 2 failed"
    changed = table(tmp_path, "The ferry sank.,True,Desk,https://desk.example/1,2031-01-02")
    assert provenance("factchecks", "import", changed).err == "1 changed\n"
    (check,) = provenance("factchecks", "list", "--json").json
    assert (check["rating"], check["truth"], check["version"]) == ("True", 1.0, 2)


def test_a_bad_source_does_not_stop_the_next(provenance, tmp_path):
    empty = tmp_path / "empty.json"
    empty.touch()
    ran = provenance("factchecks", "import", str(empty), str(tmp_path / "none.csv"), str(CHECKS))
    assert ran.code == 1
    assert ran.err.splitlines()[-1] == "42 new, 2 failed"


def test_nothing_imported_is_nothing_to_measure(provenance):
    for arguments in (("match", "the ferry sank"), ("list",)):
        ran = provenance("factchecks", *arguments)
        assert ran.code == 3
        assert "no fact-checks are imported" in ran.err


def test_a_match_has_its_rating_its_author_and_why(imported):
    ran = imported("factchecks", "match", "Ozelin spray has lead in it", "--json")
    assert ran.code == 0
    (answer,) = ran.json
    assert (answer["searched"], answer["by"]) == (42, "meaning and words")
    best = answer["matches"][0]
    assert (best["rating"], best["truth"], best["author"]) == ("Mostly false", 0.25, "Tidewater Checks")
    assert (best["url"], best["published"]) == ("https://checks.example/ozelin", "2032-02-02")
    assert {"lead", "spray"} <= set(best["why"]["words"])
    assert 0.5 < best["why"]["meaning"] <= 1


def test_that_none_covers_it_is_an_answer(imported):
    ran = imported("factchecks", "match", "The price of tin rose for a third month")
    assert ran.code == 0
    assert "no check covers this, of 42 that are imported" in ran.err
    assert "no check covers this" in ran.out
    ran = imported("factchecks", "match", "The price of tin rose for a third month", "--json")
    assert ran.json[0]["matches"] == []


def test_the_nearest_are_shown_on_demand(imported):
    ran = imported("factchecks", "match", "The price of tin rose", "--min-score", "0", "--limit", "3", "--json")
    assert len(ran.json[0]["matches"]) == 3


def test_texts_are_taken_from_a_pipe(imported, monkeypatch):
    posts = "RIP Ivo Brandt, killed in a road accident\n\n\xff\nthe price of tin rose\n".encode("latin-1")
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(posts), encoding="utf-8"))
    ran = imported("factchecks", "match", "--format", "jsonl")
    assert [bool(answer["matches"]) for answer in ran.json_lines] == [True, False, False]


@pytest.mark.parametrize("form", ["csv", "md", "table"])
def test_other_forms_name_the_check(imported, form):
    ran = imported("factchecks", "match", "Ivo Brandt died in a car crash", "--format", form)
    assert "The footballer Ivo Brandt has died" in ran.out
    assert "checks.example/brandt" in ran.out.replace("\\", "")


def test_what_can_only_be_an_id_must_be_one(imported):
    assert imported("factchecks", "match", "0123456789").code == 4
    assert imported("factchecks", "match", "facade").code == 0
    assert imported("factchecks", "match", " ").code == 2


def test_without_an_encoder_it_says_so(imported, monkeypatch):
    monkeypatch.setattr("provenance.embedding.installed_encoder", lambda: None)
    ran = imported("factchecks", "match", "Ivo Brandt has died in a car crash", "--json")
    assert ran.code == 0
    assert "found by their words alone" in ran.err
    assert ran.json[0]["by"] == "words"
    assert ran.json[0]["matches"][0]["url"] == "https://checks.example/brandt"
    assert ran.json[0]["matches"][0]["why"]["meaning"] is None


def test_what_was_imported_without_an_encoder_is_read_later(provenance, monkeypatch):
    with monkeypatch.context() as without:
        without.setattr("provenance.embedding.installed_encoder", lambda: None)
        assert "words alone" in provenance("factchecks", "import", str(CHECKS)).err
    ran = provenance("factchecks", "match", "a film star left all she had to homeless kittens", "--min-score", "0.3")
    assert "Lena Forss" in ran.out


def test_an_interrupted_reading_is_finished_by_the_next(provenance, monkeypatch):
    database = os.environ["PROVENANCE_DB_URL"]
    monkeypatch.setattr(fact_checks, "READ_AT_ONCE", 10)
    seen = []

    def stop(done: int, all_of_them: int) -> None:
        seen.append((done, all_of_them))
        if done == 20:
            raise KeyboardInterrupt

    monkeypatch.setattr("provenance.commands.factchecks.Watch.told", lambda self, *told: stop(*told))
    assert provenance("factchecks", "import", str(CHECKS)).code == 130
    monkeypatch.undo()
    monkeypatch.setenv("PROVENANCE_DB_URL", database)
    assert seen == [(10, 42), (20, 42)]
    assert provenance("factchecks", "import", str(CHECKS)).err == "42 same\n"
    assert provenance("factchecks", "match", "RIP Ivo Brandt").code == 0


@pytest.mark.parametrize("form", ["table", "csv", "md"])
def test_nothing_in_a_check_acts_on_a_terminal(provenance, tmp_path, form):
    file = tmp_path / "hostile.json"
    file.write_text(json.dumps(HOSTILE))
    assert provenance("factchecks", "import", str(file)).code == 0
    for arguments in (("list",), ("match", "[bold red]x[/] sank the ferry", "--min-score", "0")):
        ran = provenance("factchecks", *arguments, "--format", form)
        assert "ferry" in ran.out
        assert not {"\x1b", "\x07", "\u202e"} & set(ran.out + ran.err)


def test_a_list_of_ours_can_be_imported_elsewhere(imported, tmp_path):
    file = tmp_path / "mine.json"
    assert imported("factchecks", "list", "--json", "-o", str(file)).code == 0
    assert imported("factchecks", "import", str(file)).err == "42 same\n"
