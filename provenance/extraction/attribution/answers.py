"""Who answers in an interview whose answers are marked "A:" alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from provenance.extraction.reading import Reading
from provenance.model.attribution import Attribution
from provenance.model.source import Hop, SourceKind

_ANSWERS = frozenset(("A", "Answer"))


def with_interviewee(reading: Reading, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions with "A" led to the one person who is named before the first answer.

    Where nobody or several people are named there, who answers is not known.
    """
    found = list(attributions)
    marked = [a for a in found if len(a.source) == 1 and a.source[0].of(reading.text) in _ANSWERS]
    if not marked:
        return tuple(found)
    name = _only_person(reading, min(a.source[0].start for a in marked))
    kind = SourceKind.PERSON if name else SourceKind.UNKNOWN
    who = {a.id: Hop(name, kind, via=a.root.via, span=a.source) for a in marked}
    return tuple(replace(a, chain=(*a.chain[:-1], who[a.id])) if a.id in who else a for a in found)


def _only_person(reading: Reading, before: int) -> str | None:
    names: list[str] = []
    for sentence in reading.sentences:
        if sentence.span.start >= before:
            break
        names += [entity.text for entity in sentence.doc.ents if entity.label_ == "PERSON"]
    full = {name for name in names if not any(name != other and name in other for other in names)}
    return full.pop() if len(full) == 1 else None
