"""What is left for the outlet to say where source, cue and content are taken away, and what says nothing then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import (
    FACTIVE,
    Proposition,
    Shape,
    is_finite,
    is_verbal,
    opening_word,
    subject_of,
    subtree,
)
from provenance.extraction.claims.standing import base
from provenance.extraction.claims.voices import Voices
from provenance.extraction.reading import Sentence
from provenance.languages.english.cues import SPEECH, THAT
from provenance.languages.english.events import EVENT_VERBS
from provenance.languages.english.modality import CONDITIONS, NOUNS
from provenance.languages.english.nobody import NOBODY
from provenance.languages.english.silence import SILENT_VERBS
from provenance.languages.english.sources import ANONYMOUS_HEADS, PEOPLE
from provenance.model.attribution import Attribution, Stance
from provenance.model.span import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_FULL = 5  # words of a sentence that is surely one
_SHORTEST = 4  # words and marks of a main clause that is taken whole


def own_words(sentence: Sentence, voices: Voices) -> frozenset[int]:
    """Return the outlet's words, with what is credited inside their noun phrases ("used the charge that ...")."""
    own = set(voices.own)
    for verb in (sentence.doc[i] for i in voices.own):
        if is_verbal(verb) and is_finite(verb):
            own |= _filled(verb, voices.own)
    return frozenset(own)


def credited_words(
    sentence: Sentence, voices: Voices, attribution: Attribution, words: frozenset[int]
) -> frozenset[int]:
    """Return a source's words, with what others are credited with inside their noun phrases."""
    filled = set(words)
    for verb in (sentence.doc[i] for i in words):
        if is_verbal(verb) and is_finite(verb):
            filled |= _filled(verb, words) & voices.contents[attribution.id]
    return frozenset(filled)


def _filled(verb: Token, own: frozenset[int]) -> set[int]:
    """Return the words under a verb of one voice; clauses that are others' words stay out, noun phrases do not."""
    words: set[int] = set()
    waiting = list(verb.children)
    while waiting:
        token = waiting.pop()
        if token.i in own:
            waiting += token.children
        elif (token.dep_ == "advcl" and _condition(token)) or (
            token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "ADP") and not _is_clause_edge(token)
        ):
            words |= subtree(token)
    return words


def _condition(clause: Token) -> bool:
    """True for a clause that the main one depends on, also where somebody is credited in it ("unless Tripoli asks")."""
    return any(c.dep_ == "mark" and c.lower_ in CONDITIONS | {"until", "before", "because"} for c in clause.children)


_PHRASES = frozenset(("nsubj", "nsubjpass"))


def _is_clause_edge(token: Token) -> bool:
    """True for what opens or credits another's clause: "according to", the source and the mark of a crediting verb."""
    return token.head.pos_ in ("VERB", "AUX") and token.dep_ in ("mark", "prep", "npadvmod", "advmod", "ccomp")


def is_own_statement(proposition: Proposition, voices: Voices) -> bool:
    """False for what is left of a crediting when source, cue and content are taken away."""
    verb = proposition.verb
    if verb.i in voices.shell or (verb.dep_ == "advcl" and opening_word(verb) not in FACTIVE):
        return False
    if verb.lemma_.lower() in SPEECH | THAT and any(
        t.dep_ == "ccomp" and t.i not in voices.own and (t.head is verb or t.head.dep_ == "ccomp") for t in verb.subtree
    ):
        return False  # "Obama told them that he believes", whose content is credited
    if verb.lemma_.lower() in SPEECH and _says_nothing(proposition):
        return False
    if not is_finite(verb) and not any(c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in verb.children):
        headline = verb.dep_ == "ROOT" and subject_of(verb) is not None and verb.tag_ in ("VBN", "VBG", "VB")
        joined = verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBG", "VB") and len(proposition.words) > 2
        if not (headline or joined):
            return False
    alone = len([i for i in proposition.words if not proposition.doc[i].is_punct]) < 2
    bearers = {v.i for v in _bearers(verb)}
    subjects = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
    has_subject = any(t.dep_ in subjects and t.head.i in bearers for t in proposition.tokens())
    return not alone and (has_subject or (verb.dep_ == "ROOT" and not voices.shell))


def _bearers(verb: Token) -> list[Token]:
    """Return the verb and those that it is joined to: their subject is its own."""
    found = [verb]
    while found[-1].dep_ in ("conj", "xcomp") and found[-1].head.i != found[-1].i:
        found.append(found[-1].head)
    return found


