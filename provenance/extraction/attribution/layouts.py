"""Who is credited by the layout of a page: in transcripts, interviews, posts, lists, letters and captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from provenance.extraction.attribution.captions import caption_triples
from provenance.extraction.attribution.leads import introduced_by
from provenance.extraction.attribution.letters import letter_triples
from provenance.extraction.attribution.predicates import lemma_of
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading
from provenance.languages.english.cues import SPEECH
from provenance.model.span import Span, Spans, merged
from provenance.text.layout import NOT_SPEAKERS, Label, LabelKind, find_labels

_FURTHER = 4  # paragraphs of an answer that stand without a label before the next one
_ASKERS = frozenset(("q", "question", "interviewer", "reporter", "journalist"))
_LISTED = (LabelKind.BULLET, LabelKind.BLOCK_QUOTE)


def with_layout(reading: Reading, triples: Sequence[Triple]) -> tuple[Triple, ...]:
    """Return the triples with those that the layout gives, in the order of the text.

    What the layout credits is credited once: a triple of the engine's that takes a label for a source or a cue, or that
    knows no source for words of the layout's, gives way; one that stands inside such words stays.
    """
    labels = find_labels(reading.text, reading.paragraphs)
    triples = [triple for triple in triples if not _is_mere_label(reading, triple)]
    found = [*_turns(reading, labels), *_posts(reading, labels), *_statements(reading, labels)]
    found += [*_introduced(reading, labels), *letter_triples(reading), *caption_triples(reading)]
    named = [label.span for label in labels if label.kind not in _LISTED]
    marks = [Span(label.span.start, label.body) for label in labels if label.kind in _LISTED]
    if not found and not named and not marks:
        return tuple(triples)
    shells = merged([*named, *(span for triple in found for span in (*triple.source, *triple.cue))])
    contents = merged(span for triple in found for span in triple.content)
    kept = [bare for triple in triples if (bare := _beside(triple, shells, contents)) is not None]
    kept = [replace(triple, source=_without_marks(triple.source, marks)) for triple in kept] if marks else kept
    return tuple(sorted((*found, *kept), key=lambda triple: (triple.start, triple.place)))


def _beside(triple: Triple, shells: Spans, contents: Spans) -> Triple | None:
    """Return a triple of the engine's as far as it says what the layout does not; None where nothing is left."""
    if _meet((*triple.source, *triple.cue), shells):
        return None
    if not triple.source and all(_inside(span, contents) for span in triple.content):
        return None
    content = tuple(part for span in triple.content for part in _without(span, shells))
    return replace(triple, content=content) if content else None


def _is_mere_label(reading: Reading, triple: Triple) -> bool:
    """True for a colon that credits nobody: after "Editor's note", or in a sentence that goes on behind it."""
    if len(triple.cue) != 1 or triple.cue[0].of(reading.text) != ":" or not triple.source:
        return False
    source = triple.source[-1]
    if not NOT_SPEAKERS.isdisjoint(source.of(reading.text).casefold().split()):
        return True
    sentence = reading.sentence_at(triple.place.start)
    if sentence is None or source.end > triple.place.start:
        return False
    between = sentence.tokens_in(Span(source.end, triple.place.start)) if source.end < triple.place.start else []
    verb = any(token.pos_ in ("VERB", "AUX") and lemma_of(token) not in SPEECH for token in between)
    return verb or source.of(reading.text).casefold() in ("the", "a", "an")


def _without_marks(source: Spans, marks: Sequence[Span]) -> Spans:
    """Return a source without the bullet or number before it."""
    hit = [mark for mark in marks if any(span.overlaps(mark) for span in source)]
    return tuple(part for span in source for part in _without(span, hit)) if hit else source


def _turns(reading: Reading, labels: Sequence[Label]) -> Iterator[Triple]:
    """Yield what each speaker of a transcript says; what the outlet asks is its own."""
    turns = [label for label in labels if label.kind is LabelKind.SPEAKER]
    for turn, following in zip_longest(turns, turns[1:]):
        name = turn.name
        if name is None or _is_the_outlet(name.of(reading.text), reading.article.outlet):
            continue
        content = [_body(reading, turn)]
        ahead = following.paragraph if following is not None else turn.paragraph + 1
        if ahead - turn.paragraph <= _FURTHER + 1:
            content += reading.paragraphs[turn.paragraph + 1 : ahead]
        yield _said(reading, turn, name, content)


