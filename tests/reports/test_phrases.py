"""What a claim is called where a person reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.attribution import Stance
from provenance.model.claim import SourcedClaim
from provenance.model.report import CorroborationReport
from provenance.reports.phrases import claim_phrase


def with_stance(claim: SourcedClaim, stance: Stance) -> SourcedClaim:
    return replace(claim, attribution=replace(claim.attribution, stance=stance))


@pytest.mark.parametrize(("stance", "word"), [(Stance.DENIES, "denied: "), (Stance.DOUBTS, "doubted: ")])
def test_what_is_denied_is_not_shown_as_said(ferry_report: CorroborationReport, stance: Stance, word: str) -> None:
    claim = with_stance(ferry_report.claim, stance)
    assert claim_phrase(claim) == word + claim.text


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.CONFIRMS, Stance.PLANS])
def test_what_is_said_needs_no_word(ferry_report: CorroborationReport, stance: Stance) -> None:
    claim = with_stance(ferry_report.claim, stance)
    assert claim_phrase(claim) == claim.text
