"""What contradictions come to, in words and as a table."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from provenance.model.chain import OriginGroup, Origins
from provenance.model.dispute import BackedValue, ConflictPoint, OutletConflict, Standing, ValueRanking
from provenance.model.event import Event, EventReport, EventSummary
from provenance.model.relation import Slot
from provenance.model.report import Assessment, CorroborationReport
from provenance.reports import PLAIN, Screen
from provenance.reports.disputes import SLOTS, hints_of, shortened, table_of
from provenance.reports.event_report import render_event_report


def backed(words: str, value: str | None, *roots: str, unsure: tuple[str, ...] = (), claim: str = "other"):
    groups = [OriginGroup(root, (f"{claim} {root}",), (), "") for root in roots]
    groups += [OriginGroup(root, (f"{claim} {root}",), (), "", certain=False) for root in unsure]
    least, most = max(1, len(roots)), len(groups)
    claims = (claim, *(each for group in groups for each in group.claims))
    return BackedValue((words,), value, claims, Origins(least, most, tuple(groups)), least=least, most=most)


def hint(standing: Standing, *values: BackedValue, slot: Slot = Slot.WHEN):
    (found,) = hints_of([ValueRanking(slot, values, standing)], "ours")
    return found


def test_the_arithmetic_stands_in_plain_words():
    found = hint(
        Standing.LEADS,
        backed("25 April", "2019-04-25", "Kremlin", "Yonhap", "NHK"),
        backed("24 April", "2019-04-24", "Anna Berg"),
    )
    assert found.counts == (
        "“25 April” (2019-04-25): 3 independent origins (Kremlin, Yonhap, NHK); "
        "“24 April” (2019-04-24): 1 independent origin (Anna Berg)"
    )
    assert found.reading == "most origins are behind “25 April” (2019-04-25)"
    assert found.notes == ()


@pytest.mark.parametrize(
    ("standing", "reading"),
    [
        (Standing.TIE, "a tie"),
        (Standing.OPEN, "which has more behind it depends on what is not known"),
    ],
)
def test_neither_a_tie_nor_a_doubt_has_a_winner(standing, reading):
    found = hint(standing, backed("twelve", "12", "A"), backed("9 dead", "9", "B"), slot=Slot.QUANTITY)
    assert (found.slot, found.reading) == ("how many", reading)
    assert "“9 dead”: 1" in found.counts  # the figure stands in the words


def test_a_tie_of_two_among_three_names_them():
    values = backed("12", None, "A"), backed("9", None, "B"), backed("4", None, unsure=("C",))
    values = (*values[:2], BackedValue(("4",), None, ("c",), Origins(0, 0, ()), least=0, most=0))
    assert hint(Standing.TIE, *values).reading == "a tie: as many origins are behind “12” and “9”"


def test_of_a_denial_the_sides_are_named_and_not_their_words():
    found = hint(Standing.TIE, backed("x", None, "A", claim="ours"), backed("y", None, "B"), slot=Slot.POLARITY)
    assert found.counts.startswith("as claimed here: 1 independent origin (A); as contradicted: 1")


def test_every_slot_has_a_column():
    assert set(SLOTS) == {*Slot, None}


WIDE = (
    OutletConflict(
        "Norvik Courier",
        "Fjord and Island Daily Tribune",
        (
            ConflictPoint(Slot.QUANTITY, "a", "b", "at least twelve people", "nine passengers and two of the crew"),
            ConflictPoint(Slot.WHEN, "a", "b", "25 April", "24 April"),
            ConflictPoint(Slot.WHERE, "a", "b", "Sandvik", "Karlsund"),
            ConflictPoint(Slot.WHO, "c", "d", "the coast guard", "a fishing boat"),
        ),
    ),
    OutletConflict("Post", None, tuple(ConflictPoint(Slot.WHEN, str(n), "b", str(n), "9 May") for n in range(4))),
)


def test_the_table_has_a_column_for_each_slot_that_is_in_conflict():
    table = table_of(WIDE)
    assert table.header == ("outlet", "against", "pairs", "when", "where", "how many", "who")
    assert table.rows[0][2:5] == ("2", "25 April / 24 April", "Sandvik / Karlsund")
    assert table.rows[1] == ("Post", "unknown outlet", "4", "0 / 9 May; 1 / 9 May; 2 more", "", "", "")
    assert not table_of([])


def test_long_words_are_cut_at_a_blank():
    assert shortened("a ferry " * 30).endswith("ferry a ...")
    assert shortened("x" * 90) == f"{'x' * 60} ..."


@pytest.fixture
def event_report(ferry_report: CorroborationReport) -> EventReport:
    event = Event("e" * 32, "Solveig, ferry", ("1", "2"))
    summary = EventSummary(event, date(2031, 4, 14), date(2031, 4, 16), ("Fjord Daily", "Norvik Courier"), 4, 1)
    return EventReport(summary, (ferry_report,), 0, (*ferry_report.conflicts, *WIDE))


@pytest.mark.parametrize("width", [80, 200])
def test_the_event_s_table_fits_the_screen(event_report: EventReport, width: int):
    written = "".join(render_event_report(event_report, "terminal", Screen(width)))
    assert max(map(len, written.splitlines())) <= width
    assert "Who contradicts whom" in written
    assert "how many" in written
    assert "hint, no verdict: when" in written


@pytest.mark.parametrize("form", ["md", "html", "terminal"])
def test_every_form_for_people_tells_who_contradicts_whom(event_report: EventReport, form: str):
    written = "".join(render_event_report(event_report, form, PLAIN))
    assert "Who contradicts whom" in written
    assert "25 April / 24 April" in written
    assert "hint, no verdict" in written


def test_programs_get_it_with_the_claims(event_report: EventReport):
    record = json.loads("".join(render_event_report(event_report, "json", PLAIN)))
    assert record["outlet_conflicts"][1]["points"][0] == {
        "slot": "quantity",
        "a": {"claim": "a", "words": "at least twelve people"},
        "b": {"claim": "b", "words": "nine passengers and two of the crew"},
    }
    (claim,) = record["claims"]
    (ranking,) = claim["rankings"]
    assert (ranking["slot"], ranking["standing"]) == ("when", "open")
    first = ranking["values"][0]
    assert (first["words"][0], first["value"], first["origins"]) == ("3 May", "2031-05-03", {"min": 1, "max": 2})
    assert first["records"] == [{"root": "Norvik harbour office", "weight": 0.88, "checked": 4, "held": 2.0}]
    assert claim["timeline"][0]["between"] == ["2031-04-14T00:00:00+00:00", "2031-04-15T00:00:00+00:00"]


def test_who_is_who_comes_after_what_happened(event_report: EventReport, ferry_report: CorroborationReport):
    slight = replace(
        ferry_report,
        claim=replace(
            ferry_report.claim, claim=replace(ferry_report.claim.claim, id="c" * 32, text="Ada Lund [is] the owner.")
        ),
        assessment=Assessment.CORROBORATED,
        contradicting=(),
    )
    both = replace(event_report, claims=(slight, replace(ferry_report, assessment=Assessment.SINGLE_ORIGIN)))
    for form in ("terminal", "md", "html"):
        written = "".join(render_event_report(both, form, PLAIN))
        titles = [written.index(title) for title in ("From one origin", "Who is who", " the owner.")]
        assert titles == sorted(titles)
        assert "Corroborated:" not in written


def test_csv_has_a_row_for_each_claim(event_report: EventReport):
    (row,) = csv.DictReader(StringIO("".join(render_event_report(event_report, "csv", PLAIN))))
    assert (row["assessment"], row["contradicted by"]) == ("disputed", "1")
