"""From triples to attributions: who had it from whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from provenance.extraction.attribution.citing import Citations, is_citation
from provenance.extraction.attribution.form import confidence_of, kind_of, outlet_hop
from provenance.extraction.attribution.media import Media
from provenance.extraction.attribution.mending import mended, without_that
from provenance.extraction.attribution.naming import Naming
from provenance.extraction.attribution.nearby import reach
from provenance.extraction.attribution.nesting import Link, contains, holds, passes_on, rescoped, same
from provenance.extraction.attribution.said import SayingTimes
from provenance.extraction.attribution.sequels import carried_on
from provenance.extraction.attribution.steps import Assigned, Part, assign, can_speak, steps_in
from provenance.extraction.attribution.stretches import without
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.unseen import with_unseen
from provenance.extraction.coreference import References
from provenance.extraction.mentions import speaker
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.passing_on import CITES
from provenance.languages.english.stances import stance_of, told
from provenance.model.attribution import Attribution
from provenance.model.identity import content_id
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from provenance.registry import Registry

_MOST_BEFORE = 50  # attributions; what was credited before these is not spoken of any more
_NEAR = 8  # triples before and after one that may hold it
_FAR = 2  # sentences: "The newspaper cited two sources" speaks of what it reported just before
_NONE = Assigned(())


class Chains:
    """Makes the attributions of one article."""

    def __init__(self, reading: Reading, registry: Registry | None) -> None:
        self._reading = reading
        self._references = References(reading, registry)
        self._naming = Naming(reading, registry, self._references)
        self._citations = Citations(self._naming, Media(self._naming, registry))
        self._times = SayingTimes(reading)
        self._outlet = outlet_hop(reading.article, registry)

    def attributions(self, triples: tuple[Triple, ...]) -> tuple[Attribution, ...]:
        """Return an attribution for each triple that credits words; one that only names whom it has them from lengthens
        the chain before it.
        """
        links: list[Link] = []
        triples = with_unseen(self._reading, triples)
        for place, (triple, sentence, beside) in enumerate(self._with_steps(triples)):
            if sentence is None:
                continue
            if is_citation(sentence, triple) and (
                self._citations.is_part_of(sentence, triple, triples) or self._lengthened(links, triple, sentence)
            ):
                continue
            if (triple.lemma, triple.frame) == ("cite", "obj") and not _words(triple, sentence):
                continue
            hops = self._citations.hops(sentence, triple, told(triple.lemma, triple.frame), beside)
            link = Link(triple, sentence, carried_on(hops, sentence, links, self._reading.text))
            self._note(link, triples[max(0, place - _NEAR) : place + _NEAR])
            links.append(link)
        links = rescoped(links, _neighbours(links), self._reading.text)
        near = _neighbours(links)
        kept = [(link, near[index]) for index, link in enumerate(links) if self._is_own(link, near[index])]
        return tuple(self._attribution(link, self._around(link, beside)) for link, beside in kept)

    def _with_steps(self, triples: tuple[Triple, ...]) -> Iterator[tuple[Triple, Sentence | None, Assigned]]:
        """Yield each triple with its sentence and the steps that belong to it, which are no part of anybody's words."""
        for sentence, group in groupby(triples, key=self._sentence):
            here = list(group)
            steps = steps_in(self._reading, sentence) if sentence is not None else ()
            if sentence is None or not (steps or _quotes(sentence)):
                yield from ((triple, sentence, _NONE) for triple in here)
                continue
            here = list(mended(self._reading, sentence, steps, here))
            hands_on = [self._citations.hands_on(sentence, triple) for triple in here]
            assigned = assign(sentence, steps, here, hands_on)
            for place, triple in enumerate(here):
                yield self._without_steps(triple, sentence, assigned), sentence, assigned.get(place, _NONE)

    def _without_steps(self, triple: Triple, sentence: Sentence, assigned: dict[int, Assigned]) -> Triple:
        """Return the triple without ", citing X" at the end of its content."""
        content = triple.content
        for step in (step for one in assigned.values() for step in one.of(Part.CITED)):
            named = sentence.doc[step.named]
            if not can_speak(named):
                continue
            start = sentence.token_span(sentence.doc[step.anchor]).start
            hole = Span(start, max(sentence.token_span(token).end for token in _phrase_of(named)))
            if any(span.covers(hole) and (span.end - hole.end < 3 or hole.start - span.start < 3) for span in content):
                content = without_that(
                    tuple(part for span in content for part in without(span, (hole,))), self._reading.text
                )
        return replace(triple, content=content) if content and content != triple.content else triple

    def _sentence(self, triple: Triple) -> Sentence | None:
        return self._reading.sentence_at(triple.place.start)

    def _note(self, link: Link, triples: tuple[Triple, ...]) -> None:
        nested = any(contains(other, link.triple) for other in triples if other is not link.triple)
        mention = speaker(link.hops[-1], link.sentence.index, nested=nested)
        if mention is not None:
            self._references.note_speaker(mention)

    def _lengthened(self, links: list[Link], triple: Triple, sentence: Sentence) -> bool:
        """Add whom a source cites to what it was credited with just before; False where nothing went before."""
        citing = self._naming.hops(sentence, triple.source, "cited")[-1]
        cited = self._citations.cited(sentence, triple)
        if not cited:
            return False
        latest_first = range(len(links) - 1, max(-1, len(links) - _MOST_BEFORE), -1)
        near = sorted(
            index
            for index in latest_first
            if sentence.index - links[index].sentence.index <= _FAR
            and (same(links[index].hops[-1], citing) or self._is_it(links[index], citing, sentence))
        )
        if not near:
            return False
        latest = links[near[-1]].sentence.index
        for index in near:
            if links[index].sentence.index == latest:
                links[index] = replace(links[index], hops=(*links[index].hops, *cited))
        return True

    def _is_it(self, link: Link, citing: Hop, sentence: Sentence) -> bool:
        """True for the "it" of "It cited two sources" where a body was credited in the sentence before."""
        words = [span.of(self._reading.text).lower() for span in citing.span]
        if citing.name is not None or words != ["it"] or sentence.index - link.sentence.index != 1:
            return False
        last = link.hops[-1]
        return last.name is not None and not last.anonymous and last.kind is not SourceKind.PERSON

    def _around(self, link: Link, links: list[Link]) -> list[Link]:
        """Return the links whose content holds this one's cue, the outermost first."""
        holders = [other for other in links if other is not link and holds(other, link)]
        return sorted(holders, key=lambda other: -sum(len(span) for span in other.triple.content))

    def _is_own(self, link: Link, links: list[Link]) -> bool:
        """False for what is only part of another's content. Who hands words on is credited with handing them on."""
        holders = self._around(link, links)
        return not holders or passes_on(link, holders[-1])

    def _attribution(self, link: Link, holders: list[Link]) -> Attribution:
        triple = link.triple
        outer = [hop for holder in holders if passes_on(link, holder) for hop in holder.hops]
        chain = (self._outlet, *_without_repeats([*outer, *link.hops], self._outlet))
        negated = any(t.dep_ == "neg" for span in triple.cue for t in link.sentence.tokens_in(span))
        return Attribution(
            id=content_id("attribution", self._reading.article.id, triple.source, triple.cue, triple.content),
            kind=kind_of(self._reading, triple.content),
            stance=stance_of(triple.lemma, triple.frame, negated=negated),
            source=triple.source,
            cue=triple.cue,
            content=triple.content,
            chain=chain,
            said=self._times.of(link.sentence, triple),
            confidence=round(triple.confidence * confidence_of(triple.frame), 2),
        )


