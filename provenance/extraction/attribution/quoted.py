"""Quotation marks: whose words stand inside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.form import kind_of
from provenance.extraction.attribution.predicates import lemma_of, subject_of, subtree
from provenance.extraction.attribution.stretches import inside_marks, spans_of, trimmed, with_marks, words_in
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.sources import PEOPLE
from provenance.model.attribution import AttributionKind
from provenance.model.span import Span, Spans, merged
from provenance.text.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINAL = frozenset(".?!…,")
_OPENING = frozenset("“\"„«`'‘")
_CLOSING = frozenset("”\"“»'’")
_UTTERANCE = 30  # characters: a shorter quotation that nobody says is a title or a word
_NEAR = 45  # tokens between a quotation and the verb that credits it
_SPEAKING_FRAMES = frozenset(("that", "that before", "around", "wh", "comp", "quoted", "colon", "obj"))


def with_quotations(reading: Reading, triples: Iterable[Triple]) -> list[Triple]:
    """Return the triples with every quotation that someone is credited with; words in scare quotes credit nobody.

    A quotation that a triple's content touches is taken whole, over sentences and paragraphs. One that stands beside a
    verb of speech is credited to the verb's subject; one that stands alone goes on with the quotation before it.
    """
    found = list(triples)
    reach = [_reach(triple) for triple in found]
    last: int | None = None  # the triple whose quotation went before
    for quotation in reading.quotations:
        if quotation.inner is None:
            continue
        at = _touching(found, reach, quotation)
        if at is not None and not found[at].source and (fresh := _beside(reading, quotation)) is not None:
            found[at] = replace(found[at], source=fresh.source)
        if at is None:
            fresh = _beside(reading, quotation)
            if fresh is not None:
                at = _same_cue(found, fresh)
                if at is None:
                    found.append(fresh)
                    reach.append(_reach(fresh))
                    at = len(found) - 1
        if at is None and last is not None and _goes_on(reading, found[last], quotation):
            at = last
        if at is not None:
            found[at] = _joined(found[at], quotation)
            reach[at] = _reach(found[at])
            last = at
    return [replace(t, content=with_marks(trimmed(t.content, reading.text), reading)) for t in found]


def quoted_clause(reading: Reading, quotation: Quotation) -> bool:
    """True where the quotation is a full utterance rather than a word or two in marks."""
    inner = quotation.inner
    if inner is None:
        return False
    words = inner.of(reading.text).split()
    return len(words) >= 3 and (inner.of(reading.text)[-1] in _FINAL or len(words) >= 8)


def _joined(triple: Triple, quotation: Quotation) -> Triple:
    content = [span for span in triple.content if not quotation.span.covers(span)]
    kept: list[Span] = []
    for span in content:
        if span.overlaps(quotation.span) and not span.covers(quotation.span):
            span = Span(min(span.start, quotation.span.start), max(span.end, quotation.span.end))
        kept.append(span)
    if not any(span.covers(quotation.span) for span in kept):
        kept.append(quotation.span)
    return replace(triple, content=_outside(kept, (*triple.source, *triple.cue)))


def _outside(content: list[Span], words: Spans) -> Spans:
    """Return the content without the words that credit it, should a stretch have grown over them."""
    return merged(span for span in content if not any(span.covers(word) for word in words)) or merged(content)


def _reach(triple: Triple) -> tuple[int, int]:
    return min(span.start for span in triple.content), max(span.end for span in triple.content)


def _touching(found: list[Triple], reach: list[tuple[int, int]], quotation: Quotation) -> int | None:
    """Return the triple whose content holds words of the quotation: the one with most of them."""
    best, most = None, 0
    low, high = quotation.span.start, quotation.span.end
    for index in [i for i, (start, end) in enumerate(reach) if start < high and low < end]:
        triple = found[index]
        if any(quotation.span.covers(cue) for cue in triple.cue):
            continue
        shared = sum(
            min(span.end, quotation.span.end) - max(span.start, quotation.span.start)
            for span in triple.content
            if span.overlaps(quotation.span)
        )
        if shared > most:
            best, most = index, shared
    return best if most >= 3 else None


def _same_cue(found: list[Triple], fresh: Triple) -> int | None:
    for index, triple in enumerate(found):
        if any(a.overlaps(b) for a in triple.cue for b in fresh.cue) and triple.frame in _SPEAKING_FRAMES:
            return index
    return None


def _goes_on(reading: Reading, triple: Triple, quotation: Quotation) -> bool:
    """True where a quotation of whole sentences goes on with the one before it, in its paragraph or by its marks."""
    if quotation.continues:
        return True
    paragraph = next((p for p in reading.paragraphs if p.covers(quotation.span)), None)
    inner = quotation.inner
    if paragraph is None or inner is None or inner.of(reading.text)[-1] not in _FINAL:
        return False
    if not any(paragraph.overlaps(span) for span in triple.content) and not _is_next(reading, triple, paragraph):
        return False
    start = reading.sentence_at(quotation.span.start)
    end = reading.sentence_at(quotation.span.end - 1)
    return (
        start is not None
        and end is not None
        and start.span.start == quotation.span.start
        and end.span.end <= quotation.span.end + 1
    )


def _is_next(reading: Reading, triple: Triple, paragraph: Span) -> bool:
    """True for a paragraph that is all quotation, right after one that ends with the speaker's or with his words."""
    words = paragraph.of(reading.text).strip()
    index = reading.paragraphs.index(paragraph)
    before = reading.paragraphs[index - 1] if index else None
    whole = len(words) > 1 and words[0] in _OPENING and words[-1] in _CLOSING
    if not whole or before is None or kind_of(reading, triple.content) is not AttributionKind.DIRECT:
        return False
    last = max(span.end for span in (*triple.content, *triple.cue, *triple.source))
    return (
        before.start <= triple.start and last <= before.end and not reading.text[last : before.end].strip(" .,\n”\"'’")
    )


