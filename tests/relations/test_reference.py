"""Over which period, against which base, in which scope a figure is given."""

from __future__ import annotations

import pytest
from claims_by_hand import claim

from provenance.relations.reference import is_narrowed, of_other_reference
from provenance.relations.statement import statement_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Exports rose 4 percent in the first quarter.", "Exports rose 9 percent in the second quarter."),
        ("Prices rose 1 percent from the month before.", "Prices rose 5 percent from the year before."),
        ("The bank earned $3 million a day.", "The bank earned $1 billion."),
        ("The fund grew 8 percent before inflation.", "The fund grew 3 percent after inflation."),
        ("Turnout in the capital was 48 percent.", "Turnout in the country was 61 percent."),
    ],
)
def test_figures_of_two_references_are_told_apart(one: str, other: str) -> None:
    assert of_other_reference(statement_of(claim(one)), statement_of(claim(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Exports rose 4 percent in the first quarter.", "Exports rose 9 percent."),
        ("The bank paid $3 million.", "The bank paid $5 million a year ago."),
        ("Turnout in the capital was 48 percent.", "In the capital, turnout was 61 percent."),
    ],
)
def test_what_only_one_side_says_tells_nothing_apart(one: str, other: str) -> None:
    assert of_other_reference(statement_of(claim(one)), statement_of(claim(other))) is None


def test_a_day_of_a_battle_is_a_part_of_it() -> None:
    day = statement_of(claim("The army lost seven tanks on the first day of the battle."))
    battle = statement_of(claim("The army lost 40 tanks in the battle."))
    assert is_narrowed(day, battle)
    assert not is_narrowed(battle, day)
