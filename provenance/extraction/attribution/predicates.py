"""Who does what to which words: every predicate of a sentence that could credit somebody, by its grammar alone.

Whether its verb, noun or adjective is one that credits is for the lexicon to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.languages.english.cues import HEADLINE_VERBS, LEMMAS, SPEECH
from provenance.languages.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(("nsubj", "csubj"))
PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
_PREPOSITIONS = words(
    "about against as at behind for from in into of on over through to toward towards under upon with"
)
_QUESTION_WORDS = words("whether if how why what when where who which")

_ASKING = words("ask wonder inquire enquire")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A predicate, its complement, and whose words they would be; token offsets count in the sentence."""

    cue: int  # the verb, noun or adjective
    frame: str  # how the complement hangs on it: "that", "wh", "to", "ing", "obj", "for", "obj to", ...
    source: int | None  # the head of the noun phrase
    content: frozenset[int]
    marker: int | None = None  # a preposition or particle that belongs to the cue

    def lemma(self, doc: Doc) -> str:
        return lemma_of(doc[self.cue])


def lemma_of(token: Token) -> str:
    """Return the lemma with the particle: "point out"."""
    particle = next((child for child in token.children if child.dep_ == "prt"), None)
    lemma = LEMMAS.get(token.lemma_.lower(), token.lemma_.lower())
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def candidates_in(doc: Doc) -> Iterator[Candidate]:
    """Yield every candidate of a sentence, in the order of their cues."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(token)
        elif token.pos_ == "ADJ":
            yield from _of_adjective(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _of_noun(token)


def subtree(token: Token) -> frozenset[int]:
    return frozenset(child.i for child in token.subtree)


def subject_of(verb: Token) -> tuple[Token | None, bool]:
    """Return the subject's head and whether the verb is passive; the subject of a shared verb is found through it."""
    quoting = quoting_verb(verb)
    if quoting is not None:  # "TASS quoted him as saying": he says it
        named = next((c for c in quoting.children if c.dep_ in ("dobj", *PASSIVE_SUBJECTS)), None)
        if named is not None:
            return named, False
    seen = 0
    passive = False
    while seen < 8:
        seen += 1
        subjects = [child for child in verb.children if child.dep_ in (*SUBJECTS, *PASSIVE_SUBJECTS)]
        if subjects:  # of two, the nearer one: "The harbour, the ministry said, would stay closed"
            nearest = min(subjects, key=lambda child: abs(child.i - verb.i))
            return nearest, passive or nearest.dep_ in PASSIVE_SUBJECTS
        passive = passive or any(child.dep_ == "auxpass" for child in verb.children) or _is_passive_aside(verb)
        head = verb.head
        if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return (head, passive or verb.tag_ == "VBN")
        if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp") and head.i != verb.i:
            if verb.dep_ == "pcomp":
                head = head.head
            if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
                return None, passive
            if verb.dep_ == "advcl" and any(child.dep_ == "mark" for child in verb.children):
                return None, passive
            verb = head
            continue
        return None, passive
    return None, passive


def quoting_verb(verb: Token) -> Token | None:
    """Return the verb whose object says it: "quoted" of "quoted X as saying"; None for any other."""
    above = verb.head
    if verb.tag_ != "VBG" or above.i == verb.i:
        return None
    if verb.dep_ == "pcomp" and above.lower_ == "as":
        above = above.head
    elif not any(child.lower_ == "as" for child in verb.children):
        return None
    return above if above.lemma_.lower() in ("quote", "cite") else None


def _is_passive_aside(verb: Token) -> bool:
    """True for "Asked whether he would resign, he said": a participle without an auxiliary."""
    bare = (
        verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD") and lemma_of(verb) in ("ask", "tell", "accuse", "inform")
    )
    return bare and not any(child.dep_ in ("aux", "auxpass", *SUBJECTS) for child in verb.children)


