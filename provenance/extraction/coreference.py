"""What "he", "the newspaper" and a bare surname mean: led back to a name that the article gave before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.people import HE, IT, SHE, THEY, gender_of
from provenance.languages.english.sources import KINDS, OFFICES, PEOPLE
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from provenance.registry import Registry

_FAR = 5  # sentences: what was named longer ago is not meant by a pronoun
_FAR_DEFINITE = 40
_ORGANIZED = frozenset(("ORG", "GPE", "NORP"))
# "The newspaper" can be any outlet just named; "the company" need not be any organization.
_TOLD_BY_KIND = frozenset((SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.COURT))
_BODIES = frozenset(
    (SourceKind.ORGANIZATION, SourceKind.GOVERNMENT, SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.COURT)
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, or a noun phrase that stands for one."""

    name: str  # the fullest form that the article has given so far
    span: Span
    sentence: int
    person: bool
    plural: bool = False
    subject: bool = False
    kind: SourceKind = SourceKind.UNKNOWN
    gender: str | None = None  # "he" or "she", where a title or an earlier word tells
    nouns: frozenset[str] = frozenset()  # what it has been called: "newspaper", "president"
    hop: Hop | None = None  # of one who was credited: a source without a name is known by this alone


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word stands whose meaning is sought."""

    position: int
    sentence: int
    speaking: bool


class References:
    """The names of an article in the order of the text, and what later words mean by them."""

    def __init__(self, reading: Reading, registry: Registry | None) -> None:
        self._reading = reading
        self._registry = registry
        self._on = reading.article.published_on
        self._full: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._gender: dict[str, str] = {}
        self._nouns: dict[str, set[str]] = defaultdict(set)
        self._mentions: list[Mention] = []
        self._by_sentence: dict[int, list[Mention]] = defaultdict(list)
        self._speakers: list[Mention] = []
        for sentence in reading.sentences:
            for entity in sentence.doc.ents:
                if entity.label_ == "PERSON":
                    self._know_full_name(entity)
        for sentence in reading.sentences:
            for entity in sentence.doc.ents:
                if entity.label_ == "PERSON" or entity.label_ in _ORGANIZED:
                    self._add(self._mention(sentence, entity))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(self._mentions)

    def note_speaker(self, mention: Mention) -> None:
        """Remember who was credited last: the likeliest meaning of the next "he said"."""
        self._speakers.append(mention)
        self._by_sentence[mention.sentence].append(mention)

    def full_name(self, name: str) -> str:
        """Return the full name that a surname (or a family name that stands first) means in this article.

        The name itself where the article gives none, or several that are as likely.
        """
        words = _bare(name).split()
        if len(words) != 1:
            return _bare(name)
        known = self._full.get(words[0])
        if not known:
            return words[0]
        ranked = sorted(known.items(), key=lambda item: -item[1])
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
            return words[0]
        return ranked[0][0]

    def is_person(self, name: str) -> bool:
        """True for a bare surname that the article knows from a person's full name, whatever the tagger made of it."""
        return len(name.split()) == 1 and self.full_name(name) != name

    def antecedent(self, sentence: Sentence, token: Token, *, speaking: bool = False) -> Mention | None:
        """Return what a pronoun or the head noun of a "the ..." phrase means; None where that cannot be told.

        Where the word itself is a source ("he said"), whoever spoke last is the likelier meaning: `speaking`.
        """
        place = _Place(sentence.token_span(token).start, sentence.index, speaking)
        word = token.lower_
        if word in HE | SHE:
            return self._person(place, "she" if word in SHE else "he", token)
        if word in IT:
            return self._latest(place, lambda m: _is_body(m) and (m.subject or m.hop is not None))
        if word in THEY:
            return self._latest(place, lambda m: m.plural)
        if token.pos_ == "NOUN" and any(c.lower_ in ("the", "that", "this") for c in token.children if c.dep_ == "det"):
            return self._called(place, token.lemma_.lower())
        return None

    def _add(self, mention: Mention) -> None:
        self._mentions.append(mention)
        self._by_sentence[mention.sentence].append(mention)

    def _before(self, place: _Place, far: int) -> Iterator[Mention]:
        """Yield what was named before a place, in the order of the text."""
        for index in range(max(0, place.sentence - far), place.sentence + 1):
            for mention in self._by_sentence.get(index, ()):
                if mention.span.end <= place.position:
                    yield mention

    def _person(self, place: _Place, gender: str, token: Token) -> Mention | None:
        def fits(mention: Mention) -> bool:
            known = self._gender.get(mention.name) or mention.gender
            return mention.person and not mention.plural and known in (None, gender)

        found = self._latest(place, fits)
        if found is not None and token.dep_ not in ("nsubj", "nsubjpass", "poss"):
            return found if found.sentence != place.sentence else None
        return found

    def _latest(self, place: _Place, fits: Callable[[Mention], bool]) -> Mention | None:
        """Return the likeliest mention before the place: a speaker or a subject of the nearest sentence."""
        recent = {id(mention) for mention in self._speakers[-2:]}
        best: Mention | None = None
        highest = -1.0
        for mention in self._before(place, _FAR):
            if not fits(mention):
                continue
            score = 4.0 - (place.sentence - mention.sentence) + (1.5 if mention.subject else 0.0)
            if id(mention) in recent:
                score += 2.5 if place.speaking else 0.5
            if score >= highest:
                best, highest = mention, score
        return best

    def _called(self, place: _Place, noun: str) -> Mention | None:
        """Return what "the newspaper" means: the latest name that was called so, or is of that kind."""
        kinds = {kind for words, kind in KINDS if noun in words} & _TOLD_BY_KIND
        for mention in reversed(list(self._before(place, _FAR_DEFINITE))):
            called = noun in mention.nouns or noun in self._nouns.get(mention.name, ())
            if called or noun in mention.name.lower().split() or mention.kind in kinds:
                return mention
        return None

    def _mention(self, sentence: Sentence, entity: TokenSpan) -> Mention:
        root = entity.root
        person = entity.label_ == "PERSON"
        name = self.full_name(entity.text) if person else _bare(entity.text)
        nouns = _nouns_about(root)
        if person:  # "union chairwoman Ann Cole" is no union
            nouns &= PEOPLE | OFFICES
        self._nouns[name].update(nouns)
        gender = gender_of(nouns | _title(entity)) if person else None
        if gender:
            self._gender.setdefault(name, gender)
        return Mention(
            name=name,
            span=sentence.tokens_span(entity),
            sentence=sentence.index,
            person=person,
            plural=entity.label_ == "NORP" or root.tag_ == "NNPS",
            subject=_is_subject(root),
            kind=SourceKind.PERSON if person else self._kind(name, entity.label_, nouns),
            gender=gender,
            nouns=frozenset(nouns),
        )

    def _kind(self, name: str, label: str, nouns: set[str]) -> SourceKind:
        resolution = self._registry.resolve(name, self._on) if self._registry is not None else None
        if resolution is not None:
            return resolution.source.kind
        for words, kind in KINDS:
            if nouns & words or words & set(name.lower().split()[-1:]):
                return kind
        return {"GPE": SourceKind.GOVERNMENT, "ORG": SourceKind.ORGANIZATION}.get(label, SourceKind.UNKNOWN)

    def _know_full_name(self, entity: TokenSpan) -> None:
        words = _bare(entity.text).split()
        if len(words) < 2 or not all(word[0].isupper() for word in words if word[0].isalpha()):
            return
        full = " ".join(words)
        self._full[words[-1]][full] += 1
        if len(words[0]) > 1:
            self._full[words[0]][full] += 1


