"""Cues that are verbs: "X сообщил, что", "как сообщил X", "…, сообщил X", "X потребовал", "об этом сообщил X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.extraction.attribution.stretches import without
from provenance.extraction.grammars.russian.found import Found, Group, Text
from provenance.extraction.grammars.russian.referring import cited_by, told_to
from provenance.extraction.grammars.russian.sources import document_of, group_of, subject_of
from provenance.extraction.grammars.russian.words import Sentence, Word, span_of
from provenance.languages.russian.cues import (
    ASKING,
    BY_NOBODY,
    CALLING,
    COMMENTING,
    DECLINING,
    DEMANDING,
    NEGATIONS,
    OPENERS,
    PLANNING,
    QUESTION_WORDS,
    SHOWN_IN,
    SPEECH,
    WITH_NOUN,
    stance_of,
    via_of,
)
from provenance.model.span import Span, Spans

_ALL = SPEECH | ASKING | DEMANDING | PLANNING | DECLINING | CALLING | SHOWN_IN
_TO_DO = DEMANDING | PLANNING | DECLINING
_OPENS_A_CLAUSE = 6  # words between the verb and the "что" that depends on it
_EDGES = " \t\n\r\u00a0,;:-–—"


def verbal(text: Text, sentence: Sentence, taken: Iterable[Span]) -> Iterator[Found]:
    """Yield what the verbs of a sentence credit; `taken` are the cues that direct speech has already."""
    done = {span.start for span in taken}
    for verb in sentence.words:
        if verb.lemma not in _ALL or verb.start in done or not is_cue(sentence, verb):
            continue
        if _is_title(text, sentence, verb):
            continue
        found = _of_verb(text, sentence, verb)
        if found is not None:
            yield found


def is_cue(sentence: Sentence, verb: Word) -> bool:
    """True for a finite verb, a short participle or a form that stands for one; not for an infinitive."""
    if verb.pos not in ("VERB", "AUX"):
        return False
    form = verb.feats.get("VerbForm", "Fin")
    return form == "Fin" or (form == "Conv" and verb.lemma in SPEECH)


def _is_title(text: Text, sentence: Sentence, verb: Word) -> bool:
    """True for a verb that stands in a short quotation of its own, as in the name of a film."""
    quotation = text.quotation_at(verb.start)
    if quotation is None or not sentence.span.covers(quotation):
        return False
    return len(quotation) < 0.6 * len(sentence.span)


def _of_verb(text: Text, sentence: Sentence, verb: Word) -> Found | None:
    for reading in (_about_this, _with_clause, _as_told, _with_infinitive, _with_noun, _calling, _aside):
        content = reading(text, sentence, verb)
        if content:
            return _found(sentence, verb, content, aside=reading in (_as_told, _aside))
    return None


def _found(sentence: Sentence, verb: Word, content: Spans, *, aside: bool = False) -> Found | None:
    source = document_of(sentence, verb)
    if source is None and verb.lemma not in SHOWN_IN:
        source = subject_of(sentence, verb, content)
    if source is None and verb.lemma not in BY_NOBODY:
        return None
    cue = cue_of(sentence, verb)
    rest = tuple(part for span in content for part in without(span, (cue, *((source.span(),) if source else ()))))
    stance = stance_of(verb.lemma, negated=_is_negated(sentence, verb))
    return Found(
        sentence=sentence,
        source=source,
        cue=cue,
        content=rest if not aside else content,
        stance=stance,
        via=via_of(verb.lemma),
        before=told_to(sentence, verb, source),
        after=cited_by(sentence, verb, source),
        confidence=0.85 if source is not None else 0.4,
    )


def cue_of(sentence: Sentence, verb: Word) -> Span:
    """Return the verb with its "не"."""
    before = sentence.words[verb.index - 1] if verb.index else None
    return Span(before.start if before is not None and before.lemma == "не" else verb.start, verb.end)


def _is_negated(sentence: Sentence, verb: Word) -> bool:
    return verb.index > 0 and sentence.words[verb.index - 1].lemma in NEGATIONS


# -- what hangs on the verb -----------------------------------------------------------------------------------------


def _with_clause(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return the clause after "сообщил, что" or "спросил, почему"."""
    if verb.lemma in CALLING | DECLINING:
        return ()
    opener = _opener(sentence, verb)
    if opener is None:
        return _after_colon(sentence, verb)
    keeps = opener.lemma not in OPENERS
    first = opener.index if keeps else opener.index + 1
    last = _end_of_clause(sentence, opener, verb)
    span = span_of(sentence.between(first, last + 1), text.text)
    return (span,) if span else ()


def _opener(sentence: Sentence, verb: Word) -> Word | None:
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
        if word.is_finite and word.pos == "VERB" and word.lemma in _ALL:
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
        if (
            word.lemma in _ALL
            and word.is_finite
            and word.rel in ("conj", "root", "parataxis")
            and word.index > opener.index
        ):
            start = _start_of(sentence, word, opener)
            if start is not None and start > opener.index + 1:
                return start - 1
    return len(sentence.words) - 1


def _start_of(sentence: Sentence, cue: Word, opener: Word) -> int | None:
    """Return where the clause of a further cue starts: at the comma or the "и" before its subject."""
    own = subject_of(sentence, cue)
    later = _opener(sentence, cue) is not None
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


def _with_infinitive(text: Text, sentence: Sentence, verb: Word) -> Spans:
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


def _with_noun(text: Text, sentence: Sentence, verb: Word) -> Spans:
    if verb.lemma not in WITH_NOUN:
        return ()
    return _object(text, sentence, verb, ("Acc", "Gen", "Nom"))


