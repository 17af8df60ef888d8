"""From a Korean noun phrase to a hop: who it is, what it is, whether it is named at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from provenance.extraction.grammars.korean.describing import detailed, unnamed, without_count
from provenance.extraction.grammars.korean.people import People, again
from provenance.extraction.grammars.korean.phrases import Phrase, subjects_in
from provenance.extraction.grammars.korean.wording import Word, is_korean_name, kind_of_word, words_in, written_of
from provenance.languages.korean.cues import REPORTED_NOUNS
from provenance.languages.korean.sources import (
    COUNTRIES,
    CROWDS,
    KNOWN_AS,
    NOT_SPEAKERS,
    OFFICES,
    PLURAL_PRONOUNS,
    POINTING,
    PRONOUNS,
    SPOKESPEOPLE,
    SURNAMES,
    UNNAMED,
)
from provenance.model.source import Count, Hop, SourceKind
from provenance.model.span import Span

if TYPE_CHECKING:
    from provenance.registry import Registry

_PAPERS = (SourceKind.DOCUMENT, SourceKind.DATA, SourceKind.IMAGE, SourceKind.SOCIAL)
_SELF = frozenset(("통신", "신문", "방송", "매체"))  # alone, they mean the one that was named before
_PARTLY_NAMED = re.compile(r"(?:[A-Z]|[가-힣]모)(?:\([^)]*\))?\s?(?:씨|군|양)?")


@dataclass(frozen=True, slots=True)
class Naming:
    """What the naming of one article's sources needs to know."""

    text: str
    registry: Registry | None
    people: People
    published: date | None

    def may_speak(self, phrase: Phrase) -> bool:
        """True where the phrase names somebody, or something, that can be credited with words."""
        words = words_in(phrase)
        if not words:
            return False
        last = words[-1]
        if last.text in PRONOUNS or last.text in PLURAL_PRONOUNS or _is_person_word(last):
            return True
        if last.text in NOT_SPEAKERS:
            return False
        if kind_of_word(last.text) is not None or last.text in COUNTRIES:
            return True
        if last.last in NOT_SPEAKERS:
            return False
        if kind_of_word(last.last) is not None:
            return True
        if last.last in CROWDS or last.text in CROWDS or last.tags[-1] == "NNP" or words[0].is_name:
            return True
        return self._resolved(" ".join(word.text for word in words)) is not None

    def hops(self, phrase: Phrase, unit: int, via: str) -> tuple[Hop, ...]:
        """Return the hop that a phrase stands for, as a tuple; a pronoun that cannot be told is somebody unknown."""
        words = words_in(phrase)
        if not words:
            return (Hop(None, via=via, span=(phrase.whole,)),)
        return (detailed(self._hop(words, phrase, unit, via), words),)

    def noun_of(self, phrase: Phrase) -> str:
        words = words_in(phrase)
        return words[-1].last if words else ""

    def _hop(self, words: list[Word], phrase: Phrase, unit: int, via: str) -> Hop:
        span = (phrase.whole,)
        meant = self._meant(words, unit)
        if meant is not None:
            return again(meant, span, via)
        last = words[-1]
        if last.text in PRONOUNS or last.text in PLURAL_PRONOUNS:
            return Hop(None, SourceKind.UNKNOWN, via=via, span=span)
        written = written_of(words, self.text)
        if (known := self._known(written, span, via)) is not None:
            return known
        if len(words) > 1 and last.text in REPORTED_NOUNS:
            inner = self._hop(words[:-1], phrase, unit, via)
            return replace(inner, span=span)
        kind = kind_of_word(last.text)
        if kind in _PAPERS:
            return self._paper(words, phrase, unit, via, kind)
        words, count = without_count(words)
        last = words[-1]
        if _PARTLY_NAMED.fullmatch(self._end_of(words, phrase)):
            return Hop(None, SourceKind.PERSON, True, Count(1, 1), via, span, role=phrase.core.of(self.text))
        if (person := self._person(words, span, via)) is not None:
            return person
        if last.last in UNNAMED or last.last in CROWDS or last.text in CROWDS or _is_of_many(words):
            return unnamed(words, phrase, self.text, via, count)
        return self._body(words, written, span, via, kind)

    def _meant(self, words: list[Word], unit: int) -> Hop | None:
        """Return whom a pronoun, "이 관계자" or "통신" stands for; None where that cannot be told."""
        last = words[-1]
        if last.text in PRONOUNS and len(words) == 1:
            return self.people.he(unit)
        if len(words) == 2 and words[0].text in POINTING:
            return self.people.this(last.last)
        if len(words) == 1 and last.text in _SELF:
            return self.people.this(last.text)
        return None

    def _known(self, written: str, span: tuple[Span, ...], via: str) -> Hop | None:
        """Return the hop of a body that the registry knows by this name, a country or a word for its kind around it."""
        for name in _variants(written):
            source = self._resolved(name)
            if source is not None and source.kind is not SourceKind.PERSON:
                return Hop(source.name, source.kind, via=via, span=span, registry_id=source.registry_id)
        return None

    def _resolved(self, name: str) -> Hop | None:
        if self.registry is None:
            return None
        found = self.registry.resolve(KNOWN_AS.get(name, name), self.published)
        if found is None or found.score < 1:
            return None
        source = found.source
        if source.kind is SourceKind.PERSON:
            held = found.holder.name if found.holder is not None else None
            return Hop(held, source.kind, registry_id=source.id, role=source.name) if held else None
        return Hop(source.name, source.kind, registry_id=source.id)

    def _paper(self, words: list[Word], phrase: Phrase, unit: int, via: str, kind: SourceKind) -> Hop:
        """Return who made a document or a poll, with the paper as role; the paper itself where nobody is named."""
        last = words[-1]
        first = next((i for i, w in enumerate(words) if i and kind_of_word(w.text) in _PAPERS), len(words) - 1)
        owners = [word for word in words[:first] if word.text not in POINTING]
        if owners and kind_of_word(owners[-1].text) not in _PAPERS and self._names_somebody(owners):
            hop = self._hop(owners, phrase, unit, via)
            return replace(hop, role=hop.role or last.text)
        if not owners and phrase.clause < phrase.first:
            makers = subjects_in(phrase.morphs, phrase.clause, phrase.first)  # "통계청이 발표한 자료"
            if makers and self.may_speak(makers[0].phrase):
                hop = self._hop(words_in(makers[0].phrase), makers[0].phrase, unit, via)
                return replace(hop, span=(phrase.whole,), role=hop.role or last.text)
        return Hop(written_of(words, self.text), kind, via=via, span=(phrase.whole,))

    def _names_somebody(self, words: list[Word]) -> bool:
        last = words[-1]
        kind = kind_of_word(last.text)
        resolved = self._resolved(written_of(words, self.text)) is not None
        return kind is not None or resolved or last.is_name or last.last in OFFICES or last.text in COUNTRIES

    def _person(self, words: list[Word], span: tuple[Span, ...], via: str) -> Hop | None:
        """Return the person whom a name, an office, or both tell; a spokesman speaks for his body."""
        last = words[-1]
        if _is_of_many(words):
            return None
        office = last.last if last.last in OFFICES else None
        before = words[:-1] if office and last.text == last.last else words
        if office is None and not (last.is_name and all(w.is_name or w.text in COUNTRIES for w in words[-2:])):
            return self._named_among_others(words, span, via)
        if office is not None and last.text != office and len(last.text) > len(office):
            stem = last.text[: -len(office)]
            if office in ("씨", "군", "양") and (is_korean_name(stem, ("NNP",)) or stem in SURNAMES):
                return self._called(stem, "씨", words, span, via)
        name = _name_among(before) if before else None
        if name is not None:
            return self._of_name(name, words, span, via)
        if office and before and before[-1].text in SURNAMES and len(before) == 1:
            return self._called(before[-1].text, office, words, span, via)
        if office in SPOKESPEOPLE and before:
            hop = self._body(before, written_of(before, self.text), span, via, kind_of_word(before[-1].text))
            return replace(hop, role=office)
        if office is None or last.last in UNNAMED:
            return None
        return Hop(written_of(words, self.text), SourceKind.PERSON, via=via, span=span)

    def _named_among_others(self, words: list[Word], span: tuple[Span, ...], via: str) -> Hop | None:
        """Return the person whose full name stands beside a word that is no office: "맹지호 선수"; None for a body."""
        named = [w for w in words if w.is_name and is_korean_name(w.text, w.tags, alone=True) and not w.owns]
        if len(named) != 1 or (named[0] is not words[-1] and kind_of_word(words[-1].text) is not None):
            return None
        return self._of_name(named[0].text, words, span, via)

    def _called(self, surname: str, office: str, words: list[Word], span: tuple[Span, ...], via: str) -> Hop:
        """Return who is called "김 장관" or "김씨": the one who was named in full before, else as written."""
        if len(surname) > 1 and surname not in SURNAMES:
            return self._of_name(surname, words, span, via)
        full = self.people.full_name(surname, office)
        return self._of_name(full or written_of(words, self.text), words, span, via)

    def _of_name(self, name: str, words: list[Word], span: tuple[Span, ...], via: str) -> Hop:
        rest = [word.text for word in words if word.text not in name.split() and word.text not in SURNAMES]
        role = " ".join(rest) or None if name != written_of(words, self.text) else None
        found = self._resolved(name)
        if found is not None and found.kind is SourceKind.PERSON:
            return replace(found, via=via, span=span)
        return Hop(name, SourceKind.PERSON, via=via, span=span, role=role)

    def _body(self, words: list[Word], written: str, span: tuple[Span, ...], via: str, kind: SourceKind | None) -> Hop:
        if (known := self._known(written, span, via)) is not None:
            return known
        if written in COUNTRIES:
            kind = SourceKind.GOVERNMENT
        return Hop(written, kind or kind_of_word(words[-1].last) or SourceKind.UNKNOWN, via=via, span=span)

    def _end_of(self, words: list[Word], phrase: Phrase) -> str:
        """Return the last name-like part as written, with its brackets: "강모(57)씨"."""
        start = words[-1].start
        if len(words) > 1 and words[-1].text in ("씨", "군", "양"):
            start = words[-2].start
        return self.text[start : phrase.core.end]