def _is_body(mention: Mention) -> bool:
    return not mention.person and not mention.plural and mention.kind in _BODIES


def _bare(name: str) -> str:
    """Return a name without its article, possessive and title."""
    words = name.replace("\n", " ").split()
    while words and words[0].lower() in ("the", "mr.", "mrs.", "ms.", "dr.", "mr", "ms", "mrs"):
        words = words[1:]
    bare = " ".join(words) or name
    for ending in ("'s", "’s", "'", "’"):
        bare = bare.removesuffix(ending)
    return bare


def _nouns_about(root: Token) -> set[str]:
    """Return the common nouns that an apposition or a title calls it by."""
    nouns = {child.lemma_.lower() for child in root.children if child.dep_ in ("compound", "appos", "nmod")}
    if root.dep_ in ("appos", "compound", "nmod") and root.head.pos_ in ("NOUN", "PROPN"):
        nouns.add(root.head.lemma_.lower())
    return nouns


def _title(entity: TokenSpan) -> set[str]:
    """Return the words where a title stands: the first of the name and the one before it, in lower case."""
    before = {entity.doc[entity.start - 1].lower_} if entity.start else set()
    return before | {entity[0].lower_}


def _is_subject(token: Token) -> bool:
    while token.dep_ in ("compound", "appos", "nmod"):
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")
