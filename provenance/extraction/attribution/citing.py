"""Steps of a chain that stand beside the cue: "told CNN", "citing the ministry", "quoted Peskov as saying"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.attribution.naming import Naming
from provenance.extraction.attribution.predicates import quoting_verb, subject_of
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Sentence
from provenance.languages.english.sources import AGENCIES, DATA, DOCUMENTS, IMAGES, OUTLETS, PEOPLE
from provenance.languages.words import words
from provenance.model.source import Hop, SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from provenance.registry import Registry

CITING = frozenset(("cite", "quote"))
_CITATIONS = frozenset((("cite", "obj"), ("quote", "obj"), ("cite", "passive obj"), ("refer", "to noun")))
_MEDIA = (SourceKind.AGENCY, SourceKind.OUTLET)
_TALKED_IN = words("interview statement email e-mail conversation message call remark comment letter")


def is_citation(sentence: Sentence, triple: Triple) -> bool:
    """True for "the newspaper cited two sources": it names whom the source has its words from, and no words."""
    if (triple.lemma, triple.frame) not in _CITATIONS:
        return False
    head = _head_of(sentence, triple)
    return head is not None and _can_speak(head)


def _head_of(sentence: Sentence, triple: Triple) -> Token | None:
    tokens = [token for span in triple.content for token in sentence.tokens_in(span)]
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside), None)


def _can_speak(head: Token) -> bool:
    nouns = PEOPLE | AGENCIES | OUTLETS | DOCUMENTS | IMAGES | DATA
    if head.lower_ in nouns or head.lemma_.lower() in nouns:
        return True
    return head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


@dataclass(frozen=True, slots=True)
class Citations:
    """Reads the steps that stand around the cues of one article."""

    naming: Naming
    registry: Registry | None

    def cited(self, sentence: Sentence, triple: Triple) -> Hop | None:
        """Return the hop that a citation names."""
        head = _head_of(sentence, triple)
        return self.naming.hop(sentence, head, "cited") if head is not None else None

    @staticmethod
    def is_part_of(sentence: Sentence, triple: Triple, triples: tuple[Triple, ...]) -> bool:
        """True where another triple has read the citation already: "he said, citing the ministry"."""
        cue = _verb_of(sentence, triple)
        if cue is None:
            return False
        head = sentence.token_span(cue.head)
        return any(
            other is not triple
            and (any(s.covers(triple.place) for s in other.source) or any(s.overlaps(head) for s in other.cue))
            for other in triples
        )

    def hops(self, sentence: Sentence, triple: Triple, via: str) -> tuple[Hop, ...]:
        """Return the hops of a triple: through whom, who, and whom they cite."""
        own = self.naming.hops(sentence, triple.source, via) if triple.source else (_nobody(via),)
        cue = _verb_of(sentence, triple)
        if cue is None:
            return own
        before = self._through(sentence, cue, triple)
        after = self._citing(sentence, cue)
        return (*before, *own, *after)

    def _through(self, sentence: Sentence, cue: Token, triple: Triple) -> tuple[Hop, ...]:
        """Return the outlet that was told it, or that quotes it."""
        quoting = _quoting(cue)
        if quoting is not None and triple.source:
            who, _ = subject_of(quoting)
            agent = _agent(quoting)
            who = agent if any(c.dep_ == "auxpass" for c in quoting.children) or quoting.tag_ == "VBN" else who
            if who is not None and not _inside(sentence, who, triple):
                return (self.naming.hop(sentence, who, "quoted"),)
            return ()
        for medium in _told_to(cue):
            hop = self.naming.hop(sentence, medium, "reported")
            if hop.kind in _MEDIA and not _is_outlet_itself(hop, self.naming, self.registry):
                return (hop,)
        return ()

    def _citing(self, sentence: Sentence, cue: Token) -> tuple[Hop, ...]:
        for child in cue.children:
            if child.lemma_.lower() in CITING and child.dep_ in ("advcl", "acl", "prep", "conj", "pcomp", "xcomp"):
                named = next((c for c in child.children if c.dep_ in ("dobj", "pobj")), None)
                if named is not None and _can_speak(named) and child.tag_ == "VBG":
                    return (self.naming.hop(sentence, named, "cited"),)
        return ()


def _verb_of(sentence: Sentence, triple: Triple) -> Token | None:
    tokens = [token for span in triple.cue for token in sentence.tokens_in(span)]
    verbs = [token for token in tokens if token.pos_ == "VERB"]
    if verbs:
        return verbs[-1] if quoting_verb(verbs[-1]) is not None else verbs[0]
    return tokens[0] if tokens else None


def _quoting(cue: Token) -> Token | None:
    """Return "quoted" of "quoted X as saying"."""
    return quoting_verb(cue)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((named for named in child.children if named.dep_ == "pobj"), None)
    return None


def _told_to(cue: Token) -> list[Token]:
    """Return the noun phrases that were told: "told CNN", "said in an interview with the Times", "told reporters"."""
    found = [child for child in cue.children if child.dep_ in ("dative", "dobj", "iobj") and child.pos_ != "ADP"]
    for prep in cue.children:
        if prep.dep_ not in ("prep", "dative"):
            continue
        for named in prep.children:
            if named.dep_ != "pobj":
                continue
            if prep.lower_ in ("to", "on") and named.ent_type_:
                found.append(named)
            if named.lemma_.lower() in _TALKED_IN:
                found.extend(
                    deeper
                    for inner in named.children
                    if inner.lower_ in ("with", "to", "for", "by", "on")
                    for deeper in inner.children
                    if deeper.dep_ == "pobj"
                )
                found.extend(c for c in named.children if c.dep_ in ("compound", "poss", "nmod") and c.ent_type_)
    return found


def _inside(sentence: Sentence, token: Token, triple: Triple) -> bool:
    place = sentence.token_span(token)
    return any(span.overlaps(place) for span in (*triple.source, *triple.content))


def _is_outlet_itself(hop: Hop, naming: Naming, registry: Registry | None) -> bool:
    if (hop.name or "").lower().startswith(("this ", "our ")):
        return True  # "told this station"
    outlet = naming.reading.article.outlet
    if outlet is None:
        return False
    resolution = registry.resolve(outlet) if registry is not None else None
    if resolution is not None and hop.registry_id is not None:
        return resolution.source.id == hop.registry_id
    return (hop.name or "").casefold() == outlet.casefold()


def _nobody(via: str) -> Hop:
    """Return the hop of words that are credited to nobody in particular: "is reported to", "the claim that"."""
    return Hop(None, SourceKind.UNKNOWN, via=via)
