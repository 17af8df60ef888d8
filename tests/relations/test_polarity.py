from __future__ import annotations

from claims_by_hand import Case, check, claim, parametrized

PLAN = {"modality": "plan", "tense": "future"}
RULE = "polarity.denial"

CASES = [
    Case(
        "a plan and its denial by a source",
        claim(
            "Kim Jong Un will go to Russia.",
            "go",
            agent="Kim Jong Un*",
            where="Russia/RU",
            source="the Kremlin",
            **PLAN,
        ),
        claim("Kim would go to Russia.", "go", agent="Kim*", where="Russia/RU", source="KCNA", stance="denies", **PLAN),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "a denial whose would reads like a condition",
        claim("Kim Jong Un will go to Russia.", "go", agent="Kim Jong Un*", where="Russia/RU", **PLAN),
        claim(
            "Kim would go to Russia.",
            "go",
            agent="Kim*",
            where="Russia/RU",
            source="KCNA",
            stance="denies",
            modality="hypothetical",
            tense=None,
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "did and did not",
        claim("Minister Olga Petrova signed the gas contract.", "sign", agent="Olga Petrova*", patient="gas contract"),
        claim(
            "Olga Petrova did not sign the gas contract.",
            "sign",
            agent="Olga Petrova*",
            patient="gas contract",
            negative=True,
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "a denial of a denial affirms",
        claim(
            "Arland did not fire on the convoy.",
            "fire",
            agent="Arland",
            theme="convoy",
            negative=True,
            source="Berria",
            stance="denies",
        ),
        claim("Arland fired on the convoy.", "fire", agent="Arland", theme="convoy"),
        "corroborates",
        RULE,
        "silent",
    ),
    Case(
        "both deny",
        claim("The bank was hacked.", "hack", patient="bank", source="the ministry", stance="denies"),
        claim("The bank was not hacked.", "hack", patient="bank", negative=True),
        "corroborates",
        RULE,
        "silent",
    ),
    Case(
        "not in April leaves May open",
        claim("Kim Jong Un will visit Russia.", "visit", agent="Kim Jong Un*", patient="Russia", **PLAN),
        claim(
            "Kim Jong Un will not visit Russia in April.",
            "visit",
            agent="Kim Jong Un*",
            patient="Russia",
            when="in April=2019-04-01..2019-04-30",
            negative=True,
            **PLAN,
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "another treaty was not signed",
        claim("Arland signed the fishing treaty.", "sign", agent="Arland", patient="fishing treaty"),
        claim(
            "Arland did not sign the nuclear treaty.", "sign", agent="Arland", patient="nuclear treaty", negative=True
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "others did not",
        claim("Arland recalled the ambassador.", "recall", agent="Arland", patient="ambassador"),
        claim("Berria did not recall the ambassador.", "recall", agent="Berria", patient="ambassador", negative=True),
        "related|unrelated",
        RULE,
        "abstains",
    ),
    Case(
        "a possibility and a denial",
        claim("The factory in Elmouth may close.", "close", agent="factory", who="Elmouth", modality="possibility"),
        claim("The factory in Elmouth will not close.", "close", agent="factory", who="Elmouth", negative=True, **PLAN),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "a question is no claim",
        claim("The factory in Elmouth will close.", "close", agent="factory", who="Elmouth", **PLAN),
        claim(
            "Whether the factory in Elmouth will not close.",
            "close",
            agent="factory",
            who="Elmouth",
            negative=True,
            modality="question",
        ),
        "related",
        RULE,
        "silent",
    ),
    Case(
        "a demand not to",
        claim("Arland fired on the convoy.", "fire", agent="Arland", theme="convoy"),
        claim(
            "Arland must not fire on the convoy.",
            "fire",
            agent="Arland",
            theme="convoy",
            negative=True,
            modality="demand",
        ),
        "related",
        RULE,
        "silent",
    ),
    Case(
        "the day differs between deed and denial",
        claim(
            "Rebels attacked the airport on Monday.",
            "attack",
            agent="rebels|rebel",
            patient="airport",
            when="on Monday=2021-06-07",
        ),
        claim(
            "Rebels did not attack the airport on Friday.",
            "attack",
            agent="rebels|rebel",
            patient="airport",
            when="on Friday=2021-06-11",
            negative=True,
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "a plan that was not carried out is no contradiction",
        claim(
            "Kim Jong Un will visit Seoul.",
            "visit",
            agent="Kim Jong Un*",
            patient="Seoul",
            published="2018-11-01",
            **PLAN,
        ),
        claim(
            "Kim Jong Un did not visit Seoul.",
            "visit",
            agent="Kim Jong Un*",
            patient="Seoul",
            negative=True,
            published="2018-12-31",
        ),
        "updates",
        RULE,
        "abstains",
    ),
    Case(
        "North and South Korea: others",
        claim(
            "North Korea attended the talks in Geneva.",
            "attend",
            agent="North Korea",
            patient="talks|talk",
            where="Geneva/CH",
        ),
        claim(
            "South Korea did not attend the talks in Geneva.",
            "attend",
            agent="South Korea",
            patient="talks|talk",
            where="Geneva/CH",
            negative=True,
        ),
        "related",
        RULE,
        "abstains",
    ),
    Case(
        "a source in the text denied, own voice affirms",
        claim(
            "The mayor took bribes from the builder.", "take", agent="mayor", patient="bribes|bribe", theme="builder"
        ),
        claim(
            "The mayor took bribes from the builder.",
            "take",
            agent="mayor",
            patient="bribes|bribe",
            theme="builder",
            source="the mayor's lawyer",
            stance="denies",
            outlet="The Gazette",
        ),
        "contradicts",
        RULE,
        "conflicts",
    ),
]


@parametrized(CASES)
def test_denials(case: Case) -> None:
    check(case)
