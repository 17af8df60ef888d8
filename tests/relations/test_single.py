from __future__ import annotations

import pytest
from claims_by_hand import Case, check, claim, parametrized

from provenance.model.frame import Frame
from provenance.relations.facts import facts_of

RULE = "single.value"


CASES = [
    Case(
        "two days of birth",
        claim("Ana Ruiz (3 May 1931 – 9 March 2004) was a Portuguese painter.", "be", who="Ana Ruiz*"),
        claim("Ana Ruiz was born on 3 June 1931.", "bear", patient="Ana Ruiz*"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "two days of death, one told in an obituary's brackets",
        claim("The conductor Ilse Brandt (1922-1997) was known for her Bruckner.", "know", who="Ilse Brandt*"),
        claim("Ilse Brandt died in 1999.", "die", agent="Ilse Brandt*", when="in 1999=1999-01-01..1999-12-31"),
        "contradicts|related",
    ),
    Case(
        "the decade of a birth and its day",
        claim("Ana Ruiz (born 3 May 1931) is a painter.", "be", who="Ana Ruiz*"),
        claim("Ana Ruiz was born in the 1930s.", "bear", patient="Ana Ruiz*"),
        "corroborates|refines|related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "two of one family name",
        claim("Ana Ruiz was born in 1931.", "bear", patient="Ana Ruiz*"),
        claim("Carlos Ruiz was born in 1954.", "bear", patient="Carlos Ruiz*"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "two nationalities",
        claim("Tomas Lindqvist is a Swedish diplomat.", "be", who="Tomas Lindqvist*"),
        claim("Tomas Lindqvist is a Norwegian diplomat.", "be", who="Tomas Lindqvist*"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "a Scot is British",
        claim("Moira Kerr is a Scottish skipper.", "be", who="Moira Kerr*"),
        claim("Moira Kerr is a British skipper.", "be", who="Moira Kerr*"),
        "corroborates|refines|related",
        RULE,
        "silent",
    ),
    Case(
        "a teacher of a language has another country",
        claim("Moira Kerr is a Spanish-language teacher.", "be", who="Moira Kerr*"),
        claim("Moira Kerr is a British teacher.", "be", who="Moira Kerr*"),
        "corroborates|refines|related",
        RULE,
        "silent",
    ),
    Case(
        "two nationalities of people who are only described",
        claim("Protesters were Russian.", "be", agent="protester"),
        claim("Protesters were Ukrainian.", "be", agent="protester"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "who directed it",
        claim("Harbour Light is a 2016 drama film directed by Ana Ruiz.", "be", who="Harbour Light; Ana Ruiz*"),
        claim("Harbour Light was directed by Carlos Braga.", "direct", agent="Carlos Braga*", patient="Harbour Light"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "one of two directors",
        claim("Harbour Light was directed by Ana Ruiz and Carlos Braga.", "direct", patient="Harbour Light"),
        claim("Harbour Light was directed by Carlos Braga.", "direct", agent="Carlos Braga*", patient="Harbour Light"),
        "corroborates|refines|related",
        RULE,
        "silent",
    ),
    Case(
        "one of several producers, told in passing",
        claim(
            "Harbour Light was produced by Ana Ruiz, through Halden Pictures, and Carlos Braga.",
            "produce",
            agent="Ana Ruiz*",
            patient="Harbour Light",
        ),
        claim("Harbour Light was produced by Halden Pictures.", "produce", patient="Harbour Light"),
        "corroborates|refines|related",
        RULE,
        "silent",
    ),
    Case(
        "a comedy is a film",
        claim("Harbour Light is a 2003 romantic comedy film.", "be", who="Harbour Light"),
        claim("Harbour Light is a romantic comedy.", "be", who="Harbour Light"),
        "corroborates|refines|related",
        RULE,
        "silent",
    ),
    Case(
        "directed by one and written by another",
        claim("Harbour Light was directed by Ana Ruiz.", "direct", agent="Ana Ruiz*", patient="Harbour Light"),
        claim("Harbour Light was written by Carlos Braga.", "write", agent="Carlos Braga*", patient="Harbour Light"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "the year in which a film came out",
        claim("Harbour Light is a 2016 Portuguese drama film.", "be", who="Harbour Light"),
        claim("Harbour Light was released in 2011.", "release", patient="Harbour Light"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "it came out in two countries",
        claim(
            "Harbour Light was released in Spain on 4 May 2016 and was released in France on 9 January 2017.",
            "release",
            patient="Harbour Light",
        ),
        claim("Harbour Light was released in 2017.", "release", patient="Harbour Light"),
        "corroborates|refines|related",
        RULE,
        "silent",
    ),
    Case(
        "a person and a thing",
        claim("Orla Vance is an Irish rower.", "be", who="Orla Vance*"),
        claim("Orla Vance is a lake.", "be", who="Orla Vance"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "two trades of one person",
        claim("Orla Vance is a rower.", "be", who="Orla Vance*"),
        claim("Orla Vance is a nurse.", "be", who="Orla Vance*"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "a film and the novel of its name",
        claim("Harbour Light is a film.", "be", who="Harbour Light"),
        claim("Harbour Light is a novel.", "be", who="Harbour Light"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "where a town lies",
        claim("Kalvik is a town in northern Norway.", "be", who="Kalvik"),
        claim("Kalvik is a town in Finland.", "be", who="Kalvik"),
        "contradicts|related",
    ),
    Case(
        "a plan is no fact",
        claim("Harbour Light is released in 2016.", "release", patient="Harbour Light", modality="plan"),
        claim("Harbour Light was released in 2017.", "release", patient="Harbour Light"),
        "related|updates",
        RULE,
        "silent",
    ),
    Case(
        "a company founded in two years",
        claim("Nordwerft was founded in 1951 by two brothers.", "found", patient="Nordwerft"),
        claim("Nordwerft was founded in 1961.", "found", patient="Nordwerft"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "the film that is meant by its name alone",
        claim("The film was directed by Ana Ruiz.", "direct", agent="Ana Ruiz*", patient="the film|film"),
        claim("The novel was written by Ana Ruiz.", "write", agent="Ana Ruiz*", patient="the novel|novel"),
        "related|unrelated",
        RULE,
        "silent",
    ),
]


@parametrized(CASES)
def test_of_one_thing_there_is_one(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Ruiz (3 May 1931 – 9 March 2004) was a painter.", {("born", "3 May 1931"), ("died", "9 March 2004")}),
        ("Ana Ruiz (born Ana Gomes; 3 May 1931) is a Portuguese painter.", {("nationality", "Portuguese")}),
        ("Harbour Light is a 2016 British film.", {("released", "2016"), ("nationality", "British")}),
        ("There is a British harbour.", set()),
        ("The works were based on a novel by Ana Ruiz, who was born in 1931.", set()),
        ("From 1983 to 1987, Nordwerft was owned by Halden.", set()),
    ],
)
def test_facts_are_read_from_the_words(text: str, told: set[tuple[str, str]]) -> None:
    found = {(fact.kind, fact.text) for fact in facts_of(text, Frame()) if fact.kind != "kind"}
    assert told <= found
    assert told or not found


def test_long_and_hostile_words_are_read_in_time() -> None:
    for text in ("(" * 20_000, "a" * 50_000 + " is", "A is " + "ed, " * 10_000, " " * 50_000 + "( is"):
        facts_of(text, Frame())
