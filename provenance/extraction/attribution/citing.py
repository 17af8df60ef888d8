"""The hops of one crediting: through whom it came, who is credited, and whom they cite."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from provenance.extraction.attribution.mending import saying
from provenance.extraction.attribution.naming import Naming
from provenance.extraction.attribution.phrases import head_of, without_article, words_around
from provenance.extraction.attribution.predicates import quoting_verb, subject_of
from provenance.extraction.attribution.steps import Assigned, Part, Step, can_speak, is_paper, phrase_after
from provenance.extraction.attribution.stretches import trimmed
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Sentence
from provenance.languages.english.passing_on import CITES, CLOSE_TO
from provenance.languages.english.sources import AGENCIES, OUTLETS, PEOPLE
from provenance.languages.english.stances import told
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

    from provenance.registry import Registry

MEDIA = (SourceKind.AGENCY, SourceKind.OUTLET)
_NO_STEPS = Assigned(())
_CITATIONS = frozenset((("cite", "obj"), ("quote", "obj"), ("cite", "passive obj"), ("refer", "to noun")))
_TIME = re.compile(r"\s*\d{1,2}[:.h]\d{2}\s*(?:[A-Z]{2,4}\b|[ap]\.?m\.?)?\s*[-–—:|]?\s*")  # of a live blog's entry


def is_citation(sentence: Sentence, triple: Triple) -> bool:
    """True for "the newspaper cited two sources": it names whom the source has its words from, and no words."""
    if (triple.lemma, triple.frame) not in _CITATIONS:
        return False
    head = _head_of(sentence, triple)
    return head is not None and can_speak(head)


def _head_of(sentence: Sentence, triple: Triple) -> Token | None:
    tokens = [token for span in triple.content for token in sentence.tokens_in(span)]
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside), None)


@dataclass(frozen=True, slots=True)
class Citations:
    """Reads the steps that stand around the cues of one article."""

    naming: Naming
    registry: Registry | None

    def cited(self, sentence: Sentence, triple: Triple) -> tuple[Hop, ...]:
        """Return the hops that a citation names."""
        head = _head_of(sentence, triple)
        return self.named(sentence, head, "cited") if head is not None else ()

    def named(self, sentence: Sentence, head: Token, via: str) -> tuple[Hop, ...]:
        """Return the hops of a noun phrase: whose paper it is, and whom it cites itself."""
        by = _author_of(head) if is_paper(head) else None
        if by is not None:
            whose = self.named(sentence, by, via)[0]
            return (replace(whose, role=whose.role or head.lemma_.lower()),)
        hops = self.naming.hops(sentence, _phrase(sentence, head), via)
        return self._apart((self.as_medium(hops[0], head), *hops[1:]), sentence)

    @staticmethod
    def is_part_of(sentence: Sentence, triple: Triple, triples: tuple[Triple, ...]) -> bool:
        """True where another triple has read the citation already: "he said, citing the ministry"."""
        cue = _verb_of(sentence, triple)
        if cue is None:
            return False
        head = sentence.token_span(cue.head)
        return any(
            other.cue != triple.cue
            and (any(s.covers(triple.place) for s in other.source) or any(s.overlaps(head) for s in other.cue))
            for other in triples
        )

    def hands_on(self, sentence: Sentence, triple: Triple) -> bool:
        """True where the source is an outlet or an agency, which has its words from others."""
        source = _own_source(sentence, triple.source, None)
        return bool(source) and self.naming.hops(sentence, source, "said")[0].kind in MEDIA

    def hops(self, sentence: Sentence, triple: Triple, via: str, beside: Assigned = _NO_STEPS) -> tuple[Hop, ...]:
        """Return the hops of a triple: through whom, who, and whom they cite."""
        cue = _verb_of(sentence, triple)
        cut = _cut(sentence, triple, beside)
        own = self._own(sentence, triple, via, cut)
        if cue is not None and (quoted := self._quoted(sentence, cue, triple)) is not None:
            own = quoted
        author = self._author(sentence, triple, beside, own)
        before = self._through(sentence, cue, triple, beside) if cue is not None else ()
        after = tuple(hop for step in beside.of(Part.CITED) for hop in self._citing(sentence, step, own[-1]))
        if after:
            own = own[:1] if len(own) > 1 and own[-1].via == "cited" else own
        return self._apart((*before, *(author or own), *after), sentence)

    def _own(self, sentence: Sentence, triple: Triple, via: str, cut: int | None) -> tuple[Hop, ...]:
        source = _own_source(sentence, triple.source, cut)
        if not source:
            return (_nobody(via),)
        found = self.naming.hops(sentence, source, via)
        head = head_of([token for span in source for token in sentence.tokens_in(span)])
        if head is not None:
            found = (self._medium_of(found[0], head, sentence, source), *found[1:])
        return tuple(replace(hop, span=_before(hop.span, cut)) for hop in found) if cut is not None else found

    def _medium_of(self, hop: Hop, head: Token, sentence: Sentence, source: Spans) -> Hop:
        """Return the source's hop, as an outlet's where that is known: "a Reuters report", "Japan's NHK"."""
        if is_paper(head) and head.pos_ == "NOUN":
            whose = next((c for c in head.children if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"), None)
            words = (sentence.tokens_span(head.doc[whose.left_edge.i : whose.i + 1]),) if whose is not None else ()
            medium = self._known_medium(replace(hop, span=words)) if hop.registry_id is None else None
            return replace(medium, span=hop.span, role=head.lemma_.lower()) if medium is not None else hop
        if head.pos_ != "PROPN":
            return hop
        whole = self._known_medium(replace(hop, span=source)) if hop.registry_id is None else None
        return whole or _without_time(self.as_medium(hop, head))

    def _quoted(self, sentence: Sentence, verb: Token, triple: Triple) -> tuple[Hop, ...] | None:
        """Return the hops of '"...," TASS quoted Lund as saying', where the engine has credited the one who quotes."""
        if verb.lemma_.lower() not in CITES or not triple.source:
            return None
        said = saying(verb)
        if said is None:
            return None
        via = told(said.lemma_.lower())
        said_by = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
        said_by = said_by or phrase_after(verb.doc, verb.i + 1)
        if said_by is None or _inside(sentence, said_by, triple.content):
            return None
        if _inside(sentence, said_by, triple.source):
            return self.naming.hops(sentence, triple.source, via)
        quoting = self.naming.hops(sentence, triple.source, "quoted")
        return (*quoting, *self.naming.hops(sentence, _phrase(sentence, said_by), via))

    def _author(self, sentence: Sentence, triple: Triple, beside: Assigned, own: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """Return whose paper says it: "court papers filed by prosecutors"; nothing where that is not told."""
        for step in beside.of(Part.AUTHORED, Part.CARRIED):
            anchor, named = sentence.doc[step.anchor], sentence.doc[step.named]
            paper = next((t for t in reversed(list(anchor.lefts) or [anchor.head]) if t.i < anchor.i), anchor.head)
            if not _inside(sentence, anchor, triple.source) or not is_paper(paper):
                continue
            hop = self.named(sentence, named, own[0].via)[0]
            return (replace(hop, role=hop.role or paper.lemma_.lower()),)
        return ()

    def _through(self, sentence: Sentence, cue: Token, triple: Triple, beside: Assigned) -> tuple[Hop, ...]:
        """Return the outlets that quote it, carried it, or were told it; the nearest to the reader first."""
        found: list[Hop] = []
        if (quoting := self._quoting(sentence, cue, triple)) is not None:
            found.append(quoting)
        for step in beside.of(Part.QUOTED, Part.CARRIED, Part.SEEN):
            anchor = sentence.doc[step.anchor]
            authored = _inside(sentence, anchor, triple.source) and step.part is Part.CARRIED and is_paper(anchor.head)
            if not authored:
                via = "quoted" if step.part is Part.QUOTED else "reported"
                found.append(self.named(sentence, sentence.doc[step.named], via)[0])
        for medium in _told_to(cue):
            if not _inside(sentence, medium, triple.content):
                found.append(self.as_medium(self.naming.hop(sentence, medium, "reported"), medium))
        result: list[Hop] = []
        for hop in found:
            if hop.via == "quoted" or (hop.kind in MEDIA and not self._is_outlet_itself(hop)):
                if not any(hop.span == other.span or hop.name == other.name for other in result):
                    result.append(hop)
        return tuple(result)

    def _quoting(self, sentence: Sentence, cue: Token, triple: Triple) -> Hop | None:
        """Return who quotes: "TASS quoted X as saying", "X was quoted by TASS as saying", "... as saying by TASS"."""
        verb = quoting_verb(cue) or (cue if cue.lemma_.lower() in CITES and saying(cue) is not None else None)
        if verb is None or not triple.source:
            return None
        who, _ = subject_of(verb)
        if any(c.dep_ == "auxpass" for c in verb.children) or verb.tag_ == "VBN":
            who = _agent(verb) or _agent(saying(verb) or cue)
        if who is None or _inside(sentence, who, (*triple.source, *triple.content)):
            return None
        return self.named(sentence, who, "quoted")[0]

    def _citing(self, sentence: Sentence, step: Step, citing: Hop) -> tuple[Hop, ...]:
        named = sentence.doc[step.named]
        if not can_speak(named):
            return ()
        recited = citing.kind not in (*MEDIA, SourceKind.UNKNOWN) and sentence.doc[step.anchor].lower_ == "quoting"
        if recited and named.ent_type_ == "PERSON":
            return ()  # "he said, quoting Shakespeare"
        after = sentence.token_span(sentence.doc[step.anchor]).end
        found = self.named(sentence, named, "cited")
        return tuple(_from_here(hop, after, sentence.doc[step.anchor].lower_) for hop in found)

    def as_medium(self, hop: Hop, head: Token) -> Hop:
        """Return the hop, as an outlet's where its words call it one: "Slovak daily Novy Kraj", "Japan's NHK"."""
        if hop.registry_id is not None or hop.anonymous or head.pos_ != "PROPN":
            return hop
        if (known := self._known_medium(hop)) is not None:
            return known
        if hop.kind in MEDIA:
            return hop
        called = [t for t in head.doc[head.left_edge.i : head.i] if t.lower_ in OUTLETS | AGENCIES]
        if not called or called[-1].pos_ == "PROPN":
            return hop
        kind = SourceKind.AGENCY if called[-1].lower_ in AGENCIES else SourceKind.OUTLET
        name = head.doc[called[-1].i + 1 : head.i + 1].text
        return replace(hop, name=name, kind=kind, role=called[-1].lower_)

    def _known_medium(self, hop: Hop) -> Hop | None:
        """Return the hop as the registry knows all of its words, or those after "Hong Kong's"; None where it does not."""
        if self.registry is None or not hop.span:
            return None
        words = without_article(hop.span[-1].of(self.naming.reading.text).strip(" ,"))
        for name in (words, re.split(r"['’]s ", words)[-1]):
            found = self.registry.resolve(name, self.naming.reading.article.published_on)
            if found is not None and found.source.kind in MEDIA:
                source = found.source
                return replace(hop, name=source.name, kind=source.kind, registry_id=source.id, anonymous=False, count=None)
        return None

    def _apart(self, hops: tuple[Hop, ...], sentence: Sentence) -> tuple[Hop, ...]:
        """Return the hops, none with the words of the one that follows among its own."""
        result = list(hops)
        for index, (hop, following) in enumerate(pairwise(hops)):
            if not hop.span or not following.span or not hop.span[-1].covers(following.span[0]):
                continue
            words = sentence.tokens_in(hop.span[-1])
            clause = next((t for t in words if t.lemma_.lower() in CITES or t.tag_ in ("WDT", "WP")), None)
            if clause is not None and hop.span[-1].start < sentence.token_span(clause).start:
                result[index] = replace(hop, span=_before(hop.span, sentence.token_span(clause).start))
        return tuple(replace(hop, span=trimmed(hop.span, self.naming.reading.text)) for hop in result)

    def _is_outlet_itself(self, hop: Hop) -> bool:
        if (hop.name or "").lower().startswith(("this ", "our ")):
            return True  # "told this station"
        outlet = self.naming.reading.article.outlet
        if outlet is None:
            return False
        resolution = self.registry.resolve(outlet) if self.registry is not None else None
        if resolution is not None and hop.registry_id is not None:
            return resolution.source.id == hop.registry_id
        return (hop.name or "").casefold() == outlet.casefold()


