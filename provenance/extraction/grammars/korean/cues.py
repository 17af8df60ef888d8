"""The verbs that credit in a Korean sentence, and the endings that mark what is credited."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from provenance.extraction.grammars.korean.morphs import QUOTE, Morph
from provenance.extraction.grammars.korean.phrases import Morphs
from provenance.languages.korean.cues import (
    ARISING,
    AT_ONCE,
    CALLING,
    CONTENT_NOUNS,
    IDIOMS,
    REFUSING,
    SAYING,
    SHOWING,
    UNANSWERED,
)
from provenance.model.span import Span

_QUOTATIVE = re.compile(r"(?:ᆫ|는|느|으|이)?(?P<mood>다|라|자|냐)(?P<link>고|며|면서)(?:는|도|만)?")
_DESCRIBING = re.compile(r"(?:ᆫ|는|느|으|이)?(?P<mood>다|라|자|냐)는")
_AFTER_QUOTE = re.compile(r"(?:이?라|다|이다|하)?(?P<link>고|며|면서|는|란)")
_EVERYDAY = SHOWING | ARISING | REFUSING | UNANSWERED


@dataclass(frozen=True, slots=True)
class Marker:
    """An ending that says: what stands before is somebody's words."""

    at: int  # its index
    link: str  # "that" (-다고), "while" (-다며), "noun" (-다는 입장), "estimate" (것으로), "nominal" (-음을)
    end: int  # where the content ends, in the article
    quote: int | None = None  # the first index of the quotation it stands after
    mood: str = "다"  # 다 states, 라 commands (or states, after a noun), 자 proposes, 냐 asks
    noun: int | None = None  # the index of the noun that the content describes
    last: int = 0  # the last index that belongs to it


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate that may credit."""

    first: int
    last: int  # of its stem
    stem: str  # "밝히"; "발표" for 발표하다; a noun and a verb: "입 모으"
    span: Span
    tail: str  # "final", "link" (하고, 하며), "embedded" (말했다고), "describing" (말한)
    end: int  # the index after its ending
    negated: bool = False


def markers_in(morphs: Morphs) -> list[Marker]:
    """Return the markers in order; a quotation without one is not credited by its own ending."""
    found = (_marker(morphs, index) for index in range(len(morphs)))
    return [_with_particle(morphs, marker) for marker in found if marker is not None]


def _with_particle(morphs: Morphs, marker: Marker) -> Marker:
    """Return the marker with the particle glued to it: "-면서도", "-고만"."""
    following = morphs[marker.last + 1] if marker.last + 1 < len(morphs) else None
    if marker.noun is None and following is not None and following.tag == "JX" and not following.spaced:
        return replace(marker, last=marker.last + 1)
    return marker


def _marker(morphs: Morphs, index: int) -> Marker | None:
    morph = morphs[index]
    if index == 0:
        return None
    quote = _quote_before(morphs, index)
    if quote is not None:
        if morph.form in ("으로", "로") and morph.tag == "JKB" and _is_view(morphs, index):
            return Marker(index, "that", morphs[index - 1].end, quote, last=index)
        if morph.form == "으로" and morphs[quote].form.rstrip("\"”'’").endswith("것"):
            return Marker(index, "estimate", morphs[index - 1].end, quote, last=index)
        matched = _AFTER_QUOTE.fullmatch(morph.form)
        if matched is None or morph.base not in ("JKQ", "EC", "ETM", "JX", "EF"):
            return None
        return _of_quote(morphs, index, quote, matched["link"])
    if morph.tag in ("EC", "EF") and (matched := _QUOTATIVE.fullmatch(morph.form)):
        link = "that" if matched["link"] == "고" else "while"
        end = _content_end(morphs, index, matched["mood"])
        return Marker(index, link, end, mood=_mood(morphs, index, matched["mood"]), last=index)
    if morph.tag == "JKQ" and morphs[index - 1].tag == "EF":
        return Marker(index, "that", morphs[index - 1].end, last=index)
    if morph.tag == "ETM" and (matched := _DESCRIBING.fullmatch(morph.form)):
        noun = _noun_after(morphs, index)
        end = _content_end(morphs, index, matched["mood"])
        mood = _mood(morphs, index, matched["mood"])
        return Marker(index, "noun", end, mood=mood, noun=noun, last=noun) if noun is not None else None
    if morph.form == "것" and index + 1 < len(morphs) and morphs[index + 1].form == "으로":
        return Marker(index, "estimate", morph.end, last=index + 1)
    if morph.tag == "ETN" and morph.form != "기" and index + 1 < len(morphs) and morphs[index + 1].tag == "JKO":
        return Marker(index, "nominal", morph.end, last=index + 1)
    return None


def _is_view(morphs: Morphs, index: int) -> bool:
    """True where "로" leads to a verb of calling: '원인을 "낡은 하수관"으로 지목했다'."""
    return index + 1 < len(morphs) and morphs[index + 1].form in CALLING


def _quote_before(morphs: Morphs, index: int) -> int | None:
    """Return where the quotation begins that this ending is glued to; a copula may stand between."""
    morph = morphs[index]
    before = index - 1
    if morph.spaced:
        return None
    if morphs[before].tag == "VCP" and before > 0:
        before -= 1
    if morphs[before].tag == QUOTE:
        return before
    if morphs[before].tag in ("SSC", "SS") and morphs[before].form in "'’":
        for start in range(before - 1, max(-1, before - 80), -1):
            if morphs[start].form in ("'", "‘"):
                return start
    return None


def _of_quote(morphs: Morphs, index: int, quote: int, link: str) -> Marker | None:
    before = index - 1 if morphs[index - 1].tag != "VCP" else index - 2
    end = morphs[before].end
    if link == "고":
        return Marker(index, "that", end, quote, last=index)
    if link in ("며", "면서"):
        return Marker(index, "while", end, quote, last=index)
    noun = _noun_after(morphs, index)
    return Marker(index, "noun", end, quote, noun=noun, last=noun) if noun is not None else None


def _mood(morphs: Morphs, index: int, mood: str) -> str:
    """Return the mood of an ending: 라 after a copula states, after a verb it commands."""
    return "다" if mood == "라" and morphs[index - 1].tag in ("VCP", "VCN", "EP") else mood


def _content_end(morphs: Morphs, index: int, mood: str) -> int:
    """Return where the words end that are credited: "열린다" of "열린다고", "계획" of "계획이라고"."""
    morph = morphs[index]
    before = morphs[index - 1]
    if before.tag == "VCP" and mood == "라":
        return morphs[index - 2].end if index > 1 else morph.start
    at = morph.form.find(mood)
    written = len(morph.form) - at - 1  # letters after the mood
    return max(morph.end - written, morph.start)


def _noun_after(morphs: Morphs, index: int) -> int | None:
    """Return the index of the noun of content that this ending leads to, other nouns between them."""
    last = index
    while last + 1 < len(morphs) and (morphs[last + 1].is_nominal or morphs[last + 1].tag in ("MM", "XR")):
        last += 1
        if last - index > 4:
            return None
    if last == index:
        return None
    noun = morphs[last - 1] if morphs[last].tag == "XSN" and last - 1 > index else morphs[last]
    return last if noun.form in CONTENT_NOUNS or noun.form in ("것", "거") else None


def cues_in(morphs: Morphs) -> list[Cue]:
    """Return the predicates that may credit, in order; whether one does is told by what stands before it."""
    found: list[Cue] = []
    for index in range(len(morphs)):
        stem = _stem_at(morphs, index)
        if stem is None:
            continue
        name, last = stem
        first = index - 2 if " " in name else index
        found.append(_cue(morphs, first, last, name))
    return found


def _stem_at(morphs: Morphs, index: int) -> tuple[str, int] | None:
    morph = morphs[index]
    following = morphs[index + 1] if index + 1 < len(morphs) else None
    if morph.tag in ("NNG", "XR", "MAG"):
        if following is not None and following.tag in ("XSV", "XSA") and not following.spaced:
            passive = following.form != "하" and morph.form not in ARISING
            return None if passive or not _known(morph.form) else (morph.form, index + 1)
        if following is not None and following.form == "하" and morph.form in SAYING and following.start == morph.end:
            return morph.form, index + 1
        ends = following is None or following.tag in ("SF", "SE")
        return (morph.form, index) if ends and morph.form in SAYING else None
    if morph.base not in ("VV", "VX", "VA"):
        return None
    if index > 1 and morphs[index - 1].tag == "JKO" and (morphs[index - 2].form, morph.form) in IDIOMS:
        return f"{morphs[index - 2].form} {morph.form}", index
    if following is not None and following.tag == "EC" and index + 2 < len(morphs):
        if following.form in ("어", "아") and morphs[index + 2].form == "지":
            return None  # "전해지다": nobody says who tells it
        joined = f"{morph.form}{following.form}{morphs[index + 2].form}"
        for name in (joined, joined.replace("어", "", 1) if morph.form[-1] == "내" else joined):
            if name in SAYING or (morph.form == "털" and morphs[index + 2].form == "놓"):
                return ("털어놓" if morph.form == "털" else name), index + 2
    return (morph.form, index) if _known(morph.form) else None


def _known(form: str) -> bool:
    return form in SAYING or form in AT_ONCE or form in _EVERYDAY


def _cue(morphs: Morphs, first: int, last: int, stem: str) -> Cue:
    index = last + 1
    negated = first > 0 and morphs[first - 1].form in ("안", "못") and morphs[first - 1].tag == "MAG"
    while index < len(morphs):
        morph = morphs[index]
        if morph.tag == "EP" or (morph.tag in ("VX", "XSV", "JX") and index - last < 6):
            negated = negated or (morph.tag == "VX" and morph.form in ("않", "못하"))
        elif morph.tag == "EC" and morph.form in ("지", "고", "어", "아", "기") and _goes_on(morphs, index):
            pass
        else:
            break
        index += 1
    tail, end, stop = _tail(morphs, index, morphs[index - 1])
    span = Span(morphs[first].start, max(stop, morphs[last].end))
    return Cue(first, last, stem, span, tail, end, negated)


def _goes_on(morphs: Morphs, index: int) -> bool:
    """True where an auxiliary follows: 밝히-지 않, 주장하-고 있."""
    following = morphs[index + 1] if index + 1 < len(morphs) else None
    if following is not None and following.tag == "JX" and index + 2 < len(morphs):
        following = morphs[index + 2]
    return following is not None and following.base == "VX"


def _tail(morphs: Morphs, index: int, before: Morph) -> tuple[str, int, int]:
    """Return how the predicate goes on, the index after its ending, and where its words end."""
    if index >= len(morphs):
        return "final", index, before.end
    morph = morphs[index]
    if morph.tag == "EF":
        if index + 1 < len(morphs) and morphs[index + 1].tag == "JKQ" and not morphs[index + 1].spaced:
            return "embedded", index + 2, morph.end
        return "final", index + 1, morph.end
    if morph.tag == "EC":
        matched = _QUOTATIVE.fullmatch(morph.form)
        if matched:
            return "embedded", index + 1, _content_end(morphs, index, matched["mood"])
        return "link", index + 1, morph.end
    if morph.tag == "ETM":
        if matched := _DESCRIBING.fullmatch(morph.form):
            return "embedded", index + 1, _content_end(morphs, index, matched["mood"])
        return "describing", index + 1, morph.end
    return ("final", index, before.end) if morph.tag in ("SF", "SE", "SP") else ("link", index, before.end)
