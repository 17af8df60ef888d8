"""What a phrase such as "the 35-year-old leader" says of whom it means, and what an article has said of its people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.names import CALLS_A_PERSON
from provenance.languages.english.describing import MEMBERS, SHORT_TITLES, is_any_firm, is_body_noun
from provenance.languages.english.people import PRONOUNS

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_DEFINITE = frozenset(("the", "this", "that"))
_AGE = re.compile(r"(\d{1,3})-year-old")
_ASIDE = 14  # tokens after a name that may tell what he is
_BEFORE = 7  # tokens before a name that may be his title
_EMPTY = frozenset(("the", "a", "an", "of", "for", "at", "in", "and", ",", "-", "'s", "’s", "his", "her", "their"))


@dataclass(frozen=True, slots=True)
class Description:
    """A definite noun phrase that may stand for somebody who was named."""

    noun: str  # "leader"
    modifiers: frozenset[str] = frozenset()  # "russian", "former"
    age: int | None = None  # 35
    owned: bool = False  # "her deputy"

    @property
    def person(self) -> bool:
        return self.noun in CALLS_A_PERSON or self.noun in MEMBERS

    @property
    def any_firm(self) -> bool:
        return is_any_firm(self.noun) and not self.person

    @property
    def body(self) -> bool:
        return is_body_noun(self.noun) and not self.person


def description_of(head: Token) -> Description | None:
    """Return what a "the ..." phrase says of one person or body; None for any other phrase.

    A phrase that is told more about ("the head of the agency", "the mayor, who") brings in somebody of its own, and so
    does one with a name in it ("the mayor, Ilija Born").
    """
    member = head.ent_type_ == "NORP" and head.lower_ in MEMBERS
    if not (head.tag_ == "NN" or (head.tag_ == "NNP" and head.text.islower()) or member):
        return None
    children = [c for c in head.children if c.dep_ != "punct"]
    determiners = [c for c in children if c.dep_ == "det"]
    owners = [c for c in children if c.dep_ == "poss"]
    owned = len(owners) == 1 and owners[0].lower_ in PRONOUNS
    if not owned and [c.lower_ for c in determiners] not in (["the"], ["this"], ["that"]):
        return None
    if owners and not owned:
        return None
    others = [c for c in children if c not in determiners and c not in owners]
    if any(c.dep_ not in ("amod", "compound", "nmod") or c.i > head.i for c in others):
        return None
    words = [t for c in others for t in c.subtree if not t.is_punct]
    if any(t.ent_type_ == "PERSON" for t in words):
        return None
    text = " ".join(t.text for t in words) + " " + head.doc[head.left_edge.i : head.i].text
    age = _AGE.search(text)
    return Description(
        noun=head.lower_ if member else head.lemma_.lower(),
        modifiers=frozenset(t.lower_.rstrip(".") for t in words if not t.like_num and t.lower_ not in _EMPTY),
        age=int(age[1]) if age else None,
        owned=owned,
    )


def words_about(entity: TokenSpan) -> frozenset[str]:
    """Return the words beside a name that tell what it is, in lower case: its title, an apposition, "of Ohio".

    "Sen. Clara Whitcomb of Ohio" gives "sen", "senator" and "ohio"; "Whitcomb, the former mayor of Dayton" gives
    "former", "mayor" and "dayton".
    """
    found = {token.lower_.rstrip(".") for token in _title_words(entity)} | _titles_inside(entity)
    root = entity.root
    for child in root.children:
        if child.dep_ == "appos" and child.i >= entity.end and child.ent_type_ != "PERSON":
            found |= {t.lower_.rstrip(".") for t in child.subtree if t.i - entity.end < _ASIDE and t.dep_ != "relcl"}
        elif child.dep_ == "prep" and child.lower_ in ("of", "from") and child.i == entity.end:
            found |= {t.lower_ for t in child.subtree if t.i - entity.end < 4}
    if root.dep_ == "appos" and root.head.i < entity.start and root.head.ent_type_ != "PERSON":
        owner = root.head
        found |= {t.lower_.rstrip(".") for t in owner.subtree if owner.left_edge.i <= t.i <= owner.i}
    shared = _shared_title(entity)
    found |= {token.lower_ for token in shared}
    found -= _EMPTY
    lemmas = {t.lemma_.lower() for t in (*_title_words(entity), *shared)} | {t.lower_.removesuffix("s") for t in shared}
    return frozenset(found | lemmas | {SHORT_TITLES[word] for word in found if word in SHORT_TITLES} - _EMPTY)


def age_of(entity: TokenSpan) -> int | None:
    """Return the age that stands after a name: "Ferri, 35, ..."."""
    doc, end = entity.doc, entity.end
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text.isdigit() and len(doc[end + 1].text) < 4:
        return int(doc[end + 1].text)
    return None


def _title_words(entity: TokenSpan) -> list[Token]:
    """Return the words of the noun phrase before a name that can be its title, back to a comma, a verb or a name."""
    found: list[Token] = []
    doc = entity.doc
    for i in range(entity.start - 1, max(-1, entity.start - 1 - _BEFORE), -1):
        token = doc[i]
        known = token.pos_ in ("PROPN", "NOUN", "ADJ", "ADP", "PART") or token.lower_ in CALLS_A_PERSON
        if not known or token.ent_type_ == "PERSON":
            break
        if token.pos_ == "ADP" and token.lower_ != "of":
            break
        found.append(token)
    if not any(token.lower_.rstrip(".") in CALLS_A_PERSON or token.lemma_.lower() in CALLS_A_PERSON for token in found):
        return []  # "in Oslo Karl Lang ..." is no title
    return found


def _shared_title(entity: TokenSpan) -> list[Token]:
    """Return the title in the plural that stands before the first of several names: "Ministers Dahl and Weyer"."""
    first = entity.root
    if first.dep_ != "conj" or first.head.ent_type_ != "PERSON":
        return []
    start = first.head.left_edge.i
    before = [t for t in entity.doc[max(start, first.head.i - _BEFORE) : first.head.i] if t.ent_type_ != "PERSON"]
    return before if any(t.tag_ in ("NNS", "NNPS") and t.lemma_.lower() in CALLS_A_PERSON for t in before) else []


def _titles_inside(entity: TokenSpan) -> set[str]:
    """Return the titles that the tagger took for part of the name: "Surgeon Ida Brandt"."""
    return {t.lower_.rstrip(".") for t in entity[:-1] if t.lower_.rstrip(".") in CALLS_A_PERSON}
