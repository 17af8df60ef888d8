"""From a reading and its credited words to claims, the outlet's own voice included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from provenance.extraction.claims.completing import is_awaited, standing_alone
from provenance.extraction.claims.frames import Context, frame_of, spans_of
from provenance.extraction.claims.own_voice import is_hollow, only_credits
from provenance.extraction.claims.participants import Naming
from provenance.extraction.claims.propositions import Shape
from provenance.extraction.claims.references import Referents, find_referents
from provenance.extraction.claims.slots import measures_of
from provenance.extraction.claims.speakers import note_speakers
from provenance.extraction.claims.statements import Statement, statements_of
from provenance.extraction.claims.wording import worded
from provenance.extraction.coreference import References
from provenance.extraction.reading import Reading, Sentence
from provenance.model.article import PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim
from provenance.model.identity import content_id
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from provenance.registry import Registry

_Placed = TypeVar("_Placed")


def find_claims(
    reading: Reading, attributions: tuple[Attribution, ...], registry: Registry | None, start: int = 0
) -> tuple[tuple[Attribution, ...], tuple[Claim, ...]]:
    """Return the attributions with those of the outlet's own voice added, and the claims in the order of the text.

    Credited words are claims of their source. What no one is credited with is the outlet's own, and so is what it says
    by the way inside credited words, unless that stands in quotation marks. Sentences that end before `start` yield no
    claims and no voice of their own; they only say what the others refer to.
    """
    references = References(reading, registry)
    note_speakers(references, reading, attributions)
    sentences = tuple(sentence for sentence in reading.sentences if sentence.span.end > start)
    workshop = _Workshop(reading, sentences, registry, references, _outlet(reading, attributions, registry))
    own: dict[str, Attribution] = {}
    claims: dict[str, Claim] = {}
    for found in _all_stated(reading, sentences, attributions):
        attribution = found.attribution or workshop.own_voice(found)
        claim = workshop.claim(found, attribution)
        if claim is None:
            continue
        if found.attribution is None:
            own.setdefault(attribution.id, attribution)
        claims.setdefault(claim.id, claim)
    everyone = sorted((*attributions, *own.values()), key=_place_in_text)
    return tuple(everyone), tuple(claims.values())


def _place_in_text(attribution: Attribution) -> tuple[int, int]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)


def _all_stated(
    reading: Reading, sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...]
) -> Iterator[Statement]:
    near = _by_sentence(reading, ((span, a) for a in attributions for span in (*a.content, *a.source, *a.cue)))
    marks = _by_sentence(reading, ((quotation.span, quotation.span) for quotation in reading.quotations))
    for sentence in sentences:
        yield from statements_of(sentence, near.get(sentence.index, ()), marks.get(sentence.index, ()), reading.text)


def _by_sentence(reading: Reading, placed: Iterable[tuple[Span, _Placed]]) -> dict[int, tuple[_Placed, ...]]:
    """Return what lies in each sentence, by the sentence's index, in the order given and each but once."""
    ends = [sentence.span.end for sentence in reading.sentences]
    found: dict[int, list[_Placed]] = {}
    for span, value in placed:
        index = bisect_right(ends, span.start)
        while index < len(ends) and reading.sentences[index].span.start < span.end:
            here = found.setdefault(index, [])
            if not here or here[-1] is not value:
                here.append(value)
            index += 1
    return {index: tuple(values) for index, values in found.items()}


def _outlet(reading: Reading, attributions: Iterable[Attribution], registry: Registry | None) -> Hop:
    """Return hop 0: the one that the credited words have, or the article's outlet as the registry knows it."""
    first = next((attribution.chain[0] for attribution in attributions if attribution.chain), None)
    if first is not None:
        return first
    name = reading.article.outlet
    resolution = registry.resolve(name, reading.article.published_on) if registry and name else None
    if resolution is None:
        return Hop(name, SourceKind.OUTLET if name else SourceKind.UNKNOWN, via="published")
    source = resolution.source
    return Hop(source.name, source.kind, via="published", registry_id=source.id)


