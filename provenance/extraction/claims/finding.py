"""From a reading and its credited words to claims, the outlet's own voice included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.claims.asides import find_asides
from provenance.extraction.claims.frames import Context, frame_of, spans_of
from provenance.extraction.claims.headlines import headline, is_headline
from provenance.extraction.claims.own_voice import (
    credited_words,
    is_hollow,
    is_own_statement,
    is_silence,
    only_credits,
    own_words,
    whole_statement,
)
from provenance.extraction.claims.participants import Naming
from provenance.extraction.claims.phrases import (
    act_around,
    clause_around,
    find_phrase,
    is_event,
    is_told,
    standing_alone,
    with_complements,
    with_governor,
)
from provenance.extraction.claims.propositions import (
    Proposition,
    Shape,
    find_propositions,
)
from provenance.extraction.claims.references import Referents, find_referents
from provenance.extraction.claims.slots import measures_of
from provenance.extraction.claims.speakers import note_speakers
from provenance.extraction.claims.voices import Voices, voices_of
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


_FRAGMENT = 4  # words: a shorter fragment without a verb, though a source says it, states nothing


@dataclass(frozen=True, slots=True)
class _Found:
    """A proposition of a sentence and whose it is; None: the outlet's own."""

    sentence: Sentence
    proposition: Proposition
    voices: Voices
    attribution: Attribution | None


def find_claims(
    reading: Reading, attributions: tuple[Attribution, ...], registry: Registry | None
) -> tuple[tuple[Attribution, ...], tuple[Claim, ...]]:
    """Return the attributions with those of the outlet's own voice added, and the claims in the order of the text.

    Credited words are claims of their source. What no one is credited with is the outlet's own, and so is what it says
    by the way inside credited words, unless that stands in quotation marks.
    """
    references = References(reading, registry)
    note_speakers(references, reading, attributions)
    workshop = _Workshop(reading, registry, references, _outlet(reading, attributions, registry))
    own: dict[str, Attribution] = {}
    claims: dict[str, Claim] = {}
    for found in _all_found(reading, attributions):
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


def _all_found(reading: Reading, attributions: tuple[Attribution, ...]) -> Iterator[_Found]:
    marks = [quotation.span for quotation in reading.quotations]
    for sentence in reading.sentences:
        near = [span for span in marks if span.overlaps(sentence.span)]
        yield from _of_sentence(sentence, voices_of(sentence, attributions, near), reading.text)


def _of_sentence(sentence: Sentence, voices: Voices, text: str) -> Iterator[_Found]:
    """Yield what the sentence states, voice by voice in the order of the text."""
    if is_headline(sentence.doc):
        return _of_headline(sentence, voices)
    asides = [aside for aside in find_asides(sentence.doc) if not _only_looks_apposed(aside, sentence, voices)]
    found: list[_Found] = []
    for attribution, words in voices.credited:
        if is_silence(attribution, text):
            continue
        whole = credited_words(sentence, voices, attribution, words)
        inner = [with_governor(p) for p in find_propositions(sentence.doc, whole, asides)]
        if not inner and attribution.stance is not Stance.DECLINES:
            phrase = find_phrase(sentence.doc, words, asides)
            act = act_around(phrase, asides) if phrase is not None else None
            clause = clause_around(phrase, asides) if phrase is not None and attribution.root.name is None else None
            if clause is not None:
                inner = [clause]
            elif act is not None:
                found.append(_Found(sentence, act, voices, None))
            elif phrase is not None and _tells(phrase, attribution):
                inner = [with_complements(phrase, voices.own)]
        found += [_Found(sentence, proposition, voices, attribution) for proposition in inner]
    for proposition in find_propositions(sentence.doc, own_words(sentence, voices), asides):
        if is_own_statement(proposition, voices):
            found.append(_Found(sentence, proposition, voices, None))
    found = [f for f in found if not _is_part_of_another(f, found)]
    if not found and (told := whole_statement(sentence, voices, asides)) is not None:
        found.append(_Found(sentence, told, voices, None))
    found += [_Found(sentence, aside, voices, _owner_of(aside, voices)) for aside in asides]
    return iter(sorted(found, key=lambda f: min(f.proposition.words)))


