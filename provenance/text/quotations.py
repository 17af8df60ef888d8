"""Quotation marks: which stretches of a text stand inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.model.span import Span
from provenance.text.paragraphs import find_paragraphs

_OPENS = frozenset(("“", "„", "‟", "«", "``", "「", "『"))
_CLOSES = frozenset(("”", "»", "」", "』"))
_PARTNERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』"}
_MARK = re.compile(r"''|``|[“”„‟\"«»「」『』]")  # two apostrophes stand for one double mark
_DASHES = "-–—‒―"
_BRACKETS_OPEN = "([{"
_AFTER_A_CLOSE = ".,;:!?…)]}" + _DASHES

_SINGLE_OPEN = re.compile(r"(?<![\w'’])['‘](?=\S)(?!\d0s\b)(?!(?:n|em|til|tis|twas|cause|bout)\b)")
_SINGLE_CLOSE = re.compile(r"(?<=\S)['’](?![\w'’])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of one paragraph, marks included; one that runs over paragraphs is several, linked by `continues`."""

    span: Span  # with its marks
    inner: Span | None  # without them; None for an empty quotation
    closed: bool  # False: the paragraph ends first
    continues: bool = False  # True: takes up the unclosed quotation of the paragraph before


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    start: int
    end: int
    may_open: bool  # what stands around it allows it to open a quotation
    may_close: bool

    @property
    def opens_for_sure(self) -> bool:
        """An opening mark, or one that only an opening mark could be at this place."""
        if self.text in _OPENS:
            return not (self.may_close and not self.may_open)
        return self.may_open and not self.may_close


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations in order, paragraph by paragraph.

    A mark that fits nothing is passed over and costs no other quotation. An opening mark without a closing one reaches
    to the end of its paragraph; where the next paragraph starts with an opening mark, that one `continues` it.
    Apostrophes are no marks; single marks count outside double ones alone.

    >>> [q.inner.of(t) for t in ['"No," he said. "It isn\\'t."'] for q in find_quotations(t)]
    ['No,', "It isn't."]
    """
    found: list[Quotation] = []
    open_before = False
    for paragraph in find_paragraphs(text):
        quotations = _double(text, paragraph)
        if open_before and quotations and quotations[0].span.start == paragraph.start:
            first = quotations[0]
            quotations[0] = Quotation(first.span, first.inner, first.closed, continues=True)
        open_before = bool(quotations) and not quotations[-1].closed
        found.extend(quotations)
        found.extend(_single(text, paragraph, quotations))
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def _double(text: str, paragraph: Span) -> list[Quotation]:
    found: list[Quotation] = []
    opened: _Mark | None = None
    for mark in _marks(text, paragraph):
        if opened is None:
            if mark.opens_for_sure or (mark.may_open and mark.text not in _CLOSES):
                opened = mark
        elif mark.opens_for_sure and not _closes(opened, mark):
            opened = mark  # the one before was odd
        elif mark.may_close or mark.text in _CLOSES or _closes(opened, mark):
            found.append(_quotation(text, opened, mark.start, mark.end, closed=True))
            opened = None
    if opened is not None:
        found.append(_quotation(text, opened, paragraph.end, paragraph.end, closed=False))
    return found


def _closes(opened: _Mark, mark: _Mark) -> bool:
    """True for a mark that is the other half of the opened one, however it is spaced: „so“, »so«, « so »."""
    return mark.text in _PARTNERS.get(opened.text, ())


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    result = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        before = text[match.start() - 1] if match.start() > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        may_open = not after.isspace() and (before.isspace() or before in _BRACKETS_OPEN + _DASHES + "'‘/")
        may_close = not before.isspace() and (
            after.isspace() or after in _AFTER_A_CLOSE or after in "'’/\"”" or _is_hangul(after)
        )
        result.append(_Mark(match[0], match.start(), match.end(), may_open, may_close))
    return result


def _is_hangul(letter: str) -> bool:
    """True for a Korean letter: a particle is glued to the mark that closes a quotation ("..."고 말했다)."""
    return "\uac00" <= letter <= "\ud7a3"


def _quotation(text: str, opened: _Mark, inner_end: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(Span(opened.start, end), _stripped(text, opened.end, inner_end), closed)


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _single(text: str, paragraph: Span, doubles: list[Quotation]) -> list[Quotation]:
    """Return the quotations in single marks that stand outside the double ones."""
    found: list[Quotation] = []
    position = paragraph.start
    while opening := _SINGLE_OPEN.search(text, position, paragraph.end):
        position = opening.end()
        if any(quotation.span.start <= opening.start() < quotation.span.end for quotation in doubles):
            continue
        end = _single_end(text, opening.end(), paragraph.end)
        if end is None:
            continue
        span = Span(opening.start(), end)
        if not any(quotation.span.overlaps(span) for quotation in doubles):
            found.append(Quotation(span, _stripped(text, opening.end(), end - 1), closed=True))
            position = end
    return found


def _single_end(text: str, start: int, limit: int) -> int | None:
    """Return where a quotation in single marks ends: at a mark after punctuation rather than after a plural's s."""
    following = _SINGLE_OPEN.search(text, start, limit)
    ends = list(_SINGLE_CLOSE.finditer(text, start, following.start() if following else limit))
    if not ends:
        return None
    best = next((end for end in ends if text[end.start() - 1] in ",.?!"), ends[0])
    if text[best.start() - 1] == "s" and text[best.end() : best.end() + 2].strip().isalpha() and len(ends) > 1:
        best = ends[1]  # "the boys' fault" inside the quotation
    return best.end()
