"""Which marked words a Korean verb governs."""

from __future__ import annotations

from provenance.extraction.grammars.korean.cues import Cue, Marker
from provenance.extraction.grammars.korean.phrases import Morphs, Phrase, object_before
from provenance.languages.korean.cues import (
    ARISING,
    AT_ONCE,
    CONTENT_NOUNS,
    ESTIMATING,
    IDIOMS,
    PLANS,
    SAYING,
    SHOWING,
    WITH_OBJECT,
)
from provenance.model.span import Span

_IDIOMS = frozenset(f"{noun} {verb}" for noun, verb in IDIOMS)
_FACTS = ("사실", "것", "점")
_NOT_THINGS = frozenset(
    ("이", "그", "이것", "그것", "이런", "같은", "언급", "답변", "질문", "말", "익명", "신원", "이름")
)


def governed(morphs: Morphs, cue: Cue, pending: list[Marker]) -> list[Marker]:
    """Return the markers whose words a cue credits, the last one right before it; none where it credits nothing so."""
    if not pending or not _takes(morphs, cue, pending[-1]):
        return []
    taken = [pending[-1]]
    for marker in reversed(pending[:-1]):
        if marker.link not in ("that", "while") or taken[-1].link not in ("that", "while", "noun"):
            break
        taken.append(marker)
    return taken[::-1]


def groups_of(markers: list[Marker]) -> list[list[Marker]]:
    """Return the markers speaker by speaker: "-다며" goes on with the next one, "-다고" ends a speech."""
    groups: list[list[Marker]] = []
    for marker in markers:
        if groups and groups[-1][-1].link == "while":
            groups[-1].append(marker)
        else:
            groups.append([marker])
    return groups


def _takes(morphs: Morphs, cue: Cue, marker: Marker) -> bool:
    gap = morphs[marker.last + 1 : cue.first]
    near = all(morph.tag in ("MAG", "XSM", "SP", "JX") for morph in gap)
    speaks = cue.stem in SAYING or cue.stem in _IDIOMS
    if marker.noun == cue.first:
        return cue.stem in CONTENT_NOUNS or cue.stem in ("것", "거")
    if marker.link in ("that", "while"):
        return speaks or (near and cue.stem in AT_ONCE and _is_past(morphs, cue))
    if marker.link == "estimate":
        return near and cue.stem in ESTIMATING and (cue.stem != "보" or _is_past(morphs, cue))
    if marker.link == "nominal":
        return cue.stem in SAYING and len(gap) <= 3
    if marker.noun is not None and morphs[marker.noun].form in ("것", "거") and _has_copula(morphs, cue):
        return True
    particle = gap[0].tag if gap else ""
    if particle == "JKS":
        return cue.stem in ARISING
    if particle in ("JKO", "JX"):
        return speaks or cue.stem in SHOWING
    return speaks and particle in ("JKB", "JKQ", "") and cue.stem in WITH_OBJECT


def _has_copula(morphs: Morphs, cue: Cue) -> bool:
    return cue.first == cue.last and cue.last + 1 < len(morphs) and morphs[cue.last + 1].tag == "VCP"


def _is_past(morphs: Morphs, cue: Cue) -> bool:
    """True for 했다, 봤다 and 보고 있다: 한다 is hearsay."""
    ending = morphs[cue.last + 1 : cue.end]
    return any((m.tag == "EP" and m.form in ("었", "았", "였")) or m.base == "VX" for m in ending) or (
        cue.stem != "하" and bool(ending) and ending[-1].tag in ("EF", "EC")
    )


def copular_cues(morphs: Morphs, markers: list[Marker]) -> list[Cue]:
    """Return the nouns that credit with a copula: "올린다는 방침이다", "부족하다는 게 시의 설명이다"."""
    found = []
    for marker in markers:
        if marker.noun is None:
            continue
        if morphs[marker.noun].form in ("것", "거"):
            at = noun_with_copula(morphs, marker.noun)
            if at is not None:
                found.append(_copular(morphs, at))
        elif marker.noun + 1 < len(morphs) and morphs[marker.noun + 1].tag == "VCP":
            found.append(_copular(morphs, marker.noun))
    return found


def noun_with_copula(morphs: Morphs, start: int) -> int | None:
    """Return the index of the noun of content that a copula makes the predicate: "시장의 말이다"; None for none."""
    for index in range(start + 1, min(start + 16, len(morphs) - 1)):
        if morphs[index].tag in ("SF", "EC"):
            return None
        if morphs[index].form in CONTENT_NOUNS and morphs[index + 1].tag == "VCP":
            return index
    return None


def _copular(morphs: Morphs, noun: int) -> Cue:
    end = noun + 1
    while end < len(morphs) and morphs[end].tag in ("VCP", "EP", "EF", "EC", "XSN"):
        end += 1
    return Cue(noun, noun, morphs[noun].form, Span(morphs[noun].start, morphs[end - 1].end), "final", end)


def object_of(morphs: Morphs, cue: Cue, low: int) -> Phrase | None:
    """Return what a verb denies, demands or confirms where no clause is marked: "혐의를 부인했다"."""
    phrase = object_before(morphs, cue.first, low)
    if phrase is None:
        return None
    noun = phrase.parts[-1].form
    if noun in _NOT_THINGS:
        return None
    described = phrase.clause < phrase.first
    if cue.stem == "확인":
        return phrase if noun in _FACTS and described else None
    if noun in PLANS and described and cue.stem in SHOWING:
        return phrase
    return phrase if cue.stem in WITH_OBJECT else None
