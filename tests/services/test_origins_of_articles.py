"""What makes two articles one origin, from their texts to the report: each story is read, stored and reported on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from provenance.ingest import GivenMetadata
from provenance.model.dispute import Standing
from provenance.model.query import ClaimFilter
from provenance.model.report import Assessment, CorroborationReport
from provenance.services.claims import list_claims
from provenance.services.ingest import ingest_documents
from provenance.services.report import build_report
from provenance.settings import Settings

TRUMPET = (
    "Divers searching the flooded quarry at Brekke found the missing trumpet of the town band on Sunday under six "
    "metres of mud."
)
SHORE = "“We will rebuild every single house on this shore before the first snow falls,”"

STORIES = (
    # three outlets, one body that is named in each
    ("Harbour Post", "2031-03-04", "The ferry Ingrid ran aground off Sandvik on Monday, the Sandvik Coast Guard said."),
    (
        "Fjord Daily",
        "2031-03-04",
        "The Sandvik Coast Guard said that the ferry Ingrid ran aground off Sandvik on Monday.",
    ),
    (
        "Island Courier",
        "2031-03-05",
        "According to the Sandvik Coast Guard, the ferry Ingrid had run aground off Sandvik on Monday.",
    ),
    # two outlets with one agency's credit, in words of their own
    (
        "Valley Times",
        "2031-05-10",
        "KARLSUND (Reuters) - A fire destroyed the old opera house in Karlsund on Friday night.",
    ),
    (
        "Lakeside Herald",
        "2031-05-11",
        "The old opera house in Karlsund was destroyed by a fire on Friday night. (Reuters)",
    ),
    # one took the other's words
    ("North Wire", "2031-06-02T08:00:00+00:00", f"{TRUMPET} The instrument had been stolen in January."),
    ("Quick Digest", "2031-06-02", TRUMPET),
    # two outlets of one owner, neither of which names a source
    ("NK News", "2031-07-01", "The bridge over the Tolka river reopened to trucks on Tuesday."),
    ("NK Pro", "2031-07-01", "On Tuesday the Tolka river bridge was reopened to trucks."),
    # an aggregator that names whose news it is
    ("Reuters", "2031-08-03", "Mining company Borvik will close its copper mine at Lund in October."),
    (
        "Daily Scan",
        "2031-08-04",
        "Reuters reported that the mining company Borvik will close its copper mine at Lund in October.",
    ),
    # people without a name, beside one who has one
    ("Kommersant", "2031-09-02", "Minister Arvo Tamm will resign on Friday, two sources close to the cabinet said."),
    ("Baltic Post", "2031-09-02", "Government spokeswoman Liis Kask said Minister Arvo Tamm is to resign on Friday."),
    # two that name each other
    ("Alpha Post", "2031-10-01", "The singer Mara Oland has cancelled her tour of Brazil, the Beta Courier reported."),
    (
        "Beta Courier",
        "2031-10-01",
        "According to the Alpha Post, the singer Mara Oland has cancelled her tour of Brazil.",
    ),
    # one utterance of one man, whose name is spelt in two ways
    ("Coast Post", "2031-11-02", f"{SHORE} Mohammed Rashidi, the governor of Sarnak, said on Sunday."),
    ("Hill Tribune", "2031-11-02", f"{SHORE} said Muhammad Rashidi, Sarnak's governor, on Sunday."),
    # two days for one opening
    ("Courier", "2031-04-14", "The Norvik museum will open on 3 May, director Ada Lund said."),
    ("Tribune", "2031-04-15", "Mayor Ben Aho said that the Norvik museum will open on 3 May."),
    ("Gazette", "2031-04-15", "According to the museum's director, Ada Lund, the Norvik museum is to open on 3 May."),
    ("Sentinel", "2031-04-16", "The Norvik museum will open on 4 May, architect Cleo Dahl said."),
)


@dataclass(frozen=True)
class Desk:
    settings: Settings

    def report(self, outlet: str, words: str) -> CorroborationReport:
        (claim,) = list_claims(ClaimFilter(outlet=outlet, text=words), self.settings)
        return build_report(claim.id, self.settings)


@pytest.fixture(scope="module", params=["rules", "auto"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp(f"stories-{request.param}")
    records = [
        {"id": str(number), "outlet": outlet, "date": date, "text": text, "title": ""}
        for number, (outlet, date, text) in enumerate(STORIES)
    ]
    file = folder / "stories.jsonl"
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    settings = Settings(database_url=f"sqlite:///{folder / 'stories.db'}", engine=request.param)
    outcomes = list(ingest_documents([str(file)], GivenMetadata(), settings))
    assert [outcome.error for outcome in outcomes] == [None] * len(STORIES)
    return Desk(settings)


def whys(report: CorroborationReport) -> str:
    return " | ".join(group.why for group in report.origins.groups)


def counts(report: CorroborationReport) -> tuple[int, int, int]:
    return report.outlets, report.origins.min, report.origins.max


def test_one_body_that_three_outlets_name_is_one_origin(desk: Desk) -> None:
    report = desk.report("Harbour Post", "ferry Ingrid")
    assert counts(report) == (3, 1, 1)
    assert report.assessment is Assessment.SINGLE_ORIGIN
    assert "three outlets cite Sandvik Coast Guard" in whys(report)


def test_one_agency_that_two_outlets_credit_is_one_origin(desk: Desk) -> None:
    report = desk.report("Valley Times", "opera house")
    assert counts(report) == (2, 1, 1)
    assert "two outlets cite Reuters" in whys(report)


def test_copied_words_are_one_origin_and_are_shown(desk: Desk) -> None:
    report = desk.report("Quick Digest", "trumpet")
    assert counts(report) == (2, 1, 1)
    assert "Quick Digest and North Wire carry the same words: “Divers searching the flooded quarry" in whys(report)
    (group,) = report.origins.groups
    (passage,) = group.passages
    assert passage.text == TRUMPET.rstrip(".")
    assert passage.a_span.of(TRUMPET) == passage.b_span.of(TRUMPET) == passage.text


def test_two_outlets_of_one_owner_may_be_one_origin(desk: Desk) -> None:
    report = desk.report("NK News", "Tolka")
    assert counts(report) == (2, 1, 2)
    assert report.assessment is Assessment.SINGLE_ORIGIN
    assert report.origins.doubts == ("NK News and NK Pro are both under Korea Risk Group: they may be one origin",)


def test_an_aggregator_that_names_its_source_is_no_origin(desk: Desk) -> None:
    report = desk.report("Daily Scan", "copper mine")
    assert counts(report) == (2, 1, 1)
    assert whys(report) == "Daily Scan cites Reuters; Reuters carries it itself"


def test_people_without_a_name_give_a_range(desk: Desk) -> None:
    report = desk.report("Kommersant", "Arvo Tamm")
    assert counts(report) == (2, 1, 2)
    assert report.assessment is Assessment.SINGLE_ORIGIN
    (doubt,) = report.origins.doubts
    assert doubt.endswith("cited by Kommersant: they may be Liis Kask's own")


def test_two_that_cite_each_other_have_no_known_origin(desk: Desk) -> None:
    report = desk.report("Alpha Post", "Mara Oland")
    assert counts(report) == (2, 1, 1)
    assert report.origins.doubts == ("Alpha Post and Beta Courier cite one another: it is not known who had it first",)
    assert not report.origins.groups[0].certain


def test_one_utterance_is_one_origin_however_the_name_is_spelt(desk: Desk) -> None:
    report = desk.report("Coast Post", "rebuild every single house")
    assert counts(report) == (2, 1, 1)
    assert "quote the same words, as Mohammed Rashidi's and as Muhammad Rashidi's: “We will rebuild" in whys(report)


def test_two_days_are_counted_out_by_origins(desk: Desk) -> None:
    report = desk.report("Courier", "museum")
    assert report.assessment is Assessment.DISPUTED
    (ranking,) = report.rankings
    assert [(value.value, value.origins.min, value.origins.max) for value in ranking.values] == [
        ("2031-05-03", 2, 2),
        ("2031-05-04", 1, 1),
    ]
    assert ranking.standing is Standing.LEADS
    assert [(each.a, each.b) for each in report.conflicts] == [("Courier", "Sentinel")]


def test_a_day_without_an_hour_is_in_no_order_with_an_hour_of_that_day(desk: Desk) -> None:
    report = desk.report("North Wire", "trumpet")
    assert {(entry.outlet, entry.earliest, entry.latest) for entry in report.timeline} == {
        ("North Wire", 1, 2),
        ("Quick Digest", 1, 2),
    }
