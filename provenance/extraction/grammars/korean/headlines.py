"""Korean headlines and colons: a source and a quotation with no verb."""

from __future__ import annotations

from provenance.extraction.grammars.grammar import Credited
from provenance.extraction.grammars.korean.morphs import QUOTE
from provenance.extraction.grammars.korean.naming import Naming
from provenance.extraction.grammars.korean.phrases import Morphs, phrase_before
from provenance.model.attribution import Stance
from provenance.model.span import Span

_SURE = 0.6


def headline(morphs: Morphs, unit: int, naming: Naming) -> tuple[Credited, ...]:
    """Return what a source before a quotation is credited with: '외교부 "회담 연기"'; nothing for other texts."""
    last = next((index for index, morph in enumerate(morphs) if morph.tag == QUOTE), 0)
    if last == 0 or (last + 1 < len(morphs) and morphs[last + 1].tag not in ("SE", "SF")):
        return ()
    at = last - 1 if morphs[last - 1].tag == "SP" else last
    phrase = phrase_before(morphs, at)
    if phrase is None or phrase.clause > 0 or phrase.first > 0 or not naming.may_speak(phrase):
        return ()
    hops = naming.hops(phrase, unit, "said")
    quotation = Span(morphs[last].start, morphs[last].end)
    return (Credited((phrase.whole,), (), (quotation,), Stance.ASSERTS, hops, confidence=_SURE),)
