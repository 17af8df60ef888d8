"""Which crediting stands inside another's content, and whether that hands the words on."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.extraction.attribution.citing import MEDIA
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Sentence
from provenance.languages.english.cues import SPEECH, THAT
from provenance.model.source import Hop

_NESTS = frozenset(("that", "that before", "around", "wh", "quoted", "colon", "passive that", "passive to"))
_FORMULAS = ("according to", ":", "show", "find")


@dataclass(frozen=True, slots=True)
class Link:
    """A triple with the sentence that its cue stands in, and the hops that its own words give."""

    triple: Triple
    sentence: Sentence
    hops: tuple[Hop, ...]

    @property
    def hands_on(self) -> bool:
        """True where who is credited is an outlet or an agency: it has its words from others."""
        return any(hop.kind in MEDIA for hop in self.hops)


def same(a: Hop, b: Hop) -> bool:
    if a.registry_id and b.registry_id:
        return a.registry_id == b.registry_id
    return a.name is not None and a.name == b.name


def holds(outer: Link, inner: Link) -> bool:
    """True where the inner crediting belongs to what the outer one is credited with.

    What closes a sentence credits all of it ("Lund said it was so, according to the Times"), unless whoever comes first
    is an outlet and the one at the end is none: "The Times reported that it was so, according to two officials".
    """
    if _closes(outer.triple, inner.triple):
        return outer.hands_on or not inner.hands_on
    if _closes(inner.triple, outer.triple):
        return outer.hands_on and not inner.hands_on
    return contains(outer.triple, inner.triple)


def contains(outer: Triple, inner: Triple) -> bool:
    """True where the outer content holds the inner cue, and not the other way round as well."""
    cue = inner.place
    if not any(span.covers(cue) for span in outer.content):
        return False
    return not any(span.covers(outer.place) for span in inner.content)


def passes_on(inner: Link, outer: Link) -> bool:
    """True where the outer source hands on what another source said, rather than speak of itself or of wishes.

    Of what somebody thinks only an outlet is asked to tell: "Reuters reported that two ministers believe ...".
    """
    triple = inner.triple
    if triple.frame not in _NESTS or not triple.source or outer.triple.frame not in _NESTS:
        return False
    thought = outer.hands_on and triple.lemma in THAT and triple.frame == "that"
    if triple.lemma not in SPEECH and triple.lemma not in _FORMULAS and not thought:
        return False
    source = inner.hops[-1]
    return source.anonymous or (source.name is not None and not same(source, outer.hops[-1]))


def _closes(formula: Triple, other: Triple) -> bool:
    """True for "..., according to X" and "..., X reported" after another crediting, or right between its cue and words."""
    if formula.frame not in ("around", "that before") or not formula.source or other.frame not in _NESTS:
        return False
    if not other.source or other.place.start >= formula.place.start:
        return False
    first = min(formula.place.start, formula.source[0].start)
    last = max(formula.place.end, formula.source[-1].end)
    later = [span for span in other.content if span.start > other.place.end]
    if not later:
        return False
    between = other.place.end <= first and last <= min(span.start for span in later)
    shared = any(a.overlaps(b) for a in later for b in formula.content)
    return between or (shared and not any(span.start > last for span in (*formula.content, *later)))
