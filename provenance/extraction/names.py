"""The names of an article's people: found where the tagger missed them, whole where a part of one stands alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.describing import KIN, OCCUPATIONS, TITLES
from provenance.languages.english.given_names import gender_of_given_name
from provenance.languages.english.people import MEN, WOMEN
from provenance.languages.english.sources import BODY_WORDS, HUMANS, OFFICES, PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

CALLS_A_PERSON = TITLES | OCCUPATIONS | KIN | MEN | WOMEN | OFFICES | PEOPLE | HUMANS
_SUFFIXES = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"))
_ODD = frozenset(("ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP", "EVENT", ""))
_LONGEST_NAME = 4  # words
_SHORT = 5  # letters of an acronym that can begin a name: "NK News"
_INSIDE_LONG_FORMS = frozenset(("of", "and", "for", "the", "on", "in", "de", "&"))


class Names:
    """Full names of people and long forms of acronyms, by their parts."""

    def __init__(self) -> None:
        self._full: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._bodies: set[str] = set()
        self._long: dict[str, str] = {}

    def learn(self, text: str) -> None:
        """Remember a person's full name by its last and its first word; one word alone tells nothing."""
        full = " ".join(bare_person(text).split())
        parts = [word for word in full.split() if word not in _SUFFIXES]
        if len(parts) < 2 or not all(word[0].isupper() for word in parts if word[0].isalpha()):
            return
        if parts[-1].lower() in BODY_WORDS:
            self._bodies.add(full)
        else:
            self._full[parts[-1]][full] += 1
        if len(parts[0]) > 1:
            self._full[parts[0]][full] += 1

    def learn_acronym(self, short: str, long: str) -> None:
        """Remember "National Weather Office (NWO)"; the first explanation holds."""
        self._long.setdefault(short, long)

    def knows(self, word: str) -> bool:
        return word in self._full

    def full(self, name: str) -> str:
        """Return the full name that a surname, or a name that stands first, means; the name itself where it means none,
        or several that are as likely.
        """
        words = bare_person(name).split()
        if len(words) != 1:
            return bare_person(name)
        ranked = sorted(self._full.get(words[0], {}).items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return words[0]
        return ranked[0][0]

    def is_person(self, name: str) -> bool:
        """True for a bare surname that is known from a person's full name, whatever the tagger made of it."""
        full = self.full(name)
        return len(name.split()) == 1 and full != name and full not in self._bodies

    def long_form(self, name: str) -> str:
        """Return what an acronym is short for, as the article explains it; any other name as it is."""
        return self._long.get(name, name)


def names_in(reading: Reading) -> Names:
    """Return the names of an article, and mark in its sentences those of people that the tagger missed or mistook.

    What follows a title or an apposition's noun is a person ("his lawyer, Nadine Okafor"), and so is a bare surname of
    one who has been named in full. Marking twice changes nothing.
    """
    names = Names()
    for sentence in reading.sentences:
        _mark(sentence.doc, _called_people(sentence.doc), "PERSON")
        _mark(sentence.doc, _bodies(sentence.doc), "ORG")
        for entity in sentence.doc.ents:
            if entity.label_ == "PERSON":
                names.learn(entity.text)
        for short, long in _acronyms(sentence.doc):
            names.learn_acronym(short, long)
    for sentence in reading.sentences:
        _mark(sentence.doc, _surnames(sentence, names), "PERSON")
    return names


def bare(name: str) -> str:
    """Return a name without its article, its possessive and "Mr."."""
    words = name.replace("\n", " ").split()
    while words and words[0].lower() in ("the", "mr.", "mrs.", "ms.", "dr.", "mr", "ms", "mrs"):
        words = words[1:]
    result = " ".join(words) or name
    for ending in ("'s", "’s", "'", "’"):
        result = result.removesuffix(ending)
    return result


def bare_person(name: str) -> str:
    """Return a person's name without any title or occupation before it.

    >>> bare_person("Surgeon Ida Brandt"), bare_person("Judge Crowe"), bare_person("Baker Mayfield")
    ('Ida Brandt', 'Crowe', 'Baker Mayfield')
    """
    words = bare(name).split()
    while len(words) > 1 and _is_title(words[0], len(words)):
        words = words[1:]
    return " ".join(words)


def _is_title(word: str, count: int) -> bool:
    """True for the first of so many words where it is a title rather than a name."""
    plain = word.rstrip(".").lower()
    return plain in TITLES or (count > 2 and plain in OCCUPATIONS)


def _called_people(doc: Doc) -> Iterator[TokenSpan]:
    """Yield the names that stand where only a person's can, without the title before them."""
    i = 0
    while i < len(doc):
        end = _end_of_name(doc, i)
        start = i
        titles = [k for k in range(start, end - 2) if _is_title(doc[k].text, end - k)]
        start = titles[-1] + 1 if titles else start  # "Tervan President Dragan Vostik"
        if start > 1 and end - start > 2 and doc[start - 1].lower_ == "of" and _calls(doc[start - 2]):
            start = end - 2  # "Minister of Education Nkechi Obi"
        if 2 <= end - start <= _LONGEST_NAME and doc[end - 1].lower_ not in BODY_WORDS:
            labels = {token.ent_type_ for token in doc[start:end]}
            if labels <= _ODD and labels != {"PERSON"} and _is_called(doc, i, start, end):
                yield doc[start:end]
        i = max(end, i + 1)


def _bodies(doc: Doc) -> Iterator[TokenSpan]:
    """Yield the names that end as those of bodies do and that the tagger did not see: "the Orlo Gazette"."""
    i = 0
    while i < len(doc):
        start, end = i, _end_of_name(doc, i + 1 if doc[i].is_upper and len(doc[i]) < _SHORT else i)
        if (
            end - start > 1
            and doc[start].pos_ == "PROPN"
            and doc[end - 1].lower_ in BODY_WORDS
            and not any(t.ent_type_ for t in doc[start:end])
        ):
            yield doc[start:end]
        i = max(end, i + 1)


def _end_of_name(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and not doc[end].is_upper:
        end += 1
    return end


def _is_called(doc: Doc, i: int, start: int, end: int) -> bool:
    """True after a title, in an apposition to "his lawyer", and for a first name that only people have."""
    if start > i or (start and _calls(doc[start - 1])):
        return True
    if gender_of_given_name(doc[start:end].text) is not None and end - start == 2:
        return True
    root = doc[start:end].root
    if root.dep_ == "appos" and root.head.i < start and doc[start - 1].text == "," and _calls(root.head):
        return True
    aside = next((c for c in root.children if c.dep_ == "appos" and c.i > end and doc[end].text == ","), None)
    return aside is not None and _calls(aside) and aside.tag_ == "NN"


def _calls(token: Token) -> bool:
    return token.lower_.rstrip(".") in CALLS_A_PERSON and token.tag_ in ("NN", "NNP", "JJ")


def _surnames(sentence: Sentence, names: Names) -> Iterator[TokenSpan]:
    """Yield the single words that are part of a full name known from elsewhere and are not marked as a person."""
    doc = sentence.doc
    for token in doc:
        if token.ent_type_ == "PERSON" or not names.knows(token.text) or not names.is_person(token.text):
            continue
        alone = token.ent_type_ == "" or (token.ent_iob_ == "B" and not _goes_on(doc, token.i))
        beside = any(
            0 <= k < len(doc) and doc[k].pos_ == "PROPN" and doc[k].text[:1].isupper() and doc[k].ent_type_ != "PERSON"
            for k in (token.i - 1, token.i + 1)
        )
        stands = token.pos_ == "PROPN" or token.dep_ in ("nsubj", "nsubjpass")
        if alone and not beside and stands and token.ent_type_ in _ODD:
            yield doc[token.i : token.i + 1]


def _goes_on(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I"


def _mark(doc: Doc, names: Iterable[TokenSpan], label: str) -> None:
    marked = (doc.char_span(words.start_char, words.end_char, label=label) for words in names)
    found = [words for words in marked if words is not None]
    if not found:
        return
    taken = {token.i for words in found for token in words}
    kept = [entity for entity in doc.ents if not any(token.i in taken for token in entity)]
    doc.set_ents([*kept, *found], default="outside")


def _acronyms(doc: Doc) -> Iterator[tuple[str, str]]:
    """Yield "NWO" with "National Weather Office" for "the National Weather Office (NWO)"."""
    for token in doc[1:-2] if len(doc) > 3 else ():
        short = doc[token.i + 1].text
        if token.text != "(" or doc[token.i + 2].text != ")" or not (short.isupper() and 2 <= len(short) <= 8):
            continue
        long = _spelt_out(doc, token.i, short)
        if long is not None:
            yield short, long


def _spelt_out(doc: Doc, end: int, short: str) -> str | None:
    """Return the words before a position whose first letters spell the acronym."""
    wanted = len(short) - 1
    i = end - 1
    while i >= 0 and end - i <= len(short) + 4:
        word = doc[i].text
        if word[:1].upper() == short[wanted] and (word[:1].isupper() or word in _INSIDE_LONG_FORMS):
            wanted -= 1
            if wanted < 0:
                return bare(doc[i:end].text) if word[:1].isupper() else None
        elif word.lower() not in _INSIDE_LONG_FORMS and word != "-":
            return None
        i -= 1
    return None
