"""What "he", "the newspaper" and a bare surname mean: led back to a name that the article gave before."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.mentions import (
    Mention,
    Place,
    beside,
    is_body,
    is_of_another_clause,
    last_speaker,
    likeliest,
    one_of,
)
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.given_names import gender_of_given_name
from provenance.languages.english.people import HE, IT, MEN, SHE, THEY, WOMEN, gender_of
from provenance.languages.english.sources import BODY_WORDS, HUMANS, KINDS, OFFICES, PEOPLE
from provenance.model.source import SourceKind
from provenance.text.places import find_place

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from provenance.registry import Registry

_FAR = 4  # sentences: what was named longer ago is not meant by a pronoun
_FAR_DEFINITE = 40
_ORGANIZED = frozenset(("ORG", "GPE", "NORP"))
# "The newspaper" can be any outlet just named; "the company" need not be any organization.
_TOLD_BY_KIND = frozenset((SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.COURT))
_HUMAN = (PEOPLE | OFFICES | MEN | WOMEN | HUMANS) - frozenset(("general", "mr", "ms", "mrs"))
_SUFFIXES = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"))


class References:
    """The names of an article in the order of the text, and what later words mean by them."""

    def __init__(self, reading: Reading, registry: Registry | None) -> None:
        self._reading = reading
        self._registry = registry
        self._on = reading.article.published_on
        self._full: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._gender: dict[str, set[str]] = defaultdict(set)
        self._bodies: set[str] = set()
        self._nouns: dict[str, set[str]] = defaultdict(set)
        self._mentions: list[Mention] = []
        self._by_sentence: dict[int, list[Mention]] = defaultdict(list)
        self._quotations = [quotation.span for quotation in reading.quotations]
        for sentence in reading.sentences:
            for entity in sentence.doc.ents:
                if entity.label_ == "PERSON":
                    self._know_name(entity.text)
        for sentence in reading.sentences:
            for entity in sentence.doc.ents:
                if entity.label_ == "PERSON" or entity.label_ in _ORGANIZED:
                    self._add(self._mention(sentence, entity))
            self._add_unnamed(sentence)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(self._mentions)

    def note_speaker(self, mention: Mention) -> None:
        """Remember who was credited: the likeliest meaning of the next "he said".

        What stands inside the source's own words ("Brodno's mayor, Ilija Born") is not somebody else.
        """
        if mention.kind is SourceKind.PERSON and mention.hop is not None and mention.hop.name is not None:
            self._know_name(mention.name)
        gender = self._gender_of(mention.name) or gender_of(mention.nouns)
        noted = replace(mention, gender=gender)
        here = self._by_sentence[mention.sentence]
        here[:] = [m for m in here if m.hop is not None or not _is_same(m, mention)]
        here.append(noted)
        here.sort(key=lambda m: (m.span.end, m.hop is not None))

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
        full = self.full_name(name)
        return len(name.split()) == 1 and full != name and full not in self._bodies

    def antecedent(self, sentence: Sentence, token: Token, *, speaking: bool = False) -> Mention | None:
        """Return what a pronoun or the head noun of a "the ..." phrase means; None where that cannot be told.

        Where the word itself is a source ("he said"), whoever spoke last is the likelier meaning: `speaking`.
        """
        place = Place(sentence, token, self._is_quoted(sentence.token_span(token).start))
        word = token.lower_
        if word in HE | SHE:
            return self._person(place, "she" if word in SHE else "he", speaking=speaking)
        if word in IT:
            return self._meant(place, lambda m: is_body(m) and (m.subject or m.hop is not None), speaking=speaking)
        if word in THEY:
            return self._meant(place, lambda m: m.plural, speaking=speaking)
        if token.pos_ == "NOUN" and any(c.lower_ in ("the", "that", "this") for c in token.children if c.dep_ == "det"):
            return self._called(place, token.lemma_.lower())
        return None

    def _gender_of(self, name: str) -> str | None:
        """Return what a first name, or else titles and nouns that agree, tell; None where nothing does."""
        told = self._gender.get(name, set())
        return gender_of_given_name(name) or (next(iter(told)) if len(told) == 1 else None)

    def _add(self, mention: Mention) -> None:
        self._mentions.append(mention)
        self._by_sentence[mention.sentence].append(mention)

    def _is_quoted(self, position: int) -> bool:
        index = bisect_right(self._quotations, position, key=lambda span: span.start) - 1
        return index >= 0 and position < self._quotations[index].end

    def _before(self, place: Place, far: int) -> Iterator[Mention]:
        """Yield what was named before a place, in the order of the text."""
        for index in range(max(0, place.sentence.index - far), place.sentence.index + 1):
            for mention in self._by_sentence.get(index, ()):
                if mention.span.end <= place.position:
                    yield mention

    def _person(self, place: Place, gender: str, *, speaking: bool) -> Mention | None:
        def fits(mention: Mention) -> bool:
            known = self._gender_of(mention.name) or mention.gender
            return mention.person and not mention.plural and known in (None, gender)

        return self._meant(place, fits, speaking=speaking)

    def _meant(self, place: Place, fits: Callable[[Mention], bool], *, speaking: bool) -> Mention | None:
        """Return the one mention that a pronoun can mean; None where there are two, for a guess is worse than none.

        Who speaks is who spoke last, unless somebody else came in between. Any other pronoun means who is named before
        it in its sentence, or in the nearest sentence that names anyone who fits.
        """
        before = [m for m in self._before(place, _FAR) if fits(m) and (place.quoted or not m.quoted)]
        now = place.sentence.index
        here = [m for m in before if m.sentence == now]
        if speaking:
            here = [m for m in here if is_of_another_clause(place, m)]
        if here:
            return beside(place, here)
        earlier = [m for m in before if m.sentence < now]
        if not speaking and _comes_later(place):
            return None
        spoken = last_speaker([m for m in earlier if m.hop is not None], fits) if speaking else None
        nearest = [m for m in earlier if m.sentence == earlier[-1].sentence]
        if spoken is None or nearest[0].sentence == spoken.sentence:
            return spoken or likeliest(nearest)
        return one_of([m for m in nearest if m.main] or [spoken, *nearest])

    def _called(self, place: Place, noun: str) -> Mention | None:
        """Return what "the newspaper" means: the latest name that was called so, or is of that kind."""
        kinds = {kind for words, kind in KINDS if noun in words} & _TOLD_BY_KIND
        for mention in reversed(list(self._before(place, _FAR_DEFINITE))):
            called = noun in mention.nouns or noun in self._nouns.get(mention.name, ())
            if called or noun in mention.name.lower().split() or mention.kind in kinds:
                return mention
        return None

    def _add_unnamed(self, sentence: Sentence) -> None:
        """Add the people whom the sentence does not name, and names that the tagger missed: "he" may be one of them."""
        here = self._by_sentence[sentence.index]
        for token in sentence.doc:
            missed = token.pos_ == "PROPN" and not token.ent_type_ and token.text in self._full
            if missed or _is_unnamed_person(token):
                span = sentence.token_span(token)
                here.append(
                    Mention(
                        name=self.full_name(token.text) if missed else token.lower_,
                        span=span,
                        sentence=sentence.index,
                        person=True,
                        subject=_is_subject(token, person=True),
                        gender=gender_of((token.lower_,)),
                        main=_is_main(token),
                        quoted=self._is_quoted(span.start),
                        named=missed,
                    )
                )
        here.sort(key=lambda m: m.span.end)

    def _mention(self, sentence: Sentence, entity: TokenSpan) -> Mention:
        root = entity.root
        name = _bare(entity.text)
        person = entity.label_ == "PERSON" or (entity.label_ == "ORG" and self.is_person(name))
        name = self.full_name(name) if person else name
        person = person and name.split()[-1].lower() not in BODY_WORDS
        nouns = _nouns_about(root)
        if person:  # "union chairwoman Ann Cole" is no union
            nouns &= PEOPLE | OFFICES | MEN | WOMEN
        self._nouns[name].update(nouns)
        gender = gender_of(nouns | _title(entity)) if person else None
        if gender:
            self._gender[name].add(gender)
        span = sentence.tokens_span(entity)
        label = "ORG" if entity.label_ == "PERSON" and not person else entity.label_
        return Mention(
            name=name,
            span=span,
            sentence=sentence.index,
            person=person,
            plural=label == "NORP" or root.tag_ == "NNPS",
            subject=_is_subject(root, person=person),
            kind=SourceKind.PERSON if person else self._kind(name, label, nouns),
            gender=gender,
            nouns=frozenset(nouns),
            main=_is_main(root),
            quoted=self._is_quoted(span.start),
        )

    def _kind(self, name: str, label: str, nouns: set[str]) -> SourceKind:
        """Return what a name is; a town, which the registry does not know to have a government, is no body."""
        resolution = self._registry.resolve(name, self._on) if self._registry is not None and label != "NORP" else None
        if resolution is not None:
            return resolution.source.kind
        for words, kind in KINDS:
            if nouns & words or words & set(name.lower().split()[-1:]):
                return kind
        if name.split()[-1].lower() in BODY_WORDS:
            return SourceKind.ORGANIZATION
        return SourceKind.ORGANIZATION if label == "ORG" and find_place(name) is None else SourceKind.UNKNOWN

    def _know_name(self, text: str) -> None:
        full = _bare(text)
        words = [word for word in full.split() if word not in _SUFFIXES]
        if len(words) < 2:
            return
        if not all(word[0].isupper() for word in words if word[0].isalpha()):
            return
        full = " ".join(full.split())
        if words[-1].lower() in BODY_WORDS:
            self._bodies.add(full)
        else:
            self._full[words[-1]][full] += 1
        if len(words[0]) > 1:
            self._full[words[0]][full] += 1


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


def _is_same(named: Mention, credited: Mention) -> bool:
    """True for a name inside a source's words that is no other person, or the body's own."""
    if not named.span.overlaps(credited.span):
        return False
    if named.person or named.name == credited.name:
        return True
    return is_body(named) and is_body(credited) and (credited.name in named.name or named.name in credited.name)


def _bearer(root: Token) -> Token:
    """Return the head of the phrase that names it: "mayor" of "the mayor, Lars Bundgaard"."""
    while root.dep_ in ("compound", "appos", "nmod", "conj") and root.head.i != root.i and root.head.pos_ != "VERB":
        root = root.head
    return root


def _is_subject(root: Token, *, person: bool) -> bool:
    if not person and root.dep_ in ("compound", "nmod") and root.head.pos_ == "NOUN":
        return False  # in "the Sarnak dam broke" no Sarnak acts
    return _bearer(root).dep_ in ("nsubj", "nsubjpass")


def _is_main(root: Token) -> bool:
    bearer = _bearer(root)
    return bearer.dep_ in ("nsubj", "nsubjpass") and bearer.head.dep_ == "ROOT"


def _is_unnamed_person(token: Token) -> bool:
    """True for "a guard" and "the first speaker": somebody whom a pronoun may mean, though nothing tells who."""
    if token.pos_ != "NOUN" or token.tag_ != "NN" or token.ent_type_ or token.lemma_.lower() not in _HUMAN:
        return False
    if token.dep_ in ("compound", "appos", "nmod", "attr", "amod", "oprd", "npadvmod") or token.head.lower_ == "as":
        return False
    return not any(c.dep_ in ("appos", "nmod") and c.pos_ == "PROPN" for c in token.children)


def _comes_later(place: Place) -> bool:
    """True for the "his" of "With his record in doubt, Lund must ...": whose it is, the sentence tells after it."""
    token = place.token
    root = next((t for t in place.sentence.doc if t.dep_ == "ROOT"), None)
    if root is None or token.tag_ != "PRP$":
        return False
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i and token not in c.subtree for c in root.children)