class _Workshop:
    """Makes claims of what was found; holds what one article's claims share."""

    def __init__(
        self,
        reading: Reading,
        sentences: tuple[Sentence, ...],
        registry: Registry | None,
        references: References,
        outlet: Hop,
    ) -> None:
        self._reading = reading
        self._references = references
        self._outlet_hop = outlet
        article = reading.article
        self._naming = Naming(registry, references, article.published_on)
        given = article.published_origin is not PublishedOrigin.TEXT
        self._measured = {
            sentence.index: measures_of(sentence, reading.text, article.published_on, given=given)
            for sentence in sentences
        }

    def own_voice(self, found: Statement) -> Attribution:
        """Return the outlet's own voice over one stretch of a sentence."""
        content = self._own_stretch(found)
        return Attribution(
            id=content_id("attribution", self._reading.article.id, (), (), content),
            kind=AttributionKind.OWN_VOICE,
            stance=Stance.ASSERTS,
            source=(),
            cue=(),
            content=content,
            chain=(self._outlet_hop,),
        )

    def _own_stretch(self, found: Statement) -> Spans:
        """Return the whole sentence where all of it is the outlet's, else the words of the claim."""
        if not found.voices.credited and not found.voices.shell:
            return (found.sentence.span,)
        words = frozenset(i for i in found.proposition.words)
        own = (words & found.voices.own) or words
        return spans_of(found.sentence, own)

    def claim(self, found: Statement, attribution: Attribution) -> Claim | None:
        """Return the claim; None where no words are left to stand alone."""
        sentence, proposition = found.sentence, found.proposition
        speaker = found.attribution
        if is_hollow(proposition) or only_credits(proposition, speaker, self._reading.text):
            return None
        referents = find_referents(
            proposition,
            sentence,
            speaker,
            found.voices.quoted,
            self._references,
            self._naming.canonical,
            self._reading.text,
        )
        changes = standing_alone(proposition, referents, speaker, self._reading.text)
        question = (speaker is not None and speaker.stance is Stance.ASKS and not changes.ahead) or (
            sentence.doc.text.rstrip("\"”'’ ").endswith("?") and proposition.shape is Shape.CLAUSE
        )
        drop = speaker is not None and speaker.kind is not AttributionKind.INDIRECT
        text = worded(proposition, changes, drop_quotes=drop, question=question)
        if not text:
            return None
        frame = frame_of(proposition, self._context(found, referents))
        span = self._span(found)
        identity = content_id("claim", self._reading.article.id, attribution.id, span, text)
        return Claim(identity, attribution.id, sentence.index, span, text, frame)

    def _span(self, found: Statement) -> Spans:
        words = frozenset(found.proposition.words) | frozenset(found.proposition.about)
        kept = sorted(words)
        doc = found.sentence.doc
        while len(kept) > 1 and (doc[kept[0]].is_punct or doc[kept[0]].dep_ == "cc"):
            kept.pop(0)
        while len(kept) > 1 and doc[kept[-1]].is_punct:
            kept.pop()
        return spans_of(found.sentence, frozenset(kept))

    def _context(self, found: Statement, referents: Referents) -> Context:
        said, speaker = tuple(self._said(found)), found.attribution
        return Context(
            sentence=found.sentence,
            measures=self._measured[found.sentence.index],
            said=said,
            naming=self._naming,
            referents=referents,
            attribution=speaker,
            quoted=found.voices.quoted,
            awaited=speaker is not None and is_awaited(speaker, self._reading.text),
        )

    def _said(self, found: Statement) -> Iterator[Span]:
        for attribution, _ in found.voices.credited:
            expected = not attribution.source  # "a meeting is expected on April 25": nobody said it on that day
            if attribution.said is not None and not expected:
                yield from attribution.said.span
