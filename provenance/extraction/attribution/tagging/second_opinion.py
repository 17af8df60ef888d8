"""The network's triples and the rules', made one list.

The network knows better who is credited with what, outermost; the rules know the grammar: where exactly a clause
begins, what is nested in it, how a quotation goes on, and the formulas of agencies, which the training articles lack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.extraction.attribution.nearby import Nearby
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.verbal import BY_NOBODY
from provenance.extraction.reading import Reading
from provenance.languages.english.silence import SILENT_HEADS, UNNAMED
from provenance.model.span import Span, Spans, merged

_BEFORE = 30  # triples; one further back does not reach here
_SAME = 0.5  # of the characters: the two have found the same words, and the rules know their edges better
_ARTICLES = frozenset(("the", "a", "an", "that", "to"))
_QUOTING = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "saying"))
_NAMELESS = UNNAMED | {"named", "identified", "anonymity", "anonymously"}
_OUTERMOST = frozenset(("that", "that before", "around", "colon"))  # may hold what the network has found
_PASSIVE = BY_NOBODY - {"noun that"}  # "it is reported that", "asked whether"
_PHRASES = frozenset(("obj", "obj as", "obj to", "to noun", "about", "with", "as", "is to", "is that", "for", "on"))


def combined(reading: Reading, marked: Sequence[Triple], ruled: Sequence[Triple]) -> tuple[Triple, ...]:
    """Return the triples of both in the order of the text; no cue credits twice."""
    by_rules = Nearby(ruled)
    found: list[Triple] = []
    met: set[int] = set()
    for triple in marked:
        beside = by_rules.of(triple)
        if any(_inside(triple.place, other.source) for other in beside):
            continue
        partner = _partner(triple, beside, reading.text)
        if partner is None:
            found.append(triple)
        elif id(partner) not in met:
            met.add(id(partner))
            found.append(_agreed(reading, triple, partner))
    found = _without_continuations(found)
    heard = Nearby(tuple(found))
    further: list[Triple] = []  # a rule's triple is held against those of the rules before it, too
    for triple in ruled:
        if id(triple) not in met and _adds(triple, [*heard.of(triple), *further[-_BEFORE:]], reading.text):
            further.append(triple)
    return tuple(sorted([*found, *further], key=lambda triple: (triple.start, triple.place)))


def _partner(triple: Triple, ruled: Sequence[Triple], text: str) -> Triple | None:
    """Return the rules' triple of the same cue: a formula of several words first, else what shares most content."""
    if not triple.cue:  # the rules may know the words that credit: "... That is how Holm answered"
        told = [other for other in ruled if other.cue and _share(triple.content, other.content) >= _SAME]
        return max(told, key=lambda other: _share(triple.content, other.content), default=None)
    same = [other for other in ruled if _touch(triple.cue, other.cue)]
    if refused := next((other for other in same if _is_refused(triple, other, text)), None):
        return refused
    best = max(same, key=lambda other: (_is_formula(other, text), _share(triple.content, other.content)), default=None)
    if best is None or not (_is_formula(best, text) or _touch(best.content, triple.content)):
        return None
    return best


def _is_refused(triple: Triple, partner: Triple, text: str) -> bool:
    """True where the network takes all of "refuses to admit" for the cue, which the rules tell as a refusal."""
    both = any(" to " in span.of(text) for span in triple.cue)
    return both and partner.lemma in SILENT_HEADS and partner.frame == "to"


def _is_formula(triple: Triple, text: str) -> bool:
    """True for "quoted ... as saying", "showed photos" and "Police: ...", which the network marks only in part."""
    if triple.frame == "colon" or (triple.lemma, triple.frame) == ("show", "obj"):
        return True
    words = {word for span in triple.cue for word in span.of(text).lower().split()}
    return len(triple.cue) > 1 and not words.isdisjoint(_QUOTING)


def _agreed(reading: Reading, triple: Triple, partner: Triple) -> Triple:
    """Return one triple of both: the rules' grammar, and their words where the two find the same."""
    wider = bool(triple.source) and all(_inside(span, partner.source) for span in triple.source)
    described = wider and (_is_unnamed(partner.source, reading.text) or _is_part(triple.source, reading.text))
    source = partner.source if described else triple.source or partner.source
    if _is_stub(triple.content, reading.text):
        return partner  # the network has lost its way
    if _is_refused(triple, partner, reading.text):
        return replace(partner, source=source)
    if not triple.cue or _is_formula(partner, reading.text) or (partner.frame in _PASSIVE and not partner.source):
        return partner  # "quoted ... as saying"
    if _share(triple.content, partner.content) >= _SAME:
        return replace(partner, source=source)
    home = _paragraph(reading, triple.place)
    further = [span for span in partner.content if not home.overlaps(span)]  # a quotation that goes on
    return replace(partner, source=source, cue=triple.cue, content=merged((*triple.content, *further)))


def _is_stub(content: Spans, text: str) -> bool:
    """True for content that is an article and nothing more."""
    return all(span.of(text).lower() in _ARTICLES for span in content)


def _is_unnamed(source: Spans, text: str) -> bool:
    """True for "officials, who asked not to be named": why a source goes without a name belongs to its words."""
    words = {word.strip(",.").lower() for span in source for word in span.of(text).split()}
    return not words.isdisjoint(_NAMELESS)


def _is_part(source: Spans, text: str) -> bool:
    """True for "who survived": the words before belong to it."""
    return source[0].of(text).lower().startswith(("who ", "which ", "whose "))


def _paragraph(reading: Reading, place: Span) -> Span:
    return next((paragraph for paragraph in reading.paragraphs if paragraph.overlaps(place)), place)


def _without_continuations(triples: list[Triple]) -> list[Triple]:
    """Return the triples without those that have no cue and whose content another one holds: it goes on there."""
    near = Nearby(tuple(triples))
    return [triple for triple in triples if triple.cue or not _goes_on(triple, near.of(triple))]


def _goes_on(triple: Triple, beside: Sequence[Triple]) -> bool:
    return any(
        other is not triple and other.cue and all(_inside(span, other.content) for span in triple.content)
        for other in beside
    )


def _adds(triple: Triple, found: Sequence[Triple], text: str) -> bool:
    """True for what is nested in another's content, for what holds others, and what stands alone."""
    if (triple.frame in _PHRASES or triple.frame.startswith("noun")) and not _is_formula(triple, text):
        return False  # whether "mocked the plan" credits anybody, the network knows better
    around = [other for other in found if _touch(other.content, triple.content) or _touch(other.cue, triple.cue)]
    if not around:
        return True
    if any(_inside(triple.place, other.content) for other in around):
        return True
    if triple.frame not in _OUTERMOST or any(_touch(other.cue, triple.cue) for other in around):
        return False
    return all(_inside(other.place, triple.content) for other in around)


def _inside(span: Span, spans: Spans) -> bool:
    return any(other.covers(span) for other in spans)


def _touch(a: Spans, b: Spans) -> bool:
    return any(one.overlaps(other) for one in a for other in b)


def _share(a: Spans, b: Spans) -> float:
    """Return how much of what either holds both hold, 0..1, in characters."""
    shared = sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in a for other in b)
    total = sum(map(len, a)) + sum(map(len, b)) - shared
    return shared / total if total else 0.0