def _verb_of(sentence: Sentence, triple: Triple) -> Token | None:
    tokens = [token for span in triple.cue for token in sentence.tokens_in(span)]
    verbs = [token for token in tokens if token.pos_ == "VERB"]
    if verbs:
        return verbs[-1] if quoting_verb(verbs[-1]) is not None else verbs[0]
    return tokens[0] if tokens else None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "in"):
            return next((named for named in child.children if named.dep_ == "pobj"), None)
    return None


def _told_to(cue: Token) -> list[Token]:
    """Return the noun phrases that were told: "told CNN", "told the newspaper Novy Kraj", "said on Fox News"."""
    found = [child for child in cue.children if child.dep_ in ("dative", "dobj", "iobj") and child.pos_ != "ADP"]
    if not found and cue.lemma_.lower() == "tell" and (after := phrase_after(cue.doc, cue.i + 1)) is not None:
        found.append(after)
    for prep in cue.children:
        if prep.dep_ not in ("prep", "dative"):
            continue
        for named in prep.children:
            if named.dep_ != "pobj":
                continue
            if prep.lower_ in ("to", "on") and named.ent_type_:
                found.append(named)
                found.extend(c for c in named.children if c.dep_ == "poss" and c.ent_type_ == "ORG")
            if prep.lower_ == "in":  # "in a CNN interview"
                found.extend(c for c in named.children if c.dep_ in ("compound", "poss", "nmod") and c.ent_type_)
    return found