def uncredited(reading: Reading, triples: Iterable[Triple]) -> list[Triple]:
    """Return whole paragraphs in quotation marks that nobody is found for: whoever says them, the outlet does not."""
    taken = [span for triple in triples for span in (*triple.content, *triple.source, *triple.cue)]
    found = []
    for quotation in reading.quotations:
        sentence = reading.sentence_at(quotation.span.start)
        if sentence is None or not quoted_clause(reading, quotation) or len(quotation.span) < _UTTERANCE:
            continue
        paragraph = next((p for p in reading.paragraphs if p.covers(quotation.span)), quotation.span)
        alone = len(paragraph.of(reading.text).strip()) <= len(quotation.span)
        if alone and not any(span.overlaps(quotation.span) for span in taken):
            found.append(Triple((), (), (quotation.span,), "say", "quoted", 0.5))
    return found


def _beside(reading: Reading, quotation: Quotation) -> Triple | None:
    """Return the triple of the verb that stands after or before the quotation, in its sentence."""
    last = reading.sentence_at(quotation.span.end - 1)
    if last is not None and (triple := _after(reading, last, quotation)) is not None:
        return triple
    first = reading.sentence_at(quotation.span.start)
    if first is not None:
        return _before(reading, first, quotation)
    return None


def _after(reading: Reading, sentence: Sentence, quotation: Quotation) -> Triple | None:
    """'"...," said Mr. Kim, who' and '"...," the minister said.'"""
    inner = quotation.inner
    if inner is None or inner.of(reading.text)[-1] not in ",?!-—–…":
        return None
    tokens = [t for t in words_in(sentence, quotation.span.end, sentence.span.end) if not t.is_space]
    tokens = _up_to_a_mark(reading, sentence, tokens)[:_NEAR]
    verb = next(
        (
            t
            for t in tokens
            if t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VBN") and lemma_of(t) in SPEECH
        ),
        None,
    )
    if verb is None:
        return None
    source = _speaker(sentence, verb, tokens)
    return _quoted(sentence, verb, source, quotation) if source else None


