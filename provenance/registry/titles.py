"""What stands around a name without belonging to it: "the official KCNA news agency", "U.S. President Donald Trump"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# What outlets and bodies are called before or after their name. No guard word may stand here.
_DESCRIPTIONS = """
    official state run owned controlled backed funded media government pro private independent privately national public
    news newswire wire agency service newspaper paper daily weekly monthly magazine journal tabloid broadsheet
    broadcaster broadcasting television tv radio station channel network website site portal outlet online business
    financial economic local regional leading popular influential respected prominent liberal conservative ruling party
    the a an of and
"""
DESCRIPTIONS = frozenset(_DESCRIPTIONS.split())

_FOLLOWING = """
    news newswire wire agency service newspaper paper daily weekly monthly magazine journal tabloid broadsheet
    broadcaster television tv radio station channel network website site portal outlet media online a an the
"""
FOLLOWING = frozenset(_FOLLOWING.split())  # of these words, those that may stand after a name
# Of the words above, those that are no description by themselves.
CONNECTIVES = frozenset(("the", "a", "an", "of", "and", "pro"))

# Ranks that stand before a person's name; "of" and "for" only inside one of the phrases.
_RANKS = """
    president premier chancellor leader chairman chairwoman chair minister king queen prince princess emperor pope
    sultan emir sheikh crown sir dame lord mr mrs ms dr general gen marshal field admiral colonel comrade ayatollah
    secretary senator sen governor director spokesman spokeswoman spokesperson supreme prime foreign defence press state
    envoy special ambassador commissioner commander chief head
"""
RANKS = frozenset(_RANKS.split())
RANK_PHRASES = ("secretary of state", "minister of foreign affairs", "minister of defence", "secretary of defence")


@dataclass(frozen=True, slots=True)
class Bare:
    """A name without what stood around it, and the countries that stood there."""

    key: str
    countries: frozenset[str]  # ISO 3166-1 alpha-2


def bare_names(key: str, demonyms: Mapping[str, str]) -> Iterator[Bare]:
    """Yield the name with ever more of its descriptions taken away, longest first.

    >>> [bare.key for bare in bare_names("russian news agency interfax", {"russian": "RU"})]
    ['news agency interfax', 'agency interfax', 'interfax']
    """
    words = key.split()
    countries: set[str] = set()
    fronts: list[tuple[int, frozenset[str]]] = [(0, frozenset())]
    start = 0
    while start < len(words) and (step := _step(words, start, demonyms)):
        start += step[0]
        if step[1]:
            countries.add(step[1])
        fronts.append((start, frozenset(countries)))
    ends = [len(words)]
    while ends[-1] > 0 and words[ends[-1] - 1] in FOLLOWING:
        ends.append(ends[-1] - 1)
    for begin, seen in fronts:
        for end in ends:
            if begin < end and (begin, end) != (0, len(words)):
                yield Bare(" ".join(words[begin:end]), seen)


def _step(words: list[str], start: int, demonyms: Mapping[str, str]) -> tuple[int, str | None] | None:
    """Return how many words of description or nationality stand here, and the country; None for anything else."""
    for length in (3, 2, 1):
        phrase = " ".join(words[start : start + length])
        if country := demonyms.get(phrase):
            return length, country
    return (1, None) if words[start] in DESCRIPTIONS else None


def before_a_name(words: list[str], demonyms: Mapping[str, str]) -> frozenset[str] | None:
    """Return the countries named by words that may stand before a holder's name; None where one of them may not.

    >>> before_a_name(["russian", "president"], {"russian": "RU"})
    frozenset({'RU'})
    >>> before_a_name(["aide", "to"], {}) is None
    True
    """
    countries: set[str] = set()
    text = " ".join(words)
    for phrase in RANK_PHRASES:
        text = text.replace(phrase, "secretary")
    rest = text.split()
    start = 0
    while start < len(rest):
        step = _step(rest, start, demonyms) if rest[start] not in RANKS else (1, None)
        if step is None or rest[start] in DESCRIPTIONS:
            return None
        start += step[0]
        if step[1]:
            countries.add(step[1])
    return frozenset(countries)
