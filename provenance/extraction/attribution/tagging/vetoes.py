"""What the network marks, but nobody is credited with here: silence, deeds, words without a voice.

The annotators of its training articles had a broader notion: to sign a law or to fail to answer counted as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.attribution.stretches import inside_marks
from provenance.extraction.attribution.tagging.sources import crediting_word
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.verbal import is_left_undone
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import FRAMES
from provenance.languages.english.events import EVENT_VERBS, GOING
from provenance.languages.english.silence import SILENT_HEADS, SILENT_VERBS, UNNAMED
from provenance.languages.english.stances import stance_of
from provenance.model.attribution import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_KNOWN = frozenset().union(*FRAMES.values())
_DONE = frozenset(("obj", "passive"))  # frames in which something is done to the content
_DEEDS = (GOING | frozenset(EVENT_VERBS.values()) | {"sign", "veto", "enact", "impose", "enforce", "block"}) - _KNOWN
_FAILURES = frozenset(("fail", "manage", "try", "unable", "able"))
_FIRST_WORDS = 3
_UNSAID = (Stance.CONFIRMS, Stance.DENIES)


def credits_somebody(reading: Reading, triple: Triple) -> bool:
    """False for what a source left unsaid, for what somebody did, and for words that no cue and no marks set apart."""
    if not triple.cue:
        return bool(triple.source) and all(
            inside_marks(reading, (span.start + span.end) // 2) is not None for span in triple.content
        )
    sentence = reading.sentence_at(triple.place.start)
    word = crediting_word(sentence, triple.cue[0]) if sentence is not None else None
    if sentence is None or word is None:
        return True
    if not triple.source and triple.lemma in ("appear", "seem"):
        return False  # the outlet's own caution
    if is_left_undone(word):
        return False
    return not _is_silence(reading, triple, word) and not _is_act(sentence, triple, word)


def _is_silence(reading: Reading, triple: Triple, word: Token) -> bool:
    """True for "did not say when", "declined to comment", "asked not to be named"."""
    lemma = word.lemma_.lower()
    if word.dep_ == "xcomp" and word.head.lemma_.lower() in SILENT_HEADS and stance_of(lemma, "") in _UNSAID:
        return True  # "refuses to admit defeat": that is refused, not admitted
    if lemma in SILENT_VERBS and any(child.dep_ == "neg" for child in word.children):
        return True
    first = [words.lower() for span in triple.content[:1] for words in span.of(reading.text).split()[:_FIRST_WORDS]]
    if any(words in ("named", "identified", "anonymous") or words in UNNAMED for words in first):
        return lemma in SILENT_HEADS or lemma in ("ask", "request", "wish", "want")
    return lemma in SILENT_HEADS and any(words in SILENT_VERBS for words in first)


def _is_passive_subject(sentence: Sentence, word: Token, triple: Triple) -> bool:
    """True where the source only undergoes what the cue says: others have told, warned or accused it."""
    places = [sentence.token_span(child) for child in word.children if child.dep_ == "nsubjpass"]
    quoted = word.lemma_.lower() in ("quote", "cite")
    return not quoted and any(source.overlaps(place) for source in triple.source for place in places)


def _is_act(sentence: Sentence, triple: Triple, word: Token) -> bool:
    """True for what somebody did or underwent rather than said or thought: "signed the deal", "was warned"."""
    if word.lemma_.lower() in _FAILURES:
        return True
    if triple.frame in _DONE and triple.lemma in _DEEDS and not _tells(sentence, triple):
        return True
    if triple.frame.startswith("passive") and triple.lemma not in _KNOWN:
        return not triple.source  # "was not allowed to leave"
    return word.tag_ == "VBN" and _is_passive_subject(sentence, word, triple)


def _tells(sentence: Sentence, triple: Triple) -> bool:
    """True where a verb stands in the content: it says more than what was signed or visited."""
    return any(token.pos_ in ("VERB", "AUX") for span in triple.content for token in sentence.tokens_in(span))
