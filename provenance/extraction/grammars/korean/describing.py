"""What the words of a Korean phrase tell of people beside their names: how many, what they are, close to what."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.extraction.grammars.korean.phrases import Phrase
from provenance.extraction.grammars.korean.wording import Word, kind_of_word, written_of
from provenance.languages.korean.people import PLATFORMS, kind_of_person
from provenance.languages.korean.sources import COUNTRIES, CROWDS, NUMBERS, OFFICES, SEVERAL, SPOKESPEOPLE, UNNAMED
from provenance.model.source import Count, Hop, SourceKind

_CLOSE = re.compile(
    r"(?P<what>[^,]{1,60}?)(?:에|을|를|과|와)\s(?:정통한|밝은|잘\s아는|가까운|관여한|참여한|관련된|익숙한)(?:\s|$)"
)
_WITHHELD = re.compile(
    r"(?:익명|신원|이름)(?:의|[을를]?\s?(?:.{0,12}?)(?:요구|요청|전제|조건|원한|원하|밝히지|공개하지)\S*)"
)
_REASON = re.compile(r"(?P<why>[^,]{4,80}?)(?:는|을|를)?\s?이유로")
_THERE = re.compile(r"현장에\s있던|직접\s(?:본|목격한|들은|참석한)|회의에\s참석한|배석한")
_PEOPLE = (SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.CROWD)


def unnamed(words: list[Word], phrase: Phrase, text: str, via: str, count: Count | None) -> Hop:
    """Return the hop of people who are not named, with what their clause tells of them."""
    last = words[-1]
    described = text[phrase.whole.start : phrase.core.end]
    clause = text[phrase.whole.start : phrase.core.start].strip()
    close, withheld, reason = _CLOSE.search(clause), _WITHHELD.search(described), _REASON.search(clause)
    crowd = last.last in CROWDS and (last.text.endswith("들") or last.last not in UNNAMED)
    return Hop(
        name=None,
        kind=SourceKind.CROWD if crowd else SourceKind.ANONYMOUS,
        anonymous=True,
        count=count or count_of(words),
        via=via,
        span=(phrase.whole,),
        role=written_of(words, text),
        close_to=close["what"].strip() if close else None,
        unnamed_because=reason["why"].strip() if reason else None,
        anonymity=withheld[0] if withheld else None,
        first_hand=True if _THERE.search(clause) else None,
    )


def detailed(hop: Hop, words: list[Word]) -> Hop:
    """Return the hop with the person's office, body and kind, and the platform of a post, where the words tell them."""
    if hop.kind is SourceKind.SOCIAL:
        platform = next((PLATFORMS[word.text] for word in words if word.text in PLATFORMS), None)
        return replace(hop, platform=platform)
    last = words[-1]
    speaks_for = last.last in SPOKESPEOPLE
    if hop.kind not in _PEOPLE and not speaks_for:
        return hop
    office = (
        last.text if last.last in OFFICES and last.last not in ("씨", "군", "양") and last.text != hop.name else None
    )
    bodies = [w.text for w in words[:-1] if w.text in COUNTRIES or kind_of_word(w.text) is not None]
    return replace(
        hop,
        office=hop.office or office,
        affiliation=hop.affiliation or " ".join(bodies) or None,
        what=hop.what or kind_of_person(last.last),
    )


def without_count(words: list[Word]) -> tuple[list[Word], Count | None]:
    """Return the words without a count that ends them, and what it counts: "외교관 두 명" two, "소식통 3명" three."""
    if len(words) > 2 and words[-1].text in ("명", "사람") and (number := _number(words[-2])) is not None:
        return words[:-2], Count(number, number)
    if len(words) > 1 and words[-1].text.endswith("명") and (number := _number(words[-1])) is not None:
        return words[:-1], Count(number, number)
    return words, None


def count_of(words: list[Word]) -> Count:
    """Return how many people are meant: 두 명 2..2, 복수의 2 or more, 여러 3 or more, -들 2 or more, else 1 or more."""
    for index, word in enumerate(words[:-1]):
        number = _number(word)
        following = words[index + 1]
        if number is not None and (following.last in ("명", "사람", "인") or word.last in ("명", "사람") or index == 0):
            return Count(number, number)
        if word.text in ("여러", "수", "몇몇", "다수"):
            return Count(3, None)
        if word.text in SEVERAL:
            return Count(2, None)
    last = words[-1].text
    return Count(2, None) if last.endswith("들") or words[-1].last in CROWDS else Count(1, None)


def _number(word: Word) -> int | None:
    digits = re.match(r"\d{1,6}", word.text)
    if digits:
        return int(digits[0])
    return NUMBERS.get(word.text.removesuffix("명"))
