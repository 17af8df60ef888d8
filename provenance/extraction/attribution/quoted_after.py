"""Quotations that the next sentence credits: "Those were the words of Quill", "That is how Holm answered"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.attribution.predicates import lemma_of, subject_of, subtree
from provenance.extraction.attribution.stretches import inside_marks, spans_of
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.describing import WORDINGS
from provenance.languages.english.sources import OFFICES, PEOPLE
from provenance.model.span import Span
from provenance.text.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SO = frozenset(("so", "thus"))
_THIS = frozenset(("this", "that", "those", "these", "such", "it"))
_HOW = frozenset(("how", "what"))
_PUTTING = SPEECH | frozenset(
    ("put", "describe", "greet", "sum up", "see", "respond", "react", "open", "close", "begin")
)
_SURE = 0.8
_LOOKED_AT = 14  # tokens at the start of the sentence


def credited_after(reading: Reading, quotation: Quotation) -> Triple | None:
    """Return the triple of the sentence that follows a quotation and says whose words it was; None for any other.

    The quotation must be whole sentences, and the one that credits it the very next.
    """
    start = reading.sentence_at(quotation.span.start)
    if start is None or start.span.start != quotation.span.start:
        return None
    sentence = _next_sentence(reading, quotation.span)
    if sentence is None or len(sentence.doc) < 3:
        return None
    read = _so_said(sentence.doc) or _how(sentence.doc) or _words_of(sentence.doc)
    if read is None:
        return None
    cue, source, lemma = read
    own = frozenset(i for i in subtree(source) if i <= _end_of(source)) - _subtree_if_below(cue, source)
    names = spans_of(sentence, own or {source.i})[:1]
    if not names or not _names_somebody(source) or inside_marks(reading, names[0].start) is not None:
        return None
    return Triple(names, spans_of(sentence, {cue.i}), (quotation.span,), lemma, "quoted", _SURE)


def _subtree_if_below(cue: Token, source: Token) -> frozenset[int]:
    """Return the words of the cue where they hang on the source: "so said Illic, who ..." keeps its aside."""
    return subtree(cue) if source.is_ancestor(cue) else frozenset()


def _next_sentence(reading: Reading, span: Span) -> Sentence | None:
    last = reading.sentence_at(span.end - 1)
    if last is None or last.span.end > span.end or last.index + 1 >= len(reading.sentences):
        return None
    following = reading.sentences[last.index + 1]
    return following if not reading.text[span.end : following.span.start].strip() else None


def _so_said(doc: Doc) -> tuple[Token, Token, str] | None:
    """Read "So said Bogdan Illic, a farmer, as he stood in his field."."""
    verb = doc[1]
    if doc[0].lower_ not in _SO or lemma_of(verb) not in SPEECH or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    subject, _ = subject_of(verb)
    if subject is None or subject.i < verb.i:
        subject = next((c for c in verb.children if c.i > verb.i and c.pos_ in ("PROPN", "PRON", "NOUN")), None)
    return (verb, subject, lemma_of(verb)) if subject is not None else None


def _how(doc: Doc) -> tuple[Token, Token, str] | None:
    """Read "That is how Peter Holm answered the charges." and "This was what the mayor told the council."."""
    if doc[0].lower_ not in _THIS or doc[1].lemma_ != "be":
        return None
    asking = next((t for t in doc[2:5] if t.lower_ in _HOW), None)
    if asking is None:
        return None
    for verb in doc[asking.i + 1 : asking.i + _LOOKED_AT]:
        if verb.pos_ == "VERB" and lemma_of(verb) in _PUTTING:
            subject = next((c for c in verb.children if c.dep_ == "nsubj" and asking.i < c.i < verb.i), None)
            return (verb, subject, lemma_of(verb)) if subject is not None else None
    return None


def _words_of(doc: Doc) -> tuple[Token, Token, str] | None:
    """Read "Those were the words of Mayor Quill.", "That was Holm's verdict." and "The words are those of Holm."."""
    if doc[0].lower_ in _THIS and doc[1].lemma_ == "be":
        noun = next((t for t in doc[2:_LOOKED_AT] if t.lemma_.lower() in WORDINGS and t.head.i <= 1), None)
    elif (
        doc[0].lower_ == "the"
        and doc[1].lemma_.lower() in WORDINGS | {"quotation", "speaker"}
        and doc[2].lemma_ == "be"
    ):
        noun = doc[1]
    else:
        return None
    if noun is None:
        return None
    owner = _owner(noun) if noun.i > 1 else _told_of(doc)
    return (noun, owner, "say") if owner is not None else None


def _owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "by"):
            return next((named for named in child.children if named.dep_ == "pobj"), None)
    return None


def _told_of(doc: Doc) -> Token | None:
    """Return whom the rest of "The words are those of X", "The words were X's" or "The speaker was X" names."""
    told = next((c for c in doc[2].children if c.dep_ == "attr" and c.i > 2), None)
    if told is None:
        return None
    if told.pos_ == "PROPN":
        return told if doc[1].lower_ == "speaker" or _is_owned(told) else None
    return _owner(told) if told.lower_ in ("those", "words", "that") else None


def _is_owned(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS"


def _end_of(source: Token) -> int:
    """Return the last token of the source, without what comes after a comma that begins an aside of the sentence."""
    right = max(subtree(source))
    for child in source.children:
        if child.dep_ in ("relcl", "advcl") and child.i > source.i:
            right = min(right, child.left_edge.i - 1)
    return right


def _names_somebody(source: Token) -> bool:
    noun = source.lemma_.lower() in PEOPLE | OFFICES or source.ent_type_ in ("ORG", "PERSON", "GPE")
    return source.pos_ in ("PROPN", "PRON") or noun