def _only_looks_apposed(aside: Proposition, sentence: Sentence, voices: Voices) -> bool:
    """True for a crediting that the parse hangs on the noun before it: "..., Vladivostok, a correspondent reported"."""
    cues = [span for attribution, _ in voices.credited for span in attribution.cue]
    return aside.shape is Shape.APPOSITION and any(
        span.overlaps(sentence.token_span(sentence.doc[i])) for span in cues for i in aside.words
    )


def _is_part_of_another(found: _Found, others: list[_Found]) -> bool:
    """True for a clause of the outlet's that another of its clauses holds whole, with more words."""
    if found.attribution is not None:
        return False
    words = set(found.proposition.words)
    return any(
        other.attribution is None
        and other.proposition.head == found.proposition.head
        and words < set(other.proposition.words)
        for other in others
    )


def _tells(phrase: Proposition, attribution: Attribution) -> bool:
    """True for an event, and for a fragment that a source says as it stands ("A circus?" he said)."""
    if attribution.stance is Stance.ASKS:
        return False
    long = sum(t.is_alpha for t in phrase.tokens()) >= _FRAGMENT
    return is_event(phrase) or is_told(phrase) or (long and attribution.kind is AttributionKind.DIRECT)


def _of_headline(sentence: Sentence, voices: Voices) -> Iterator[_Found]:
    """Yield a headline's words whole, voice by voice: capitals lead the parser astray."""
    told = headline(sentence.doc, voices.own) if not voices.credited else None
    parts = [(a, headline(sentence.doc, words)) for a, words in voices.credited]
    return iter([_Found(sentence, p, voices, a) for a, p in [*parts, (None, told)] if p is not None])


def _owner_of(aside: Proposition, voices: Voices) -> Attribution | None:
    """Return whose an aside is: the outlet's, unless it stands inside the quotation marks of a source's words."""
    if not set(aside.words) <= voices.quoted:
        return None
    return next((a for a, words in voices.credited if set(aside.words) <= words | set(aside.about)), None)


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

    def __init__(self, reading: Reading, registry: Registry | None, references: References, outlet: Hop) -> None:
        self._reading = reading
        self._references = references
        self._outlet_hop = outlet
        article = reading.article
        self._naming = Naming(registry, references, article.published_on)
        given = article.published_origin is not PublishedOrigin.TEXT
        self._measured = {
            sentence.index: measures_of(sentence, reading.text, article.published_on, given=given)
            for sentence in reading.sentences
        }

    def own_voice(self, found: _Found) -> Attribution:
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

    def _own_stretch(self, found: _Found) -> Spans:
        """Return the whole sentence where all of it is the outlet's, else the words of the claim."""
        if not found.voices.credited and not found.voices.shell:
            return (found.sentence.span,)
        words = frozenset(i for i in found.proposition.words)
        own = (words & found.voices.own) or words
        return spans_of(found.sentence, own)

    def claim(self, found: _Found, attribution: Attribution) -> Claim | None:
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
        question = (speaker is not None and speaker.stance is Stance.ASKS) or (
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

    def _span(self, found: _Found) -> Spans:
        words = frozenset(found.proposition.words) | frozenset(found.proposition.about)
        kept = sorted(words)
        doc = found.sentence.doc
        while len(kept) > 1 and (doc[kept[0]].is_punct or doc[kept[0]].dep_ == "cc"):
            kept.pop(0)
        while len(kept) > 1 and doc[kept[-1]].is_punct:
            kept.pop()
        return spans_of(found.sentence, frozenset(kept))

    def _context(self, found: _Found, referents: Referents) -> Context:
        said = tuple(self._said(found))
        return Context(
            sentence=found.sentence,
            measures=self._measured[found.sentence.index],
            said=said,
            naming=self._naming,
            referents=referents,
            attribution=found.attribution,
            quoted=found.voices.quoted,
        )

    def _said(self, found: _Found) -> Iterator[Span]:
        for attribution, _ in found.voices.credited:
            expected = not attribution.source  # "a meeting is expected on April 25": nobody said it on that day
            if attribution.said is not None and not expected:
                yield from attribution.said.span
