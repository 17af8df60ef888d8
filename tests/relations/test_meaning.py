"""An encoder as one witness: it speaks for long sentences only, and never against a slot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims_by_hand import claim

from provenance.matching import similarity
from provenance.model.claim import SourcedClaim
from provenance.model.relation import Comparison
from provenance.relations import compare
from provenance.services.meaning import Meanings, similarity_of

ONE = claim(
    "Engineers of the northern railway reopened the flooded Torvik tunnel after pumping water for nine days.",
    "reopen",
    agent="engineers of the northern railway|engineer",
    patient="the flooded Torvik tunnel|tunnel",
    who="Torvik",
)
OTHER = claim(
    "The Torvik tunnel, flooded in the storm, is open to trains again, the northern railway said after nine days.",
    "be",
    agent="the Torvik tunnel|tunnel",
    theme="open",
    tense="present",
    who="Torvik",
)
DENIED = claim(
    "Engineers of the northern railway have not reopened the flooded Torvik tunnel after pumping water for nine days.",
    "reopen",
    agent="engineers of the northern railway|engineer",
    patient="the flooded Torvik tunnel|tunnel",
    who="Torvik",
    negative=True,
)


def _compared(a: SourcedClaim, b: SourcedClaim, likeness: float | None, length: float = 9.0) -> Comparison:
    return compare(a, b, replace(similarity(a, b), meaning=likeness, length=length))


def _rules(comparison: Comparison) -> set[str]:
    return {finding.rule for finding in comparison.findings}


def test_long_sentences_that_mean_the_same_corroborate() -> None:
    comparison = _compared(ONE, OTHER, 0.95)
    assert comparison.kind.value == "corroborates"
    assert "what.meaning" in _rules(comparison)
    assert _compared(OTHER, ONE, 0.95).kind is comparison.kind


@pytest.mark.parametrize(("likeness", "length"), [(None, 9.0), (0.95, 3.0), (0.1, 9.0)])
def test_nothing_is_said_without_an_encoder_of_short_sentences_or_of_other_matters(
    likeness: float | None, length: float
) -> None:
    assert "what.meaning" not in _rules(_compared(ONE, OTHER, likeness, length))


def test_a_denial_is_no_agreement_however_alike_the_two_are() -> None:
    comparison = _compared(ONE, DENIED, 0.99)
    assert comparison.kind.value not in ("corroborates", "refines")
    assert "what.meaning" not in _rules(comparison)


def test_more_likeness_is_never_less_likely_the_same() -> None:
    chances = [_compared(ONE, OTHER, likeness / 10).probabilities.same for likeness in range(11)]
    assert chances == sorted(chances)


def test_without_an_encoder_likeness_is_not_known() -> None:
    assert Meanings(None).likeness("one", "two") is None
    assert similarity_of(None, "one", "two")(ONE, OTHER).meaning is None
