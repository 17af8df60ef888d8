"""Word lists as they are written in these files."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a list; an underscore joins those of one entry.

    >>> sorted(words("say point_out"))
    ['point out', 'say']
    """
    return frozenset(word.replace("_", " ") for word in text.split())
