"""What kind of source a name or a noun is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.languages.english.callings import KIND_OF_PERSON, POLITE, TITLES
from provenance.languages.english.sources import AGENCIES, NAMES_END, OFFICES, OUTLETS
from provenance.model.source import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_TITLE = OFFICES | TITLES | POLITE | frozenset(KIND_OF_PERSON)


def kind_of_name(name: str) -> SourceKind | None:
    """Return what the words of a body's name tell: its last ones, or those before "of"; None where they do not.

    >>> kind_of_name("Varn Harbour Authority"), kind_of_name("Ministry of Transport"), kind_of_name("Halvorsen")
    (<SourceKind.GOVERNMENT: 'government'>, <SourceKind.GOVERNMENT: 'government'>, None)
    """
    words = name.lower().replace("\u2019", "'").split()
    ends = [words[: words.index("of")]] if "of" in words[1:] else []
    for end in (words, *ends):
        for count in (2, 1):
            found = NAMES_END.get(" ".join(end[-count:])) if len(end) >= count else None
            if found is not None:
                return found
    return None


def is_body_of_people(head: Token) -> bool:
    """True for "the coast guard" and "the national guard": a body that is called by the people in it."""
    if head.i == 0 or any(child.lower_ in ("a", "an") for child in head.lefts):
        return False
    return f"{head.nbor(-1).lower_} {head.lower_}" in NAMES_END


def kind_beside(name: Token) -> SourceKind | None:
    """Return what the nouns before a name tell: "the news agency Norpress", "the newspaper Varn Gazette"."""
    beside = [child for child in name.lefts if child.dep_ in ("compound", "nmod") and child.pos_ == "NOUN"]
    nouns = {child.lemma_.lower() for child in beside}
    if nouns & AGENCIES:
        return SourceKind.AGENCY if any(t.lower_ in ("news", "press", "wire") for t in name.lefts) else None
    return SourceKind.OUTLET if nouns & OUTLETS else None


def noun_before(name: TokenSpan) -> SourceKind | None:
    """Return what the noun right before a name tells, were they not joined: "the news agency Norpress"."""
    if name.start < 2 or name.doc[name.start - 1].pos_ != "NOUN":
        return None
    before, first = name.doc[name.start - 1].lower_, name.doc[name.start - 2].lower_
    if before in AGENCIES:
        return SourceKind.AGENCY if first in ("news", "press", "wire") else None
    return SourceKind.OUTLET if before in OUTLETS else None


def name_after_title(head: Token) -> str | None:
    """Return the name in "Governor Pavel Orlov" where the tagger has seen none; None without a title before it."""
    if head.pos_ != "PROPN" or head.ent_type_ == "PERSON":
        return None
    start = head.i
    while start > 0 and head.doc[start - 1].pos_ == "PROPN" and head.doc[start - 1].head.i in (head.i, start):
        start -= 1
    words = [token.text for token in head.doc[start : head.i + 1]]
    title = next((place for place, word in enumerate(words[:-1]) if word.lower() in _TITLE), None)
    return " ".join(words[title + 1 :]) if title is not None else None
