"""Chains that go on in the next sentence: "The newspaper cited two sources. One of them said ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.extraction.attribution.nesting import Link
from provenance.extraction.reading import Sentence
from provenance.languages.english.passing_on import PARTS, THE_SAME
from provenance.languages.english.sources import AGENCIES, OUTLETS
from provenance.model.source import Hop, SourceKind

_BODIES = (SourceKind.ORGANIZATION, SourceKind.UNKNOWN, SourceKind.OUTLET, SourceKind.AGENCY)
_FAR = 4  # sentences after the one that cited them
_MOST = 50  # attributions before


def carried_on(hops: tuple[Hop, ...], sentence: Sentence, links: Sequence[Link], text: str) -> tuple[Hop, ...]:
    """Return the hops, led by those who cited the unnamed people that they speak of again.

    "One of them" and "the source" are who was cited before; whoever cited them then is how their words come here.
    """
    hops = tuple(_meant(hop, sentence, links, text) for hop in hops)
    first = hops[0]
    if not first.anonymous or not first.span or not links:
        return hops
    words = first.span[0].of(text).lower().split()
    partly = words[0] in PARTS and "of" in words and any(w in ("them", "the", "those", "whom") for w in words)
    again = words[0] in ("the", "that", "both") and words[-1] in THE_SAME and len(words) < 4
    if not (partly or again or words[:1] == ["both"]):
        return hops
    for link in reversed(links[-_MOST:]):
        if sentence.index - link.sentence.index > _FAR:
            return hops
        cited = link.hops[-1]
        if len(link.hops) < 2 or not cited.anonymous or link.sentence.index == sentence.index:
            continue
        several = cited.count is None or cited.count.high != 1
        if (partly and several) or (again and _called(cited, words[-1])):
            return (*link.hops[:-1], *hops)
    return hops


def _meant(hop: Hop, sentence: Sentence, links: Sequence[Link], text: str) -> Hop:
    """Return the hop of "the paper" with the name of the body that was credited just before, and called nothing yet."""
    words = hop.span[0].of(text).lower().split() if hop.span else []
    if hop.registry_id is not None or len(words) != 2 or words[0] != "the" or words[1] not in OUTLETS | AGENCIES:
        return hop
    for link in reversed(links[-_MOST:]):
        last = link.hops[-1]
        if sentence.index - link.sentence.index > _FAR:
            return hop
        if link.sentence.index < sentence.index and last.name is not None and last.kind in _BODIES:
            named = last.name.lower() not in OUTLETS | AGENCIES
            return replace(hop, name=last.name, kind=last.kind, registry_id=last.registry_id) if named else hop
    return hop


def _called(hop: Hop, noun: str) -> bool:
    return noun in (hop.role or "").lower().split()
