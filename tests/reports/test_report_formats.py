"""Every report format: its golden output, and that nothing in an article can break out of it."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest

from provenance.model.article import PublishedOrigin
from provenance.model.chain import OriginGroup, Origins, Passage
from provenance.model.claim import SourcedClaim
from provenance.model.dispute import (
    BackedValue,
    ConflictPoint,
    OutletConflict,
    SourceRecord,
    Standing,
    ValueRanking,
    Weighing,
)
from provenance.model.relation import Finding, Relation, RelationKind, Slot, Verdict
from provenance.model.report import Assessment, CorroborationReport, TimelineEntry, TimelineEvent
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span
from provenance.reports import PLAIN, REPORTS, Report, Screen
from provenance.reports.account import give_account
from provenance.reports.phrases import ASSESSMENTS, DATE_ORIGINS, EVENTS
from provenance.reports.terminal import VERDICT_STYLES

GOLDEN = Path(__file__).parent / "golden"
BY_NAME = {report.name: report for report in REPORTS}

# Writes the golden files anew instead of comparing: PROVENANCE_WRITE_GOLDEN=1 python -m pytest tests/reports
WRITING = bool(os.environ.get("PROVENANCE_WRITE_GOLDEN"))

TRAP = (
    "\x1b[2J\x1b]0;owned\x07<script>alert(1)</script>[bold red]x[/] | `a` [b](javascript:c) **d**\n# e\n"
    "\u202eevil\u202c{{ 7*7 }}\r=cmd"
)


def compare_with_golden(name: str, written: str) -> None:
    file = GOLDEN / name
    if WRITING:
        file.parent.mkdir(exist_ok=True)
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_each_format_has_its_golden_output(report: Report, ferry_report: CorroborationReport) -> None:
    compare_with_golden(f"report{report.suffix}", report.render(ferry_report, PLAIN))


@pytest.mark.parametrize("width", [80, 200])
def test_the_terminal_report_fits_the_screen(width: int, ferry_report: CorroborationReport) -> None:
    written = BY_NAME["terminal"].render(ferry_report, Screen(width))
    assert max(map(len, written.splitlines())) <= width
    compare_with_golden(f"report-{width}-columns.txt", written)


def test_colour_adds_nothing_but_colour(ferry_report: CorroborationReport) -> None:
    coloured = BY_NAME["terminal"].render(ferry_report, Screen(80, color=True))
    assert "\x1b[" in coloured
    assert "[claim:" not in coloured
    assert "\x1b[" not in BY_NAME["terminal"].render(ferry_report, Screen(80, color=False))


def test_in_a_pipe_no_line_is_broken(ferry_report: CorroborationReport) -> None:
    lines = BY_NAME["terminal"].render(ferry_report, PLAIN).splitlines()
    assert any("Coast News Agency ← Norvik harbour office, 2031-04-15" in line for line in lines)
    assert not set("".join(lines)) & set("─│└├┌┐╭╮")


def test_a_claim_that_no_one_else_speaks_of_says_so(
    harbour_claim: SourcedClaim,
) -> None:
    alone = CorroborationReport(harbour_claim, Assessment.UNMATCHED, 1, Origins(1, 1, ()), (), ())
    written = BY_NAME["terminal"].render(alone, PLAIN)
    assert "unmatched: 1 outlet, 1 independent origin" in written
    assert "Contradicted by: no stored claim" in written
    assert "Corroborated by: no stored claim" in written
    for report in REPORTS:
        assert report.render(alone, PLAIN).endswith("\n")


def test_words_for_every_assessment_and_event() -> None:
    assert set(ASSESSMENTS) == set(Assessment)
    assert set(EVENTS) == set(TimelineEvent)
    assert set(DATE_ORIGINS) == set(PublishedOrigin)
    assert set(VERDICT_STYLES) == {assessment.value.replace("_", " ") for assessment in Assessment}


def test_the_claim_s_own_words_come_first_whichever_side_it_is_on(ferry_report: CorroborationReport) -> None:
    (denial,) = give_account(ferry_report).contradicting
    assert (denial.reasons[0].ours, denial.reasons[0].theirs) == ("3 May", "4 May")
    assert [reason.verdict for reason in denial.reasons] == ["conflicts", "abstains"]


def test_of_a_refinement_it_is_told_which_side_says_more(ferry_report: CorroborationReport) -> None:
    assert [other.kind for other in give_account(ferry_report).corroborating] == ["corroborates", "refines"]
    refining = ferry_report.corroborating[1]
    turned = replace(ferry_report, claim=refining.b, corroborating=(refining,))
    assert [other.kind for other in give_account(turned).corroborating] == ["is refined by"]


def test_json_has_the_promised_shape(ferry_report: CorroborationReport) -> None:
    record = json.loads(BY_NAME["json"].render(ferry_report, PLAIN))
    promised = {
        "claim",
        "assessment",
        "outlets",
        "origins",
        "origin_groups",
        "corroborating",
        "contradicting",
        "timeline",
    }
    assert promised <= set(record)
    assert record["assessment"] == "disputed"
    assert record["origins"] == {"min": 1, "max": 2}
    assert {"root", "claims", "why"} <= set(record["origin_groups"][0])
    assert {"a", "b", "relation", "score", "independent", "findings"} <= set(record["contradicting"][0])
    assert {"claim", "outlet", "text", "published"} <= set(record["contradicting"][0]["a"])
    assert set(record["timeline"][0]) >= {"at", "outlet", "claim", "event"}
    assert record["timeline"][3] == {
        "at": None,
        "outlet": None,
        "claim": ferry_report.timeline[3].claim.id,
        "event": "contradicts",
        "text": "[The ferry Solveig] sails on 4 May, not before.",
        "place": [1, 4],
        "between": None,
    }
    assert json.loads(BY_NAME["jsonl"].render(ferry_report, PLAIN)) == record


def test_what_is_unknown_is_an_empty_cell_in_csv(ferry_report: CorroborationReport) -> None:
    rows = list(csv.DictReader(StringIO(BY_NAME["csv"].render(ferry_report, PLAIN))))
    denial = next(row for row in rows if row["is"] == "contradicts")
    assert (denial["outlet"], denial["published"]) == ("", "")


@pytest.fixture
def hostile_report(tell: Callable[..., SourcedClaim], relate: Callable[..., Relation]) -> CorroborationReport:
    """Every word that an article can choose is a trap."""

    def trapped(number: int) -> SourcedClaim:
        return tell(
            f"{TRAP} {number} said.",
            TRAP,
            claim=f"{TRAP} {number}",
            part=TRAP,
            source=f"{number}",
            cue="said",
            chain=(Hop(TRAP, SourceKind.PERSON, via=TRAP, role=TRAP),),
            title=TRAP,
            url="javascript:alert(1)//\x1b[2J",
            credits_=(TRAP,),
        )

    a, b = trapped(1), trapped(2)
    finding = Finding("when.interval", Slot.WHEN, Verdict.CONFLICTS, TRAP, TRAP, TRAP)
    relation = relate(a, b, RelationKind.CONTRADICTS, finding, dependence=TRAP)
    return CorroborationReport(
        a,
        Assessment.DISPUTED,
        1,
        Origins(0, 1, (OriginGroup(TRAP, (a.id,), (TRAP,), TRAP, certain=False),), (TRAP,)),
        (relation,),
        (relation,),
        (relation,),
        (TimelineEntry("2031-04-14", TRAP, b, TimelineEvent.CONTRADICTS),),
        {a.id: f"{TRAP} 1 said.", b.id: f"{TRAP} 2 said."},
        {a.id: 0, b.id: 0},
        rankings=(ValueRanking(Slot.WHEN, (trapped_value(a), trapped_value(b)), Standing.OPEN),),
        conflicts=(OutletConflict(TRAP, TRAP, (ConflictPoint(Slot.WHEN, a.id, b.id, TRAP, TRAP),)),),
    )


def trapped_value(claim: SourcedClaim) -> BackedValue:
    passage = Passage(TRAP, claim.id, claim.id, Span(0, 1), Span(0, 1))
    group = OriginGroup(TRAP, (claim.id,), (TRAP,), TRAP, passages=(passage,))
    weighing = Weighing(TRAP, 0.5, SourceRecord(3, 1.0))
    return BackedValue((TRAP,), TRAP[::-1], (claim.id,), Origins(1, 1, (group,)), (TRAP,), (weighing,), 0.5, 0.5)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_no_control_character_of_an_article_is_printed(report: Report, hostile_report: CorroborationReport) -> None:
    written = report.render(hostile_report, Screen(80))
    assert not set(written) & set("\x1b\x07\r\u202e\u202c")


def test_markup_of_the_terminal_library_is_shown_as_it_stands(hostile_report: CorroborationReport) -> None:
    assert "[bold red]x[/]" in BY_NAME["terminal"].render(hostile_report, PLAIN)


def test_json_carries_the_exact_text(hostile_report: CorroborationReport) -> None:
    record = json.loads(BY_NAME["json"].render(hostile_report, PLAIN))
    assert record["claim"]["text"] == f"{TRAP} 1"
    assert record["claim"]["outlet"] == TRAP


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_has_no_script_no_link_and_no_attribute_of_the_article(
    hostile_report: CorroborationReport, ferry_report: CorroborationReport
) -> None:
    hostile, friendly = (_Page(BY_NAME["html"].render(report, PLAIN)) for report in (hostile_report, ferry_report))
    assert hostile.tags <= friendly.tags | {"span"}  # ours: around an address that is no link
    assert "a" not in hostile.tags
    assert not {name for name, _ in hostile.attributes if name.startswith("on")}
    assert "<script>alert(1)</script>" in hostile.words
    assert "{{ 7*7 }}" in hostile.words


def test_the_page_loads_nothing_and_links_only_to_the_web(ferry_report: CorroborationReport) -> None:
    page = _Page(BY_NAME["html"].render(ferry_report, PLAIN))
    assert not page.tags & {"script", "img", "link", "iframe", "object", "embed", "base", "form"}
    addresses = {value for name, value in page.attributes if name in ("href", "src")}
    assert addresses == {"https://news.example/ferry"}
    assert any(value.startswith("default-src 'none'; style-src 'sha256-") for _, value in page.attributes)
    assert ("rel", "noopener noreferrer nofollow") in page.attributes