def _posts(reading: Reading, labels: Sequence[Label]) -> Iterator[Triple]:
    for label in labels:
        if label.name is None:
            continue
        if label.kind is LabelKind.HANDLE:
            yield _said(reading, label, label.name, [_body(reading, label)])
        elif label.kind is LabelKind.SIGNATURE:
            yield from _signed(reading, label, label.name)


def _signed(reading: Reading, label: Label, name: Span) -> Iterator[Triple]:
    """Yield the post above a signature: in the same paragraph, or the paragraph before."""
    paragraph = reading.paragraphs[label.paragraph]
    if label.span.start == paragraph.start:
        above = reading.paragraphs[label.paragraph - 1] if label.paragraph else None
        content = above
    else:
        content = _stripped(reading.text, Span(paragraph.start, label.body))
    if content is not None:
        cue = Span(name.end, label.span.end)
        yield Triple((name,), (_stripped(reading.text, cue) or cue,), (content,), "post", "colon", 0.9)


def _statements(reading: Reading, labels: Sequence[Label]) -> Iterator[Triple]:
    """Yield what stands under "The statement in full:", in its paragraph or, quoted, in the next ones."""
    for label in labels:
        if label.kind is not LabelKind.STATEMENT or label.name is None:
            continue
        paragraph = reading.paragraphs[label.paragraph]
        if label.body < paragraph.end:
            yield _said(reading, label, label.name, [_body(reading, label)])
        elif content := _block(reading, labels, label.paragraph + 1):
            yield _said(reading, label, label.name, content)


def _introduced(reading: Reading, labels: Sequence[Label]) -> Iterator[Triple]:
    """Yield the lists and the quotations that "The ministry said:" stands before."""
    for number, paragraph in enumerate(reading.paragraphs[:-1]):
        if reading.text[paragraph.end - 1] != ":":
            continue
        content = _block(reading, labels, number + 1)
        sentence = reading.sentence_at(paragraph.end - 1) if content else None
        if sentence is not None and (triple := introduced_by(reading, sentence)) is not None:
            yield replace(triple, content=tuple(content))


def _block(reading: Reading, labels: Sequence[Label], first: int) -> list[Span]:
    """Return the items of the list, or the paragraphs in quotation marks, that begin with this paragraph."""
    items = {label.paragraph: label for label in labels if label.kind in _LISTED and label.paragraph >= first}
    content: list[Span] = []
    for number in range(first, len(reading.paragraphs)):
        paragraph = reading.paragraphs[number]
        item = items.get(number)
        if item is not None and item.body < paragraph.end and not (content and first not in items):
            content.append(_body(reading, item))
        elif first not in items and _is_quoted(reading, paragraph):
            content.append(paragraph)
        else:
            break
    return content


def _is_quoted(reading: Reading, paragraph: Span) -> bool:
    return any(q.span.start == paragraph.start and q.span.end == paragraph.end for q in reading.quotations)


def _said(reading: Reading, label: Label, name: Span, content: list[Span]) -> Triple:
    """Return what a labelled line says; a line that ends with a question asks."""
    colon = Span(label.span.end - 1, label.span.end)
    text = reading.text
    while text[colon.start] in "*_" and colon.start > name.end:
        colon = Span(colon.start - 1, colon.start)
    last = content[-1].of(text).rstrip("\"'”’ *_")
    return Triple((name,), (colon,), tuple(content), "ask" if last.endswith("?") else ":", "colon", 0.9)


def _body(reading: Reading, label: Label) -> Span:
    return Span(label.body, reading.paragraphs[label.paragraph].end)


def _is_the_outlet(name: str, outlet: str | None) -> bool:
    """True for "Q", "Interviewer", and for the outlet's name or the letters that it begins with."""
    if name.casefold() in _ASKERS:
        return True
    words = [word for word in (outlet or "").split() if word.casefold() != "the"]
    initials = "".join(word[0] for word in words)
    bare = name.removeprefix("The ")
    return bool(words) and (bare.casefold() == " ".join(words).casefold() or (len(words) > 1 and bare == initials))


def _stripped(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def _without(span: Span, holes: Iterable[Span]) -> Spans:
    parts = [span]
    for hole in holes:
        parts = [
            Span(start, end)
            for part in parts
            for start, end in ((part.start, min(part.end, hole.start)), (max(part.start, hole.end), part.end))
            if start < end
        ]
    return tuple(parts)


def _meet(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(one.overlaps(other) for one in spans for other in others)


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(other.covers(span) for other in others)
