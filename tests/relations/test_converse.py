"""A sale and a purchase are one deed, told from either end."""

from __future__ import annotations

from dataclasses import replace

from claims_by_hand import Case, check, claim, parametrized

from provenance.model.claim import SourcedClaim
from provenance.model.frame import Argument


def sale(text: str, do: str, count: str, *, doer: str, to: str = "", from_: str = "") -> SourcedClaim:
    made = claim(text, do, agent=doer, patient="six ferries|ferry", who=to or from_, count=count, outlet=f"{do} paper")
    assert made.frame.event
    extra = tuple(Argument(role, name, name) for role, name in (("to", to), ("from", from_)) if name)
    event = replace(made.frame.event, arguments=(*made.frame.event.arguments, *extra))
    return replace(made, claim=replace(made.claim, frame=replace(made.frame, event=event)))


FORTY, NINETY = "40 million euros=40000000:euro", "90 million euros=90000000:euro"
SOLD = sale(
    "Harbour Lines sold six ferries to Nordwerft for 40 million euros.",
    "sell",
    FORTY,
    doer="Harbour Lines",
    to="Nordwerft",
)

CASES = [
    Case(
        "sold to them, bought from them",
        SOLD,
        sale(
            "Nordwerft bought six ferries from Harbour Lines for 40 million euros.",
            "buy",
            FORTY,
            doer="Nordwerft",
            from_="Harbour Lines",
        ),
        "corroborates",
        "what.deed",
        "agrees",
    ),
    Case(
        "for another price",
        SOLD,
        sale(
            "Nordwerft bought six ferries from Harbour Lines for 90 million euros.",
            "buy",
            NINETY,
            doer="Nordwerft",
            from_="Harbour Lines",
        ),
        "contradicts",
        "quantity.figure",
        "conflicts",
    ),
    Case(
        "bought from somebody else",
        SOLD,
        sale(
            "Nordwerft bought six ferries from Arland Shipping for 40 million euros.",
            "buy",
            FORTY,
            doer="Nordwerft",
            from_="Arland Shipping",
        ),
        "related",
        "what.deed",
        "silent",
    ),
]


@parametrized(CASES)
def test_a_sale_is_a_purchase(case: Case) -> None:
    check(case)
