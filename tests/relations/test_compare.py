from __future__ import annotations

from itertools import combinations

import pytest
from claims_by_hand import Case, claim, compared
from test_attribution import CASES as ATTRIBUTION
from test_modality import CASES as MODALITY
from test_polarity import CASES as POLARITY
from test_quantity import CASES as QUANTITY
from test_what import CASES as WHAT
from test_when import CASES as WHEN
from test_where import CASES as WHERE
from test_who import CASES as WHO

from provenance.model.relation import Probabilities, RelationKind, Side, Verdict
from provenance.relations import RULES, explanation_of, strength, strongest

TABLES: dict[str, list[Case]] = {
    "when": WHEN,
    "where": WHERE,
    "quantity": QUANTITY,
    "polarity": POLARITY,
    "modality": MODALITY,
    "who": WHO,
    "what": WHAT,
    "attribution": ATTRIBUTION,
}
ALL = [case for cases in TABLES.values() for case in cases]


@pytest.mark.parametrize("slot", TABLES)
def test_every_slot_has_a_contradiction_a_look_alike_and_an_abstention(slot: str) -> None:
    cases = TABLES[slot]
    assert any(case.relation == "contradicts" for case in cases)
    assert any("contradicts" not in case.relation for case in cases)
    assert any(case.verdict == "abstains" for case in cases)


def test_the_tables_hold_more_than_a_hundred_pairs() -> None:
    assert len(ALL) > 100


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_explains_itself_to_the_reader_of_a_report(rule: object) -> None:
    name = f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"  # type: ignore[attr-defined]
    told = explanation_of(name)
    assert told is not None
    assert len(told) > 60
    assert "\n" not in told


def test_an_unknown_rule_has_no_explanation() -> None:
    assert explanation_of("when.guess") is None


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_verdict_is_explained_and_never_certain(case: Case) -> None:
    comparison = compared(case.a, case.b)
    chances = comparison.probabilities
    assert 0 <= comparison.score < 1
    assert chances.same + chances.contradict + chances.neither == pytest.approx(1)
    assert all(0 < chance < 1 for chance in (chances.same, chances.contradict, chances.neither))
    for finding in comparison.findings:
        assert explanation_of(finding.rule), finding.rule
        assert finding.left
        assert finding.right
        assert finding.detail
    if comparison.kind is RelationKind.CONTRADICTS:
        assert comparison.conflicting_slots()
        assert chances.contradict > chances.same


@pytest.mark.parametrize("case", ALL, ids=str)
def test_turned_round_the_sides_change_and_nothing_else(case: Case) -> None:
    forth, back = compared(case.a, case.b), compared(case.b, case.a)
    turned = {Side.A: Side.B, Side.B: Side.A, None: None}
    assert turned[forth.narrower] is back.narrower
    assert sorted((f.rule, f.verdict, f.score) for f in forth.findings) == sorted(
        (f.rule, f.verdict, f.score) for f in back.findings
    )


def test_claims_of_different_stories_never_contradict() -> None:
    """Each claim of a table against those of another: other people, other events."""
    firsts = [(slot, case.a) for slot, cases in TABLES.items() for case in cases]
    alarms = [
        (one.text, other.text)
        for (slot, one), (another, other) in combinations(firsts, 2)
        if slot != another
        and not {w.name for w in one.frame.who} & {w.name for w in other.frame.who}
        and compared(one, other).kind is RelationKind.CONTRADICTS
    ]
    assert alarms == []


def test_the_more_precise_side_is_named() -> None:
    day = claim("Ana Ruiz died on 9 March.", "die", agent="Ana Ruiz*", when="on 9 March=2021-03-09")
    month = claim("Ana Ruiz died in March.", "die", agent="Ana Ruiz*", when="in March=2021-03-01..2021-03-31")
    assert compared(day, month).narrower is Side.A
    assert compared(month, day).narrower is Side.B


def test_the_later_side_of_an_update_is_named() -> None:
    first = claim(
        "The quake killed 12 people in Torvik.",
        "kill",
        agent="quake",
        patient="12 people|person",
        count="12=12:person",
        who="Torvik",
        published="2021-03-01",
    )
    second = claim(
        "The quake killed 31 people in Torvik.",
        "kill",
        agent="quake",
        patient="31 people|person",
        count="31=31:person",
        who="Torvik",
        published="2021-03-04",
    )
    assert compared(first, second).narrower is Side.B
    assert compared(second, first).narrower is Side.A


def test_more_in_common_scores_higher() -> None:
    base = claim(
        "The storm cut power to the port of Elmouth on Monday night.",
        "cut",
        agent="storm",
        patient="power",
        who="Elmouth",
    )
    near = claim(
        "The storm cut power to the port of Elmouth late on Monday.",
        "cut",
        agent="storm",
        patient="power",
        who="Elmouth",
        outlet="The Gazette",
    )
    far = claim(
        "The storm cut the power line of Elmouth and two villages.",
        "cut",
        agent="storm",
        patient="power line|line",
        who="Elmouth",
        outlet="The Gazette",
    )
    assert compared(base, near).probabilities.same > compared(base, far).probabilities.same


def test_the_strongest_relation_is_chosen_by_kind_then_by_score() -> None:
    found = [compared(case.a, case.b) for case in ALL]
    best = strongest(found)
    assert best is not None
    assert best.kind is RelationKind.CONTRADICTS
    assert best.score == max(c.score for c in found if c.kind is RelationKind.CONTRADICTS)
    assert strongest([]) is None
    assert strength(best) == max(map(strength, found))


def test_equal_claims_of_two_outlets_corroborate() -> None:
    text = "The ferry Orla sank near Oslo on Friday."
    slots = {"do": "sink", "agent": "ferry Orla", "who": "Orla", "where": "Oslo/NO", "when": "on Friday=2021-10-01"}
    comparison = compared(claim(text, **slots), claim(text, outlet="The Gazette", **slots))
    assert comparison.kind is RelationKind.CORROBORATES
    assert comparison.score > 0.8
    assert isinstance(comparison.probabilities, Probabilities)


def test_a_claim_without_slots_is_judged_by_its_words_alone() -> None:
    same = compared(
        claim("Harvest festival draws crowds to Elmouth."),
        claim("Harvest festival draws crowds to Elmouth.", outlet="The Gazette"),
    )
    other = compared(
        claim("Harvest festival draws crowds to Elmouth."), claim("Trams stood still.", outlet="The Gazette")
    )
    assert same.kind is RelationKind.CORROBORATES
    assert other.kind is RelationKind.UNRELATED
    assert not any(f.verdict is Verdict.CONFLICTS for f in (*same.findings, *other.findings))
