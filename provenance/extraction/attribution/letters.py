"""Letters to the editor: what stands between "Dear Editor," and the name below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading
from provenance.model.span import Span

_OPENING = re.compile(
    r"(?:Dear\s(?:Editor|Sirs?|Madam|Sir\sor\sMadam)\s?[,:]|To\sthe\s[Ee]ditor\s?[,:]|Sir\s?[,:–—-])\s*"
)
_SIGNED = re.compile(
    r"(?:[—–-]\s?)?(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms|Rev|Sir|Dame)\.?\s)?[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,3})"
    r"(?:,\s[^.!?\n]{2,60})?"
)
_LONGEST = 30  # paragraphs of a letter


def letter_triples(reading: Reading) -> Iterator[Triple]:
    """Yield a triple for each letter that is signed; the signature is both source and cue."""
    text, paragraphs = reading.text, reading.paragraphs
    number = 0
    while number < len(paragraphs):
        opening = _OPENING.match(text, paragraphs[number].start, paragraphs[number].end)
        end = _signature(text, paragraphs[: number + _LONGEST], number + 1) if opening else None
        if opening is None or end is None:
            number += 1
            continue
        first = paragraphs[number]
        content = [Span(opening.end(), first.end)] if opening.end() < first.end else []
        content += paragraphs[number + 1 : end]
        signed = _SIGNED.fullmatch(text, paragraphs[end].start, paragraphs[end].end)
        if content and signed is not None:
            name = Span(*signed.span("name"))
            yield Triple((name,), (name,), tuple(content), "write", "colon", 0.9)
        number = end + 1


def _signature(text: str, paragraphs: tuple[Span, ...], first: int) -> int | None:
    """Return the number of the line with the name, None where another letter opens first, or none follows."""
    for number in range(first, len(paragraphs)):
        paragraph = paragraphs[number]
        if _OPENING.match(text, paragraph.start, paragraph.end):
            return None
        if len(paragraph) < 90 and _SIGNED.fullmatch(text, paragraph.start, paragraph.end):
            return number
    return None
