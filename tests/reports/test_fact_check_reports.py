"""A report that names checks, in every format; and the answer of `factchecks match` on a terminal."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest

from provenance.model.fact_check import CheckMatch, Coverage, FactCheck, MatchedBy
from provenance.model.report import CorroborationReport
from provenance.reports import PLAIN, REPORTS, Report, Screen
from provenance.reports.answers import render_answers
from provenance.reports.fact_checks import checked_by, rated, why

CHECK = FactCheck(
    "The ferry Solveig was sold for scrap.",
    "Mostly false",
    title="The Solveig sails on",
    author="Norvik Fact Desk",
    url="https://desk.example/solveig",
    published="2031-04-20T10:00:00+00:00",
    value=2,
    worst=1,
    best=5,
)
MATCH = CheckMatch(CHECK, 0.71, 0.66, ("solveig", "ferry"), 0.4)
FOUND = Coverage("The ferry Solveig will sail again.", (MATCH,), 1042, MatchedBy.MEANING_AND_WORDS)
TRAP = "\x1b[2J<script>alert(1)</script>[bold red]x[/] | `a` [b](javascript:c) **d**\n# e \u202e{{ 7*7 }}"


def test_it_is_told_in_words():
    assert rated(CHECK) == "Mostly false (0.25)"
    assert rated(replace(CHECK, rating="Four clowns", value=None)) == "Four clowns"
    assert checked_by(CHECK) == "Mostly false (0.25), says Norvik Fact Desk, 2031-04-20"
    assert why(MATCH) == "means something near (0.66); same words: solveig, ferry"
    assert why(replace(MATCH, meaning=None, words=())) == "no word in common"


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_format_names_the_check(report: Report, ferry_report: CorroborationReport):
    written = report.render(replace(ferry_report, checks=FOUND), PLAIN).replace("\\", "")
    for words in ("The ferry Solveig was sold for scrap.", "Mostly false", "Norvik Fact Desk", "desk.example/solveig"):
        assert words in written


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_format_tells_that_none_covers_it(report: Report, ferry_report: CorroborationReport):
    written = report.render(replace(ferry_report, checks=replace(FOUND, matches=())), PLAIN)
    if report.name in ("json", "jsonl"):
        assert json.loads(written)["checks"] == {
            "query": FOUND.query,
            "searched": 1042,
            "by": "meaning and words",
            "matches": [],
        }
    elif report.name != "csv":  # a row for each check, and there is none
        assert "no check covers this, of 1,042 that are imported" in written


def test_without_checks_nothing_is_said_of_them(ferry_report: CorroborationReport):
    for report in REPORTS:
        assert "Checked already" not in report.render(ferry_report, PLAIN)


def test_every_row_of_the_sheet_is_as_long_as_its_head(ferry_report: CorroborationReport):
    (sheet,) = (report for report in REPORTS if report.name == "csv")
    rows = list(csv.reader(StringIO(sheet.render(replace(ferry_report, checks=FOUND), PLAIN))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert dict(zip(rows[0], rows[-1], strict=True))["verdict"] == "Mostly false (0.25)"


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_nothing_in_a_check_breaks_out(report: Report, ferry_report: CorroborationReport):
    trap = FactCheck(TRAP, TRAP, title=TRAP, author=TRAP, url="https://a.example/\x1b[2J<b>")
    written = report.render(replace(ferry_report, checks=replace(FOUND, matches=(replace(MATCH, check=trap),))), PLAIN)
    if report.name not in ("json", "jsonl"):
        assert not {"\x1b", "\u202e"} & set(written)
    if report.name in ("html", "md"):
        assert "<script>" not in written.replace("\\<", "")
        assert 'href="javascript' not in written
    if report.name == "md":
        assert "[b](javascript:" not in written


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_answer_fits_the_screen(width: int):
    none = replace(FOUND, matches=(), query="The price of tin rose " * 8)
    written = "".join(render_answers([FOUND, none], Screen(width)))
    assert max(map(len, written.splitlines())) <= width
    for words in ("0.71", "https://", "(no check covers"):
        assert words in written
