"""Over which period, against which base and in which scope a figure is given: what makes two figures of one noun.

Exports that rose 4 percent in the first quarter and 9 in the second are told twice, not told differently.
"""

from __future__ import annotations

import re

from provenance.languages.english.figures import BASES, COMPARED_WITH, PERIODS, SCOPES
from provenance.relations.statement import Statement
from provenance.text.words import tokens

_PER = re.compile(r"\b(?:an?|per|each|every)\s+(hour|day|week|month|quarter|year)\b(?!\s+(?:ago|earlier|before|later))")
_AGAINST = re.compile(
    r"\b(?:from|than|over|on|compared (?:with|to)|against)\s+(?:the|an?|its|their|one)?\s*"
    r"(?:\w+[- ])?(hour|day|week|month|quarter|year|decade|average)\b"
)
_DURING = re.compile(r"\b(?:before|after|excluding|including|without)\s+(\w+)\b")


def of_other_reference(a: Statement, b: Statement) -> str | None:
    """Return what tells the two figures apart, in words; None where nothing does.

    Each side must name something of one kind, and not the same: what only one side says takes nothing away.
    """
    left, right = tokens(a.text), tokens(b.text)
    words = frozenset(left), frozenset(right)
    for kind in (*PERIODS, *SCOPES):
        one, other = words[0] & kind, words[1] & kind
        if one and other and one.isdisjoint(other):
            return f"“{min(one)}” is not “{min(other)}”"
    if _rates(a) != _rates(b):
        return "one is a rate and the other is not, or of another period"
    one_base, other_base = _bases(a), _bases(b)
    if one_base and other_base and one_base != other_base:
        return "they are measured against different bases"
    return None


def is_narrowed(less: Statement, more: Statement) -> bool:
    """True where the first names a stretch or a part that the other does not: "on the first day", "in the capital"."""
    words, others = frozenset(tokens(less.text)), frozenset(tokens(more.text))
    return any(words & kind - others for kind in (PERIODS[0], *SCOPES))


def _rates(statement: Statement) -> frozenset[str]:
    return frozenset(_PER.findall(statement.text.casefold()))


def _bases(statement: Statement) -> frozenset[str]:
    """Return what a change is measured against, and what is left in or out: "month", "before inflation"."""
    text = statement.text.casefold()
    found = set(_AGAINST.findall(text)) if any(word in tokens(text) for word in COMPARED_WITH) else set()
    found |= {match[0] for match in _DURING.finditer(text) if match[1] in ("inflation", "tax", "taxes", "interest")}
    words = frozenset(tokens(text))
    return frozenset(found | {word for kind in BASES[2:] for word in words & kind})
