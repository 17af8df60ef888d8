"""What one claim says of an event and the other leaves open: that one agrees as far as it goes, and confirms no more.

"Putin and Kim will meet" is no word on whether they meet on the 25th.
"""

from __future__ import annotations

from provenance.model.frame import Quantity
from provenance.model.relation import Finding, Side, Slot, Verdict
from provenance.model.span import Spans
from provenance.relations.align import Alignment, Tie
from provenance.relations.statement import Statement
from provenance.relations.where import places_of

DAY, PLACE, FIGURE = "unsaid.day", "unsaid.place", "unsaid.figure"
RULE_NAMES = frozenset({DAY, PLACE, FIGURE})
_OPEN = "not said"

Mention = tuple[str, Spans]


def day(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """One claim says when, the other does not, or names a time that cannot be placed ("soon"). The first is the more
    precise, and the second does not confirm its day."""
    left, right = (_mention(each.times or each.yearless) for each in (a, b))
    vague = [_mention(each.frame.when) or (_OPEN, ()) for each in (a, b)]
    return _one_sided(DAY, Slot.WHEN, (left, right), (vague[0], vague[1]), a, b, alignment)


def place(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """One claim says where it happens, the other does not. The first is the more precise, and the second does not
    confirm its place."""
    left, right = (_mention(places_of(each)) for each in (a, b))
    return _one_sided(PLACE, Slot.WHERE, (left, right), ((_OPEN, ()), (_OPEN, ())), a, b, alignment)


def figure(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """One claim says how many or how much, the other does not. The first is the more precise, and the second does not
    confirm its figure. "The two", which counts nothing that is named, is no figure."""
    left, right = (_mention(tuple(q for q in each.frame.quantities if q.unit is not None)) for each in (a, b))
    return _one_sided(FIGURE, Slot.QUANTITY, (left, right), ((_OPEN, ()), (_OPEN, ())), a, b, alignment)


def _mention(found: tuple[Quantity, ...] | tuple[object, ...]) -> Mention | None:
    """Return the words of the first mention and where they stand; None where there is none."""
    first = found[0] if found else None
    return (getattr(first, "text", ""), getattr(first, "span", ())) if first is not None else None


def _one_sided(
    rule: str,
    slot: Slot,
    said: tuple[Mention | None, Mention | None],
    instead: tuple[Mention, Mention],
    a: Statement,
    b: Statement,
    alignment: Alignment,
) -> Finding | None:
    left, right = said
    if (left is None) == (right is None) or alignment.tie is Tie.NONE:
        return None
    if a.affirmed != b.affirmed or not (a.asserted and b.asserted):
        return None
    narrower = Side.A if right is None else Side.B
    (left_words, left_span), (right_words, right_span) = left or instead[0], right or instead[1]
    precise = left_words if narrower is Side.A else right_words
    detail = f"only one of the two says “{precise}”"
    return Finding(rule, slot, Verdict.NARROWS, left_words, right_words, detail, 0.8, narrower, left_span, right_span)