def _says_nothing(proposition: Proposition) -> bool:
    """True for "someone shouted" and "said one of the three", whose words were taken away as credited."""
    verb, inside = proposition.verb, frozenset(proposition.words)
    return not any(
        c.i in inside
        and c.dep_ in ("dobj", "ccomp", "xcomp", "prep", "dative", "advcl", "agent", "auxpass", "nsubjpass")
        for c in verb.children
    )


def is_silence(attribution: Attribution, text: str) -> bool:
    """True for "declined to comment on the price": the source has said nothing of it."""
    words = words_of(attribution.cue, text, gap=" ").lower().split()
    return attribution.stance is Stance.DECLINES and any(word in SILENT_VERBS for word in words)


def speaks_for_nobody(attribution: Attribution, text: str) -> bool:
    """True for "few expect her to stay" and "no official said": most or all do not, and the words are nobody's."""
    words = words_of(attribution.source, text).split()
    if not words or words[0].lower() not in NOBODY:
        return False
    return words[0].lower() != "no" or (len(words) > 1 and words[1].islower())  # "No 10" is somebody


def is_hollow(proposition: Proposition) -> bool:
    """True for "it was", "he did" and "were false", whose meaning lies in another sentence."""
    verb, inside = proposition.verb, frozenset(proposition.words)
    told = [t for t in proposition.tokens() if not t.is_punct and t.dep_ not in ("cc", "mark", "neg", "aux", "auxpass")]
    if proposition.shape in (Shape.CLAUSE, Shape.RELATIVE) and (
        verb.lemma_ in ("be", "do", "have", "would", "decline")
    ):
        if any(c.dep_ == "auxpass" for c in verb.children):
            return False
        adds = ("attr", "acomp", "prep", "dobj", "xcomp", "ccomp", "advmod", "oprd", "npadvmod", "expl")
        kept = [
            c
            for c in verb.children
            if c.i in inside and c.dep_ in adds and c.lower_ not in ("still", "so", "not", "too")
        ]
        return not kept
    has_subject = any(t.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for t in told)
    asked = verb.dep_ == "xcomp" and any(c.dep_ == "dobj" and c.i < verb.i for c in verb.head.children)
    return proposition.shape is Shape.CLAUSE and len(told) <= 2 and not has_subject and not asked


def whole_statement(sentence: Sentence, voices: Voices, asides: list[Proposition]) -> Proposition | None:
    """Return the main clause of a sentence in which nothing else was found; None where it only credits, or has no verb.

    What the crediting of a noun phrase leaves ("records list her as the owner") is a statement of the outlet's.
    """
    root = next((t for t in sentence.doc if t.dep_ == "ROOT" and is_verbal(t) and is_finite(t)), None)
    if root is None or subject_of(root) is None:
        return misread_whole(sentence, voices)
    if root.i in voices.quoted:
        return None
    quotes = any(i in voices.quoted for i in subtree(root))
    if base(root) in SPEECH and (quotes or any(c.dep_ == "ccomp" for c in root.children)):
        return None
    left_out = frozenset(i for aside in asides if not aside.stays for i in aside.words)
    words = tuple(sorted(subtree(root) - left_out))
    return Proposition(sentence.doc, root.i, words) if len(words) >= _SHORTEST else None


def misread_whole(sentence: Sentence, voices: Voices) -> Proposition | None:
    """Return a full sentence whole where the parser saw no clause in it, though it has a verb and ends with a stop."""
    words = [t for t in sentence.doc if t.is_alpha]
    verb = next((t for t in sentence.doc if t.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD") and not t.ent_type_), None)
    ended = sentence.doc[-1].text == "."
    if verb is None or not ended or len(words) < _FULL or verb.i not in voices.own or voices.quoted:
        return None
    return Proposition(sentence.doc, verb.i, tuple(t.i for t in sentence.doc))


def only_credits(proposition: Proposition, speaker: Attribution | None, text: str) -> bool:
    """True for "the newspaper cited two sources" and "citing a lawyer": they say who told, and state nothing."""
    verb = proposition.verb
    if proposition.shape is Shape.PHRASE and speaker is not None:
        cue = words_of(speaker.cue, text).lower().split()
        told = verb.lemma_.lower() in EVENT_VERBS or verb.lemma_.lower() in NOUNS
        return bool(cue) and cue[0] in ("citing", "quoting") and not told  # "citing the risk of a strike"
    if proposition.shape is not Shape.CLAUSE or verb.lemma_.lower() not in ("cite", "quote"):
        return False
    return not any(c.dep_ in ("ccomp", "xcomp", "advcl") for c in verb.children) and any(
        c.dep_ == "dobj" and c.lemma_.lower() in PEOPLE | ANONYMOUS_HEADS for c in verb.children
    )
