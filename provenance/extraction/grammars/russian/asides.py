"""What stands around a verb that credits: "как сообщает X, …", "…, сообщил X, …", "…. Об этом сообщил X"."""

from __future__ import annotations

from provenance.extraction.grammars.russian.contents import opener_of
from provenance.extraction.grammars.russian.found import Text
from provenance.extraction.grammars.russian.sources import document_of, subject_of
from provenance.extraction.grammars.russian.words import Sentence, Word, span_of
from provenance.languages.russian.cues import CALLING, DECLINING, DEMANDING, OPENERS, PLANNING
from provenance.model.span import Span, Spans

_EDGES = " \t\n\r\u00a0,;:-–—"


def as_told(text: Text, sentence: Sentence, verb: Word) -> Spans:
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


def aside(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what stands around ", сообщил X," or before ", сообщили в министерстве"."""
    before = _start_of_aside(sentence, verb)
    if before is None:
        return ()
    if verb.lemma in DEMANDING | PLANNING | DECLINING | CALLING:
        return ()
    source = subject_of(sentence, verb)
    if source is not None and source.words[0].index < before:
        return ()  # a comma inside the main clause: "агентство, ссылаясь на источник, сообщает"
    return _around(text, sentence, before + 1, _end_of_aside(sentence, verb), verb)


def _start_of_aside(sentence: Sentence, verb: Word) -> int | None:
    """Return the index of the comma before the verb, between which and it at most a few words of the aside stand."""
    for index in range(verb.index - 1, max(-1, verb.index - 8), -1):
        word = sentence.words[index]
        if word.text in (",", "—", "–", "-"):
            ended = index > 0 and sentence.words[index - 1].text in (".", "!", "?")
            return index if index > 0 and not (ended and word.text != ",") else None
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
    return tuple(stripped(span, text.text) for span in parts if span is not None and _tells(span, text.text))


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


def stripped(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    end = span.end - (len(words) - len(words.rstrip(_EDGES)))
    return Span(start, end) if start < end else span


def about_this(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what "об этом сообщил X" speaks of: the clause before it, else the sentence before."""
    this = _this(sentence, verb)
    if this is None or opener_of(sentence, verb) is not None:
        return ()
    first = this.index - 1
    before = span_of(sentence.between(0, first), text.text)
    if before is not None and any(w.is_finite or w.rel == "root" for w in sentence.between(0, first)):
        return (stripped(before, text.text),)
    if sentence.index == 0:
        return ()
    return (text.sentences[sentence.index - 1].span,)


def _this(sentence: Sentence, verb: Word) -> Word | None:
    for word in sentence.of(verb):
        case = sentence.child(word, "case")
        if word.lemma in ("это", "этот") and case is not None and case.lemma in ("о", "об") and word.case == "Loc":
            return word
    return None