def _author_of(paper: Token) -> Token | None:
    """Return who made a paper: "a statement from the hospital", "a report by the ministry"."""
    for prep in paper.children:
        if prep.lower_ in ("by", "from") and prep.dep_ in ("prep", "agent"):
            return next((c for c in prep.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")), None)
    return None


def _phrase(sentence: Sentence, head: Token) -> Spans:
    """Return the words of a noun phrase, with "the daily" before a name and "with knowledge of it" after people.

    An aside that the parse has hung on it after a comma is left out.
    """
    span = words_around(sentence, head)[0]
    doc, words = sentence.doc, sentence.tokens_in(span)
    for token in words:
        if token.i > head.i and token.text == "," and not _is_apposed(words, token):
            span = Span(span.start, sentence.token_span(token).start)
            break
    first, last = words[0].i, max(t.i for t in sentence.tokens_in(span))
    if first and head.pos_ == "PROPN" and doc[first - 1].lower_ in OUTLETS | AGENCIES:
        first -= 1 + (first > 1 and doc[first - 2].pos_ == "DET")
        span = Span(sentence.token_span(doc[first]).start, span.end)
    if last == head.i and head.lower_ in PEOPLE and last + 1 < len(doc) and doc[last + 1].lower_ in CLOSE_TO:
        ends = (t.i for t in doc[last + 1 :] if t.is_punct or t.lower_ == "that" or t.tag_ in ("VBD", "VBZ", "MD"))
        span = Span(span.start, sentence.token_span(doc[next(ends, len(doc)) - 1]).end)
    return (span,)


def _is_apposed(words: list[Token], comma: Token) -> bool:
    after = next((t for t in words if t.i == comma.i + 1), None)
    return after is not None and (after.pos_ in ("DET", "NOUN", "PROPN", "ADJ") or after.tag_ in ("WDT", "WP", "WP$"))


def _cut(sentence: Sentence, triple: Triple, beside: Assigned) -> int | None:
    """Return where the source's own words end, since a step begins there: "TASS, citing ...", "a memo seen by ..."."""
    for step in beside.steps:
        anchor = sentence.doc[step.anchor]
        if not _inside(sentence, anchor, triple.source):
            continue
        leads = anchor.i and (anchor.nbor(-1).tag_ in ("WDT", "WP") or anchor.nbor(-1).lower_ == "with")
        if anchor.lower_ == "spoke":
            continue  # "who spoke on condition of anonymity" tells of the source
        first = anchor.nbor(-1) if leads else anchor
        return sentence.token_span(first).start
    return None


def _own_source(sentence: Sentence, source: Spans, cut: int | None) -> Spans:
    """Return the source's words without the time before a live blog's entry, and up to a step among them."""
    found = []
    for span in _before(source, cut):
        at = sentence.span.start
        clock = _TIME.match(sentence.doc.text) if span.start == at else None
        start = at + clock.end() if clock else span.start
        if start < span.end:
            found.append(Span(start, span.end))
    return tuple(found)


def _without_time(hop: Hop) -> Hop:
    clock = _TIME.match(hop.name) if hop.name is not None else None
    return replace(hop, name=(hop.name or "")[clock.end() :]) if clock and hop.name != clock[0] else hop


def _before(spans: Spans, cut: int | None) -> Spans:
    if cut is None:
        return spans
    return tuple(Span(span.start, min(span.end, cut)) for span in spans if span.start < cut)


def _from_here(hop: Hop, start: int, word: str) -> Hop:
    """Return the hop without the word before it that the parse took into the phrase: "quoting unnamed sources"."""
    if not any(span.start < start < span.end for span in hop.span):
        return hop
    span = tuple(Span(start + 1, span.end) if span.start < start < span.end - 1 else span for span in hop.span)
    role = hop.role.removeprefix(f"{word} ") if hop.role is not None else None
    return replace(hop, span=span, role=role)


def _inside(sentence: Sentence, token: Token, spans: Spans) -> bool:
    place = sentence.token_span(token)
    return any(span.overlaps(place) for span in spans)


def _nobody(via: str) -> Hop:
    """Return the hop of words that are credited to nobody in particular: "is reported to", "the claim that"."""
    return Hop(None, SourceKind.UNKNOWN, via=via)