def _object(text: Text, sentence: Sentence, verb: Word, cases: tuple[str, ...]) -> Spans:
    for word in sentence.of(verb):
        fits = word.index > verb.index and word.rel in ("obj", "nmod", "obl") and word.case in cases
        if fits and sentence.child(word, "case") is None:
            span = span_of(sentence.subtree(word), text.text)
            return (span,) if span else ()
    return ()


def _calling(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what somebody calls something in words of his own, given in quotation marks."""
    if verb.lemma not in CALLING:
        return ()
    for quotation in text.quotations:
        if sentence.span.covers(quotation) and quotation.start > verb.end:
            return (quotation,)
    return ()


# -- what stands around the verb ------------------------------------------------------------------------------------


def _as_told(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what stands beside "как сообщает X,"."""
    opener = next(
        (
            w
            for w in sentence.words[max(0, verb.index - 8) : verb.index]
            if w.lemma == "как" and w.rel in ("mark", "advmod")
        ),
        None,
    )
    if opener is None or not _only_the_cue(sentence, opener, verb):
        return ()
    return _around(text, sentence, opener.index, _end_of_aside(sentence, verb), verb)


def _only_the_cue(sentence: Sentence, opener: Word, verb: Word) -> bool:
    between = sentence.between(opener.index + 1, verb.index)
    return not any(w.is_finite and w.pos == "VERB" for w in between)


def _aside(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what stands around ", сообщил X," or before ", сообщили в министерстве"."""
    before = _start_of_aside(sentence, verb)
    if before is None:
        return ()
    if verb.lemma in DEMANDING | PLANNING | DECLINING | CALLING:
        return ()
    return _around(text, sentence, before + 1, _end_of_aside(sentence, verb), verb)


def _start_of_aside(sentence: Sentence, verb: Word) -> int | None:
    """Return the index of the comma before the verb, between which and it at most a few words of the aside stand."""
    for index in range(verb.index - 1, max(-1, verb.index - 8), -1):
        word = sentence.words[index]
        if word.text in (",", "—", "–", "-"):
            return index if index > 0 else None
        if word.is_finite or word.pos in ("SCONJ", "CCONJ") or word.lemma in ("который", "как"):
            return None
    return None


def _end_of_aside(sentence: Sentence, verb: Word) -> int:
    """Return the index of the last word of an aside: up to the comma after its subject, or the sentence's end."""
    source = subject_of(sentence, verb) or document_of(sentence, verb)
    last = max(verb.index, source.words[-1].index if source else verb.index)
    for index in range(last + 1, len(sentence.words)):
        word = sentence.words[index]
        if word.text in (",", "—", "–") and not _is_inserted(sentence, index):
            return index - 1
    return len(sentence.words) - 1


def _is_inserted(sentence: Sentence, comma: int) -> bool:
    following = sentence.words[comma + 1] if comma + 1 < len(sentence.words) else None
    return following is not None and following.lemma in ("ссылаться", "сославшись", "который")


def _around(text: Text, sentence: Sentence, first: int, last: int, verb: Word) -> Spans:
    """Return the clause that an aside from one word to another interrupts."""
    governor = sentence.words[verb.head] if 0 <= verb.head < len(sentence.words) else None
    low, high = _reach(sentence, governor, first, last)
    parts = (
        span_of(sentence.between(low, first), text.text),
        span_of(sentence.between(last + 1, high + 1), text.text),
    )
    return tuple(_stripped(span, text.text) for span in parts if span is not None and _tells(span, text.text))


def _reach(sentence: Sentence, governor: Word | None, first: int, last: int) -> tuple[int, int]:
    """Return from where to where the interrupted clause reaches: the sentence, unless it is a clause inside it."""
    low, high = 0, len(sentence.words) - 1
    inner = governor is not None and governor.rel in ("ccomp", "advcl", "acl:relcl", "acl", "conj") and low < first
    if inner and governor is not None and governor.rel == "ccomp":
        words = sentence.subtree(governor)
        low = words[0].index
        while low < first and (sentence.words[low].is_mark or sentence.words[low].lemma in OPENERS):
            low += 1
        high = max(words[-1].index, last)
    return low, high


def _tells(span: Span, text: str) -> bool:
    return any(character.isalpha() for character in span.of(text))


def _stripped(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    end = span.end - (len(words) - len(words.rstrip(_EDGES)))
    return Span(start, end) if start < end else span


# -- "об этом" ------------------------------------------------------------------------------------------------------


def _about_this(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what "об этом сообщил X" speaks of: the clause before it, else the sentence before."""
    this = _this(sentence, verb)
    if this is None or _opener(sentence, verb) is not None:
        return ()
    first = this.index - 1
    before = span_of(sentence.between(0, first), text.text)
    if before is not None and any(w.is_finite or w.rel == "root" for w in sentence.between(0, first)):
        return (_stripped(before, text.text),)
    if sentence.index == 0:
        return ()
    return (text.sentences[sentence.index - 1].span,)


def _this(sentence: Sentence, verb: Word) -> Word | None:
    for word in sentence.of(verb):
        case = sentence.child(word, "case")
        if word.lemma in ("это", "этот") and case is not None and case.lemma in ("о", "об") and word.case == "Loc":
            return word
    return None


def object_group(sentence: Sentence, verb: Word) -> Group | None:
    """Return whom "цитирует" quotes."""
    for word in sentence.of(verb):
        if word.rel in ("obj", "nmod") and word.case in ("Acc", "Gen") and word.index > verb.index:
            return group_of(sentence, word)
    return None
