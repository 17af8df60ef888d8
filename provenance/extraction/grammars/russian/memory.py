"""Whom a Russian text has named so far: what "он", "ведомство", "министр" and a bare surname mean."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from provenance.extraction.grammars.russian.found import Text
from provenance.extraction.grammars.russian.parsing import gender_of_name, plain
from provenance.extraction.grammars.russian.words import Sentence, Word
from provenance.languages.russian.sources import GENERAL_BODIES, OF_AGENCIES, SYNONYMS, THIRD_PERSON
from provenance.model.source import Hop, Resolution, SourceKind

if TYPE_CHECKING:
    from provenance.registry import Registry

_SENTENCES_BACK = 3
_NAMES_BACK = 40
_KNOWN = 400  # speakers remembered
_CAPITAL = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")


class Memory:
    """Remembers speakers and bodies as the text is read from its start."""

    def __init__(self, text: Text, registry: Registry | None, on: date | None) -> None:
        self._text = text
        self._registry = registry
        self._on = on
        self._speakers: list[tuple[int, Hop, str | None]] = []  # sentence, hop, gender
        self._bodies: list[tuple[int, Hop, str]] = []  # sentence, hop, lemma of its head
        self._full: dict[str, str] | None = None

    def resolve(self, name: str) -> Resolution | None:
        if self._registry is None:
            return None
        found = self._registry.resolve(name, self._on)
        return found or (self._registry.resolve(name.replace("ё", "е").replace("Ё", "Е"), self._on))

    def note(self, sentence: Sentence, hop: Hop, head: Word) -> None:
        """The hop can be meant by a pronoun or a description from now on."""
        if hop.name is None or hop.anonymous:
            return
        if hop.kind is SourceKind.PERSON:
            self._speakers.append((sentence.index, hop, _gender(sentence, hop, head)))
            del self._speakers[:-_KNOWN]
        else:
            self._bodies.append((sentence.index, hop, head.lemma))
            del self._bodies[:-_KNOWN]

    def person_meant(self, sentence: Sentence, pronoun: Word) -> Hop | None:
        """Return the one person of the pronoun's gender who was named or spoke last; None where it may be two."""
        gender = THIRD_PERSON.get(plain(pronoun.text)) or pronoun.feats.get("Gender")
        if plain(pronoun.text) in ("они", "их", "им") or pronoun.feats.get("Number") == "Plur" or gender == "Neut":
            return None
        if gender is None:
            return None
        near = [
            (index, hop)
            for index, hop, known in self._speakers
            if 0 <= sentence.index - index <= _SENTENCES_BACK and known in (gender, None)
        ]
        if not near:
            return None
        latest = max(index for index, _ in near)
        names = {hop.name for index, hop in near if index == latest}
        return near[-1][1] if len(names) == 1 else None

    def body_meant(self, sentence: Sentence, noun: Word) -> Hop | None:
        """Return the body that "ведомство", "агентство" or "газета" speaks of again."""
        wanted = GENERAL_BODIES.get(noun.lemma)
        for index, hop, lemma in reversed(self._bodies[-_NAMES_BACK:]):
            if sentence.index - index > 2 * _SENTENCES_BACK:
                return None
            again = lemma == noun.lemma and wanted is None
            if again or (wanted is not None and hop.kind is wanted) or _press(hop, noun):
                return hop
        return None

    def holder_meant(self, sentence: Sentence, noun: Word) -> Hop | None:
        """Return the person whom the text has given this office, or None."""
        for _, hop, _ in reversed(self._speakers[-_NAMES_BACK:]):
            if hop.role and noun.lemma in re.findall(r"[\w-]+", plain(hop.role)):
                return hop
        if noun.lemma not in SYNONYMS:
            return None
        near = [hop for index, hop, _ in self._speakers if 0 <= sentence.index - index <= _SENTENCES_BACK]
        return near[-1] if len({hop.name for hop in near}) == 1 else None

    def full_name(self, surname: str, before: int) -> str:
        """Return the name in full of somebody who is named by the surname, as it stood before in the text."""
        for _, hop, _ in reversed(self._speakers):
            if hop.name and hop.name.split()[-1] == surname and " " in hop.name:
                return hop.name
        return self._names_in_full().get(surname, surname)

    def _names_in_full(self) -> dict[str, str]:
        if self._full is None:
            from provenance.extraction.grammars.russian.naming import person_name

            self._full = {}
            for sentence in self._text.sentences:
                for span in sentence.people:
                    words = [w for w in sentence.inside(span) if _CAPITAL.fullmatch(w.text)]
                    if len(words) >= 2:
                        name = person_name(words)
                        self._full.setdefault(name.split()[-1], name)
        return self._full


def _press(hop: Hop, noun: Word) -> bool:
    return noun.lemma in OF_AGENCIES and hop.kind in (SourceKind.AGENCY, SourceKind.OUTLET)


def is_subject(sentence: Sentence, word: Word) -> bool:
    """True where the word is a subject, or stands beside one as its name."""
    for _ in range(4):
        if word.rel in ("nsubj", "nsubj:pass"):
            return True
        if word.rel not in ("appos", "flat:name", "nmod", "conj") or word.case not in ("Nom", None):
            return False
        if not 0 <= word.head < len(sentence.words):
            return False
        word = sentence.words[word.head]
    return False


def _gender(sentence: Sentence, hop: Hop, head: Word) -> str | None:
    """Return the gender of a person: the given name's, else the tagger's of the name."""
    words = [w for span in hop.span for w in sentence.inside(span)] or [head]
    for word in words:
        if (known := gender_of_name(word)) is not None:
            return known
    return next((w.feats.get("Gender") for w in reversed(words) if w.pos == "PROPN" and w.feats.get("Gender")), None)
