"""A headline "In Which Every Word Has A Capital", written for the parser as a sentence would be.

Capitals make names of all words, and hide from the parser who does what. Only the case of letters is changed, so that
offsets into the sentence stay what they were.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from provenance.languages.english.given_names import OF_MEN, OF_WOMEN
from provenance.text.listed import listed
from provenance.text.places import find_place

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_FEWEST, _MOST = 4, 30  # words of a headline
_SHARE = 0.75  # of the longer words begin with a capital
_SMALL = listed(
    """
    a an the and or but of in on at to for from by with as is are was were be been not no over after before into it
    its his her their our your this that these those will would may can could should has have had do does did than
    who what when where why how if more new up out off down all soon again about against amid under near says said
    """
)
_NAMES = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december christmas easter ramadan
    """
)


@dataclass(frozen=True, slots=True)
class Casing:
    """How often an article writes each word small, and with a capital inside a sentence."""

    small: Mapping[str, int]
    capital: Mapping[str, int]


def casing_of(sentences: Iterable[str]) -> Casing:
    """Return how the article's sentences write their words; headlines and first words tell nothing."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for sentence in sentences:
        if is_title_case(sentence):
            continue
        for place, word in enumerate(_WORD.finditer(sentence)):
            text = _bare(word[0])
            if text.islower():
                small[text] += 1
            elif place and not text.isupper():
                capital[text.lower()] += 1
    return Casing(small, capital)


def is_title_case(text: str) -> bool:
    """True for a line without a full stop, most of whose words, small ones too, begin with a capital."""
    words = [word[0] for word in _WORD.finditer(text)]
    if not _FEWEST <= len(words) <= _MOST or text.rstrip("\"”'’ ")[-1:] in (".", "!"):
        return False
    longer = [word for word in words if word.lower() not in _SMALL and len(word) > 2]
    if len(longer) < 3 or all(word.isupper() for word in longer):
        return False
    return sum(word[0].isupper() for word in longer) >= _SHARE * len(longer)


def as_sentence(headline: str, casing: Casing, known: Container[str]) -> str:
    """Return the headline of the same length with small letters where no name stands.

    `known` holds common words. A word that the article itself writes with a capital inside its sentences keeps it, and
    so does one that is unknown. The line is returned as it is where no common word but the first would change.
    """
    pieces: list[str] = []
    last = changed = 0
    before = ""
    for word in _WORD.finditer(headline):
        text = word[0]
        lowered = text[0].lower() + text[1:]
        titled = word.start() and text[0].isupper() and text[1:2].islower() and before not in OF_MEN | OF_WOMEN
        before = text.lower()
        if titled and _is_common(_bare(text), casing, known):
            pieces += [headline[last : word.start()], lowered]
            last = word.end()
            changed += len(lowered) == len(text)
    written = "".join([*pieces, headline[last:]])
    return written if changed and len(written) == len(headline) else headline


def _is_common(word: str, casing: Casing, known: Container[str]) -> bool:
    low = word.lower()
    if low in _SMALL:
        return True
    if casing.small.get(low, 0) or casing.capital.get(low, 0):
        return casing.small.get(low, 0) > casing.capital.get(low, 0)
    if low in _NAMES or low in OF_MEN or low in OF_WOMEN or find_place(word) is not None:
        return False
    return any(form in known for form in _forms(low))


def _forms(word: str) -> Iterable[str]:
    """Yield the word and what it may be an inflection of: "confirms" of "confirm"."""
    yield word
    for ending, instead in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[: -len(ending)] + instead


def _bare(word: str) -> str:
    return word.partition("'")[0].partition("’")[0]
