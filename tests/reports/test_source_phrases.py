"""What is told of a source beside its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.claim import SourcedClaim
from provenance.model.report import CorroborationReport
from provenance.model.source import Count, Hop, PersonKind, SourceKind
from provenance.reports.account import claim_facts
from provenance.reports.listings import CLAIMS
from provenance.reports.phrases import source_phrase
from provenance.reports.screen import PLAIN, Screen
from provenance.reports.tables import TableFormat, render_rows

OFFICIALS = Hop(
    None,
    SourceKind.ANONYMOUS,
    anonymous=True,
    count=Count(2, 2),
    role="two officials",
    close_to="the talks",
    anonymity="on condition of anonymity",
    unnamed_because="they were not authorized to speak",
    what=PersonKind.OFFICIAL,
)
HOLM = Hop("Ida Holm", SourceKind.PERSON)


@pytest.mark.parametrize(
    ("hop", "told"),
    [
        (
            OFFICIALS,
            "two officials close to the talks (unnamed, 2 people, first-hand: not said, "
            "on condition of anonymity: they were not authorized to speak)",
        ),
        (
            replace(OFFICIALS, unnamed_because=None, first_hand=False, close_to=None),
            "two officials (unnamed, 2 people, first-hand: no, on condition of anonymity, no reason given)",
        ),
        (
            replace(OFFICIALS, role="two people", anonymity=None, affiliation="Treasury", first_hand=True),
            "two people close to the talks (unnamed, official, Treasury, 2 people, first-hand: yes, "
            "not named: they were not authorized to speak)",
        ),
        (
            replace(HOLM, office="special representative", affiliation="U.S."),
            "Ida Holm (person, special representative, U.S.)",
        ),
        (replace(HOLM, platform="Telegram"), "Ida Holm (person, on Telegram)"),
        (replace(HOLM, first_hand=True), "Ida Holm (person, first-hand: yes)"),
        (HOLM, None),
    ],
)
def test_a_source_is_told_with_what_is_known_of_it(hop: Hop, told: str | None) -> None:
    assert source_phrase(hop) == told


@pytest.fixture
def claim(harbour_claim: SourcedClaim) -> SourcedClaim:
    attribution = harbour_claim.attribution
    return replace(harbour_claim, attribution=replace(attribution, chain=(attribution.chain[0], OFFICIALS)))


def test_facts_tell_of_every_step_that_more_is_known_of(claim: SourcedClaim) -> None:
    assert [fact.text for fact in claim_facts(claim) if fact.label == "source"] == [source_phrase(OFFICIALS)]


def test_a_list_tells_of_the_source_where_there_is_room(claim: SourcedClaim) -> None:
    narrow = "".join(render_rows(CLAIMS, [claim], TableFormat.TABLE, Screen(80)))
    assert all(len(line) <= 80 for line in narrow.splitlines())
    assert "first-hand" not in narrow.replace("\n", " ")
    for form, screen in ((TableFormat.CSV, PLAIN), (TableFormat.MARKDOWN, PLAIN), (TableFormat.TABLE, Screen(400))):
        assert "first-hand" in "".join(render_rows(CLAIMS, [claim], form, screen))


def test_a_report_tells_who_is_behind_what_agrees(ferry_report: CorroborationReport) -> None:
    from provenance.reports.terminal import TERMINAL

    assert "source: two people close to the shipyard (unnamed, 2 people" in TERMINAL.render(ferry_report, PLAIN)
