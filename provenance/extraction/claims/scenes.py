"""What pictures show and reports tell of: "workers hanging flags", a subject and what it is doing, without a tense."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import Proposition, Shape, is_finite, is_verbal
from provenance.extraction.reading import Sentence
from provenance.languages.english.sources import IMAGE_NOUNS, SHOWING_VERBS
from provenance.model.attribution import Attribution
from provenance.model.source import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_IN_NOUN_PHRASE = _NOUNS | frozenset(("DET", "ADJ"))
_JOINS = frozenset((",", "and", "while", "as"))
_SEEN = SHOWING_VERBS | frozenset(("see", "hear", "film", "picture", "report", "sighting", "photograph"))
# Participles that tell nothing that is done: "a letter concerning the sale".
_DESCRIBING = frozenset(("include", "involve", "concern", "regard", "follow", "accord", "depend", "belong", "consist"))


def find_scenes(sentence: Sentence, words: frozenset[int], attribution: Attribution) -> Iterator[Proposition]:
    """Yield "Kim walking past a hull" and "workers waving flags" of what photographs show; nothing of other words."""
    doc = sentence.doc
    kept = [i for i in sorted(words) if not doc[i].is_space]
    if not kept or kept[-1] - kept[0] + 1 != len(kept) or not _is_shown(sentence, attribution):
        return
    verbs = [doc[i] for i in kept if _is_doing(doc, i, kept)]
    first = next((doc[i] for i in kept if is_verbal(doc[i])), None)
    if not verbs or first is None or first.i != verbs[0].i or is_finite(first):
        return
    begins = [kept[0], *(_phrase_start(verb) for verb in verbs[1:])]
    for verb, begin, end in zip(verbs, begins, [*begins[1:], kept[-1] + 1], strict=True):
        yield Proposition(doc, verb.i, tuple(_untrailed(doc, begin, end)))


def is_scene(proposition: Proposition) -> bool:
    """True for a participle with the noun before it for its subject."""
    verb = proposition.verb
    return proposition.shape is Shape.CLAUSE and _is_doing(verb.doc, verb.i, proposition.words, joined=False)


def doer_of(proposition: Proposition) -> Token:
    """Return the noun that a scene's participle says something of."""
    return _before(proposition.doc, proposition.head)


def _is_doing(doc: Doc, i: int, words: tuple[int, ...] | list[int], *, joined: bool = True) -> bool:
    token = doc[i]
    if token.tag_ != "VBG" or i <= words[0] or token.lemma_.lower() in _DESCRIBING:
        return False
    noun = _before(doc, i)
    if noun.i < words[0] or noun.pos_ not in _NOUNS or any(c.dep_ in ("aux", "auxpass") for c in token.children):
        return False
    start = _phrase_start(token)
    return start <= words[0] or not joined or doc[start - 1].lower_ in _JOINS


def _before(doc: Doc, i: int) -> Token:
    """Return the word before a participle, an adverb between them apart: "men (slowly) walking"."""
    return doc[i - 2] if i > 1 and doc[i - 1].pos_ == "ADV" else doc[i - 1]


def _phrase_start(verb: Token) -> int:
    start = _before(verb.doc, verb.i).i
    while start > 0 and (verb.doc[start - 1].pos_ in _IN_NOUN_PHRASE or verb.doc[start - 1].tag_ in ("HYPH", "POS")):
        start -= 1
    return start


def _untrailed(doc: Doc, begin: int, end: int) -> range:
    while end > begin + 1 and (doc[end - 1].is_punct or doc[end - 1].lower_ in _JOINS):
        end -= 1
    return range(begin, end)


def _is_shown(sentence: Sentence, attribution: Attribution) -> bool:
    if attribution.root.kind is SourceKind.IMAGE:
        return True
    named = {t.lemma_.lower() for span in attribution.source for t in sentence.tokens_in(span)}
    cue = {t.lemma_.lower() for span in attribution.cue for t in sentence.tokens_in(span)}
    return bool((named | {t + "s" for t in named}) & IMAGE_NOUNS) or bool(cue & _SEEN)
