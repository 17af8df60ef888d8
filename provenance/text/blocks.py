"""The lines and wrapped paragraphs of a page, and what their shape tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from provenance.model.span import Span

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
END_MARK = re.compile(
    r"\s+(?:Enditem|ENDITEM|Endit|ENDS|/ends|-30-|###|■|□|●)\.?$"
)  # that agencies put after the last word
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
CLOSING_BRACKETS = re.compile(r"(?<=[.!?…\"”’])\s*[(\[][^()\[\]]{2,60}[)\]]$")  # a credit after the last sentence
WORD = re.compile(r"[^\W_][\w'’.-]*")
INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060"  # marks that editors leave behind
BULLET = re.compile(r"^[•◦▪‣·●■►▶»*>\-–—]+\s+")
PROSE_WORDS = 8  # a line with fewer is taken for prose only beside other prose


@dataclass(frozen=True)
class Block:
    """One line, or the lines of one paragraph where the text is wrapped at a fixed width."""

    span: Span  # without the white space around it
    text: str

    @cached_property
    def bare(self) -> str:
        """The words without a leading bullet, white space made one blank."""
        return " ".join(BULLET.sub("", self.text.strip(INVISIBLE)).split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(WORD.findall(self.text))

    @property
    def bulleted(self) -> bool:
        return bool(BULLET.match(self.text))

    @property
    def opens_quotation(self) -> bool:
        return self.text[0] in "\"“‘'«„"

    @cached_property
    def ends_sentence(self) -> bool:
        return bool(SENTENCE_END.search(CLOSING_BRACKETS.sub("", END_MARK.sub("", self.text))))

    @property
    def end_mark(self) -> Span | None:
        """The word that an agency puts after the last one of a text: "Enditem"."""
        mark = END_MARK.search(self.text)
        return self.part(mark.start() + 1, mark.end()) if mark and self.is_prose else None

    @cached_property
    def is_prose(self) -> bool:
        """True where the block looks like a paragraph of sentences rather than a title or a label."""
        if len(self.words) < PROSE_WORDS or not self.ends_sentence:
            return False
        return sum(word[0].islower() for word in self.words) * 3 >= len(self.words)

    @cached_property
    def is_title_like(self) -> bool:
        """True where the block could be a headline: three to thirty words that no full stop ends."""
        plain = not self.text.rstrip("\"'”’»)").endswith((".", ":", ";", ","))
        return plain and 3 <= len(self.words) <= 30 and not self.text[:1].islower()

    def part(self, start: int, end: int) -> Span:
        """Return the span of these offsets of the block's text."""
        return Span(self.span.start + start, self.span.start + end)


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in order; none for a blank text."""
    lines = list(_lines(text))
    if _is_wrapped(text, lines):
        lines = _unwrapped(text, lines)
    return tuple(Block(span, span.of(text)) for span in lines)


def _lines(text: str) -> Iterator[Span]:
    for match in LINE.finditer(text):
        line = match[0]
        if bare := line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(bare))


def _follows(text: str, above: Span, below: Span) -> bool:
    """True where no blank line stands between the two."""
    gap = text[above.end : below.start]
    return gap.replace("\r\n", "\n").count("\n") == 1


def _runs_on(text: str, above: Span, below: Span) -> bool:
    first = text[below.start]
    return _follows(text, above, below) and first.islower() and not SENTENCE_END.search(above.of(text))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """True where the text is wrapped at a fixed width: many lines go on in lower case, and none is long."""
    if len(lines) < 4 or max(map(len, lines)) > 120:
        return False
    running = sum(_runs_on(text, above, below) for above, below in pairwise(lines))
    return running >= 3 and running * 4 >= len(lines)


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Return the lines with those that a full line above carries on into made one."""
    width = max(map(len, lines))
    result = lines[:1]
    last_line = lines[0]
    for line in lines[1:]:
        bulleted = BULLET.match(line.of(text))
        first_word = next(iter(line.of(text).split()), "")
        full = len(last_line) + 1 + len(first_word) > width * 0.85
        if _follows(text, last_line, line) and full and not bulleted:
            result[-1] = Span(result[-1].start, line.end)
        else:
            result.append(line)
        last_line = line
    return result
