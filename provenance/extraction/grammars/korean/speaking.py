"""Who speaks in a Korean sentence: the subject or topic that belongs to a cue rather than to what is said."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.extraction.grammars.korean.cues import Cue, Marker
from provenance.extraction.grammars.korean.naming import Naming
from provenance.extraction.grammars.korean.phrases import Morphs, Phrase, Subject, phrase_before, subjects_in
from provenance.extraction.grammars.korean.wording import words_in
from provenance.languages.korean.cues import ARISING
from provenance.languages.korean.sources import CROWDS, NOT_SPEAKERS


@dataclass(frozen=True, slots=True)
class Speaker:
    phrase: Phrase
    at: int  # the index of its particle


def speaker_of(
    morphs: Morphs,
    cue: Cue,
    group: list[Marker],
    low: int,
    naming: Naming,
    *,
    last: bool = False,
    bound: int | None = None,
) -> Speaker | None:
    """Return who says what a group of markers marks; None where the sentence does not name them.

    Whoever stands between the marked words and the cue speaks; else the topic before them; else the subject, unless it
    is that of the marked clause. `last` asks for the inner of two speakers: "신문은 장관이 ... 말했다고 보도했다".
    """
    if group and (after := _after(morphs, cue, group[-1], naming)) is not None:
        return after
    high = bound if bound is not None else _bound(group)
    before = subjects_in(morphs, low, high)
    quoted = bool(group) and group[0].quote is not None
    able = [subject for subject in before if naming.may_speak(subject.phrase)]
    if last:
        return _speaker(able[-1]) if len(able) > 1 else None
    if cue.stem in ARISING:
        circles = [subject for subject in able if morphs[subject.at - 1].form == "에서"]
        return _speaker(circles[0]) if circles else _among(morphs, low, high)
    chosen = _chosen(before, able, quoted=quoted, clause=bool(group) and not quoted)
    if chosen is not None:
        return _speaker(chosen)
    return _described_by(morphs, cue, naming) if cue.tail == "describing" else None


def owner_of(morphs: Morphs, cue: Cue, naming: Naming) -> Speaker | None:
    """Return whose claim it is in "-다는 게 시의 설명이다"."""
    at = cue.first - 1
    if at > 0 and cue.first == cue.last and morphs[at].tag == "JKG":
        phrase = phrase_before(morphs, at)
        return Speaker(phrase, at) if phrase is not None and naming.may_speak(phrase) else None
    return None


def _bound(group: list[Marker]) -> int:
    first = group[0]
    return first.quote if first.quote is not None else first.at


def _after(morphs: Morphs, cue: Cue, marker: Marker, naming: Naming) -> Speaker | None:
    between = subjects_in(morphs, marker.last + 1, cue.first)
    able = [subject for subject in between if naming.may_speak(subject.phrase)]
    return _speaker(able[-1]) if able else None


def _chosen(before: list[Subject], able: list[Subject], *, quoted: bool, clause: bool) -> Subject | None:
    topics = [subject for subject in able if subject.topic]
    if topics:
        return topics[0]
    if clause and before and before[0].topic and len(before) > 1 and not _is_thing(before[0]):
        return before[0]  # a topic before a clause that has its own subject
    others = [subject for subject in before if not _is_thing(subject)]
    if quoted and others and others[0].topic:
        return others[0]  # only people are quoted
    if able:
        return able[0]
    return others[0] if quoted and others else None


def _is_thing(subject: Subject) -> bool:
    words = words_in(subject.phrase)
    return not words or words[-1].text in NOT_SPEAKERS or words[-1].last in NOT_SPEAKERS


def _among(morphs: Morphs, low: int, high: int) -> Speaker | None:
    """Return the circle in which a view arises: "업계에서 ... 관측이 나온다"."""
    for at in range(low + 1, high):
        if morphs[at].form == "에서" and morphs[at].tag == "JKB":
            phrase = phrase_before(morphs, at, low)
            words = words_in(phrase) if phrase is not None else []
            if phrase is not None and words and (words[-1].text in CROWDS or words[-1].last in CROWDS):
                return Speaker(phrase, at)
    return None


def _described_by(morphs: Morphs, cue: Cue, naming: Naming) -> Speaker | None:
    """Return the noun that a cue describes: '"..."고 말한 장관은'."""
    at = cue.end
    while at < len(morphs) and (morphs[at].is_nominal or morphs[at].tag in ("MM", "JKG")):
        at += 1
    phrase = phrase_before(morphs, at, cue.end) if at > cue.end else None
    return Speaker(phrase, at) if phrase is not None and naming.may_speak(phrase) else None


def _speaker(subject: Subject) -> Speaker:
    return Speaker(subject.phrase, subject.at)