def _is_person_word(word: Word) -> bool:
    return word.last in OFFICES or word.last in UNNAMED or word.text in UNNAMED


def _variants(written: str) -> list[str]:
    """Return the forms under which a body may be known: as written, without its country, without its kind."""
    names = [written, written.replace(" ", "")]
    first, _, rest = written.partition(" ")
    if rest and first in COUNTRIES and kind_of_word(rest) in (SourceKind.AGENCY, SourceKind.OUTLET):
        names += [rest, rest.replace(" ", "")]
    for name in tuple(names):
        names += [name.removesuffix(end).strip() for end in ("통신", "통신사", "방송", "신문") if name.endswith(end)]
    return [name for name in dict.fromkeys(names) if name and name not in _SELF]


def _is_of_many(words: list[Word]) -> bool:
    """True for holders of an office who are not named: "한 시의원", "의원들"."""
    last = words[-1]
    counted = words[0].tags == ("MM",) and words[0].text not in POINTING
    return last.last in OFFICES and (counted or last.text.endswith("들"))


def _name_among(words: list[Word]) -> str | None:
    """Return the personal name among the words before an office: "윤도현", "라우라 베니츠"; else None."""
    run: list[Word] = []
    for word in words:
        if word.is_name and not word.owns:
            run.append(word)
        elif run:
            break
    korean = [word for word in words if is_korean_name(word.text, word.tags) and kind_of_word(word.text) is None]
    if korean and (len(run) < 2 or is_korean_name(run[-1].text, run[-1].tags)):
        return korean[-1].text
    return " ".join(word.text for word in run) or None
