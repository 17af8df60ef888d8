"""Claims that share a verb, or a verb and its doer, and say nothing of one another."""

from __future__ import annotations

from claims_by_hand import Case, check, claim, parametrized

PRESENT = {"tense": "present"}

CASES = [
    Case(
        "two people who have a lot",
        claim("We have a lot to do.", "have", agent="We", patient="a lot|lot", **PRESENT),
        claim("She has a lot of friends.", "have", agent="She", patient="a lot of friends|lot", outlet="B", **PRESENT),
        "related|unrelated",
    ),
    Case(
        "a part of a sentence is a part of many",
        claim("Some villagers want.", "want", agent="Some villagers|villager", **PRESENT),
        claim(
            "Villagers want access to the harbour's accounts.",
            "want",
            agent="Villagers|villager",
            patient="access",
            outlet="B",
            **PRESENT,
        ),
        "related|unrelated",
    ),
    Case(
        "one man declares two things",
        claim("Per Lind declared his candidacy.", "declare", agent="Per Lind*", patient="his candidacy|candidacy"),
        claim(
            "Per Lind declared an emergency.",
            "declare",
            agent="Per Lind*",
            patient="an emergency|emergency",
            outlet="B",
        ),
        "related|unrelated",
    ),
    Case(
        "the same, long ago and now",
        claim("Arland won the cup.", "win", agent="Arland", patient="the cup|cup", published="2021-05-03"),
        claim(
            "Arland won the cup in 2010.",
            "win",
            agent="Arland",
            patient="the cup|cup",
            when="in 2010=2010-01-01..2010-12-31",
            outlet="B",
        ),
        "related|unrelated",
    ),
    Case(
        "one resignation in few words and in many",
        claim("Per Lind resigned.", "resign", agent="Per Lind*"),
        claim(
            "Per Lind resigned after a quarrel over the harbour's accounts.", "resign", agent="Per Lind*", outlet="B"
        ),
        "corroborates",
        "what.deed",
        "agrees",
    ),
    Case(
        "one quotation with a pronoun for its subject",
        claim(
            "It is going to be completely useless to the harbour.", "be", agent="It", source="Per Lind*", quoted=True
        ),
        claim(
            "It is going to be completely useless to the harbour.",
            "be",
            agent="It",
            source="Per Lind*",
            quoted=True,
            outlet="B",
        ),
        "corroborates",
        "what.wording",
        "agrees",
    ),
]


@parametrized(CASES)
def test_what_two_claims_have_in_common(case: Case) -> None:
    check(case)