def _of_verb(verb: Token) -> Iterator[Candidate]:
    if any(quoting_verb(token) == verb for token in verb.subtree):
        return
    subject, passive = subject_of(verb)
    if passive and not _only_looks_passive(verb):
        yield from _of_passive(verb, subject)
        return
    source = subject.i if subject is not None else None
    inside = subtree(subject) if subject is not None and subject.head == verb else frozenset()
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative", "oprd") and child.i not in inside]
    direct = next((child for child in objects if child.dep_ == "dobj"), None)
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "xcomp") or _is_told(child, verb)]
    clauses = clauses or [child for child in verb.children if _is_asked(child, verb)]
    for clause in clauses:
        frame = _clause_frame(clause, verb)
        content = (subtree(clause) - {verb.i}) | _strayed(verb, subject)
        if clause.dep_ == "xcomp" and direct is not None and frame == "to" and direct.i < clause.i:
            content |= subtree(direct)
            frame = "obj to"
        yield Candidate(verb.i, frame, source, content)
    if direct is not None and direct.pos_ != "PART":
        yield Candidate(verb.i, "obj", source, subtree(direct))
        for predicative in (child for child in verb.children if child.dep_ in ("oprd", "attr")):
            yield Candidate(verb.i, "obj as", source, subtree(predicative) | subtree(direct))
        if verb.lemma_.lower() in ("accuse", "suspect") and any(c.lower_ == "of" for c in direct.children):
            yield Candidate(verb.i, "obj of", source, subtree(direct))
    yield from _prepositional(verb, source, direct)


def _only_looks_passive(verb: Token) -> bool:
    """True for "he's said that ...", where the parse takes "has" for "is"."""
    short = any(child.dep_ == "auxpass" and child.lower_ in ("'s", "’s") for child in verb.children)
    return short and any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)


def _strayed(verb: Token, subject: Token | None) -> frozenset[int]:
    """Return the words of a second subject, cut off by a comma: it is that of the clause that the verb interrupts."""
    return frozenset(
        i
        for child in verb.children
        if child.dep_ in SUBJECTS and child != subject and child.i < verb.i
        if any(token.text == "," for token in verb.doc[child.i : verb.i])
        for i in subtree(child)
    )


def _is_told(clause: Token, verb: Token) -> bool:
    """True for a clause set beside a verb of speech; the other way round the clause is "..., he said, ..."."""
    return clause.dep_ == "parataxis" and lemma_of(verb) in SPEECH and lemma_of(clause) not in SPEECH


def _is_asked(clause: Token, verb: Token) -> bool:
    """True for "asked when the road would open", where the parse takes the question for a time."""
    if clause.dep_ != "advcl" or clause.i < verb.i or lemma_of(verb) not in _ASKING:
        return False
    first = next(iter(clause.subtree))
    return first.lower_ in _QUESTION_WORDS and not any(child.dep_ == "dobj" for child in verb.children)


def _prepositional(verb: Token, source: int | None, direct: Token | None) -> Iterator[Candidate]:
    for prep in (c for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ in _PREPOSITIONS):
        for complement in prep.children:
            if complement.dep_ not in ("pobj", "pcomp"):
                continue
            yield Candidate(verb.i, _by(prep), source, subtree(complement), prep.i)
            figure = prep.lower_ == "at" and any(t.like_num for t in complement.subtree)
            if direct is not None and prep.i > direct.i and (figure or prep.lower_ in ("as", "of", "for", "on")):
                content = subtree(direct) | subtree(prep)
                yield Candidate(verb.i, f"obj {prep.lower_}", source, content)


def _by(preposition: Token) -> str:
    """Return the frame's name: "to" is the infinitive's, a noun after "to" is "to noun"."""
    return "to noun" if preposition.lower_ == "to" else preposition.lower_


