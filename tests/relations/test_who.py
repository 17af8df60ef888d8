from __future__ import annotations

from claims_by_hand import Case, check, claim, parametrized

RULE = "who.agent"

CASES = [
    Case(
        "one seat, two winners",
        claim(
            "Ana Ruiz won the election in Porto.",
            "win",
            agent="Ana Ruiz*",
            patient="the election in Porto|election",
            where="Porto/PT",
        ),
        claim(
            "Carlos Braga won the election in Porto.",
            "win",
            agent="Carlos Braga*",
            patient="the election in Porto|election",
            where="Porto/PT",
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "one company, two buyers",
        claim(
            "Halden Shipping bought the Orla shipyard.",
            "buy",
            agent="Halden Shipping",
            patient="the Orla shipyard|shipyard",
        ),
        claim(
            "Norvik Group bought the Orla shipyard.", "buy", agent="Norvik Group", patient="the Orla shipyard|shipyard"
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "a family name is the same man",
        claim(
            "Ana Ruiz won the election in Porto.", "win", agent="Ana Ruiz*", patient="the election in Porto|election"
        ),
        claim("Ruiz won the election in Porto.", "win", agent="Ruiz*", patient="the election in Porto|election"),
        "corroborates",
        RULE,
        "agrees",
    ),
    Case(
        "a description may be the man",
        claim(
            "Ana Ruiz won the election in Porto.", "win", agent="Ana Ruiz*", patient="the election in Porto|election"
        ),
        claim(
            "The challenger won the election in Porto.",
            "win",
            agent="the challenger|challenger",
            patient="the election in Porto|election",
        ),
        "corroborates|related",
        RULE,
        "silent",
    ),
    Case(
        "two elections",
        claim(
            "Ana Ruiz won the election in Porto.", "win", agent="Ana Ruiz*", patient="the election in Porto|election"
        ),
        claim(
            "Carlos Braga won the election in Lisbon.",
            "win",
            agent="Carlos Braga*",
            patient="the election in Lisbon|election",
        ),
        "related|unrelated",
        RULE,
        "abstains",
    ),
    Case(
        "North and South Korea can both test missiles",
        claim("North Korea launched a missile.", "launch", agent="North Korea", patient="missile"),
        claim("South Korea launched a missile.", "launch", agent="South Korea", patient="missile"),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "a minister and a deputy minister",
        claim(
            "The foreign minister of Arland arrived in Geneva.",
            "arrive",
            agent="foreign minister|minister",
            who="Arland",
            where="Geneva/CH",
        ),
        claim(
            "The deputy minister of Arland arrived in Geneva.",
            "arrive",
            agent="deputy minister|deputy minister",
            who="Arland",
            where="Geneva/CH",
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "both can have criticised it",
        claim("Ana Ruiz criticised the budget.", "criticise", agent="Ana Ruiz*", patient="budget"),
        claim("Carlos Braga criticised the budget.", "criticise", agent="Carlos Braga*", patient="budget"),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "who shot the officer",
        claim("Deputy Karl Weiss shot Omar Haddad.", "shoot", agent="Karl Weiss*", patient="Omar Haddad*"),
        claim("Officer Jan Novak shot Omar Haddad.", "shoot", agent="Jan Novak*", patient="Omar Haddad*"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "one may win the plan, the other won the fact",
        claim(
            "Carlos Braga will win the election in Porto.",
            "win",
            agent="Carlos Braga*",
            patient="the election in Porto|election",
            modality="prediction",
        ),
        claim(
            "Ana Ruiz won the election in Porto.", "win", agent="Ana Ruiz*", patient="the election in Porto|election"
        ),
        "related",
        RULE,
        "abstains",
    ),
]


@parametrized(CASES)
def test_participants(case: Case) -> None:
    check(case)
