"""Pronouns, and the words that tell whether a person is "he" or "she"."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.languages.words import words

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
PRONOUNS = HE | SHE | IT | THEY
RELATIVE = frozenset(("who", "which", "that", "whom"))

MEN = words("""mr. mr sir king prince lord pope father brother son husband spokesman chairman businessman congressman
    councilman policeman fisherman man boy uncle grandfather nephew widower actor priest""")
WOMEN = words("""mrs. ms. mrs ms queen princess lady mother sister daughter wife spokeswoman chairwoman businesswoman
    congresswoman councilwoman policewoman woman girl aunt grandmother niece widow actress nun madam dame""")


def gender_of(words: Iterable[str]) -> str | None:
    """Return "he" or "she" where a title or a noun for the person tells, in lower case; None otherwise.

    First names are not asked: they would be guesses in most of the world.
    """
    known = set(words)
    if known & MEN:
        return "he"
    return "she" if known & WOMEN else None
