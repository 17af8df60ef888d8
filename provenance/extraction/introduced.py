"""People by what is told of them right after their name: "Marta Lind, 43, a teacher". No town has an age or a trade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.languages.english.callings import KIND_OF_PERSON, OF_OFFICES
from provenance.languages.english.sources import BODY_WORDS, HUMANS, NAMES_END, OFFICES, PEOPLE
from provenance.languages.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

# What bodies, towns and ships are called as well.
_ALSO_BODIES = words(
    "owner founder leader member source manager partner author developer general major marine local fan"
)
_HUMAN = (PEOPLE | OFFICES | HUMANS | frozenset(KIND_OF_PERSON)) - _ALSO_BODIES
_LONGEST = 4  # words of a name
_TOLD = 8  # words of what is told


def introduced_people(doc: Doc) -> list[TokenSpan]:
    """Return the names of two words or more that the tagger takes for something else, or for nothing, as people's."""
    found = []
    for comma in doc:
        if comma.text == "," and comma.i >= 2 and _tells_of_person(doc, comma.i + 1):
            name = _name_before(doc, comma.i)
            if name is not None and name.end - name.start > 1 and not _is_known(name):
                found.append(name)
    return found


def _name_before(doc: Doc, end: int) -> TokenSpan | None:
    """Return the capitalized words before a place, where they may be a name; None for a body's ("Halvorsen Marine")."""
    start = end
    while start > 0 and end - start < _LONGEST and doc[start - 1].pos_ == "PROPN" and doc[start - 1].text[:1].isupper():
        start -= 1
    last = doc[end - 1].lower_
    if start == end or last in BODY_WORDS or last in NAMES_END or (start and doc[start - 1].pos_ == "PROPN"):
        return None
    while start < end and doc[start].lower_ in _HUMAN:
        start += 1
    span = doc[start:end]
    return doc.char_span(span.start_char, span.end_char, label="PERSON") if len(span) else None


def _is_known(name: TokenSpan) -> bool:
    """True where the tagger has a person there already, or a name that reaches beyond these words."""
    return any(
        (entity.label_ == "PERSON" and entity.end == name.end) or entity.start < name.start or entity.end > name.end
        for entity in name.doc.ents
        if entity.start < name.end and name.start < entity.end
    )


def _tells_of_person(doc: Doc, place: int) -> bool:
    if place + 1 < len(doc) and doc[place].is_digit and len(doc[place]) <= 2 and doc[place + 1].text == ",":
        return True
    article = place < len(doc) and doc[place].lower_ in ("a", "an", "the")
    run: list[Token] = []
    for token in doc[place + article : place + article + _TOLD]:
        if token.pos_ not in ("NOUN", "ADJ") and token.lower_ not in OF_OFFICES:
            break
        run.append(token)
    return bool(run) and article and run[-1].lower_ in _HUMAN and run[-1].tag_ == "NN"