def _before(reading: Reading, sentence: Sentence, quotation: Quotation) -> Triple | None:
    """'Mr. Kim said, "..."', 'He told the crowd: "..."' and 'Kim: "..."'"""
    tokens = [t for t in words_in(sentence, sentence.span.start, quotation.span.start) if not t.is_space]
    tokens = [t for t in tokens if inside_marks(reading, sentence.token_span(t).start) is None]
    if not tokens:
        return None
    introduced = tokens[-1].text in (",", ":") or tokens[-1].lower_ in ("that", "as", "saying")
    verbs = [
        t
        for t in tokens[-_NEAR:]
        if t.pos_ in ("VERB", "AUX", "NOUN") and lemma_of(t) in SPEECH and (t.pos_ == "VERB" or t.tag_.startswith("V"))
    ]
    if not verbs:
        return None
    verb = verbs[-1]
    close = tokens[-1].i - verb.i <= 2
    colon = tokens[-1].text == ":"
    if not (close or colon or (introduced and tokens[-1].i - verb.i <= 14)):
        return None
    if not (quoted_clause(reading, quotation) or close or colon):
        return None
    source = _speaker(sentence, verb, tokens)
    return _quoted(sentence, verb, source, quotation) if source else None


def _up_to_a_mark(reading: Reading, sentence: Sentence, tokens: list[Token]) -> list[Token]:
    result = []
    for token in tokens:
        if inside_marks(reading, sentence.token_span(token).start) is not None:
            break
        result.append(token)
    return result


def _speaker(sentence: Sentence, verb: Token, tokens: list[Token]) -> Spans:
    """Return who speaks, by the parse where it stays outside the quotation, else by the words beside the verb."""
    allowed = {token.i for token in tokens}
    subject, passive = subject_of(verb)
    if subject is not None and subject.i in allowed and not passive:
        own = (
            frozenset(i for i in subtree(subject) if i in allowed) - subtree(verb)
            if subject.i not in {t.i for t in verb.subtree}
            else frozenset(i for i in subtree(subject) if i in allowed)
        )
        spans = spans_of(sentence, own or {subject.i})
        return spans[:1]
    position = next(k for k, token in enumerate(tokens) if token.i == verb.i)
    after, before = tokens[position + 1 :], tokens[:position]
    for phrase in (_phrase_at_start(after), _phrase_at_end(before)):
        if phrase and any(t.pos_ in ("PROPN", "PRON") or t.lower_ in PEOPLE or t.pos_ == "NOUN" for t in phrase):
            return spans_of(sentence, (token.i for token in phrase))[:1]
    return ()


_NOMINAL = frozenset(("PROPN", "PRON", "NOUN", "DET", "ADJ", "ADP", "NUM", "PART"))


def _phrase_at_start(tokens: list[Token]) -> list[Token]:
    phrase: list[Token] = []
    for token in tokens:
        if token.pos_ not in _NOMINAL or (not phrase and token.pos_ in ("ADP", "PART")):
            break
        phrase.append(token)
    return phrase


def _phrase_at_end(tokens: list[Token]) -> list[Token]:
    phrase: list[Token] = []
    for token in reversed(tokens):
        if token.pos_ not in _NOMINAL and token.pos_ not in ("AUX", "ADV"):
            break
        phrase.insert(0, token)
    while phrase and phrase[-1].pos_ in ("AUX", "ADV", "ADP", "PART"):
        phrase.pop()
    return phrase


def _quoted(sentence: Sentence, verb: Token, source: Spans, quotation: Quotation) -> Triple:
    cue = {verb.i} | {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt")}
    return Triple(source, spans_of(sentence, cue), (quotation.span,), lemma_of(verb), "quoted")
