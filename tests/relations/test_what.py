from __future__ import annotations

from claims_by_hand import Case, check, claim, parametrized

RULE = "what.opposite"

CASES = [
    Case(
        "approved and rejected",
        claim(
            "The parliament of Arland approved the budget.",
            "approve",
            agent="parliament",
            patient="budget",
            who="Arland",
        ),
        claim(
            "The parliament of Arland rejected the budget.",
            "reject",
            agent="parliament",
            patient="budget",
            who="Arland",
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "won and lost",
        claim(
            "The Green Union won the election in Norland.",
            "win",
            agent="Green Union",
            patient="election",
            who="Norland",
        ),
        claim(
            "The Green Union lost the election in Norland.",
            "lose",
            agent="Green Union",
            patient="election",
            who="Norland",
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "convicted and acquitted",
        claim("The court convicted Olga Petrova of fraud.", "convict", agent="court", patient="Olga Petrova*"),
        claim("The court acquitted Olga Petrova of fraud.", "acquit", agent="court", patient="Olga Petrova*"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "rose and fell in one month",
        claim(
            "Exports of Norland rose in May.",
            "rise",
            agent="exports|export",
            who="Norland",
            when="in May=2021-05-01..2021-05-31",
        ),
        claim(
            "Exports of Norland fell in May.",
            "fall",
            agent="exports|export",
            who="Norland",
            when="in May=2021-05-01..2021-05-31",
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "rose in May and fell in June",
        claim(
            "Exports of Norland rose in May.",
            "rise",
            agent="exports|export",
            who="Norland",
            when="in May=2021-05-01..2021-05-31",
        ),
        claim(
            "Exports of Norland fell in June.",
            "fall",
            agent="exports|export",
            who="Norland",
            when="in June=2021-06-01..2021-06-30",
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "arrested, and released in turn",
        claim("Police arrested the editor Jan Novak.", "arrest", agent="police", patient="Jan Novak*"),
        claim("Police released the editor Jan Novak.", "release", agent="police", patient="Jan Novak*"),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "approved one bill, rejected another",
        claim(
            "The parliament of Arland approved the fishing bill.",
            "approve",
            agent="parliament",
            patient="fishing bill",
            who="Arland",
        ),
        claim(
            "The parliament of Arland rejected the pension bill.",
            "reject",
            agent="parliament",
            patient="pension bill",
            who="Arland",
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "one approves, the other rejects: a quarrel",
        claim(
            "The senate approved the budget of Arland.", "approve", agent="senate", patient="budget of Arland|budget"
        ),
        claim(
            "The president rejected the budget of Arland.",
            "reject",
            agent="president",
            patient="budget of Arland|budget",
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "did not approve is not a contradiction of rejected",
        claim(
            "The parliament of Arland did not approve the budget.",
            "approve",
            agent="parliament",
            patient="budget",
            who="Arland",
            negative=True,
        ),
        claim(
            "The parliament of Arland rejected the budget.",
            "reject",
            agent="parliament",
            patient="budget",
            who="Arland",
        ),
        "related|corroborates",
        RULE,
        "abstains",
    ),
    Case(
        "a plan to approve and a rejection later",
        claim(
            "The parliament of Arland will approve the budget.",
            "approve",
            agent="parliament",
            patient="budget",
            who="Arland",
            modality="plan",
            tense="future",
        ),
        claim(
            "The parliament of Arland rejected the budget.",
            "reject",
            agent="parliament",
            patient="budget",
            who="Arland",
        ),
        "related|updates",
        RULE,
        "abstains",
    ),
    Case(
        "a synonym is the same deed",
        claim(
            "Police detained the editor Jan Novak in Halle.",
            "detain",
            agent="police",
            patient="Jan Novak*",
            where="Halle/DE",
        ),
        claim(
            "Jan Novak was arrested by police in Halle.",
            "arrest",
            agent="police",
            patient="Jan Novak*",
            where="Halle/DE",
        ),
        "corroborates",
        "what.deed",
        "agrees",
    ),
    Case(
        "another deed of the same people",
        claim("Kim Jong Un praised Vladimir Putin.", "praise", agent="Kim Jong Un*", patient="Vladimir Putin*"),
        claim("Kim Jong Un telephoned Vladimir Putin.", "telephone", agent="Kim Jong Un*", patient="Vladimir Putin*"),
        "related",
        "what.deed",
        "silent",
    ),
    Case(
        "nothing in common",
        claim("Wheat prices fell in Chicago.", "fall", agent="wheat prices|price", where="Chicago/US"),
        claim("The choir of Elmouth sang for the queen.", "sing", agent="choir", who="Elmouth"),
        "unrelated",
        "what.deed",
        "silent",
    ),
]


@parametrized(CASES)
def test_deeds(case: Case) -> None:
    check(case)
