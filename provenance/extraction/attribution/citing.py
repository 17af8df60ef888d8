"""The hops of one crediting: through whom it came, who is credited, and whom they cite."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.edges import before, cut_of, from_here, is_inside, own_source, phrase_of
from provenance.extraction.attribution.media import MEDIA, Media, owner_of
from provenance.extraction.attribution.mending import saying
from provenance.extraction.attribution.naming import Naming
from provenance.extraction.attribution.phrases import head_of
from provenance.extraction.attribution.predicates import quoting_verb, subject_of
from provenance.extraction.attribution.steps import Assigned, Part, Step, can_speak, is_paper, phrase_after
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Sentence
from provenance.languages.english.passing_on import CITES
from provenance.languages.english.sources import AGENCIES, OUTLETS
from provenance.languages.english.stances import told
from provenance.model.source import Hop, SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_STEPS = Assigned(())


def is_citation(sentence: Sentence, triple: Triple) -> bool:
    """True for "the newspaper cited two sources": it names whom the source has its words from, and no words."""
    if triple.lemma not in CITES and (triple.lemma, triple.frame) != ("refer", "to noun"):
        return False
    head = _head_of(sentence, triple)
    return head is not None and head.pos_ in ("NOUN", "PROPN", "NUM") and can_speak(head)


def _head_of(sentence: Sentence, triple: Triple) -> Token | None:
    tokens = [token for span in triple.content for token in sentence.tokens_in(span)]
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside), None)


@dataclass(frozen=True, slots=True)
class Citations:
    """Reads the steps that stand around the cues of one article."""

    naming: Naming
    media: Media

    def cited(self, sentence: Sentence, triple: Triple) -> tuple[Hop, ...]:
        """Return the hops that a citation names."""
        head = _head_of(sentence, triple)
        return self.media.named(sentence, head, "cited") if head is not None else ()

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
        source = own_source(sentence, triple.source, None)
        return bool(source) and self.naming.hops(sentence, source, "said")[0].kind in MEDIA

    def hops(self, sentence: Sentence, triple: Triple, via: str, beside: Assigned = _NO_STEPS) -> tuple[Hop, ...]:
        """Return the hops of a triple: through whom, who, and whom they cite."""
        cue = _verb_of(sentence, triple)
        cut = cut_of(sentence, triple, beside)
        own = self._own(sentence, triple, via, cut)
        if cue is not None and (quoted := self._quoted(sentence, cue, triple)) is not None:
            own = quoted
        author = self._author(sentence, triple, beside, own)
        through = self._through(sentence, cue, triple, beside) if cue is not None else ()
        after = tuple(hop for step in beside.of(Part.CITED) for hop in self._citing(sentence, step, own[-1]))
        if any(beside.of(Part.CITED)):  # whom the source cites, the step tells
            own = own[:1] if len(own) > 1 and own[-1].via == "cited" else own
        return self.media.apart((*through, *(author or own), *after), sentence)

    def _own(self, sentence: Sentence, triple: Triple, via: str, cut: int | None) -> tuple[Hop, ...]:
        source = own_source(sentence, triple.source, cut)
        if not source:
            return (_nobody(via),)
        found = self.naming.hops(sentence, source, via)
        head = head_of([token for span in source for token in sentence.tokens_in(span)])
        if head is not None:
            found = (self.media.of_source(found[0], head, sentence, source), *found[1:])
        return tuple(replace(hop, span=before(hop.span, cut)) for hop in found) if cut is not None else found

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
        if said_by is None or is_inside(sentence, said_by, triple.content):
            return None
        if is_inside(sentence, said_by, triple.source):
            return self.naming.hops(sentence, triple.source, via)
        quoting = self.naming.hops(sentence, triple.source, "quoted")
        return (*quoting, *self.naming.hops(sentence, phrase_of(sentence, said_by), via))

    def _author(self, sentence: Sentence, triple: Triple, beside: Assigned, own: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """Return whose paper says it: "court papers filed by prosecutors"; nothing where that is not told."""
        for step in beside.of(Part.AUTHORED, Part.CARRIED):
            anchor, named = sentence.doc[step.anchor], sentence.doc[step.named]
            paper = next((t for t in reversed(list(anchor.lefts) or [anchor.head]) if t.i < anchor.i), anchor.head)
            if not is_inside(sentence, anchor, triple.source) or not is_paper(paper):
                continue
            hop = self.media.named(sentence, named, own[0].via)[0]
            return (replace(hop, role=hop.role or paper.lemma_.lower()),)
        return ()

    def _through(self, sentence: Sentence, cue: Token, triple: Triple, beside: Assigned) -> tuple[Hop, ...]:
        """Return the outlets that quote it, carried it, or were told it; the nearest to the reader first."""
        found: list[Hop] = []
        if (quoting := self._quoting(sentence, cue, triple)) is not None:
            found.append(quoting)
        for step in beside.of(Part.QUOTED, Part.CARRIED, Part.SEEN):
            anchor = sentence.doc[step.anchor]
            authored = (
                is_inside(sentence, anchor, triple.source) and step.part is Part.CARRIED and is_paper(anchor.head)
            )
            if not authored:
                via = "quoted" if step.part is Part.QUOTED else "reported"
                found.append(self.media.named(sentence, sentence.doc[step.named], via)[0])
        for medium in _told_to(cue):
            if not is_inside(sentence, medium, triple.content):
                found.append(self.media.named(sentence, medium, "reported")[0])
        result: list[Hop] = []
        for hop in found:
            handed = hop.via == "quoted" or (hop.kind in MEDIA and not self.media.is_outlet_itself(hop))
            if handed and not any(hop.span == other.span or hop.name == other.name for other in result):
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
        if who is None or is_inside(sentence, who, (*triple.source, *triple.content)):
            return None
        return self.media.named(sentence, who, "quoted")[0]

    def _citing(self, sentence: Sentence, step: Step, citing: Hop) -> tuple[Hop, ...]:
        named = sentence.doc[step.named]
        if not can_speak(named):
            return ()
        recited = citing.kind not in (*MEDIA, SourceKind.UNKNOWN) and sentence.doc[step.anchor].lower_ == "quoting"
        if recited and (named.ent_type_ == "PERSON" or named.pos_ == "PROPN"):
            return ()  # "he said, quoting Shakespeare"
        after = sentence.token_span(sentence.doc[step.anchor]).end
        found = self.media.named(sentence, named, "cited")
        return tuple(from_here(hop, after, sentence.doc[step.anchor].lower_) for hop in found)


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
            if prep.lower_ in ("to", "on") and (named.ent_type_ or owner_of(named) is not None):
                found.append(named)
            if prep.lower_ == "in":  # "in a CNN interview"
                found.extend(c for c in named.children if c.dep_ in ("compound", "poss", "nmod") and c.ent_type_)
    return [_name_after(token) for token in found]


def _name_after(noun: Token) -> Token:
    """Return the name that follows a noun for an outlet, where the parse has cut it off: "the news site Dzerkalo"."""
    last = noun
    while last.i + 1 < len(noun.doc) and noun.lower_ in OUTLETS | AGENCIES and last.nbor().pos_ == "PROPN":
        last = last.nbor()
    return last


def _nobody(via: str) -> Hop:
    """Return the hop of words that are credited to nobody in particular: "is reported to", "the claim that"."""
    return Hop(None, SourceKind.UNKNOWN, via=via)
