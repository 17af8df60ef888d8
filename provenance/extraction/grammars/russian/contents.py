"""What hangs on a verb that credits: the clause after "что", an infinitive, a noun, "о чем"."""

from __future__ import annotations

from provenance.extraction.grammars.russian.found import Text
from provenance.extraction.grammars.russian.sources import subject_of
from provenance.extraction.grammars.russian.words import Sentence, Word, span_of
from provenance.languages.russian.cues import (
    ASKING,
    CALLING,
    COMMENTING,
    DECLINING,
    DEMANDING,
    NEGATIONS,
    NOT_ANSWERING,
    NOT_COMMENTING,
    OPENERS,
    PLANNING,
    QUESTION_WORDS,
    QUESTIONS,
    SHOWN_IN,
    SPEECH,
    TELLING_OF,
    WITH_ITS_NOUN,
    WITH_NOUN,
)
from provenance.model.span import Spans

ALL = SPEECH | NOT_ANSWERING | frozenset(WITH_ITS_NOUN) | ASKING | DEMANDING | PLANNING | DECLINING | CALLING | SHOWN_IN
_TO_DO = DEMANDING | PLANNING | DECLINING
_OPENS_A_CLAUSE = 6  # words between the verb and the "что" that depends on it


def with_clause(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return the clause after "сообщил, что" or "спросил, почему"."""
    if verb.lemma in CALLING | DECLINING:
        return ()
    opener = opener_of(sentence, verb)
    if opener is None:
        return _after_colon(sentence, verb)
    keeps = opener.lemma not in OPENERS
    first = opener.index if keeps else opener.index + 1
    last = _end_of_clause(sentence, opener, verb)
    span = span_of(sentence.between(first, last + 1), text.text)
    return (span,) if span else ()


def opener_of(sentence: Sentence, verb: Word) -> Word | None:
    """Return the word that opens what the verb tells: "что" after a comma, a question word of one that asks."""
    previous = verb
    for word in sentence.words[verb.index + 1 :]:
        if previous.text == "," and word.lemma in OPENERS and word.lemma != "чтобы":
            return word
        if previous.text == "," and word.lemma == "чтобы" and verb.lemma in DEMANDING:
            return word
        if previous.text == "," and _asks(sentence, verb, word):
            return word
        if previous.text == "," and word.is_finite and word.rel == "conj":
            return None
        if word.is_finite and word.pos == "VERB" and word.lemma in ALL:
            return None
        if word.index - verb.index > 3 * _OPENS_A_CLAUSE:
            return None
        previous = word
    return None


def _asks(sentence: Sentence, verb: Word, word: Word) -> bool:
    if word.lemma in QUESTION_WORDS and word.rel not in ("acl",) and word.lemma != "который":
        return verb.lemma in ASKING or (verb.lemma in SPEECH and word.lemma in ("как", "почему", "сколько", "зачем"))
    following = sentence.words[word.index + 1] if word.index + 1 < len(sentence.words) else None
    return verb.lemma in ASKING and following is not None and following.lemma == "ли"


def _end_of_clause(sentence: Sentence, opener: Word, verb: Word) -> int:
    """Return the index of the last word of a clause: it runs on until another cue begins a clause of its own."""
    for word in sentence.words[opener.index + 1 :]:
        if (aside := _closing_aside(sentence, word, opener)) is not None:
            return aside - 1
        if (
            word.lemma in ALL
            and word.is_finite
            and word.rel in ("conj", "root", "parataxis")
            and word.index > opener.index
        ):
            start = _start_of(sentence, word, opener)
            if start is not None and start > opener.index + 1:
                return start - 1
    return len(sentence.words) - 1


def _closing_aside(sentence: Sentence, word: Word, opener: Word) -> int | None:
    """Return the comma before ", передает X" that closes a sentence in which somebody else has spoken."""
    if word.lemma not in SPEECH or not word.is_finite or word.index < opener.index + 3:
        return None
    if sentence.words[word.index - 1].text != "," or opener_of(sentence, word) is not None:
        return None
    source = subject_of(sentence, word)
    if source is None or source.words[-1].index < word.index:
        return None
    rest = sentence.words[source.words[-1].index + 1 :]
    return None if any(w.is_finite and w.pos == "VERB" for w in rest) else word.index - 1


def _start_of(sentence: Sentence, cue: Word, opener: Word) -> int | None:
    """Return where the clause of a further cue starts: at the comma or the "и" before its subject."""
    own = subject_of(sentence, cue)
    later = opener_of(sentence, cue) is not None
    if not later or own is None:
        return None
    first = min(cue.index, own.words[0].index) if own.words[0].index > opener.index else cue.index
    for index in range(first, opener.index, -1):
        word = sentence.words[index]
        if word.text in (",", ";") or (word.pos == "CCONJ" and sentence.words[index - 1].text != ","):
            return index
    return None


def _after_colon(sentence: Sentence, verb: Word) -> Spans:
    """Return what follows "заявил:", whether in quotation marks or not."""
    for word in sentence.words[verb.index + 1 :]:
        if word.text == ":":
            rest = sentence.words[word.index + 1 :]
            span = span_of(rest, "")
            return (span,) if span else ()
        if word.is_finite or word.text in (";", "«", "—"):
            return ()
    return ()


def with_infinitive(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what "потребовал повысить", "пообещал оспорить" and "отказались комментировать" are followed by."""
    if verb.lemma not in _TO_DO:
        return ()
    infinitive = next(
        (w for w in sentence.words[verb.index + 1 :] if w.feats.get("VerbForm") == "Inf" or w.text in (",", ":")), None
    )
    if infinitive is None or infinitive.is_mark:
        return _asked_for(text, sentence, verb)
    if verb.lemma in DECLINING and infinitive.lemma not in COMMENTING:
        return ()
    first = infinitive.index
    for word in sentence.of(verb):
        if verb.lemma in DEMANDING and word.case == "Acc" and verb.index < word.index < first:
            first = min(first, sentence.subtree(word)[0].index)
    adverbs = [w for w in sentence.of(infinitive) if w.rel == "advmod" and verb.index < w.index < first]
    first = min([first, *(w.index for w in adverbs)])
    last = max(w.index for w in sentence.subtree(infinitive))
    for word in sentence.of(verb):
        if word.index > infinitive.index and word.rel in ("obl", "iobj", "advmod", "obj"):
            last = max(last, max(w.index for w in sentence.subtree(word)))
    span = span_of(sentence.between(first, last + 1), text.text)
    return (span,) if span else ()


def _asked_for(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return the noun of "потребовал отставки министра"; asking somebody for a thing tells nothing."""
    if verb.lemma not in ("потребовать", "требовать"):
        return ()
    return _object(text, sentence, verb, ("Gen", "Acc"))


def with_noun(text: Text, sentence: Sentence, verb: Word) -> Spans:
    if verb.lemma not in WITH_NOUN:
        return ()
    return _object(text, sentence, verb, ("Acc", "Gen", "Nom"))


def _object(text: Text, sentence: Sentence, verb: Word, cases: tuple[str, ...]) -> Spans:
    for word in sentence.of(verb):
        after = word.index > verb.index and word.rel in ("obj", "nmod", "obl")
        fits = (after or word.rel == "obj") and word.case in cases and word.lemma not in ("это", "этот", "то")
        if fits and sentence.child(word, "case") is None:
            span = span_of(sentence.subtree(word), text.text)
            return (span,) if span else ()
    return ()


def calling(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what somebody calls something in words of his own, given in quotation marks."""
    if verb.lemma not in CALLING:
        return ()
    for quotation in text.quotations:
        if sentence.span.covers(quotation) and quotation.start > verb.end:
            return (quotation,)
    return ()


def not_commented(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what "не комментирует слухи" leaves without an answer."""
    if verb.index == 0 or sentence.words[verb.index - 1].lemma not in NEGATIONS:
        return ()
    if verb.lemma in NOT_ANSWERING:
        return _answer_to(text, sentence, verb)
    if verb.lemma not in NOT_COMMENTING:
        return ()
    return _object(text, sentence, verb, ("Acc", "Gen", "Nom"))


def _answer_to(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return "на запрос редакции" of "не ответил на запрос редакции"."""
    for word in sentence.of(verb):
        case = sentence.child(word, "case")
        if case is not None and case.lemma == "на" and word.lemma in QUESTIONS:
            span = span_of(sentence.subtree(word), text.text)
            return (span,) if span else ()
    return ()


def about(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what "сообщил о гибели рыбаков" tells of, the preposition included."""
    if verb.lemma not in TELLING_OF:
        return ()
    for word in sentence.of(verb):
        case = sentence.child(word, "case")
        if case is None or case.lemma not in ("о", "об") or word.case != "Loc" or word.pos not in ("NOUN", "PROPN"):
            continue
        words = sentence.subtree(word)
        row = [w for w in words if w.index < verb.index] if word.index < verb.index else words
        span = span_of(row, text.text)
        return (span,) if span and len(row) > 1 else ()
    return ()
