"""What somebody declines to speak of in Korean: "회담 날짜에 대한 언급을 거부했다"."""

from __future__ import annotations

from provenance.extraction.grammars.korean.cues import Cue, Marker
from provenance.extraction.grammars.korean.phrases import Morphs, object_before, phrase_before
from provenance.languages.korean.cues import REFUSING, REPLIES, UNANSWERED
from provenance.model.span import Span

_OPEN = ("는지", "은지", "ᆫ지", "ᆯ지", "을지", "던지", "느냐", "냐", "으냐", "ᆯ지는", "는지는")


def is_refusal(morphs: Morphs, cue: Cue, low: int) -> bool:
    """True where a cue tells that somebody does not answer or comment."""
    if cue.negated:
        return cue.stem in UNANSWERED
    if cue.stem not in REFUSING:
        return False
    nouns = (morph.form for morph in morphs[max(low, cue.first - 4) : cue.first])
    return any(noun in REPLIES or noun in ("말", "입장", "표명") for noun in nouns)


def declined(morphs: Morphs, cue: Cue, low: int, markers: list[Marker]) -> Span | None:
    """Return the matter that is not spoken of; None where the words name none: "언급을 거부했다"."""
    for marker in reversed(markers):
        if marker.link == "noun" and marker.noun is not None and low <= marker.at < cue.first:
            return Span(morphs[low].start, marker.end) if morphs[low].start < marker.end else None
    for index in range(cue.first - 1, low, -1):
        morph = morphs[index]
        if morph.tag in ("EC", "EF") and morph.form in _OPEN:
            return Span(morphs[low].start, morph.end)
        if morph.form in ("대하", "관하", "관련") and morph.tag in ("VV", "NNG"):
            particle = morphs[index - 1].tag in ("JKB", "JC")
            phrase = phrase_before(morphs, index - 1 if particle else index, low)
            if phrase is not None:
                return phrase.whole
    return _withheld(morphs, cue, low)


def _withheld(morphs: Morphs, cue: Cue, low: int) -> Span | None:
    """Return the object that is not told: "이유를 밝히지 않았다"."""
    phrase = object_before(morphs, cue.first, low)
    if phrase is None and cue.first - 1 > low and morphs[cue.first - 1].tag == "JX":
        phrase = phrase_before(morphs, cue.first - 1, low)
    if phrase is None or cue.stem in REFUSING or cue.stem in ("답변", "답", "대답", "응하", "응", "응답"):
        return None
    noun = phrase.parts[-1].form
    return None if noun in REPLIES or noun in ("말", "입장", "표명") else phrase.whole
