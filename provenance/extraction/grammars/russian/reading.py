"""Everything that one Russian text credits: finding, naming, and putting what lies in each other into chains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from provenance.extraction.attribution.stretches import without
from provenance.extraction.grammars.grammar import Credited, Page
from provenance.extraction.grammars.russian.direct import spoken
from provenance.extraction.grammars.russian.formulas import formulas
from provenance.extraction.grammars.russian.found import Found, Group, Text
from provenance.extraction.grammars.russian.memory import Memory, is_subject
from provenance.extraction.grammars.russian.naming import Naming
from provenance.extraction.grammars.russian.parsing import parsed
from provenance.extraction.grammars.russian.sources import group_of
from provenance.extraction.grammars.russian.verbal import verbal
from provenance.extraction.grammars.russian.words import Sentence
from provenance.languages.russian.sources import kind_of_noun
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span, Spans, merged

_LITTLE = 20  # characters of an outer content that the inner ones may leave over
_SHARE = 0.25
_BODIES = (SourceKind.GOVERNMENT, SourceKind.ORGANIZATION, SourceKind.AGENCY, SourceKind.OUTLET)
_NEAR = 12  # attributions before and after one that may hold it


@dataclass(frozen=True, slots=True)
class _Named:
    """What was found, with the hops that its own words give."""

    found: Found
    hops: tuple[Hop, ...]


def credited(page: Page) -> tuple[Credited, ...]:
    """Return who is credited with what in a page, in the order of the text."""
    text = Text(
        page.text,
        parsed(page.text, page.sentences),
        page.paragraphs,
        tuple(q.span for q in page.quotations),
    )
    found = _all_found(text)
    naming = Naming(text, Memory(text, page.registry, page.published))
    named = list(_named(text, found, naming))
    return tuple(_chained(named))


def _all_found(text: Text) -> list[Found]:
    """Return all that is found, what stands in quotation marks first where two rules see the same words."""
    direct = list(spoken(text))
    taken: dict[int, list[Span]] = {}
    for one in direct:
        taken.setdefault(one.sentence.index, []).append(one.cue)
    found = list(direct)
    for sentence in text.sentences:
        of_verbs = list(verbal(text, sentence, taken.get(sentence.index, ())))
        found += of_verbs
        found += formulas(text, sentence)
    kept = [one for one in found if one.content and _is_apart(one)]
    return sorted(_without_doubles(kept), key=_place)


def _is_apart(found: Found) -> bool:
    """False where the content is nothing but the source and its cue."""
    shell = (found.cue, *((found.source.span(),) if found.source else ()))
    return any(without(span, shell) for span in found.content)


def _place(found: Found) -> tuple[int, int]:
    spans = (found.cue, *found.content, *((found.source.span(),) if found.source else ()))
    return min(span.start for span in spans), max(span.end for span in spans)


def _without_doubles(found: list[Found]) -> list[Found]:
    """Drop what has the same cue as one before it, or the very same content without a source."""
    kept: list[Found] = []
    cues: set[Span] = set()
    contents: set[Spans] = {one.content for one in found if one.source is not None}
    for one in found:
        if one.cue in cues or (one.source is None and one.content in contents):
            continue
        cues.add(one.cue)
        kept.append(one)
    return kept


# -- names ----------------------------------------------------------------------------------------------------------


def _named(text: Text, found: list[Found], naming: Naming) -> Iterator[_Named]:
    """Yield what was found with its hops; who is named before, a sentence after the other, can be meant later."""
    by_sentence: dict[int, list[Found]] = {}
    for one in found:
        by_sentence.setdefault(one.sentence.index, []).append(one)
    for sentence in text.sentences:
        for one in sorted(by_sentence.get(sentence.index, ()), key=lambda each: each.cue):
            yield _Named(one, _hops(one, naming))
        _note_subjects(sentence, naming)


def _hops(found: Found, naming: Naming) -> tuple[Hop, ...]:
    if found.source is None:
        return (Hop(None, via=found.via),)
    own = naming.hops(found.sentence, found.source, found.via)
    naming.memory.note(found.sentence, own[-1], found.source.head)
    before = tuple(_noted(found, group, naming, "reported") for group in found.before)
    after = tuple(_noted(found, group, naming, "cited") for group in found.after)
    return (*before, *own, *after)


def _noted(found: Found, group: Group, naming: Naming, via: str) -> Hop:
    hop = naming.hop(found.sentence, group, via)
    naming.memory.note(found.sentence, hop, group.head)
    return hop


def _note_subjects(sentence: Sentence, naming: Naming) -> None:
    """People and bodies that a sentence is about can be meant by "он" and "ведомство", whether they speak or not."""
    for word in sentence.words:
        if word.rel in ("nsubj", "nsubj:pass") and word.pos == "NOUN" and kind_of_noun(word.lemma) in _BODIES:
            group = group_of(sentence, word)
            if group is not None:
                naming.memory.note(sentence, naming.hop(sentence, group, "said"), word)
    for span in (*sentence.people, *sentence.bodies):
        words = [word for word in sentence.inside(span) if not word.is_mark]
        subject = next((word for word in words if is_subject(sentence, word)), None)
        if subject is None:
            continue
        head = subject
        while head.rel in ("appos", "flat:name", "nmod") and 0 <= head.head < len(sentence.words):
            above = sentence.words[head.head]
            if above.pos not in ("NOUN", "PROPN") or above.index >= head.index:
                break
            head = above
        group = group_of(sentence, head)
        if group is not None:
            naming.memory.note(sentence, naming.hop(sentence, group, "said"), head)


# -- chains ---------------------------------------------------------------------------------------------------------


def _chained(named: list[_Named]) -> Iterator[Credited]:
    """Yield the credited words; who hands on what another said comes before him, and is not credited with it twice."""
    for place, one in enumerate(named):
        near = [other for other in named[max(0, place - _NEAR) : place + _NEAR + 1] if other is not one]
        inner = [other for other in near if _holds(one, other) and _may_hand_on(other)]
        if inner and _left_over(one, inner) <= max(_LITTLE, _SHARE * sum(map(len, one.found.content))):
            continue
        outer = [other for other in near if _holds(other, one) and _may_hand_on(one)]
        if not outer and any(_holds(other, one) for other in near):
            continue
        outer.sort(key=lambda other: -sum(map(len, other.found.content)))
        hops = tuple(hop for other in outer for hop in other.hops) + one.hops
        yield _credited(one.found, _without_repeats(hops))


def _credited(found: Found, hops: tuple[Hop, ...]) -> Credited:
    cue = () if found.source is None and found.cue.overlaps(found.content[0]) else (found.cue,)
    return Credited(
        source=(found.source.span(),) if found.source is not None else (),
        cue=cue,
        content=merged(found.content),
        stance=found.stance,
        hops=hops,
        confidence=found.confidence,
    )


def _holds(outer: _Named, inner: _Named) -> bool:
    """True where one's content holds the other's cue or words, and not the other way round as well."""
    place = inner.found.cue
    if not any(span.covers(place) for span in outer.found.content):
        return False
    return not any(span.covers(outer.found.cue) for span in inner.found.content)


def _may_hand_on(inner: _Named) -> bool:
    """True where it is told of somebody else: "он сказал, что он думает" tells of nobody new."""
    hop = inner.hops[-1]
    return inner.found.source is not None and (hop.anonymous or hop.name is not None)


def _left_over(outer: _Named, inner: list[_Named]) -> int:
    spans = [
        span
        for one in inner
        for span in (*one.found.content, one.found.cue, *((one.found.source.span(),) if one.found.source else ()))
    ]
    rest = [part for span in outer.found.content for part in without(span, spans)]
    return sum(map(len, rest))


def _without_repeats(hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    kept: list[Hop] = []
    for hop in hops:
        if kept and hop.name is not None and hop.name == kept[-1].name:
            kept[-1] = replace(kept[-1], role=kept[-1].role or hop.role)
        else:
            kept.append(hop)
    return tuple(kept)
