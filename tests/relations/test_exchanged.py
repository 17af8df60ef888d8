from __future__ import annotations

from claims_by_hand import Case, check, claim, parametrized

RULE = "exchanged.phrase"

CASES = [
    Case(
        "born in two countries",
        claim("Born in Lisbon, Ana Ruiz spent her youth at sea.", "spend", agent="Ana Ruiz*"),
        claim("Ana Ruiz was born in Japan.", "bear", patient="Ana Ruiz*"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "a city and its country",
        claim("Born in Lisbon, Ana Ruiz spent her youth at sea.", "spend", agent="Ana Ruiz*"),
        claim("Ana Ruiz was born in Portugal.", "bear", patient="Ana Ruiz*"),
        "related|corroborates|refines|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "two ranks",
        claim("Low Water is the eighth studio album by the band Tidemark.", "be", agent="Low Water", who="Tidemark"),
        claim("Low Water is the first studio album by Tidemark.", "be", agent="Low Water", who="Tidemark"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "praised and panned",
        claim("Low Water received generally negative reviews in Norway.", "receive", agent="Low Water"),
        claim("Low Water received generally positive reviews.", "receive", agent="Low Water"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "over and under one figure",
        claim("Low Water sold over 2 million copies in its first year.", "sell", agent="Low Water"),
        claim("Low Water sold under 2 million copies.", "sell", agent="Low Water"),
        "contradicts",
        "quantity.figure",
        "conflicts",
    ),
    Case(
        "officially and unofficially",
        claim("Nordwerft is known officially as Norddeutsche Werft.", "know", patient="Nordwerft"),
        claim("Nordwerft is known unofficially as Norddeutsche Werft.", "know", patient="Nordwerft"),
        "contradicts|related",
    ),
    Case(
        "one may sing with two choirs",
        claim("Ana Ruiz sang with Tidemark in the summer.", "sing", agent="Ana Ruiz*", who="Tidemark"),
        claim("Ana Ruiz sang with Lowland.", "sing", agent="Ana Ruiz*", who="Lowland"),
        "related|unrelated",
        RULE,
        "abstains",
    ),
    Case(
        "on two days",
        claim("Ana Ruiz was named first on Monday.", "name", patient="Ana Ruiz*", when="on Monday=2021-05-03"),
        claim("Ana Ruiz was named second on Tuesday.", "name", patient="Ana Ruiz*", when="on Tuesday=2021-05-04"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "a good and a bad one of two things",
        claim("Ana Ruiz praised the positive tone of the talks.", "praise", agent="Ana Ruiz*"),
        claim("Ana Ruiz criticised the negative headlines.", "criticise", agent="Ana Ruiz*"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "of another one of that family",
        claim("Carlos Ruiz was born in Lisbon.", "bear", patient="Carlos Ruiz*"),
        claim("Ana Ruiz was born in Japan.", "bear", patient="Ana Ruiz*"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "what is planned may come otherwise",
        claim("Low Water will be the first album by Tidemark.", "be", agent="Low Water", modality="plan"),
        claim("Low Water is the second album by Tidemark.", "be", agent="Low Water"),
        "related|unrelated|updates",
        RULE,
        "silent",
    ),
]


@parametrized(CASES)
def test_phrases_in_each_others_place(case: Case) -> None:
    check(case)
