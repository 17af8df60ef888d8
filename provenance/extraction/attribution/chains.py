"""From triples to attributions: who had it from whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.citing import Citations, is_citation
from provenance.extraction.attribution.form import confidence_of, kind_of, outlet_hop
from provenance.extraction.attribution.naming import Naming
from provenance.extraction.attribution.said import SayingTimes
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.coreference import References
from provenance.extraction.mentions import speaker
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.stances import stance_of, told
from provenance.model.attribution import Attribution
from provenance.model.identity import content_id
from provenance.model.source import Hop

if TYPE_CHECKING:
    from provenance.registry import Registry

_NESTS = frozenset(("that", "that before", "around", "wh", "quoted", "colon", "passive that", "passive to"))
_MOST_BEFORE = 50  # attributions; what was credited before these is not spoken of any more
_NEAR = 8  # triples before and after one that may hold it
_FAR = 2  # sentences: "The newspaper cited two sources" speaks of what it reported just before


@dataclass(frozen=True, slots=True)
class Link:
    """A triple with the sentence that its cue stands in, and the hops that its own words give."""

    triple: Triple
    sentence: Sentence
    hops: tuple[Hop, ...]


class Chains:
    """Makes the attributions of one article."""

    def __init__(self, reading: Reading, registry: Registry | None) -> None:
        self._reading = reading
        self._references = References(reading, registry)
        self._naming = Naming(reading, registry, self._references)
        self._citations = Citations(self._naming, registry)
        self._times = SayingTimes(reading)
        self._outlet = outlet_hop(reading.article, registry)

    def attributions(self, triples: tuple[Triple, ...]) -> tuple[Attribution, ...]:
        """Return an attribution for each triple that credits words; one that only names whom it has them from lengthens
        the chain before it.
        """
        links: list[Link] = []
        for place, triple in enumerate(triples):
            sentence = self._sentence(triple)
            if sentence is None:
                continue
            if is_citation(sentence, triple) and (
                self._citations.is_part_of(sentence, triple, triples) or self._lengthened(links, triple, sentence)
            ):
                continue
            link = Link(triple, sentence, self._citations.hops(sentence, triple, told(triple.lemma, triple.frame)))
            self._note(link, triples[max(0, place - _NEAR) : place + _NEAR])
            links.append(link)
        near = _neighbours(links)
        kept = [(link, near[index]) for index, link in enumerate(links) if self._is_own(link, near[index])]
        return tuple(self._attribution(link, self._around(link, beside)) for link, beside in kept)

    def _sentence(self, triple: Triple) -> Sentence | None:
        return self._reading.sentence_at(triple.place.start)

    def _note(self, link: Link, triples: tuple[Triple, ...]) -> None:
        nested = any(_holds(other, link.triple) for other in triples if other is not link.triple)
        mention = speaker(link.hops[-1], link.sentence.index, nested=nested)
        if mention is not None:
            self._references.note_speaker(mention)

    def _lengthened(self, links: list[Link], triple: Triple, sentence: Sentence) -> bool:
        """Add whom a source cites to what it was credited with just before; False where nothing went before."""
        citing = self._naming.hops(sentence, triple.source, "cited")[-1]
        cited = self._citations.cited(sentence, triple)
        if cited is None:
            return False
        latest_first = range(len(links) - 1, max(-1, len(links) - _MOST_BEFORE), -1)
        near = sorted(
            index
            for index in latest_first
            if sentence.index - links[index].sentence.index <= _FAR and _same(links[index].hops[-1], citing)
        )
        if not near:
            return False
        latest = links[near[-1]].sentence.index
        for index in near:
            if links[index].sentence.index == latest:
                links[index] = replace(links[index], hops=(*links[index].hops, cited))
        return True

    def _around(self, link: Link, links: list[Link]) -> list[Link]:
        """Return the links whose content holds this one's cue, the outermost first."""
        holders = [other for other in links if other is not link and _holds(other.triple, link.triple)]
        return sorted(holders, key=lambda other: -sum(len(span) for span in other.triple.content))

    def _is_own(self, link: Link, links: list[Link]) -> bool:
        """False for what is only part of another's content. Who hands words on is credited with handing them on."""
        holders = self._around(link, links)
        return not holders or _passes_on(link, holders[-1])

    def _attribution(self, link: Link, holders: list[Link]) -> Attribution:
        triple = link.triple
        outer = [hop for holder in holders if _passes_on(link, holder) for hop in holder.hops]
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


def _neighbours(links: list[Link]) -> list[list[Link]]:
    """Return for each link those whose words, from the first to the last, reach into its own."""
    reach = [
        (min(span.start for span in words), max(span.end for span in words))
        for link in links
        for words in [(*link.triple.source, *link.triple.cue, *link.triple.content)]
    ]
    near: list[list[Link]] = [[] for _ in links]
    order = sorted(range(len(links)), key=lambda index: reach[index])
    for position, index in enumerate(order):
        for other in order[position + 1 :]:
            if reach[other][0] >= reach[index][1]:
                break
            near[index].append(links[other])
            near[other].append(links[index])
    return near


def _same(a: Hop, b: Hop) -> bool:
    if a.registry_id and b.registry_id:
        return a.registry_id == b.registry_id
    return a.name is not None and a.name == b.name


def _holds(outer: Triple, inner: Triple) -> bool:
    """True where the outer content holds the inner cue, and not the other way round as well."""
    cue = inner.place
    if not any(span.covers(cue) for span in outer.content):
        return False
    return not any(span.covers(outer.place) for span in inner.content)


def _passes_on(inner: Link, outer: Link) -> bool:
    """True where the outer source hands on what another source said, rather than speak of itself or of wishes."""
    triple = inner.triple
    if triple.frame not in _NESTS or not triple.source or outer.triple.frame not in _NESTS:
        return False
    if triple.lemma not in SPEECH and triple.lemma not in ("according to", ":", "show", "find"):
        return False
    source = inner.hops[-1]
    return source.anonymous or (source.name is not None and not _same(source, outer.hops[-1]))


def _without_repeats(hops: list[Hop], outlet: Hop) -> list[Hop]:
    """Return the hops without one that names the source before it again."""
    result: list[Hop] = []
    for hop in hops:
        before = result[-1] if result else outlet
        if before.name is not None and _same(before, hop) and result:
            continue
        result.append(hop)
    return result
