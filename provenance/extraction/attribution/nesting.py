"""Which crediting stands inside another's content, and whether that hands the words on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from provenance.extraction.attribution.media import MEDIA
from provenance.extraction.attribution.stretches import trimmed, without
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Sentence
from provenance.languages.english.cues import SPEECH, THAT
from provenance.model.source import Hop
from provenance.model.span import Span

_NESTS = frozenset(("that", "that before", "around", "wh", "quoted", "colon", "passive that", "passive to"))
_AT_THE_END = ("around", "that before", "colon")
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
    """True for "..., according to X" and "..., X reported" at the end of what another is credited with, or right
    between that one's cue and words.
    """
    if formula.frame not in _AT_THE_END or not formula.source or other.frame not in _NESTS:
        return False
    if not other.source or other.place.start >= formula.place.start:
        return False
    shell = shell_of(formula)
    rest = [span for span in (*formula.content, *other.content) if not shell.covers(span)]
    later = [span for span in other.content if span.start > other.place.end and not shell.covers(span)]
    if later and other.place.end <= shell.start and shell.end <= min(span.start for span in later):
        return True  # "had told the panel, according to two people, that ..."
    if any(span.start >= shell.end for span in rest):
        return False
    return any(a.overlaps(b) for a in other.content for b in (*formula.content, shell))


def shell_of(triple: Triple) -> Span:
    """Return the stretch from the first to the last word of source and cue."""
    words = (*triple.source, *triple.cue)
    return Span(min(span.start for span in words), max(span.end for span in words))


def rescoped(links: Sequence[Link], near: Sequence[Sequence[Link]], text: str) -> list[Link]:
    """Return the links; what closes a sentence holds all of it, and is none of the words that it closes."""
    return [
        _widened(_without_closing(link, beside, text), beside, text) for link, beside in zip(links, near, strict=True)
    ]


def _without_closing(link: Link, near: Sequence[Link], text: str) -> Link:
    holes = tuple(shell_of(other.triple) for other in near if _closes(other.triple, link.triple) and holds(other, link))
    if not any(hole.overlaps(span) for hole in holes for span in link.triple.content):
        return link
    content = trimmed(tuple(part for span in link.triple.content for part in without(span, holes)), text)
    return replace(link, triple=replace(link.triple, content=content)) if content else link


def _widened(link: Link, near: Sequence[Link], text: str) -> Link:
    triple = link.triple
    held = [other.triple for other in near if _closes(triple, other.triple) and holds(link, other)]
    held = [other for other in held if all(span.end <= triple.place.start for span in other.cue)]
    start = min((min(shell_of(t).start, t.content[0].start) for t in held), default=None)
    if start is None or not triple.content or start >= triple.content[0].start:
        return link
    end = shell_of(triple).start
    if start >= end:
        return link  # the crediting comes first
    content = trimmed((Span(start, end), *(span for span in triple.content if span.start >= end)), text)
    return replace(link, triple=replace(triple, content=content))
