"""How many people an unnamed mention stands for, as a range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.languages.english.numbers import (
    ABOUT,
    ALMOST,
    AT_LEAST,
    AT_MOST,
    COLLECTIVE,
    COUNTS,
    FEWER_THAN,
    MORE_THAN,
    NUMBERS,
    ORDINALS,
    PICKING,
)
from provenance.languages.english.sources import INDEFINITE, PEOPLE
from provenance.model.source import Count

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_WORDS = 8  # before the noun: a count stands near what it counts
_LARGEST = 10**9  # a longer number counts no people


def people_in(head: Token) -> Token:
    """Return the noun for the people themselves: "officials" of "one of the two officials"."""
    if head.lower_ not in COLLECTIVE | PICKING:
        return head
    for child in head.children:
        if child.lower_ == "of" and child.i > head.i:
            named = next((c for c in child.children if c.dep_ == "pobj"), None)
            if named is not None and (named.lower_ in PEOPLE | INDEFINITE or named.tag_ in ("NNS", "NNPS")):
                return named
    return head


def count_of(head: Token) -> Count | None:
    """Return how many people an unnamed mention stands for: "two sources" 2..2, "sources" 2..None, "an aide" 1..1."""
    told = _words_before(head)
    if people_in(head).i != head.i:
        told = [*told, head.lower_]
    for find in (_between, _number, _word):
        if (found := find(told)) is not None:
            return found
    if head.lower_ in COUNTS:
        return Count(*COUNTS[head.lower_])
    if head.tag_ in ("NNS", "NNPS"):
        return Count(2, None)
    return Count(1, 1) if head.tag_ in ("NN", "NNP") else Count(1, None)


def _words_before(head: Token) -> list[str]:
    """Return the words of the noun phrase before its noun, without ages ("a 43-year-old man") and what owns it."""
    start = max(min((child.left_edge.i for child in head.lefts), default=head.i), head.i - _MOST_WORDS)
    tokens = list(head.doc[start : head.i])
    owners = [place for place, token in enumerate(tokens) if token.tag_ == "POS" or token.text in (":", ";", "—", "–")]
    tokens = tokens[owners[-1] + 1 :] if owners else tokens
    return [
        token.lower_
        for token in tokens
        if not (token.like_num and token.i + 1 < len(token.doc) and token.doc[token.i + 1].text in ("-", "%"))
    ]


def _as_number(word: str) -> int | None:
    bare = word.replace(",", "")
    if bare.isascii() and bare.isdigit() and len(bare) < len(str(_LARGEST)):
        return int(bare)
    return NUMBERS.get(word)


def _between(told: list[str]) -> Count | None:
    """Return the bounds of "two or three", "five to ten", "between 10 and 15"."""
    for place in range(len(told) - 2):
        low, high = _as_number(told[place]), _as_number(told[place + 2])
        joined = told[place + 1] in ("or", "to") or (told[place + 1] == "and" and "between" in told[:place])
        if low is not None and high is not None and joined and low < high:
            return Count(low, high)
    return None


def _number(told: list[str]) -> Count | None:
    numbers = [(place, number) for place, word in enumerate(told) if (number := _as_number(word)) is not None]
    if not numbers:
        return None
    place, number = numbers[-1]
    if len(numbers) > 1 and numbers[-2][0] == place - 1 and number >= 12:  # "two dozen", "three hundred"
        number *= numbers[-2][1]
    if told[max(0, place - 2) : place] == ["half", "a"]:
        number //= 2
    return _bounded(f" {' '.join(told[:place])} ", number)


def _bounded(before: str, number: int) -> Count:
    """Return the range that the words before a number leave: "at least", "nearly"; a tenth for "about"."""
    tenth = max(number // 10, 0)
    if _has(before, AT_LEAST):
        return Count(number, None)
    if _has(before, AT_MOST):
        return Count(1, number)
    if _has(before, FEWER_THAN) and not _has(before, ("no fewer than", "no less than", "just under")):
        return Count(1, max(1, number - 1))
    if _has(before, MORE_THAN):
        return Count(number + 1, None)
    if _has(before, ALMOST):
        return Count(number - tenth, number)
    return Count(number - tenth, number + tenth) if _has(before, ABOUT) else Count(number, number)


def _has(words: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {phrase} " in words for phrase in phrases)


def _word(told: list[str]) -> Count | None:
    """Return what the last word that counts tells: "several", "dozens", "another"; "a" only where no other does."""
    counted = [word for word in told if word in COUNTS and word not in ("a", "an", "no")]
    if counted:
        low, high = COUNTS[counted[-1]]
        if counted[-1] == "dozens" and "many" in counted:
            return Count(low, None)
        return Count(low + 1, None) if high is not None and _has(f" {' '.join(told)} ", MORE_THAN) else Count(low, high)
    if "no" in told:
        return Count(0, 0)
    if told and told[0] in ("a", "an"):
        return Count(1, 1)
    return Count(1, 1) if ORDINALS & set(told[:2]) and "others" not in told and "the" not in told else None
