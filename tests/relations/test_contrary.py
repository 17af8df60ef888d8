from __future__ import annotations

from claims_by_hand import Case, check, claim, parametrized

RULE = "contrary.told"
CAREER = claim(
    "In thirteen seasons with the Halden Foxes, Ana Ruiz played 212 league matches.",
    "play",
    agent="Ana Ruiz*",
    patient="212 league matches|match",
    who="Halden Foxes",
)
PAINTER = claim("Ilse Brandt is a Swiss painter and sculptor.", "be", agent="Ilse Brandt*", tense="present")

CASES = [
    Case(
        "denied in few words",
        CAREER,
        claim("Ana Ruiz never played for the Halden Foxes.", "play", agent="Ana Ruiz*", negative=True),
        "contradicts",
        "polarity.denial",
        "conflicts",
    ),
    Case(
        "not what she is said to be",
        PAINTER,
        claim("Ilse Brandt is not a sculptor.", "be", agent="Ilse Brandt*", negative=True, tense="present"),
        "contradicts",
        "polarity.denial",
        "conflicts",
    ),
    Case(
        "anything but",
        PAINTER,
        claim("Ilse Brandt is anything but a painter.", "be", agent="Ilse Brandt*", tense="present"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "has yet to",
        claim("Carlos Braga visited Geneva twice during the talks.", "visit", agent="Carlos Braga*"),
        claim("Carlos Braga has yet to visit Geneva.", "visit", agent="Carlos Braga*", modality="demand"),
        "contradicts",
        RULE,
        "conflicts",
    ),
    Case(
        "it denies more than is told",
        CAREER,
        claim("Ana Ruiz never played for the Foxes in Europe's top cup.", "play", agent="Ana Ruiz*", negative=True),
        "related|unrelated|contradicts",
        RULE,
        "silent",
    ),
    Case(
        "of another one of that name",
        CAREER,
        claim("Carlos Ruiz never played for the Halden Foxes.", "play", agent="Carlos Ruiz*", negative=True),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "of another town of that name",
        claim("Springvale in Ohio flooded on Sunday.", "flood", agent="Springvale in Ohio|Springvale"),
        claim("Springvale in Iowa did not flood.", "flood", agent="Springvale in Iowa|Springvale", negative=True),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "both deny something",
        claim("Ilse Brandt is not a painter, nor a sculptor.", "be", agent="Ilse Brandt*", negative=True),
        claim("Ilse Brandt is not a sculptor.", "be", agent="Ilse Brandt*", negative=True),
        "corroborates|refines|related",
        RULE,
        "silent",
    ),
    Case(
        "who is only described may be another",
        claim("The minister signed the harbour treaty.", "sign", agent="the minister|minister"),
        claim("The minister did not sign it at the harbour.", "sign", agent="the minister|minister", negative=True),
        "related|unrelated|contradicts",
        RULE,
        "silent",
    ),
    Case(
        "what may be is not told",
        claim("Ana Ruiz may join the Halden Foxes.", "join", agent="Ana Ruiz*", modality="possibility"),
        claim("Ana Ruiz did not join the Halden Foxes.", "join", agent="Ana Ruiz*", negative=True),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "who declined to say so may have said it since",
        claim("Nordwerft confirmed the sale of the yard.", "confirm", agent="Nordwerft"),
        claim("Nordwerft refused to confirm the sale.", "confirm", agent="Nordwerft", negative=True, stance="declines"),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "on another day",
        claim("Ana Ruiz played on Sunday.", "play", agent="Ana Ruiz*", when="on Sunday=2021-05-02"),
        claim(
            "Ana Ruiz did not play on Monday.", "play", agent="Ana Ruiz*", when="on Monday=2021-05-03", negative=True
        ),
        "related|unrelated",
        RULE,
        "silent",
    ),
    Case(
        "no longer is no denial of what was",
        claim("Ilse Brandt was a member of the council.", "be", agent="Ilse Brandt*"),
        claim("Ilse Brandt is no longer a member of the council.", "be", agent="Ilse Brandt*"),
        "related|corroborates|refines",
        RULE,
        "silent",
    ),
]


@parametrized(CASES)
def test_short_denials(case: Case) -> None:
    check(case)
