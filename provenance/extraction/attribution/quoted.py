"""Quotation marks: whose words stand inside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.predicates import lemma_of, subject_of, subtree
from provenance.extraction.attribution.quoted_after import credited_after
from provenance.extraction.attribution.quoted_credits import Credits, goes_on, paragraph_of
from provenance.extraction.attribution.stretches import inside_marks, spans_of, trimmed, with_marks
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.sources import PEOPLE
from provenance.model.span import Span, Spans, merged
from provenance.text.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINAL = frozenset(".?!…,")
_UTTERANCE = 30  # characters: a shorter quotation that nobody says is a title or a word
_NEAR = 45  # tokens between a quotation and the verb that credits it
_LOOKED_AT = 150  # tokens before or after a quotation, those of other quotations too, in which its speaker is sought


def with_quotations(reading: Reading, triples: Iterable[Triple]) -> list[Triple]:
    """Return the triples with every quotation that someone is credited with; words in scare quotes credit nobody.

    A quotation that a triple's content touches is taken whole, over sentences and paragraphs. One that stands beside a
    verb of speech is credited to the verb's subject, and so is one that the next sentence credits ("Those were the
    words of ..."); one that stands alone goes on with the speaker before it.
    """
    given = Credits(reading, triples)
    for run in _runs(reading.quotations):
        at = _credited(reading, given, run)
        if at is None:
            continue
        for quotation in run:
            given.give(at, quotation)
    return [replace(t, content=with_marks(trimmed(t.content, reading.text), reading)) for t in given.triples()]


def quoted_clause(reading: Reading, quotation: Quotation) -> bool:
    """True where the quotation is a full utterance rather than a word or two in marks."""
    inner = quotation.inner
    if inner is None:
        return False
    words = inner.of(reading.text).split()
    return len(words) >= 3 and (inner.of(reading.text)[-1] in _FINAL or len(words) >= 8)


def _runs(quotations: Iterable[Quotation]) -> Iterator[list[Quotation]]:
    """Yield the quotations, those together that are one over several paragraphs."""
    run: list[Quotation] = []
    for quotation in quotations:
        if quotation.inner is None:
            continue
        if run and not quotation.continues:
            yield run
            run = []
        run.append(quotation)
    if run:
        yield run


def _credited(reading: Reading, given: Credits, run: list[Quotation]) -> int | None:
    """Return the triple whose words these are, a new one where none was found before."""
    for quotation in run:
        at = given.touching(quotation)
        if at is not None:
            if not given.found[at].source and (fresh := _beside(reading, quotation)) is not None:
                given.found[at] = replace(given.found[at], source=fresh.source)
            return at
    for quotation in run:
        fresh = _beside(reading, quotation)
        if fresh is not None:
            at = given.same_cue(fresh)
            return given.add(fresh) if at is None else at
    after = credited_after(reading, run[-1])
    if after is not None:
        return given.put(after)
    return goes_on(reading, given, run[0])


def uncredited(reading: Reading, triples: Iterable[Triple]) -> list[Triple]:
    """Return whole paragraphs in quotation marks that nobody is found for: whoever says them, the outlet does not."""
    taken = merged(span for triple in triples for span in (*triple.content, *triple.source, *triple.cue))
    found = []
    for quotation in reading.quotations:
        sentence = reading.sentence_at(quotation.span.start)
        if sentence is None or not quoted_clause(reading, quotation) or len(quotation.span) < _UTTERANCE:
            continue
        paragraph = paragraph_of(reading, quotation.span)
        whole = reading.paragraphs[paragraph] if paragraph is not None else quotation.span
        alone = len(whole.of(reading.text).strip()) <= len(quotation.span)
        if alone and not _overlaps(taken, quotation.span):
            found.append(Triple((), (), (quotation.span,), "say", "quoted", 0.5))
    return found


def _overlaps(sorted_apart: Spans, span: Span) -> bool:
    """True where one of the stretches, which are in order and apart, overlaps the span."""
    last = bisect_left(sorted_apart, span.end, key=lambda other: other.start) - 1
    return last >= 0 and sorted_apart[last].overlaps(span)


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
    first = sentence.first_from(quotation.span.end)
    tokens = [t for t in sentence.doc[first : first + _LOOKED_AT] if not t.is_space]
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
    first = sentence.first_from(quotation.span.start)
    tokens = [t for t in sentence.doc[max(0, first - _LOOKED_AT) : first] if not t.is_space]
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