def _clause_frame(clause: Token, verb: Token) -> str:
    marks = [child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod", "det", "nsubj", "dobj")]
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children):
        has_subject = any(child.dep_ in SUBJECTS for child in clause.children)
        if has_subject and clause.i < verb.i:
            return "that before"  # of a headline: "Kim to visit Russia, Kremlin says"
        if has_subject and lemma_of(verb) in HEADLINE_VERBS - {"tell"}:
            return "that"  # "Kremlin says Kim to visit Russia"
        return "obj to" if has_subject else "to"
    first = min(clause.subtree, key=lambda token: token.i)
    if clause.i > verb.i and first.lower_ in _QUESTION_WORDS and (first.lower_ in marks or first.tag_[0] == "W"):
        return "wh"
    if clause.dep_ == "xcomp":
        return "ing" if clause.tag_ == "VBG" else "comp"
    return "that" if clause.i > verb.i else "that before"


def _of_passive(verb: Token, subject: Token | None) -> Iterator[Candidate]:
    about = subtree(subject) if subject is not None and subject.i not in {verb.i} else frozenset()
    if subject is not None and subject.head == verb.head and verb.dep_ == "acl":
        about = frozenset()
    agents = [c for prep in verb.children if prep.dep_ == "agent" for c in prep.children if c.dep_ == "pobj"]
    source = agents[0].i if agents else None
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "xcomp")]
    for clause in clauses:
        frame = _clause_frame(clause, verb)
        impersonal = subject is not None and subject.lower_ == "it"
        if frame == "to" and not impersonal:
            yield Candidate(verb.i, "passive to", source, (about | subtree(clause)) - {verb.i})
        else:
            yield Candidate(verb.i, f"passive {frame}", source, subtree(clause) - {verb.i})
    if subject is not None and source is not None:
        yield Candidate(verb.i, "passive obj", source, about or subtree(subject) - subtree(verb))
    if source is None and subject is not None:
        for prep in (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _PREPOSITIONS):
            for complement in prep.children:
                if complement.dep_ in ("pobj", "pcomp"):
                    yield Candidate(verb.i, f"passive {_by(prep)}", subject.i, subtree(complement), prep.i)
        if not clauses:
            yield Candidate(verb.i, "passive", None, about)


def _of_adjective(adjective: Token) -> Iterator[Candidate]:
    if adjective.dep_ not in ("acomp", "conj", "ccomp", "ROOT", "advcl", "oprd"):
        return
    copula = adjective.head if adjective.dep_ in ("acomp", "oprd") else adjective
    subject, _ = subject_of(copula)
    source = subject.i if subject is not None else None
    for child in adjective.children:
        if child.dep_ in ("ccomp", "xcomp"):
            frame = _clause_frame(child, adjective)
            yield Candidate(adjective.i, f"is {frame}", source, subtree(child))
        elif child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            for complement in child.children:
                if complement.dep_ in ("pobj", "pcomp"):
                    yield Candidate(adjective.i, f"is {_by(child)}", source, subtree(complement), child.i)


def _of_noun(noun: Token) -> Iterator[Candidate]:
    owner = owner_of(noun)
    source = owner.i if owner is not None else None
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp", "relcl", "xcomp"):
            first = min(child.subtree, key=lambda token: token.i)
            if first.lower_ == "that" and first.dep_ == "mark":
                yield Candidate(noun.i, "noun that", source, subtree(child))
            elif child.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
                yield Candidate(noun.i, "noun to", source, subtree(child))
        elif child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            for complement in child.children:
                if complement.dep_ in ("pobj", "pcomp") and complement.i != source:
                    yield Candidate(noun.i, f"noun {_by(child)}", source, subtree(complement), child.i)


def owner_of(noun: Token) -> Token | None:
    """Return whose statement it is: "Kim's claim", "the claim of Kim", "a claim by Kim", "Kim made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in ("by", "from")):
            for complement in child.children:
                if complement.dep_ == "pobj":
                    return complement
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        subject, passive = subject_of(noun.head)
        return None if passive else subject
    return None
