"""As what an article introduces people: "Stella Bragg, the U.S. special representative", "Minister Ana Reyes"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.attribution.anonymity import is_of_body
from provenance.extraction.attribution.phrases import compact, without_article
from provenance.extraction.coreference import References
from provenance.extraction.reading import Reading
from provenance.languages.english.callings import (
    KIND_OF_PERSON,
    LEADING,
    MINISTERS,
    OF_OFFICES,
    PARTIES,
    POLITE,
    PORTFOLIOS,
    TITLES,
)
from provenance.languages.english.sources import HUMANS, OFFICES, PEOPLE, SPOKESPEOPLE
from provenance.model.source import PersonKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

_HUMAN = (OFFICES | PEOPLE | SPOKESPEOPLE | HUMANS | frozenset(KIND_OF_PERSON) | frozenset(("head", "chief"))) - TITLES
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
_MOST = 12  # words that an introduction has before or after a name
_PARTY = re.compile(r"\s{0,2}[,(]\s{0,2}([DRI]-\s?[A-Z][A-Za-z.]*(?: [A-Z][a-z]+)?)\s?[,)]")
_OF = ("of", "for", "at", "in", "from", "with", "to")


@dataclass(frozen=True, slots=True)
class Introduction:
    """The office somebody has ("special representative") and the body, country or place it is of ("U.S.")."""

    office: str | None = None
    affiliation: str | None = None

    def with_more(self, other: Introduction) -> Introduction:
        return Introduction(self.office or other.office, self.affiliation or other.affiliation)


NOTHING = Introduction()


def introductions(reading: Reading, references: References) -> dict[str, Introduction]:
    """Return what the article says of each person that it names: of several introductions, the first that tells."""
    found: dict[str, Introduction] = {}
    for sentence in reading.sentences:
        for entity in sentence.doc.ents:
            if entity.label_ != "PERSON":
                continue
            told = introduction(entity)
            if told != NOTHING:
                name = references.full_name(entity.text)
                found[name] = found.get(name, NOTHING).with_more(told)
    return found


def introduction(name: TokenSpan) -> Introduction:
    """Return what stands around a name: before it, in an apposition, in brackets, or what it is said to head."""
    told = NOTHING
    for read in (_before, _party, _apposed_to, _after, _leading):
        told = told.with_more(read(name))
    return told


def kind_of_person(called: str | None) -> PersonKind | None:
    """Return what somebody is by the last words that he or she is called by, the longest that are known.

    >>> kind_of_person("special representative"), kind_of_person("sculptor")
    (<PersonKind.DIPLOMAT: 'diplomat'>, None)
    """
    words = (called or "").lower().split()
    for count in (3, 2, 1):
        found = KIND_OF_PERSON.get(" ".join(words[-count:])) if len(words) >= count else None
        if found is not None:
            return found
    singular = _singular(words[-1]) if words else ""
    return KIND_OF_PERSON.get(singular)


def _singular(noun: str) -> str:
    for ending, single in (("ies", "y"), ("men", "man"), ("women", "woman"), ("sses", "ss"), ("ses", "s"), ("s", "")):
        if noun.endswith(ending) and noun.removesuffix(ending) + single in KIND_OF_PERSON:
            return noun.removesuffix(ending) + single
    return noun


def office_of(words: Sequence[Token]) -> Introduction:
    """Return a noun phrase that names an office, cut into the office and whose it is.

    "White House press secretary": "press secretary" of the "White House". The last word is the noun.
    """
    office: list[Token] = [words[-1]]
    whose: list[Token] = []
    for token in reversed(words[:-1]):
        if token.tag_ == "POS" or token.dep_ == "poss" or whose:
            whose.insert(0, token)
        elif _is_of_office(token, words[-1]):
            office.insert(0, token)
        elif is_of_body(token):
            whose.insert(0, token)
        else:
            office.insert(0, token)
    while whose and whose[0].lower_ in OF_OFFICES and len(whose) > 1:
        office.insert(0, whose.pop(0))
    return Introduction(_joined(office), without_article(_joined(t for t in whose if t.tag_ != "POS")) or None)


def _is_of_office(token: Token, noun: Token) -> bool:
    if noun.lower_ in MINISTERS and token.lower_ in PORTFOLIOS:
        return True
    return token.lower_ in OF_OFFICES | TITLES or token.text in ("-", ".")


def _joined(tokens: Iterable[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens).strip(" ,-")


def _before(name: TokenSpan) -> Introduction:
    """Return what a title before the name says: "Coast Guard spokesman Tom Orr", "Minister of Transport Ida Holm"."""
    doc, end = name.doc, name.start
    while end > 0 and doc[end - 1].lower_ in POLITE:
        end -= 1
    start = end
    while start > 0 and end - start < _MOST and _belongs_before(doc, start - 1):
        start -= 1
    words = [token for token in doc[start:end] if token.lower_ not in ("the", "a", "an")]
    for place, token in enumerate(words):
        if token.lower_ == "of" and place:
            told = office_of(words[:place]) if _is_human(words[place - 1]) else NOTHING
            if words[place - 1].lower_ in MINISTERS:
                return Introduction(_joined(words[: place + 1] + words[place + 1 :]), None)
            return Introduction(told.office, _joined(words[place + 1 :])) if told.office else NOTHING
    if not words or not (_is_human(words[-1]) or words[-1].lower_ in TITLES):
        return NOTHING
    return office_of(words)


def _belongs_before(doc: Doc, place: int) -> bool:
    token = doc[place]
    if token.lower_ == "of":
        return place > 0 and _is_human(doc[place - 1])
    if token.lower_ in TITLES or token.tag_ == "POS" or token.text == "-":
        return True
    if token.ent_type_ in ("PERSON", "DATE", "TIME") and not _is_human(token):
        return place + 1 < len(doc) and doc[place + 1].tag_ == "POS"
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in OF_OFFICES


def _is_human(token: Token) -> bool:
    return token.lower_ in _HUMAN or (token.lower_.endswith(("man", "woman")) and len(token) > 5)


def _party(name: TokenSpan) -> Introduction:
    found = _PARTY.match(name.doc.text, name.end_char)
    return Introduction(None, found[1]) if found else NOTHING


def _apposed_to(name: TokenSpan) -> Introduction:
    """Return the office that the name is set beside: "the chairman of the commission, Jonas Petri"."""
    head = name.root.head
    if name.root.dep_ != "appos" or head.i >= name.start or not _is_human(head):
        return NOTHING
    first = min((child.left_edge.i for child in head.lefts), default=head.i)
    words = [t for t in head.doc[first : head.i + 1] if t.lower_ not in ("the", "a", "an")]
    return office_of(words).with_more(Introduction(None, _whose(head.doc, head.i + 1)))


def _after(name: TokenSpan) -> Introduction:
    """Return what follows a name: ", a spokeswoman for the Coast Guard,", "of the Harbour Authority"."""
    doc, place = name.doc, name.end
    if place < len(doc) and doc[place].lower_ in ("of", "from", "at", "with"):
        return Introduction(None, _whose(doc, place, named=True))
    if place >= len(doc) or doc[place].text != ",":
        return NOTHING
    place += 1
    if place + 1 < len(doc) and doc[place].like_num and doc[place + 1].text == ",":
        place += 2
    article = doc[place].lower_ if place < len(doc) else ""
    while place < len(doc) and doc[place].lower_ in ("the", "a", "an", "then", "who", "is", "was", "now", "one", "of"):
        if doc[place].lower_ == "of" and doc[place - 1].lower_ != "one":
            break
        place += 1
        article = doc[place - 1].lower_ if doc[place - 1].lower_ in ("a", "an", "the") else article
    run: list[Token] = []
    while place < len(doc) and len(run) < _MOST and _in_run(doc[place]):
        run.append(doc[place])
        place += 1
    return _described(doc, run, place, article)


def _in_run(token: Token) -> bool:
    return token.pos_ in _NOMINAL or token.tag_ in ("POS", "VBN", "VBG", "HYPH") or token.lower_ in OF_OFFICES


def _described(doc: Doc, run: list[Token], place: int, article: str) -> Introduction:
    while run and run[-1].tag_ in ("VBN", "VBG"):  # "a lawyer representing the miners"
        place = run[-1].i
        run.pop()
    if not run:
        return NOTHING
    if run[-1].lower_ in PARTIES:
        return Introduction(None, run[-1].text)
    known = _is_human(run[-1]) or run[-1].lower_ in TITLES
    if not known and not (article in ("a", "an") and run[-1].tag_ == "NN" and not run[-1].ent_type_):
        return NOTHING
    return _with_field(doc, place, office_of(run))


def _with_field(doc: Doc, place: int, told: Introduction) -> Introduction:
    """Return an office with its body, and with its field where that stands between: "head of research at Calder"."""
    field = next((c for c in doc[place].children if c.dep_ == "pobj"), None) if place < len(doc) else None
    if doc[place : place + 1].text == "of" and field is not None and field.pos_ == "NOUN" and not is_of_body(field):
        after = field.i + 1
        if (body := _whose(doc, after, named=True)) is not None:
            return Introduction(f"{told.office} {doc[place:after].text}", told.affiliation or body)
    return told.with_more(Introduction(None, _whose(doc, place)))


def _whose(doc: Doc, place: int, *, named: bool = False) -> str | None:
    """Return the body or place of "for the Coast Guard"; with `named`, only one that is written with a capital."""
    if place >= len(doc) or doc[place].lower_ not in _OF:
        return None
    head = next((c for c in doc[place].children if c.dep_ == "pobj"), None)
    if head is None or head.ent_type_ in ("DATE", "TIME") or head.pos_ not in ("NOUN", "PROPN"):
        return None
    if named and (head.pos_ != "PROPN" or head.ent_type_ == "PERSON"):
        return None
    return without_article(compact(head))


def _leading(name: TokenSpan) -> Introduction:
    """Return what somebody is said to head: "Halin, who heads the Sova Centre"."""
    doc, place = name.doc, name.end
    if place + 2 >= len(doc) or doc[place].text != "," or doc[place + 1].lower_ != "who":
        return NOTHING
    verb = next((t for t in doc[place + 2 : place + 5] if t.lower_ in LEADING), None)
    body = next((c for c in verb.children if c.dep_ == "dobj"), None) if verb is not None else None
    return Introduction(None, without_article(compact(body))) if body is not None else NOTHING
