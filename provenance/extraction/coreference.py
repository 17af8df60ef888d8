"""What "he", "the newspaper" and a bare surname mean: led back to a name that the article gave before."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.described import Known, meant_by
from provenance.extraction.descriptions import age_of, description_of, words_about
from provenance.extraction.mentions import (
    Mention,
    Place,
    beside,
    comes_later,
    is_body,
    is_main,
    is_of_another_clause,
    is_paired,
    is_same,
    is_subject,
    is_told,
    is_unnamed_person,
    last_speaker,
    likeliest,
    one_of,
)
from provenance.extraction.names import Names, bare, names_in
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.given_names import gender_of_given_name
from provenance.languages.english.people import HE, IT, MEN, SHE, THEY, WOMEN, gender_of
from provenance.languages.english.sources import BODY_WORDS, KINDS, OFFICES, PEOPLE
from provenance.model.source import SourceKind
from provenance.text.places import find_place

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from provenance.registry import Registry

_FAR = 4  # sentences: what was named longer ago is not meant by a pronoun
_FAR_DEFINITE = 40
_FARTHEST = 30  # sentences, with those inside quotation marks, which do not count
_LONGEST_TURN = 240  # characters
_SHORTEST_DATELINE = 3  # letters
_ORGANIZED = frozenset(("ORG", "GPE", "NORP"))


class References:
    """The names of an article in the order of the text, and what later words mean by them."""

    def __init__(self, reading: Reading, registry: Registry | None) -> None:
        self._reading = reading
        self._registry = registry
        self._on = reading.article.published_on
        self._names = names_in(reading)
        self._gender: dict[str, set[str]] = defaultdict(set)
        self._about: dict[str, set[str]] = defaultdict(set)
        self._ages: dict[str, int] = {}
        self._known = Known(self._about, self._ages, self._gender_of, self._country)
        self._mentions: list[Mention] = []
        self._by_sentence: dict[int, list[Mention]] = defaultdict(list)
        self._quotations = [quotation.span for quotation in reading.quotations]
        self._turns: dict[int, Mention] = {}  # who speaks in each paragraph that a quotation begins
        self._spoken = [self._is_all_quoted(sentence) for sentence in reading.sentences]
        for sentence in reading.sentences:
            for entity in sentence.doc.ents:
                if (entity.label_ == "PERSON" and not _is_place(entity, self._names)) or entity.label_ in _ORGANIZED:
                    self._add(self._mention(sentence, entity))
            self._add_unnamed(sentence)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(self._mentions)

    def note_speaker(self, mention: Mention) -> None:
        """Remember who was credited: the likeliest meaning of the next "he said".

        What stands inside the source's own words ("Brodno's mayor, Ilija Born") is not somebody else, and who is only
        described ("the former mayor") is the one whom the description means.
        """
        mention = self._led_back(mention)
        if mention.kind is SourceKind.PERSON and mention.hop is not None and mention.hop.name is not None:
            self._names.learn(mention.name)
        gender = self._gender_of(mention.name) or gender_of(mention.nouns)
        noted = replace(mention, gender=gender)
        here = self._by_sentence[mention.sentence]
        here[:] = [m for m in here if m.hop is not None or not is_same(m, mention)]
        insort(here, noted, key=_order)
        paragraph = self._turn_at(noted.span.start)
        if paragraph is not None and noted.main:
            self._turns[paragraph] = noted

    def full_name(self, name: str) -> str:
        """Return the full name that a surname (or a family name that stands first) means in this article.

        The name itself where the article gives none, or several that are as likely.
        """
        return self._names.full(name)

    def long_form(self, name: str) -> str:
        """Return what an acronym is short for, as the article explains it: "National Weather Service (NWS)"."""
        return self._names.long_form(name)

    def is_person(self, name: str) -> bool:
        """True for a bare surname that the article knows from a person's full name, whatever the tagger made of it."""
        return self._names.is_person(name)

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
        description = description_of(token)
        if description is None:
            return None
        before = [m for m in self._before(place, _FAR_DEFINITE) if place.quoted or not m.quoted]
        return meant_by(description, before, self._known)

    def _led_back(self, mention: Mention) -> Mention:
        hop, sentence = mention.hop, self._reading.sentences[mention.sentence]
        if hop is None or hop.name is None:
            return mention
        long = self._names.long_form(hop.name)
        if long != hop.name:
            return replace(mention, name=long, hop=replace(hop, name=long))
        tokens = sentence.tokens_in(mention.span)
        inside = {token.i for token in tokens}
        head = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)
        meant = self.antecedent(sentence, head, speaking=True) if head is not None and head.pos_ != "PRON" else None
        if meant is None or not meant.named or meant.name == mention.name or (meant.hop and meant.hop.anonymous):
            return mention
        told = replace(meant.hop or replace(hop, name=meant.name, kind=meant.kind), via=hop.via, span=hop.span)
        return replace(mention, name=meant.name, kind=meant.kind, person=meant.person, hop=told)

    def _gender_of(self, name: str) -> str | None:
        """Return what a first name, or else titles and nouns that agree, tell; None where nothing does."""
        told = self._gender.get(name, set())
        return gender_of_given_name(name) or (next(iter(told)) if len(told) == 1 else None)

    def _country(self, name: str) -> str | None:
        """Return the country of a place or a nationality, and of what the registry knows by this name."""
        if (place := find_place(name)) is not None and place.country is not None:
            return place.country
        resolution = self._registry.resolve(name, self._on) if self._registry is not None and " " in name else None
        return resolution.source.country if resolution is not None else None

    def _add(self, mention: Mention) -> None:
        self._mentions.append(mention)
        self._by_sentence[mention.sentence].append(mention)

    def _is_quoted(self, position: int) -> bool:
        index = bisect_right(self._quotations, position, key=lambda span: span.start) - 1
        return index >= 0 and position < self._quotations[index].end

    def _is_all_quoted(self, sentence: Sentence) -> bool:
        index = bisect_right(self._quotations, sentence.span.start, key=lambda span: span.start) - 1
        return index >= 0 and sentence.span.end <= self._quotations[index].end

    def _before(self, place: Place, far: int) -> Iterator[Mention]:
        """Yield what was named before a place, in the order of the text; sentences of a quotation put nothing far."""
        first = place.sentence.index
        lowest = max(0, first - max(far, _FARTHEST))
        while first > lowest and far > 0:
            first -= 1
            far -= place.quoted or not self._spoken[first]
        for index in range(first, place.sentence.index + 1):
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
        if not speaking and comes_later(place):
            return None
        if speaking and (partner := self._by_turns(place, fits)) is not None:
            return partner
        if speaking and not earlier:  # "Velna Hydro will close its plant, it said"
            return one_of(m for m in before if m.subject or m.hop is not None)
        spoken = last_speaker([m for m in earlier if m.hop is not None], fits) if speaking else None
        nearest = [m for m in earlier if m.sentence == earlier[-1].sentence]
        if spoken is None or nearest[0].sentence == spoken.sentence:
            return spoken or likeliest(nearest)
        return one_of([m for m in nearest if m.main] or [spoken, *nearest])

    def _by_turns(self, place: Place, fits: Callable[[Mention], bool]) -> Mention | None:
        """Return who speaks again in a dialogue of short paragraphs, each a quotation: the one before the last."""
        here = self._turn_at(place.position)
        first, second = (self._turns.get(here - 2), self._turns.get(here - 1)) if here is not None else (None, None)
        if first is None or second is None or first.name == second.name or not (fits(first) and fits(second)):
            return None
        return first

    def _turn_at(self, position: int) -> int | None:
        """Return the number of the paragraph at a position, where it is short and a quotation begins it."""
        paragraphs = self._reading.paragraphs
        number = bisect_right(paragraphs, position, key=lambda span: span.start) - 1
        if number < 0 or len(paragraphs[number]) > _LONGEST_TURN or not self._is_quoted(paragraphs[number].start):
            return None
        return number

    def _add_unnamed(self, sentence: Sentence) -> None:
        """Add the people whom the sentence does not name: "he" may be one of them."""
        here = self._by_sentence[sentence.index]
        for token in sentence.doc:
            if is_unnamed_person(token):
                span = sentence.token_span(token)
                here.append(
                    Mention(
                        name=token.lower_,
                        span=span,
                        sentence=sentence.index,
                        person=True,
                        subject=is_subject(token, person=True),
                        gender=gender_of((token.lower_,)),
                        main=is_main(token),
                        quoted=self._is_quoted(span.start),
                        named=False,
                    )
                )
        here.sort(key=_order)

    def _mention(self, sentence: Sentence, entity: TokenSpan) -> Mention:
        root = entity.root
        written = entity.text
        person = entity.label_ == "PERSON" or (entity.label_ == "ORG" and self.is_person(bare(written)))
        name = self.full_name(written) if person else self._names.long_form(bare(written))
        person = person and name.split()[-1].lower() not in BODY_WORDS
        nouns = set(words_about(entity)) | _nouns_about(root)
        if person:  # "union chairwoman Ann Cole" is no union
            self._about[name].update(words_about(entity))
            nouns &= PEOPLE | OFFICES | MEN | WOMEN
        else:
            self._about[name].update(_nouns_about(root))
        if person and (age := age_of(entity)) is not None:
            self._ages.setdefault(name, age)
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
            plural=label == "NORP" or (root.tag_ == "NNPS" and name.split()[-1].lower() not in BODY_WORDS),
            subject=is_subject(root, person=person),
            kind=SourceKind.PERSON if person else self._kind(name, label, nouns),
            gender=gender,
            nouns=frozenset(nouns),
            main=is_main(root),
            quoted=self._is_quoted(span.start),
            told=is_told(root),
            paired=is_paired(entity),
        )

    def _kind(self, name: str, label: str, nouns: set[str]) -> SourceKind:
        """Return what a name is; a town, which the registry does not know to have a government, is no body."""
        resolution = self._registry.resolve(name, self._on) if self._registry is not None and label != "NORP" else None
        if resolution is not None:
            return resolution.source.kind
        for words, kind in KINDS:
            if nouns & words or words & set(name.lower().split()[-1:]):
                return kind
        if BODY_WORDS & set(name.lower().split()[-1:]):
            return SourceKind.ORGANIZATION
        return SourceKind.ORGANIZATION if label == "ORG" and find_place(name) is None else SourceKind.UNKNOWN


def _order(mention: Mention) -> tuple[int, bool]:
    return mention.span.end, mention.hop is not None


def _is_place(entity: TokenSpan, names: Names) -> bool:
    """True for what the tagger took for a person: the town of a dateline, and a bare word that names a place."""
    if len(entity) > 1 or names.knows(entity.text):
        return False
    dateline = entity.start == 0 and entity.text.isupper() and len(entity.text) > _SHORTEST_DATELINE
    return dateline or (entity.root.dep_ == "pobj" and find_place(entity.text) is not None)


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
