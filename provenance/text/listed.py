"""Lists of words, written as running text."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """Return the words of a list that is easier to read and keep as one text.

    >>> sorted(listed("say tell take_place"))
    ['say', 'take place', 'tell']
    """
    return frozenset(word.replace("_", " ") for word in text.split())
