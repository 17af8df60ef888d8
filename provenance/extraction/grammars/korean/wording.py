"""The words of a Korean noun phrase, and what each tells of who is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from provenance.extraction.grammars.korean.morphs import Morph
from provenance.extraction.grammars.korean.phrases import Phrase
from provenance.languages.korean.sources import COMMON_BODIES, COUNTRIES, ENDINGS, NO_TITLES, OFFICES, SURNAMES
from provenance.model.source import SourceKind

_ENDINGS = sorted(((end, kind) for kind, ends in ENDINGS.items() for end in ends), key=lambda e: (-len(e[0]), e[0]))
_BODIES = {word: kind for kind, words in COMMON_BODIES.items() for word in words}
_NEVER_A_NAME_BEFORE_THESE = ("위", "부", "청", "처", "당", "실", "국", "팀", "측", "군")

_ENDS_OF_PLACES = ("도", "시", "군", "섬", "역", "항", "읍")


@dataclass(frozen=True, slots=True)
class Word:
    """One written word of a phrase without its particle 의; brackets after it are left out."""

    text: str
    owns: bool  # 의 follows
    tags: tuple[str, ...]
    start: int
    end: int
    last: str  # the form of its last noun: "들" and "씨" left out

    @property
    def is_name(self) -> bool:
        """True for what can be a personal name: not a country, not a body."""
        if self.text in COUNTRIES or kind_of_word(self.text) is not None:
            return False
        if is_korean_name(self.text, self.tags, alone=True):
            return True
        return self.tags[0] == "NNP" and set(self.tags) <= {"NNP", "SW"} and len(self.text) > 1


def is_korean_name(text: str, tags: tuple[str, ...], *, alone: bool = False) -> bool:
    """True for three or four letters that begin with a surname and are no ordinary word.

    Beside an office a name may have been cut into ordinary words; one that stands `alone` may not.
    """
    if not (3 <= len(text) <= 4 and all("가" <= letter <= "힣" for letter in text)):
        return False
    if text[0] not in SURNAMES or (len(text) == 4 and text[:2] not in SURNAMES):
        return False
    if text[-1] in _NEVER_A_NAME_BEFORE_THESE or "XSN" in tags or (alone and text[-1] in _ENDS_OF_PLACES):
        return False
    return tags == ("NNP",) or (not alone and len(tags) > 1)


def words_in(phrase: Phrase) -> list[Word]:
    """Return the words of a phrase in order."""
    groups: list[list[Morph]] = []
    depth = 0
    for morph in phrase.parts:
        if morph.tag == "SSO":
            depth += 1
        if depth == 0:
            if not groups or morph.spaced:
                groups.append([])
            groups[-1].append(morph)
        if morph.tag == "SSC":
            depth = max(0, depth - 1)
    return [_word(group) for group in groups if any(morph.tag != "JKG" for morph in group)]


def _word(group: list[Morph]) -> Word:
    owns = group[-1].tag == "JKG"
    own = group[:-1] if owns else group
    text = _joined(own)
    nouns = [m.form for m in own if not (m.tag == "XSN" and m.form == "들")]
    last = nouns[-1] if nouns else text
    if text in OFFICES:
        last = text  # "대법관", whatever it was cut into
    elif text.endswith("씨") and len(text) > 2 and text not in NO_TITLES:
        last = "씨"
    return Word(text, owns, tuple(m.tag for m in own), own[0].start, own[-1].end, last)


def _joined(morphs: list[Morph]) -> str:
    return "".join(morph.form for morph in morphs)


@lru_cache(maxsize=20_000)
def kind_of_word(word: str) -> SourceKind | None:
    """Return what kind of body the last letters of a word tell; None for none."""
    bare = word.removesuffix("들")
    if bare in _BODIES:
        return _BODIES[bare]
    for ending, kind in _ENDINGS:
        if bare.endswith(ending) and (len(bare) > len(ending) or len(ending) > 1):
            return kind
    return None


def written_of(words: list[Word], text: str) -> str:
    """Return words as they stand in the text, without what is in brackets."""
    parts = [text[word.start : word.end] + ("의" if word.owns and word is not words[-1] else "") for word in words]
    return re.sub(r"\([^)]*\)", "", " ".join(parts)).strip()
