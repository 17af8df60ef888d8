"""Sentences with exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from provenance.languages.english.abbreviations import (
    ABBREVIATIONS,
    ACRONYM_LIKE,
    BEFORE_NUMBERS,
    CLOCK,
    SPEECH_AFTER_QUESTION,
    STARTERS,
    TIME_WORDS,
)
from provenance.model.span import Span, Spans, merged
from provenance.text.layout import Label, LabelKind, find_labels
from provenance.text.paragraphs import find_paragraphs
from provenance.text.quotations import Quotation

_MARKS = (LabelKind.BULLET, LabelKind.BLOCK_QUOTE)
_CLOSING = "\"'”’»)\\]}"
_END = re.compile(rf"(?:\.(?:\s?\.)+|[.!?…]+)(?:''|[{_CLOSING}])*")
_LAST_WORD = re.compile(r"[\w.&'’-]*$")
_NEXT_WORD = re.compile(r"\s*([\"'“‘«(\[`]*)([^\s\"”,;:!?)\]]*)")
_INITIAL = re.compile(r"(?:^|\.|-)[A-Z]$")
_NAME_BEFORE = re.compile(r"(?:^|[\s(\"“'‘])(?:[A-Z][\w'’-]+|[A-Z]\.)\s+[\"“'‘(]?[A-Z]$")
_LETTERED = re.compile(r"(?:^|\s)(?:[Pp]lan|[Vv]itamin|[Hh]epatitis|[Gg]rade|[Cc]lass|[Gg]roup|War|and|or)\s+[A-Z]$")
_SPEAKER_AFTER = re.compile(
    rf"\s+(?:[A-Z][\w.'’-]*\s+|of\s+|the\s+){{1,6}}(?:{'|'.join(SPEECH_AFTER_QUESTION)})(?=\s*[.,]|\s+(?:in|on|at|to|of"
    r"|during|after|before|when|as|while|with|from|him|her|them|me|us|reporters)\b)"
)
_GLUED = re.compile(rf"(?<=[a-z]{{3}})[.!?][\"”]?(?=(?:{'|'.join(sorted(STARTERS))})\s[a-z])")


def split_sentences(text: str, boilerplate: Spans = (), quotations: Iterable[Quotation] = ()) -> Spans:
    """Return the sentences in order; none crosses a paragraph or touches boilerplate.

    A closing quotation mark stays with its sentence. Inside a quotation of several sentences each is one; the words
    that credit it ("...?" he asked) stay with the last. A label before a sentence ("14:32 GMT:") is one of its own,
    the bullet of a list belongs to none.

    >>> text = 'The U.S. envoy met Mr. Kim at 3.30 p.m. Monday. "It went well," he said.'
    >>> [span.of(text) for span in split_sentences(text)]
    ['The U.S. envoy met Mr. Kim at 3.30 p.m. Monday.', '"It went well," he said.']
    """
    marks_that_open = {quotation.span.start for quotation in quotations}
    found: list[Span] = []
    paragraphs = find_paragraphs(text)
    labels = find_labels(text, paragraphs)
    for stretch in _outside(paragraphs, merged(boilerplate)):
        for label in _labels_in(labels, stretch):
            found.extend(_stripped(text, label.span.start, label.span.end) if label.kind not in _MARKS else ())
            stretch = _rest(stretch, label)
        start = stretch.start
        for end in _ends(text, stretch, marks_that_open):
            found.extend(_stripped(text, start, end))
            start = end
        found.extend(_stripped(text, start, stretch.end))
    return tuple(span for span in sorted(found) if any(character.isalnum() for character in span.of(text)))


def _labels_in(labels: Sequence[Label], stretch: Span) -> Iterator[Label]:
    """Yield the labels that the stretch begins with or, a signature, ends with."""
    start = stretch.start
    for label in labels[bisect_left(labels, start, key=lambda label: label.span.start) :]:
        if label.span.start >= stretch.end:
            return
        if label.kind is LabelKind.SIGNATURE:
            if start < label.span.start and label.span.end == stretch.end:
                yield label
        elif label.span.start == start and label.body < stretch.end:
            yield label
            start = label.body


def _rest(stretch: Span, label: Label) -> Span:
    if label.kind is LabelKind.SIGNATURE:
        return Span(stretch.start, label.body)
    return Span(label.body, stretch.end)


def cut_to(longest: int, sentences: Spans, text: str) -> tuple[Spans, int]:
    """Return the sentences with none longer than the limit, and how many had to be cut; cuts fall between words."""
    result: list[Span] = []
    cut = 0
    for sentence in sentences:
        cut += len(sentence) > longest
        rest = sentence
        while len(rest) > longest:
            at = max(text.rfind(" ", rest.start + longest // 2, rest.start + longest), -1)
            at = at if at > rest.start else rest.start + longest
            result.extend(_stripped(text, rest.start, at))
            rest = Span(at, rest.end)
        result.extend(_stripped(text, rest.start, rest.end))
    return tuple(result), cut


def _outside(paragraphs: Spans, boilerplate: Spans) -> Iterable[Span]:
    """Yield what is left of the paragraphs without the boilerplate."""
    for paragraph in paragraphs:
        start = paragraph.start
        for span in boilerplate:
            if not span.overlaps(paragraph):
                continue
            if span.start > start:
                yield Span(start, span.start)
            start = max(start, span.end)
        if start < paragraph.end:
            yield Span(start, paragraph.end)


def _stripped(text: str, start: int, end: int) -> Spans:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (Span(start, end),) if start < end else ()


def _ends(text: str, stretch: Span, marks_that_open: set[int]) -> list[int]:
    ends = []
    for match in _END.finditer(text, stretch.start, stretch.end):
        end = match.end()
        while end > match.start() and end - 1 in marks_that_open:
            end -= 1  # an opening mark belongs to what follows
        if end < stretch.end and _is_end(text, stretch, match, end):
            ends.append(end)
    ends.extend(match.end() for match in _GLUED.finditer(text, stretch.start, stretch.end))
    return sorted(set(ends))


def _is_end(text: str, stretch: Span, match: re.Match[str], end: int) -> bool:
    following = _NEXT_WORD.match(text, end, stretch.end)
    if following is None or not text[end].isspace():
        return False
    opening, word = following[1], following[2]
    if not opening and (not word or word[0].islower()):
        return False
    if opening and word[:1].islower() and not _closes_a_quotation(match):
        return match[0][0] in "!?"
    if match[0][0] in "!?":
        return not (_closes_a_quotation(match) and _SPEAKER_AFTER.match(text, end, stretch.end))
    if _closes_a_quotation(match):
        return True
    if len(match[0]) > 1 or match[0] == "…":  # an ellipsis
        return bool(opening) or word in STARTERS or match[0].count(".") > 3
    before = text[max(stretch.start, match.start() - 60) : match.start()]
    return _period_ends(before, bool(opening), word)


def _closes_a_quotation(match: re.Match[str]) -> bool:
    return match[0][-1] in "\"'”’»"


def _period_ends(before: str, opening: bool, word: str) -> bool:
    """Tell a full stop from the point of an abbreviation, by the word before it and the word that follows."""
    found = _LAST_WORD.search(before)
    last = (found[0] if found else "").lstrip("'’")
    starts = opening or word.rstrip(".") in STARTERS
    if last.lower() in BEFORE_NUMBERS and word[:1].isdigit():
        return False
    if last in ABBREVIATIONS:
        return False
    if last.lower() in CLOCK:
        return word.rstrip(".") not in TIME_WORDS
    if last in ACRONYM_LIKE or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):
        return starts
    if _INITIAL.search(last) and len(last) <= 3:
        if _LETTERED.search(before):
            return True
        return starts and not _NAME_BEFORE.search(before)
    return True
