"""Whom a Korean sentence names as the one it has its words from: 에 따르면, 를 인용해, 와의 인터뷰에서."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.extraction.grammars.korean.naming import Naming
from provenance.extraction.grammars.korean.phrases import Morphs, Phrase, phrase_before
from provenance.extraction.grammars.korean.wording import kind_of_word, words_in
from provenance.languages.korean.cues import FOLLOWING, REPORTED_NOUNS
from provenance.model.source import SourceKind
from provenance.model.span import Span

_TALKS = frozenset(("인터뷰", "통화", "전화통화", "회견", "단독인터뷰"))
_PRESS = (SourceKind.AGENCY, SourceKind.OUTLET)


@dataclass(frozen=True, slots=True)
class Citation:
    """A phrase that names from whom the words are, or to whom they were said; indices are of morphs."""

    kind: str  # "according", "cites", "told"
    phrase: Phrase
    first: int
    last: int
    cue: Span  # "에 따르면"


def citations_in(morphs: Morphs, naming: Naming) -> list[Citation]:
    """Return the citations in order."""
    found = (_citation(morphs, index, naming) for index in range(1, len(morphs) - 1))
    return [citation for citation in found if citation is not None]


def _citation(morphs: Morphs, index: int, naming: Naming) -> Citation | None:
    morph, before = morphs[index], morphs[index - 1]
    if morph.base == "VV" and morph.form in FOLLOWING and before.form == "에" and morphs[index + 1].form == "면":
        phrase = phrase_before(morphs, index - 1)
        if phrase is None or not _can_be_followed(phrase, naming):
            return None
        return _made("according", phrase, index - 1, index + 1)
    if morph.form == "인용" and before.tag == "JKO":
        return _cited(morphs, index - 1, _end_of_citing(morphs, index))
    if morph.form == "빌리" and before.tag == "JKO" and morphs[index - 2].form in ("말", "입", "표현"):
        return _cited(morphs, index - 1, index + 1)
    return _told(morphs, index, naming)


def _made(kind: str, phrase: Phrase, at: int, last: int) -> Citation:
    morphs = phrase.morphs
    return Citation(kind, phrase, phrase.clause, last, Span(morphs[at].start, morphs[last].end))


def _can_be_followed(phrase: Phrase, naming: Naming) -> bool:
    words = words_in(phrase)
    last = words[-1].text if words else ""
    papers = kind_of_word(last) in (SourceKind.DOCUMENT, SourceKind.DATA, SourceKind.IMAGE, SourceKind.SOCIAL)
    return naming.may_speak(phrase) or papers or last in REPORTED_NOUNS


def _cited(morphs: Morphs, at: int, last: int) -> Citation | None:
    """Return whom somebody cites; "의 말" and "발표" after the name are not part of it."""
    end = at
    while (
        end > 1 and (morphs[end - 1].form in REPORTED_NOUNS or morphs[end - 1].form == "입") and morphs[end - 1].spaced
    ):
        end -= 1
        end -= morphs[end - 1].tag == "JKG"
    phrase = phrase_before(morphs, end)
    return _made("cites", phrase, at, last) if phrase is not None else None


def _end_of_citing(morphs: Morphs, index: int) -> int:
    last = index
    while last + 1 < len(morphs) and morphs[last + 1].tag in ("XSV", "EC", "SP") and last - index < 3:
        last += 1
        if morphs[last].tag in ("EC", "SP"):
            break
    return last


def _told(morphs: Morphs, index: int, naming: Naming) -> Citation | None:
    """Return the outlet that somebody speaks to: "뉴시스에", "CNN과의 인터뷰에서"."""
    morph = morphs[index]
    if (
        morph.tag == "JKB"
        and morph.form in ("에", "에게")
        and morphs[index + 1].form not in (*FOLLOWING, "대하", "관하")
    ):
        phrase = phrase_before(morphs, index)
        return _made("told", phrase, index, index) if phrase is not None and _is_press(phrase, naming) else None
    if morph.tag == "JKB" and morph.form == "에서" and morphs[index - 1].form in _TALKS:
        at = index - 1
        while at > 0 and morphs[at].tag in ("NNG", "XPN"):
            at -= 1
        if morphs[at].tag == "JKG":
            at -= 1
        end = at if morphs[at].tag in ("JKB", "JC") else at + 1
        phrase = phrase_before(morphs, end)
        return _made("told", phrase, end, index) if phrase is not None and _is_press(phrase, naming) else None
    return None


def _is_press(phrase: Phrase, naming: Naming) -> bool:
    hops = naming.hops(phrase, 0, "reported")
    return hops[-1].kind in _PRESS and hops[-1].name is not None
