"""Korean words cut into their parts, with exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from provenance.model.span import Span

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

QUOTE = "Q"  # the tag of a whole quotation, which stands among the morphs as one
_NOMINAL = frozenset(("NNG", "NNP", "NNB", "NR", "NP", "SN", "SL", "SH", "XSN", "XPN", "XR", "W_HASHTAG", "W_MENTION"))
_DATELINE = re.compile(
    r"\s*(?:[(\[【][^)\]】\n]{1,40}[)\]】]\s*)?(?:[가-힣A-Za-z·,]{2,12}(?:\s[가-힣·,]{2,12}){0,3}\s?(?:기자|특파원|통신원)\s*)?=\s"
)
_SHOWN = 40  # characters at the end of a quotation
_NAME_OF_WORK = re.compile(r"[<〈《「『][^<>〈〉《》「」『』\n]{1,80}[>〉》」』]")


@dataclass(frozen=True, slots=True)
class Morph:
    """A part of a word, or a whole quotation; offsets count from the start of the article."""

    form: str  # "밝히"
    tag: str  # "VV"; QUOTE for a quotation
    start: int
    end: int
    spaced: bool = False  # white space stands before it

    @property
    def is_nominal(self) -> bool:
        return self.tag in _NOMINAL

    @property
    def base(self) -> str:
        """Return the tag without what it says of irregular verbs: "VV-I" is "VV"."""
        return self.tag.partition("-")[0]


def is_installed() -> bool:
    """True where the library that cuts Korean words, and its model, can be loaded."""
    return find_spec("kiwipiepy") is not None and find_spec("kiwipiepy_model") is not None


@cache
def _kiwi() -> Kiwi:
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1)


def morphs_of(text: str, span: Span, marks: tuple[Span, ...] = ()) -> tuple[Morph, ...]:
    """Return the morphs of a stretch; each of the marked quotations, and a title in its brackets, is one.

    A dateline ("(서울=연합뉴스) 홍길동 기자 =") is left out.
    """
    opening = _DATELINE.match(text, span.start, span.end)
    start = opening.end() if opening else span.start
    if start >= span.end:
        return ()
    wholes = _wholes(text, Span(start, span.end), marks)
    shown, begins, shifts = _shown(text, Span(start, span.end), [whole for whole, _ in wholes])
    raw = _kiwi().tokenize(shown)
    starts = [whole.start for whole, _ in wholes]
    found: list[Morph] = []
    for token in raw:
        shift = shifts[bisect_right(begins, token.start) - 1]
        at, end = token.start + shift, token.start + token.len + shift
        index = bisect_right(starts, at) - 1
        spaced = at > 0 and text[at - 1].isspace()
        if index >= 0 and at < wholes[index][0].end:
            whole, tag = wholes[index]
            if not found or found[-1].start != whole.start or found[-1].end != whole.end:
                spaced = whole.start > 0 and text[whole.start - 1].isspace()
                found.append(Morph(whole.of(text), tag, whole.start, whole.end, spaced))
        else:
            found.append(Morph(token.form, str(token.tag), at, end, spaced))
    return tuple(_mended(_with_numerals(found)))


def _mended(morphs: list[Morph]) -> list[Morph]:
    """Return the morphs with 아는 after 잘 as a verb, "who knows well", where it was taken for a noun."""
    for index in range(2, len(morphs)):
        before, stem, ending = morphs[index - 2 : index + 1]
        if (before.form, stem.form, stem.tag, ending.form, ending.tag) == ("잘", "아", "NNG", "는", "JX"):
            morphs[index - 1] = replace(stem, form="알", tag="VV")
            morphs[index] = replace(ending, tag="ETM")
    return morphs


def _shown(text: str, span: Span, wholes: list[Span]) -> tuple[str, list[int], list[int]]:
    """Return the words that are cut, with long quotations shortened to their ends, and how far each part was moved.

    What stands in a quotation is not asked for, only how it ends: an endless one costs no more than a short one.
    """
    pieces: list[str] = []
    begins, shifts = [0], [span.start]
    length, at = 0, span.start
    for whole in wholes:
        if len(whole) <= _SHOWN + 2:
            continue
        pieces.append(text[at : whole.start + 1])
        length += len(pieces[-1])
        at = whole.end - _SHOWN
        begins.append(length)
        shifts.append(at - length)
    pieces.append(text[at : span.end])
    return "".join(pieces), begins, shifts


def _wholes(text: str, span: Span, marks: tuple[Span, ...]) -> list[tuple[Span, str]]:
    """Return the quotations and the titles of works, in order and without overlaps."""
    quotes = [(mark, QUOTE) for mark in marks if span.covers(mark) and text[mark.start] not in "「『"]
    works = (Span(match.start(), match.end()) for match in _NAME_OF_WORK.finditer(text, span.start, span.end))
    apart = [(work, "NNP") for work in works if not any(work.overlaps(mark) for mark, _ in quotes)]
    return sorted((*quotes, *apart), key=lambda whole: whole[0])


def _with_numerals(morphs: list[Morph]) -> list[Morph]:
    """Return the morphs with the word 한 before a noun as a numeral, where it was taken for a form of 하다."""
    found: list[Morph] = []
    for index, morph in enumerate(morphs):
        following = morphs[index + 2] if index + 2 < len(morphs) else None
        if (
            morph.form == "하"
            and morph.base in ("VV", "VX")
            and morph.spaced
            and index + 1 < len(morphs)
            and morphs[index + 1].tag == "ETM"
            and morphs[index + 1].start == morph.start
            and following is not None
            and following.is_nominal
            and following.spaced
            and not (index and morphs[index - 1].tag in ("JKO", "EC"))
        ):
            found.append(Morph("한", "MM", morph.start, morph.end, spaced=True))
        elif not (found and found[-1].form == "한" and found[-1].tag == "MM" and morph.start == found[-1].start):
            found.append(morph)
    return found
