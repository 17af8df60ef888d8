"""The words of a Russian sentence, with what hangs on what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from provenance.model.span import Span

NOUNS = ("NOUN", "PROPN", "PRON", "X")
VERBS = ("VERB", "AUX")
_MARKS = frozenset("«»\"“”„‟''`")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word or mark; offsets are of the article's text."""

    index: int  # into Sentence.words
    start: int
    end: int
    text: str
    lemma: str  # lower case, е for ё
    pos: str  # Universal Dependencies: NOUN, VERB, ...
    feats: dict[str, str]
    head: int  # index of the word it hangs on; -1: on none
    rel: str  # "nsubj", "ccomp", ...

    @property
    def case(self) -> str | None:
        return self.feats.get("Case")

    @property
    def is_mark(self) -> bool:
        return self.pos == "PUNCT" or not any(character.isalnum() for character in self.text)

    @property
    def is_quote_mark(self) -> bool:
        return self.text in _MARKS

    @property
    def is_finite(self) -> bool:
        return self.pos in VERBS and self.feats.get("VerbForm", "Fin") == "Fin"


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence; `names` are the people that were recognised in it."""

    index: int
    span: Span
    words: tuple[Word, ...]
    people: tuple[Span, ...] = ()
    bodies: tuple[Span, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[Word, ...], ...]:
        found: list[list[Word]] = [[] for _ in self.words]
        for word in self.words:
            if 0 <= word.head < len(self.words):
                found[word.head].append(word)
        return tuple(map(tuple, found))

    def of(self, word: Word) -> tuple[Word, ...]:
        """Return what hangs on the word."""
        return self.children[word.index]

    def child(self, word: Word, *rels: str) -> Word | None:
        return next((child for child in self.of(word) if child.rel in rels), None)

    def subtree(self, word: Word, without: frozenset[str] = frozenset()) -> list[Word]:
        """Return the word and all that hangs on it, in order; what hangs by one of the relations `without` is left out.

        A parser may make a circle: each word is visited once.
        """
        seen = {word.index}
        waiting = [word]
        while waiting:
            for child in self.of(waiting.pop()):
                if child.index not in seen and child.rel not in without:
                    seen.add(child.index)
                    waiting.append(child)
        return [self.words[index] for index in sorted(seen)]

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words from one index up to another, which is left out."""
        return self.words[max(start, 0) : max(end, 0)]

    def inside(self, span: Span) -> list[Word]:
        return [word for word in self.words if span.start <= word.start and word.end <= span.end]


def span_of(words: Iterable[Word], text: str) -> Span | None:
    """Return the stretch from the first to the last word, quotation marks at the edges kept, other marks left out."""
    kept = list(words)
    while kept and kept[0].is_mark and not kept[0].is_quote_mark:
        kept.pop(0)
    while kept and kept[-1].is_mark and not kept[-1].is_quote_mark:
        kept.pop()
    if not any(not word.is_mark for word in kept):
        return None
    return Span(kept[0].start, kept[-1].end)


def runs(words: Iterable[Word]) -> list[list[Word]]:
    """Return the words in unbroken rows."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.index):
        if found and found[-1][-1].index + 1 == word.index:
            found[-1].append(word)
        else:
            found.append([word])
    return found
