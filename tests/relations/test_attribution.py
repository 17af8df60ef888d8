from __future__ import annotations

from claims_by_hand import Case, check, claim, parametrized

WORDS = "Regrettably it is now clear that the harbour will not open before the winter storms arrive."
NOT_CLEAR = "Regrettably it is not now clear that the harbour will not open before the winter storms arrive."
HARBOUR = {"do": "be", "agent": "harbour", "quoted": True}

CASES = [
    Case(
        "the same words of the same man",
        claim(WORDS, source="Jan Novak*", **HARBOUR),
        claim(WORDS, source="Jan Novak*", outlet="The Gazette", **HARBOUR),
        "corroborates",
        "attribution.quotation",
        "agrees",
    ),
    Case(
        "the same words of two people",
        claim(WORDS, source="Jan Novak*", **HARBOUR),
        claim(WORDS, source="Ana Ruiz*", outlet="The Gazette", **HARBOUR),
        "contradicts",
        "attribution.quotation",
        "conflicts",
    ),
    Case(
        "a ministry and a person may be one voice",
        claim(WORDS, source="the harbour ministry", **HARBOUR),
        claim(WORDS, source="Ana Ruiz*", outlet="The Gazette", **HARBOUR),
        "corroborates",
        "attribution.quotation",
        "silent",
    ),
    Case(
        "one quotation has a not that the other lacks",
        claim(WORDS, source="Jan Novak*", **HARBOUR),
        claim(NOT_CLEAR, source="Jan Novak*", outlet="The Gazette", negative=True, **HARBOUR),
        "contradicts",
        "attribution.quotation",
        "conflicts",
    ),
    Case(
        "a short phrase is common property",
        claim("This is a new dawn.", "be", source="Jan Novak*", quoted=True),
        claim("This is a new dawn.", "be", source="Ana Ruiz*", quoted=True, outlet="The Gazette"),
        "corroborates|related",
        "attribution.quotation",
        "silent",
    ),
    Case(
        "a silence contradicts nothing",
        claim("The harbour will open in May.", "open", agent="harbour", modality="plan", tense="future"),
        claim(
            "The harbour will open in May.",
            "open",
            agent="harbour",
            source="the harbour ministry",
            stance="declines",
            modality="plan",
        ),
        "related",
        "attribution.silence",
        "abstains",
    ),
    Case(
        "a doubt is no denial",
        claim("The harbour will open in May.", "open", agent="harbour", modality="plan", tense="future"),
        claim(
            "The harbour will open in May.",
            "open",
            agent="harbour",
            source="Jan Novak*",
            stance="doubts",
            modality="plan",
        ),
        "related",
        "attribution.silence",
        "abstains",
    ),
    Case(
        "who has not announced one thing may have announced another",
        claim(
            "Arland Lines announced the sale.",
            "announce",
            agent="Arland Lines",
            patient="the sale",
            source="Arland Lines",
        ),
        claim(
            "Arland Lines has not announced a closure.",
            "announce",
            agent="Arland Lines",
            patient="a closure",
            negative=True,
            outlet="The Gazette",
        ),
        "related|unrelated",
        "attribution.disowned",
        "silent",
    ),
    Case(
        "he says that he never said so",
        claim(
            "The harbour workers are lazy.", "be", agent="harbour workers|worker", source="Jan Novak*", tense="present"
        ),
        claim(
            "Jan Novak never said that the harbour workers are lazy.",
            "say",
            agent="Jan Novak*",
            theme="harbour workers are lazy|lazy",
            negative=True,
        ),
        "contradicts",
        "attribution.disowned",
        "conflicts",
    ),
    Case(
        "another man says that he never said so",
        claim(
            "The harbour workers are lazy.", "be", agent="harbour workers|worker", source="Jan Novak*", tense="present"
        ),
        claim(
            "Carlos Braga never said that the harbour workers are lazy.",
            "say",
            agent="Carlos Braga*",
            theme="harbour workers are lazy|lazy",
            negative=True,
        ),
        "related",
        "attribution.disowned",
        "silent",
    ),
    Case(
        "two outlets in their own voice need no source",
        claim("The harbour of Elmouth reopened.", "reopen", agent="harbour", who="Elmouth"),
        claim("The harbour of Elmouth has reopened.", "reopen", agent="harbour", who="Elmouth", outlet="The Gazette"),
        "corroborates",
        "attribution.silence",
        "silent",
    ),
]


@parametrized(CASES)
def test_who_is_credited(case: Case) -> None:
    check(case)
