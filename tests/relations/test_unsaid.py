"""What only one of two claims says is not confirmed by the other."""

from __future__ import annotations

import pytest
from claims_by_hand import Case, check, claim, compared, parametrized

from provenance.model.relation import Relation, Side

MEET = {"agent": "Olga Ivanova*", "patient": "Per Lind*", "tense": "future", "modality": "plan"}
BARE = claim("Olga Ivanova will meet Per Lind.", "meet", outlet="The Herald", **MEET)
SOON = claim("Olga Ivanova will meet Per Lind soon.", "meet", when="soon=", outlet="The Herald", **MEET)
DATED = claim("Olga Ivanova will meet Per Lind on 25 April.", "meet", when="25 April=2019-04-25", **MEET)
PLACED = claim("Olga Ivanova will meet Per Lind in Tromso.", "meet", where="Tromso/NO", **MEET)
SOLD = {"agent": "Harbour Lines", "patient": "six ferries|ferry"}

CASES = [
    Case("only one names the day", DATED, BARE, "corroborates", "unsaid.day", "narrows"),
    Case("soon is no day", DATED, SOON, "corroborates", "unsaid.day", "narrows"),
    Case("only one names the place", PLACED, BARE, "corroborates", "unsaid.place", "narrows"),
    Case("both name the day", DATED, DATED, "corroborates", "unsaid.day", "silent"),
    Case("neither names anything", BARE, BARE, "corroborates", "unsaid.day", "silent"),
    Case(
        "only one says for how much",
        claim(
            "Harbour Lines sold six ferries for 40 million euros.",
            "sell",
            count="40 million euros=40000000:euro",
            **SOLD,
        ),
        claim("Harbour Lines sold six ferries.", "sell", outlet="The Herald", **SOLD),
        "corroborates|related",
        "unsaid.figure",
        "narrows",
    ),
    Case(
        "the two are no figure",
        BARE,
        claim(
            "The two will meet.",
            "meet",
            agent="The two|two",
            patient="Per Lind*",
            count="two=2:",
            tense="future",
            modality="plan",
            outlet="The Herald",
        ),
        "corroborates|related",
        "unsaid.figure",
        "silent",
    ),
    Case(
        "another story names a day",
        DATED,
        claim("The ferry to Svalbard was late.", "be", agent="The ferry|ferry"),
        "unrelated",
        "unsaid.day",
        "silent",
    ),
    Case(
        "a denial leaves nothing open",
        DATED,
        claim("Olga Ivanova will not meet Per Lind.", "meet", negative=True, **MEET),
        "contradicts",
        "unsaid.day",
        "silent",
    ),
]


@parametrized(CASES)
def test_what_only_one_side_says(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(("other", "leaves_open"), [(BARE, True), (SOON, True), (PLACED, True), (DATED, False)])
def test_who_leaves_the_day_open_does_not_confirm_it(other, leaves_open) -> None:
    relation = Relation(DATED, other, compared(DATED, other))
    assert relation.leaves_open(DATED.id) is leaves_open


def test_the_precise_one_confirms_the_vague_one() -> None:
    assert compared(BARE, DATED).narrower is Side.B
    assert not Relation(BARE, DATED, compared(BARE, DATED)).leaves_open(BARE.id)
