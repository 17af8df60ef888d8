"""Tables: what each form holds, and how a narrow terminal is dealt with."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from provenance.model.claim import SourcedClaim
from provenance.model.report import CorroborationReport
from provenance.reports.listings import CLAIMS, RELATIONS
from provenance.reports.screen import PLAIN, Screen
from provenance.reports.tables import CHUNK, Column, Listing, TableFormat, render_rows

Pair = tuple[str, int]
WORDS: Listing[Pair] = Listing(
    columns=(
        Column("word", lambda row: row[0], least=6),
        Column("count", lambda row: row[1], least=5, numeric=True),
        Column("twice", lambda row: row[0] * 2, rank=1, least=20),
    ),
    record=lambda row: {"word": row[0], "count": row[1]},
)


def written(listing: Listing, rows: list, form: TableFormat, screen: Screen = PLAIN) -> str:
    return "".join(render_rows(listing, rows, form, screen))


def test_in_a_pipe_a_row_is_a_line_and_cells_are_apart_by_tabs() -> None:
    assert (
        written(WORDS, [("new\tline\n", 1200)], TableFormat.TABLE)
        == "word\tcount\ttwice\nnew line\t1200\tnew line new line\n"
    )


def test_csv_quotes_and_guards() -> None:
    rows = list(csv.reader(StringIO(written(WORDS, [('say "=1", now', 2), ("=1", 3)], TableFormat.CSV))))
    assert rows == [
        ["word", "count", "twice"],
        ['say "=1", now', "2", 'say "=1", nowsay "=1", now'],
        ["'=1", "3", "'=1=1"],
    ]


def test_markdown_escapes_the_cells_and_aligns_numbers() -> None:
    assert written(WORDS, [("a|b", 2)], TableFormat.MARKDOWN).splitlines() == [
        "| word | count | twice |",
        "| --- | ---: | --- |",
        r"| a\|b | 2 | a\|ba\|b |",
    ]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_array_and_json_lines_one_object_a_row(count: int) -> None:
    rows = [(f"w{number}", number) for number in range(count)]
    expected = [{"word": word, "count": number} for word, number in rows]
    assert json.loads(written(WORDS, rows, TableFormat.JSON)) == expected
    assert [json.loads(line) for line in written(WORDS, rows, TableFormat.JSONL).splitlines()] == expected


def test_rows_are_written_as_they_come() -> None:
    def rows():
        yield "first", 1
        raise RuntimeError("the second row is not needed yet")

    assert json.loads(next(render_rows(WORDS, rows(), TableFormat.JSONL, PLAIN))) == {"word": "first", "count": 1}


def test_a_narrow_terminal_keeps_the_first_ranks_and_names_what_is_left_out() -> None:
    lines = written(WORDS, [("wordwordword", 1)], TableFormat.TABLE, Screen(20)).splitlines()
    assert lines[0].split() == ["word", "count"]
    assert "no room for: twice" in " ".join(lines[2:])
    assert "wordwordword" in lines[1].replace(" ", "")


def test_a_long_cell_is_folded_never_cut() -> None:
    word = "x" * 70
    lines = written(WORDS, [(word, 1)], TableFormat.TABLE, Screen(60)).splitlines()
    assert max(map(len, lines)) <= 60
    assert "".join(line[:30] for line in lines).count("x") >= 25
    assert "".join(lines).count("x") == 3 * 70


def test_later_rows_keep_the_widths_of_the_first() -> None:
    rows = [("w" * (1 + number % 9), number) for number in range(3 * CHUNK)]
    lines = written(WORDS, rows, TableFormat.TABLE, Screen(80)).splitlines()
    assert len(lines) == 1 + 3 * CHUNK
    assert {line.index("w" * (1 + number % 9)) for number, line in enumerate(lines[1:])} == {0}
    assert lines[0].startswith("word       count")


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_claims_and_relations_fit_the_screen(width: int, ferry_report: CorroborationReport) -> None:
    claims: list[SourcedClaim] = [entry.claim for entry in ferry_report.timeline]
    relations = [*ferry_report.corroborating, *ferry_report.contradicting]
    for listing, rows in ((CLAIMS, claims), (RELATIONS, relations)):
        table = written(listing, rows, TableFormat.TABLE, Screen(width)).splitlines()
        assert max(len(line) for line in table) <= max(width, 72)  # what stays in any case needs 72 columns


def test_200_columns_show_every_column_of_a_claim(ferry_report: CorroborationReport) -> None:
    header = written(CLAIMS, [ferry_report.claim], TableFormat.TABLE, Screen(200)).splitlines()[0]
    assert header.split("  ")[0] == "id"
    for title in ("claim", "source chain", "kind", "said", "event", "outlet"):
        assert title in header


def test_a_claim_s_json_keeps_the_promised_fields(ferry_report: CorroborationReport) -> None:
    (record,) = json.loads(written(CLAIMS, [ferry_report.claim], TableFormat.JSON))
    assert record["chain"][1]["name"] == "Norvik harbour office"
    assert record["frame"]["when"][0]["start"] == "2031-05-03"
    assert record["kind"] == "indirect"
