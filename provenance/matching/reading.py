"""Claims by the million as arrays of numbers: the words of each, and what its frame names.

A claim is a row here, numbered from 0 in the order in which it is read. Each claim is read once; its words are those of
`text.words.content_words`, which plain texts reach by a shorter way.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from provenance.matching.keys import Slots, days_of, figures_of, outlined
from provenance.model.outline import Outline
from provenance.text.words import GUARD_WORDS, STOP_WORDS, content_words, stem, tokens, weight

Numbers = NDArray[np.int64]
Rows = NDArray[np.int32]
Keys = NDArray[np.uint64]

_STOP = -1
_ODD = -2  # a word that only `tokens` can cut: with an apostrophe, with digits and letters, or a guard word
_FIGURE = re.compile(r"\d[.,:]\d")
_PLAIN = {ord(letter): " " for letter in map(chr, range(128)) if not (letter.isalnum() or letter == "'")}


@dataclass(frozen=True)
class Sheet:
    """All claims as arrays. `stems[starts[i]:starts[i + 1]]` are row i's telling words, each once, in a fixed order."""

    numbers: Rows  # what the store calls each claim
    articles: Rows
    sorted_texts: list[str]  # the words in alphabetical order, for the order-free ratio
    starts: Numbers
    stems: Rows
    weights: NDArray[np.float64]  # of each stem: how much it tells
    guarded: NDArray[np.bool_]  # of each stem: a guard word makes another thing of it
    names: tuple[Rows, Rows]  # (row, name): who and what place is named
    predicates: Rows  # of each row; 0: none
    figures: tuple[Rows, Rows]  # (row, figure, or what is counted)
    days: tuple[Rows, Rows]  # (row, day)
    vocabulary: list[str] = field(repr=False)  # of each stem

    def __len__(self) -> int:
        return len(self.articles)


class _Stems(dict[str, int]):
    """The number of each word's stem; words that tell nothing, and those that need a closer look, have none."""

    def __init__(self) -> None:
        super().__init__()
        self.vocabulary: list[str] = []
        self._numbers: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        if word in GUARD_WORDS or not (word.isalpha() or word.isdigit()):
            number = _ODD
        elif word in STOP_WORDS:
            number = _STOP
        else:
            number = self.number(stem(word))
        self[word] = number
        return number

    def number(self, content_word: str) -> int:
        found = self._numbers.get(content_word)
        if found is None:
            found = self._numbers[content_word] = len(self.vocabulary)
            self.vocabulary.append(content_word)
        return found


class _Atoms(dict[object, int]):
    """A number, 1 and up, for each thing that claims name."""

    def __missing__(self, thing: object) -> int:
        number = self[thing] = len(self) + 1
        return number


class _Reader:
    """Arrays while they grow."""

    def __init__(self) -> None:
        self.stems = _Stems()
        self.found = array("i")
        self.lengths = array("i")
        self.numbers = array("i")
        self.articles = array("i")
        self.sorted_texts: list[str] = []
        self.atoms = _Atoms()
        self.names = array("i"), array("i")
        self.predicates = array("i")
        self.figures = array("i"), array("i")
        self.days = array("i"), array("i")
        self._figures_of: dict[object, tuple[int, ...]] = {}
        self._days_of: dict[object, tuple[int, ...]] = {}

    def read(self, outline: Outline) -> None:
        row = len(self.articles)
        self.numbers.append(outline.number)
        self.articles.append(outline.article)
        self._words(outline.text)
        self._slots(row, outlined(outline))

    def _words(self, text: str) -> None:
        words: list[str] | tuple[str, ...]
        if text.isascii() and not _FIGURE.search(text):
            words = text.lower().translate(_PLAIN).split()
            numbers = [self.stems[word] for word in words]
            if _ODD in numbers:
                words = tokens(text)
                numbers = [self.stems.number(word) for word in content_words(text)]
        else:
            words = tokens(text)
            numbers = [self.stems.number(word) for word in content_words(text)]
        self.sorted_texts.append(" ".join(sorted(words)))
        self.found.extend(numbers)
        self.lengths.append(len(numbers))

    def _slots(self, row: int, slots: Slots) -> None:
        atoms = self.atoms
        for name in slots.names:
            self.names[0].append(row)
            self.names[1].append(atoms["name", name])
        self.predicates.append(atoms["deed", slots.predicate] if slots.predicate else 0)
        for quantity in slots.quantities:
            own = self._figures_of.get(quantity)
            if own is None:
                own = self._figures_of[quantity] = tuple(atoms[phrase] for phrase in figures_of(*quantity))
            for number in own:
                self.figures[0].append(row)
                self.figures[1].append(number)
        for interval in slots.intervals:
            own = self._days_of.get(interval)
            if own is None:
                own = self._days_of[interval] = tuple(atoms[phrase] for phrase in days_of(*interval))
            for number in own:
                self.days[0].append(row)
                self.days[1].append(number)


def read(outlines: Iterable[Outline]) -> Sheet:
    """Return the claims as arrays."""
    reader = _Reader()
    for outline in outlines:
        reader.read(outline)
    vocabulary = reader.stems.vocabulary
    rows = np.repeat(np.arange(len(reader.lengths), dtype=np.int64), _ints(reader.lengths))
    stems = _ints(reader.found)
    told = stems >= 0
    both = (rows[told] << 32) | stems[told]
    both.sort()
    both = both[np.append(True, both[1:] != both[:-1])] if len(both) else both
    rows = both >> 32
    return Sheet(
        numbers=_ints(reader.numbers),
        articles=_ints(reader.articles),
        sorted_texts=reader.sorted_texts,
        starts=np.searchsorted(rows, np.arange(len(reader.lengths) + 1)),
        stems=(both & 0xFFFFFFFF).astype(np.int32),
        weights=np.array([weight(word) for word in vocabulary]),
        guarded=np.array(["_" in word for word in vocabulary], dtype=bool),
        names=(_ints(reader.names[0]), _ints(reader.names[1])),
        predicates=_ints(reader.predicates),
        figures=(_ints(reader.figures[0]), _ints(reader.figures[1])),
        days=(_ints(reader.days[0]), _ints(reader.days[1])),
        vocabulary=vocabulary,
    )


def _ints(numbers: array[int]) -> Rows:
    return np.frombuffer(numbers, dtype=np.int32) if len(numbers) else np.zeros(0, dtype=np.int32)
