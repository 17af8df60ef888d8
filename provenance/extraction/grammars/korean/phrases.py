"""Noun phrases of a Korean sentence: where they begin, which particle they carry, what clause describes them."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.extraction.grammars.korean.morphs import QUOTE, Morph
from provenance.languages.korean.sources import AFTER_THESE_A_PHRASE_BEGINS, SAYING_TIMES, TIME_WORDS, VENUES
from provenance.model.span import Span

Morphs = tuple[Morph, ...]
_TOPIC = ("은", "는", "ᆫ", "이란", "란")
_SUBJECT = ("이", "가", "께서")
_DATES = ("일", "월", "년", "시", "분")
_SEPARATORS = ("·", "/", "&", "-", "%")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase; indices are of morphs, `last` included."""

    first: int
    last: int
    clause: int  # where the clause that describes it begins; `first` where none does
    morphs: Morphs

    @property
    def core(self) -> Span:
        """Return the words without the clause that describes them: "소식통" of "사안에 정통한 소식통"."""
        return Span(self.morphs[self.first].start, self.morphs[self.last].end)

    @property
    def whole(self) -> Span:
        return Span(self.morphs[self.clause].start, self.morphs[self.last].end)

    @property
    def parts(self) -> Morphs:
        return self.morphs[self.first : self.last + 1]


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that something is said of."""

    phrase: Phrase
    at: int  # the index of its particle; the last one where there are two ("에서는")
    topic: bool  # marked by 은/는 rather than by 이/가


def phrase_before(morphs: Morphs, at: int, low: int = 0) -> Phrase | None:
    """Return the noun phrase that ends right before a particle, None where no noun stands there."""
    first = at
    while first > low and _belongs(morphs, first - 1, low):
        first -= 1
    if first < at and morphs[first].tag == "SSC":
        first += 1
    first = _without_time(morphs, first, at)
    while first < at and (morphs[first].tag in ("JKG", "XSN", "SSC", "SW", "SP", "NNB") and not _counts(morphs, first)):
        first += 1
    if first >= at or not any(morph.is_nominal for morph in morphs[first:at]):
        return None
    return Phrase(first, at - 1, _clause_before(morphs, first, low), morphs)


def subjects_in(morphs: Morphs, low: int, high: int) -> list[Subject]:
    """Return the phrases with a subject's or a topic's particle between two indices, in order."""
    found = []
    for at in range(low + 1, high):
        morph = morphs[at]
        topic = morph.tag == "JX" and morph.form in _TOPIC
        if not topic and not (morph.tag == "JKS" and morph.form in _SUBJECT):
            continue
        noun = at
        if topic and morphs[at - 1].tag == "JKB" and morphs[at - 1].form == "에서":
            noun = at - 1  # 업계에서는
            if _is_venue(morphs[noun - 1]):
                continue
        elif morphs[at - 1].tag.startswith("J"):
            continue
        phrase = phrase_before(morphs, noun, low)
        if phrase is not None:
            found.append(Subject(phrase, at, topic))
    return found


def object_before(morphs: Morphs, at: int, low: int) -> Phrase | None:
    """Return the object that stands before a verb, adverbs between them; None where there is none."""
    index = at - 1
    while index > low and (morphs[index].tag in ("MAG", "XSM", "SP") or _adverbial(morphs, index)):
        index -= 1
    if index > low and morphs[index].tag == "JKO":
        return phrase_before(morphs, index, low)
    return None


def after_adjuncts(morphs: Morphs, low: int, high: int) -> int:
    """Return where a clause begins, after what tells only when, where and to whom it was said."""
    index = low
    while index < high:
        step = max(_adjunct_end(morphs, index, high), _described_venue_end(morphs, index, high))
        if step == index:
            return index
        index = step
    return index


def _described_venue_end(morphs: Morphs, index: int, high: int) -> int:
    """Return the index after "국회에서 열린 토론회에서", the same index where no such venue begins here."""
    for at in range(index, min(index + 15, high)):
        morph = morphs[at]
        if morph.tag in ("JKS", "JKO", "JX", "EC", "EF", "SP", QUOTE):
            return index
        if morph.tag == "ETM":
            stop = at + 1
            while stop < high and morphs[stop].is_nominal:
                stop += 1
            venue = stop < high and morphs[stop].form == "에서" and morphs[stop - 1].form in VENUES
            return stop + 1 if venue and stop > at + 1 else index
    return index


def _belongs(morphs: Morphs, index: int, low: int) -> bool:
    morph = morphs[index]
    if morph.tag == "SSC":
        return any(other.tag == "SSO" for other in morphs[max(low, index - 6) : index])
    if morph.tag == "SSO" or morph.tag == "SSC":
        return True
    if morph.tag == "JKG":
        return index > low and (morphs[index - 1].is_nominal or morphs[index - 1].tag == "SSC")
    if morph.tag == "JC":
        return index > low and morphs[index - 1].is_nominal
    if morph.tag == "NNB" and morph.form == "것":
        return False
    return morph.is_nominal or morph.tag == "MM" or (morph.tag in ("SW", "SP") and morph.form in _SEPARATORS)


def _without_time(morphs: Morphs, first: int, at: int) -> int:
    """Return where the phrase begins after "12일", "이날" and "경기 뒤"."""
    begin = first
    for index in range(first, at - 1):
        if morphs[index + 1].spaced and _opens_after(morphs, index, begin):
            begin = index + 1
    return begin


def _opens_after(morphs: Morphs, index: int, begin: int) -> bool:
    """True where a new phrase begins after this word: a time, a day in brackets, "경기 뒤", "협약상"."""
    morph = morphs[index]
    if morph.tag in ("NNG", "NNB") and morph.form in AFTER_THESE_A_PHRASE_BEGINS:
        return True
    if begin == index and morph.form in TIME_WORDS:
        return True
    if morph.tag == "NNB" and morph.form in _DATES:
        return begin in (index, index - 1)
    return (morph.tag == "XSN" and morph.form == "상") or (morph.tag == "SSC" and morphs[begin].tag == "SSO")


def _counts(morphs: Morphs, index: int) -> bool:
    return morphs[index].tag == "NNB" and index > 0 and morphs[index - 1].tag in ("MM", "SN", "NR")


def _clause_before(morphs: Morphs, first: int, low: int) -> int:
    """Return where the clause begins that describes the noun: "익명을 요구한 관계자"; `first` where none does."""
    if first <= low or morphs[first - 1].tag != "ETM" or not morphs[first].spaced:
        return first
    begin = first - 1
    if first - 3 > low and morphs[first - 2].tag == "VCP" and morphs[first - 3].form == "적":
        return _word_start(morphs, first - 3, low)
    while begin > low and not _bounds_a_clause(morphs[begin - 1]):
        begin -= 1
    while begin < first and (morphs[begin].tag in ("MAJ", "SP", "JX") or morphs[begin].tag.startswith("J")):
        begin += 1
    return _without_time(morphs, begin, first)


def _word_start(morphs: Morphs, index: int, low: int) -> int:
    while index > low and not morphs[index].spaced:
        index -= 1
    return index


def _bounds_a_clause(morph: Morph) -> bool:
    if morph.tag in ("SP", "SF", QUOTE, "JKQ", "SSC", "SE") or (morph.tag == "JX" and morph.form in ("은", "는")):
        return True
    return morph.tag == "EC" and morph.form[-1] in "고며서면데만"


def _is_venue(morph: Morph) -> bool:
    return morph.form in VENUES or morph.tag == "NNB"


def _adverbial(morphs: Morphs, index: int) -> bool:
    """True for a noun that is used as an adverb right before a verb: "전면 부인했다"."""
    return morphs[index].tag == "NNG" and morphs[index].spaced and morphs[index - 1].tag == "JKO"


def _adjunct_end(morphs: Morphs, index: int, high: int) -> int:
    """Return the index after the adjunct that begins here, the same index where none does."""
    if morphs[index].tag in ("SP", "MAJ", "IC") or morphs[index].form in ("이어", "또", "특히", "다만", "그러면서"):
        return index + 1
    end = index
    while (end < high and morphs[end].is_nominal) or (end < high and morphs[end].tag in ("MM", "JKG", "SSO", "SSC")):
        end += 1
    if end == index:
        return index
    bare = morphs[index:end]
    if end < high and morphs[end].tag == "JKB" and morphs[end].form in ("에서", "에", "에게", "께", "으로", "로"):
        venue = bare[-1].form in VENUES or (
            len(bare) > 1 and bare[-1].form == "들" and bare[-2].form in ("기자", "취재")
        )
        return end + 1 if venue or (morphs[end].form == "에" and _is_time(bare)) else index
    if end + 2 < high and morphs[end].tag == "JKO" and morphs[end + 1].form in ("통하", "열", "만나", "내"):
        return end + 3 if bare[-1].form in VENUES or bare[-1].form == "들" else index
    stop = index
    while stop < end and (_is_time(morphs[index : stop + 1])):
        stop += 1
    return stop if stop < end and morphs[stop].spaced else index


def _is_time(parts: Morphs) -> bool:
    allowed = ("일", "월", "년", "시", "분", "(", ")")
    return (
        all(part.form in SAYING_TIMES or part.form in allowed or part.tag == "SN" for part in parts)
        and any(part.tag != "SN" for part in parts)
    ) or (len(parts) == 1 and parts[0].tag == "SN" and parts[0].spaced)
