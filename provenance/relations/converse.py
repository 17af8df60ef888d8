"""One deed told from either end: who sells to somebody, and who buys from somebody, did one thing together."""

from __future__ import annotations

from dataclasses import replace

from provenance.relations.align import Match, matched
from provenance.relations.statement import Statement, terms_of

_SELL, _BUY = "sell", "buy"


def seen_alike(a: Statement, b: Statement) -> tuple[Statement, Statement]:
    """Return the two statements with a purchase told as the sale that the other tells, where they may be one.

    "Nordwerft is buying the yard from Halvorsen" becomes "Halvorsen is selling the yard"; where the sale names another
    buyer, both stay as they are.
    """
    if _SELL in a.deeds and _BUY in b.deeds:
        return a, _as_sale(b, a)
    if _BUY in a.deeds and _SELL in b.deeds:
        return _as_sale(a, b), b
    return a, b


def _as_sale(purchase: Statement, sale: Statement) -> Statement:
    if matched(purchase.agents, terms_of(sale.frame, "to")) is Match.DIFFERENT:
        return purchase
    return replace(purchase, predicate=sale.predicate, deeds=sale.deeds, agents=terms_of(purchase.frame, "from"))
