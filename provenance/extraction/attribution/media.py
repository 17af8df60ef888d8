"""Outlets and agencies among the words: "Slovak daily Novy Kraj", "NBC's morning show", "a Reuters report"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.extraction.attribution.edges import before, phrase_of, without_time
from provenance.extraction.attribution.naming import Naming
from provenance.extraction.attribution.phrases import is_camera, without_article
from provenance.extraction.attribution.steps import is_paper
from provenance.extraction.attribution.stretches import trimmed
from provenance.extraction.reading import Sentence
from provenance.languages.english.passing_on import CITES
from provenance.languages.english.sources import AGENCIES, OUTLETS
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

    from provenance.registry import Registry

MEDIA = (SourceKind.AGENCY, SourceKind.OUTLET)
_CALLED = re.compile(
    r"\s(?:news agency|agency|newspaper|daily|television|tv|channel|radio|network|website)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Media:
    """Names the outlets of one article, and whatever else a step names."""

    naming: Naming
    registry: Registry | None

    def named(self, sentence: Sentence, head: Token, via: str) -> tuple[Hop, ...]:
        """Return the hops of a noun phrase: whose paper it is, and whom it cites itself."""
        by = author_of(head) if is_paper(head) else None
        if by is not None:
            whose = self.named(sentence, by, via)[0]
            return (replace(whose, role=whose.role or head.lemma_.lower()),)
        hops = self.naming.hops(sentence, phrase_of(sentence, head), via)
        return self.apart((self.as_medium(hops[0], head, sentence), *hops[1:]), sentence)

    def of_source(self, hop: Hop, head: Token, sentence: Sentence, source: Spans) -> Hop:
        """Return the source's hop, as an outlet's where that is known: "a Reuters report", "Japan's NHK"."""
        if is_paper(head) and head.pos_ == "NOUN":
            whose = next((c for c in head.children if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"), None)
            whose = None if whose is not None and is_camera(whose) else whose
            words = (sentence.tokens_span(head.doc[whose.left_edge.i : whose.i + 1]),) if whose is not None else ()
            medium = self.known(replace(hop, span=words)) if hop.registry_id is None else None
            return replace(medium, span=hop.span, role=head.lemma_.lower()) if medium is not None else hop
        called = head.lower_ in OUTLETS | AGENCIES
        if head.pos_ != "PROPN" and not called:
            return hop
        whole = self.known(replace(hop, span=source)) if hop.registry_id is None else None
        return whole or without_time(self.as_medium(hop, head, sentence))

    def as_medium(self, hop: Hop, head: Token, sentence: Sentence) -> Hop:
        """Return the hop, as an outlet's where its words call it one: "Slovak daily Novy Kraj", "NBC's show"."""
        if hop.registry_id is not None or hop.anonymous:
            return hop
        if (owner := owner_of(head)) is not None:
            known = self.known(replace(hop, span=(sentence.tokens_span(head.doc[owner.left_edge.i : owner.i + 1]),)))
            return replace(known, span=hop.span) if known is not None else hop
        if head.pos_ != "PROPN":
            return hop
        if (known := self.known(hop)) is not None:
            return known
        before = [t for span in hop.span for t in sentence.tokens_in(span) if t.i < head.i]
        called = [t for t in before if t.lower_ in OUTLETS | AGENCIES]
        if hop.kind in MEDIA or not called or called[-1].pos_ == "PROPN":
            return hop
        kind = SourceKind.AGENCY if called[-1].lower_ in AGENCIES else SourceKind.OUTLET
        name = head.doc[called[-1].i + 1 : head.i + 1].text
        return replace(hop, name=name, kind=kind, role=called[-1].lower_)

    def known(self, hop: Hop) -> Hop | None:
        """Return the hop as the registry knows its words, or those after "Hong Kong's"; None where it does not."""
        if self.registry is None or not hop.span:
            return None
        words = without_article(hop.span[-1].of(self.naming.reading.text).strip(" ,"))
        last = re.split(r"['’]s ", words)[-1]
        for name in (words, last, _CALLED.sub("", last)):
            found = self.registry.resolve(name, self.naming.reading.article.published_on)
            if found is not None and found.source.kind in MEDIA:
                source = found.source
                return replace(
                    hop, name=source.name, kind=source.kind, registry_id=source.id, anonymous=False, count=None
                )
        return None

    def apart(self, hops: tuple[Hop, ...], sentence: Sentence) -> tuple[Hop, ...]:
        """Return the hops, none with the words of the one that follows among its own."""
        result = list(hops)
        for index, (hop, following) in enumerate(pairwise(hops)):
            if not hop.span or not following.span or not hop.span[-1].covers(following.span[0]):
                continue
            words = sentence.tokens_in(hop.span[-1])
            clause = next((t for t in words if t.lemma_.lower() in CITES or t.tag_ in ("WDT", "WP")), None)
            if clause is not None and hop.span[-1].start < sentence.token_span(clause).start:
                result[index] = replace(hop, span=before(hop.span, sentence.token_span(clause).start))
        return tuple(replace(hop, span=trimmed(hop.span, self.naming.reading.text)) for hop in result)

    def is_outlet_itself(self, hop: Hop) -> bool:
        if (hop.name or "").lower().startswith(("this ", "our ")):
            return True  # "told this station"
        outlet = self.naming.reading.article.outlet
        if outlet is None:
            return False
        resolution = self.registry.resolve(outlet) if self.registry is not None else None
        if resolution is not None and hop.registry_id is not None:
            return resolution.source.id == hop.registry_id
        return (hop.name or "").casefold() == outlet.casefold()


def owner_of(noun: Token) -> Token | None:
    """Return the body whose programme or report it is: "NBC's morning show"."""
    return next((c for c in noun.children if c.dep_ == "poss" and c.ent_type_ in ("ORG", "PRODUCT")), None)


def author_of(paper: Token) -> Token | None:
    """Return who made a paper: "a statement from the hospital", "a report by the ministry"."""
    for prep in paper.children:
        if prep.lower_ in ("by", "from") and prep.dep_ in ("prep", "agent"):
            return next((c for c in prep.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")), None)
    return None
