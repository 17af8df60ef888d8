"""What is said of somebody in passing: ages, years of service, children."""

from __future__ import annotations

import pytest
from claims_by_hand import Case, check, claim, parametrized

CASES = [
    Case(
        "one chapel, two ages",
        claim("The 140-year-old Saint Brannoc chapel burned.", "burn", agent="Saint Brannoc", who="Saint Brannoc"),
        claim("Fire razed the 210-year-old Saint Brannoc chapel.", "raze", agent="fire", who="Saint Brannoc"),
        "contradicts",
        "described.figure",
        "conflicts",
    ),
    Case(
        "one officer, two lengths of service",
        claim("Lena Ortwin, a 12-year veteran, steered the boat.", "steer", agent="Lena Ortwin*", patient="the boat"),
        claim("Lena Ortwin had served for 20 years.", "serve", agent="Lena Ortwin*"),
        "contradicts",
        "described.figure",
        "conflicts",
    ),
    Case(
        "a birthday lies between the two",
        claim("Piet Laan, 34, was freed.", "free", patient="Piet Laan*"),
        claim("Piet Laan, 35, was freed.", "free", patient="Piet Laan*"),
        "related|corroborates",
        "described.figure",
        "silent",
    ),
    Case(
        "nearly 200 is not contradicted by 196",
        claim("The nearly 200-year-old Orla mill closed.", "close", agent="Orla mill", who="Orla"),
        claim("The 196-year-old Orla mill closed.", "close", agent="Orla mill", who="Orla"),
        "related|corroborates|refines",
        "described.figure",
        "silent",
    ),
    Case(
        "two people of one name",
        claim("Anna Keller, 29, won the downhill race.", "win", agent="Anna Keller*", patient="the downhill race"),
        claim("Anna Keller, 54, joined the bank.", "join", agent="Anna Keller*", patient="the bank"),
        "related",
        "described.figure",
        "abstains",
    ),
]


@parametrized(CASES)
def test_descriptions_are_compared(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("years", ["1900", "2023"])
def test_a_year_is_no_age(years: str) -> None:
    one = claim(f"Ana Ruiz, {years}, oil on canvas.", who="Ana Ruiz*")
    other = claim("Ana Ruiz, 44, was heard.", "hear", patient="Ana Ruiz*")
    check(Case("a year", one, other, "related|unrelated", "described.figure", "silent"))