def _phrase_of(named: Token) -> Iterator[Token]:
    """Yield the words of a noun phrase up to a comma."""
    for token in named.doc[named.left_edge.i : named.right_edge.i + 1]:
        if token.i > named.i and token.text == ",":
            return
        yield token


def _quotes(sentence: Sentence) -> bool:
    return any(token.lemma_.lower() in CITES for token in sentence.doc)


def _neighbours(links: list[Link]) -> list[list[Link]]:
    """Return for each link those whose words, from the first to the last, reach into its own."""
    reaches = [reach(link.triple) for link in links]
    near: list[list[Link]] = [[] for _ in links]
    order = sorted(range(len(links)), key=lambda index: reaches[index])
    for position, index in enumerate(order):
        for other in order[position + 1 :]:
            if reaches[other].start >= reaches[index].end:
                break
            near[index].append(links[other])
            near[other].append(links[index])
    return near


def _words(triple: Triple, sentence: Sentence) -> bool:
    """True where what is cited is words rather than somebody."""
    tokens = [token for span in triple.content for token in sentence.tokens_in(span)]
    return any(token.pos_ in ("VERB", "AUX") or token.is_quote for token in tokens) or not is_citation(sentence, triple)


def _without_repeats(hops: list[Hop], outlet: Hop) -> list[Hop]:
    """Return the hops without one that names the source before it again."""
    result: list[Hop] = []
    for hop in hops:
        before = result[-1] if result else outlet
        if before.name is not None and same(before, hop) and result:
            continue
        result.append(hop)
    return result
