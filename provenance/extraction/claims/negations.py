"""What is denied and what only sounds so: "not only", "no fewer than", "nobody can say that we did not try"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import is_finite, is_verbal, subject_of
from provenance.languages.english.modality import NEGATIONS, NEGATIVE_ADJECTIVES
from provenance.languages.english.negating import (
    ABLE,
    BOUNDS,
    CLAIMING,
    DENYING,
    DOUBT,
    EXCEPT,
    HARDLY,
    LITTLE,
    NEVER,
    ONLY,
    WHO_CANNOT,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_DETERMINERS = frozenset(("no", "neither", "nor"))
_NOTHING = frozenset(("nothing", "nobody", "none"))
_OBJECTS = frozenset(("acomp", "attr", "dobj", "pobj"))
_SELF = frozenset(("i", "we"))


def negations_at(verb: Token, helpers: list[Token], inside: frozenset[int]) -> int:
    """Return how many words deny what a verb says: "not", "never", "no" at its object, "has yet to".

    `helpers` are the words that qualify it. "Not only", "no more than" and "not until" deny nothing: the claim holds.
    """
    waived = _is_of_reason(verb) or any(c.lower_ == "until" and c.i in inside for c in _openings(verb))
    count = sum(_denies(word) and not (waived and word.dep_ == "neg") for word in helpers)
    for child in (c for c in verb.children if c.i in inside):
        if child.dep_ in _OBJECTS:
            count += any(g.lower_ in NO_DETERMINERS and g.dep_ == "det" and not _states(g) for g in child.children)
            count += child.dep_ == "dobj" and child.lower_ in _NOTHING and not _is_all_but(child)
            count += child.dep_ == "acomp" and child.lower_ in NEGATIVE_ADJECTIVES
            count += child.lower_ == "anything" and _is_all_but(child)
        count += _is_never(child) or _is_yet_to(child, verb) or _is_far_from(child)
    return count


def _denies(word: Token) -> bool:
    """True for a word at a verb that denies what it says; an object and a subject are looked at on their own."""
    if word.dep_ in ("dobj", "nsubj", "nsubjpass", "intj") or (
        word.lower_ == "no" and word.i + 1 < len(word.doc) and word.nbor(1).text == ","
    ):
        return False
    if word.lower_ in _NOTHING and _is_all_but(word):
        return False
    if word.dep_ == "advmod" and word.lower_ == "longer":
        return _has_no(word)
    return (word.dep_ == "neg" or word.lower_ in NEGATIONS) and not _states(word)


def negations_of_subject(subject: Token, inside: frozenset[int]) -> int:
    """Return 1 where a word denies a subject: "nobody", "no passengers", "not all", "hardly a house"; else 0."""
    if subject.i not in inside:
        return 0
    first = subject.left_edge
    if first.i != subject.i and first.i in inside and not _states(first):
        if first.lower_ in HARDLY or first.lower_ == "not":
            return 1
        if first.lower_ in NO_DETERMINERS and (first.head.i == subject.i or first.head.head.i == subject.i):
            return 1
    denied = any(
        c.lower_ in NO_DETERMINERS and c.dep_ in ("det", "preconj") and not _states(c) for c in subject.children
    )
    no_one = subject.lower_ == "one" and subject.i > 0 and subject.nbor(-1).lower_ == "no"
    return int(denied or subject.lower_ in _NOTHING or no_one)


def clause_in_doubt(verb: Token, inside: frozenset[int]) -> tuple[Token, int] | None:
    """Return the clause under "there is no doubt that", "nobody can deny that", "no one can say that", and its turns.

    With one turn it is so that the clause holds unless it is denied; with none, the words above deny it. None where
    somebody does deny, doubt or say it, which is a crediting.
    """
    noun = next((c for c in verb.children if c.dep_ in ("attr", "dobj") and c.lower_ in DOUBT and c.i in inside), None)
    if noun is not None and verb.lemma_.lower() in ("be", "have") and _is_little(noun):
        return _clause_under((verb, noun), inside, 1)
    lemma, subject = verb.lemma_.lower(), subject_of(verb)
    nobody = subject is not None and (subject.lower_ in WHO_CANNOT or _has_no(subject))
    denied = nobody or any(c.dep_ == "neg" and not _states(c) for c in verb.children)
    if not denied:
        return None
    if lemma in DENYING:
        return _clause_under((verb,), inside, 1)
    able = any(c.dep_ == "aux" and c.lower_ in ABLE for c in verb.children)
    if lemma in CLAIMING and able and (subject is None or subject.lower_ not in _SELF):
        return _clause_under((verb,), inside, 0)
    return None


def _clause_under(heads: tuple[Token, ...], inside: frozenset[int], turns: int) -> tuple[Token, int] | None:
    clauses = (c for head in heads for c in head.children if c.dep_ in ("ccomp", "acl", "relcl") and c.i in inside)
    found = next((c for c in clauses if is_verbal(c) and is_finite(c) and subject_of(c) is not None), None)
    if found is None or any(t.tag_ in ("WP", "WDT", "WRB", "WP$") for c in found.lefts for t in c.subtree):
        return None
    return found, turns


def _openings(verb: Token) -> Iterator[Token]:
    """Yield the words that open what hangs on a verb: "until May", "until the rain stops"."""
    for child in verb.children:
        if child.dep_ == "prep":
            yield child
        elif child.dep_ == "advcl":
            yield from (c for c in child.children if c.dep_ == "mark")


def _states(word: Token) -> bool:
    """True for a "not" or "no" that denies nothing: "not only", "no fewer than", "no sooner", "not until"."""
    following = word.nbor(1) if word.i + 1 < len(word.doc) else None
    if following is None:
        return False
    lower = following.lower_
    if word.lower_ in ("not", "n't", "n’t"):
        lone = following.i + 1 < len(word.doc) and following.nbor(1).is_punct
        return (lower in ONLY and not (lone and following.dep_ == "acomp")) or lower == "until"
    return word.lower_ == "no" and lower in BOUNDS and _than_follows(following)


def _than_follows(word: Token) -> bool:
    return any(t.lower_ == "than" for t in word.doc[word.i + 1 : word.i + 2])


def _is_all_but(word: Token) -> bool:
    """True for "nothing but" and "nothing except"."""
    after = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
    return bool(after) and (after[0] in EXCEPT or after in (["more", "than"], ["less", "than"], ["short", "of"]))


def _is_never(preposition: Token) -> bool:
    """True for "at no point" and "under no circumstances"."""
    if preposition.dep_ != "prep":
        return False
    nouns = (c for c in preposition.children if c.dep_ == "pobj" and c.lemma_.lower() in NEVER)
    return any(c.lower_ == "no" for noun in nouns for c in noun.children)


def _is_yet_to(word: Token, verb: Token) -> bool:
    """True for "has yet to pay"."""
    following = word.nbor(1) if word.i + 1 < len(word.doc) else None
    return word.lower_ == "yet" and verb.lemma_ in ("have", "be") and following is not None and following.tag_ == "TO"


def _is_far_from(word: Token) -> bool:
    """True for "far from full", false for "far from the town"."""
    below = [p for c in word.children if c.lower_ == "from" for p in c.children]
    return word.lower_ == "far" and any(p.tag_ in ("JJ", "VBG") for p in below)


def _is_of_reason(verb: Token) -> bool:
    """True for "did not resign because of the fire, but because of her health": only the reason is denied."""
    words = [t.lower_ for t in verb.doc[verb.i + 1 :]]
    at = words.index("because") if "because" in words else len(words)
    return any(pair == ("but", "because") for pair in zip(words[at:], words[at + 1 :], strict=False))


def _has_no(word: Token) -> bool:
    before = word.nbor(-1).lower_ if word.i else ""
    return before == "no" or any(c.lower_ == "no" and c.i < word.i for c in word.children)


def _is_little(noun: Token) -> bool:
    """True for "no doubt", "little doubt", "no denying"."""
    return any(c.lower_ in LITTLE for c in noun.children) or noun.nbor(-1).lower_ in LITTLE if noun.i else False
