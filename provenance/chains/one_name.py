"""Two names that may be one: a last name alone, a middle initial, a name that two desks spell in their own way."""

from __future__ import annotations

from itertools import groupby

SOUNDED = 3  # consonants that a name keeps at least, to be told by them alone: "Muhammad", not "Ian"
VOWELS = frozenset("aeiouyw'")  # letters that spellings of one name in Latin script differ in
GUARDED = frozenset(("jr", "sr", "junior", "senior", "ii", "iii", "iv"))  # a father and a son are two


def may_be_one_person(one: str, other: str) -> bool:
    """True where one key is a last name alone and the other a full name that ends with it, or has a middle name more.

    >>> may_be_one_person("name sokolov", "name ivan sokolov")
    True
    >>> may_be_one_person("name john q smith", "name john smith"), may_be_one_person("name j smith", "name john smith")
    (True, True)
    >>> may_be_one_person("name ann smith", "name john smith")
    False
    """
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short or not long or short == long:
        return False
    if len(short) == 1:
        return [word for word in long if word not in GUARDED][-1:] == short
    if short[-1] != long[-1] or GUARDED & {*short, *long}:
        return False
    return _first_names_agree(short[0], long[0]) and _in_order(short[1:-1], long[1:-1])


def _first_names_agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _in_order(short: list[str], long: list[str]) -> bool:
    """True where every middle name of the one stands among those of the other, as itself or as its initial."""
    rest = iter(long)
    return all(any(_first_names_agree(name, other) for other in rest) for name in short)


def may_be_one_body(one: str, other: str) -> bool:
    """True where one key may be short for the other: "civil protection service (of karvenia)", "halvorsen (marine)"."""
    short, long = sorted((one, other), key=len)
    if not (short.startswith("name ") and long.startswith(f"{short} ")):
        return False
    words, rest = short.split()[1:], long.removeprefix(f"{short} ")
    return rest.startswith("of ") if len(words) > 1 else not rest.startswith("of ")


def may_be_spelt(one: str, other: str) -> bool:
    """True where two names of several words are one but for vowels and doubled letters, as names put into Latin are.

    >>> may_be_spelt("name mohammed al rashidi", "name muhammad al rashidy")
    True
    >>> may_be_spelt("name karen lund", "name karl lund"), may_be_spelt("name ann berg", "name anna berg")
    (False, False)
    """
    left, right = _words(one), _words(other)
    if left == right or len(left) != len(right) or len(left) < 2:
        return False
    return all(
        a == b or (_sound(a) == _sound(b) and len(_sound(a)) >= SOUNDED) for a, b in zip(left, right, strict=True)
    )


def _sound(word: str) -> str:
    """Return the consonants, a doubled one once: "mhmd" for Mohammed, Muhammad and Mohamed."""
    return "".join(letter for letter, _ in groupby(word) if letter not in VOWELS)


def _words(key: str) -> list[str]:
    """Return the words of the name that a root's key holds; none for a party that the registry knows."""
    return key.split()[1:] if key.startswith("name ") else []
