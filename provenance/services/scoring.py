"""How well found attributions agree with those that a person marked.

An attribution is right where its content shares at least half of its words with a marked one (words that either holds:
Jaccard), and its source is the same one: both leave it unsaid, or half of the words of both sources are shared, or the
found source holds the head word of the marked one and lies by half inside it. Each marked attribution is matched with
at most one that was found, so that the overlaps, and the sources that are right, add up to the most. Precision counts
what is right among what was found, recall among what was marked. Punctuation is no word; an attribution without content
counts on neither side. These are the measures of Newell, Margolin and Ruths (LREC 2018) and Pareti (2015), in words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from provenance.model.span import Span, Spans
from provenance.text.quotations import find_quotations

_WORD = re.compile(r"\w+(?:['’\-.]\w+)*")
_HALF = 0.5
_DIRECT = 0.9  # of the words of the content inside quotation marks
_MOST_TRIED = 6  # marked attributions that overlap one another; of more, the best pair is taken first
KINDS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as a person or the program marked it."""

    source: Spans
    content: Spans
    source_head: Span | None = None  # the head word of the source, where it was marked


@dataclass(frozen=True, slots=True)
class _Words:
    """An attribution as numbers of words."""

    source: frozenset[int]
    content: frozenset[int]
    head: frozenset[int]
    kind: str


@dataclass(slots=True)
class Tally:
    """How many attributions were marked, found, found with the right content, and right altogether."""

    marked: int = 0
    found: int = 0
    content: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.marked if self.marked else None

    @property
    def f1(self) -> float | None:
        return _f1(self.right, self.marked, self.found)

    @property
    def content_f1(self) -> float | None:
        """How well the contents alone agree."""
        return _f1(self.content, self.marked, self.found)

    @property
    def source_accuracy(self) -> float | None:
        """The share of sources that are right, where the content is."""
        return self.right / self.content if self.content else None

    def add(self, other: Tally) -> None:
        self.marked += other.marked
        self.found += other.found
        self.content += other.content
        self.right += other.right


@dataclass(slots=True)
class Scores:
    """The tally of all articles, and of each kind: how much of the content stands inside quotation marks.

    By kind, `marked`, `content` and `right` go by the marked attribution, `found` and `right_of_found` by the found.
    """

    all: Tally = field(default_factory=Tally)
    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    right_of_found: Counter[str] = field(default_factory=Counter)

    def add(self, other: Scores) -> None:
        self.all.add(other.all)
        for kind, tally in other.kinds.items():
            self.kinds[kind].add(tally)
        self.right_of_found.update(other.right_of_found)


def score(text: str, marked: Iterable[Marked], found: Iterable[Marked]) -> Scores:
    """Return how well what was found in a text agrees with what was marked there."""
    reader = _WordReader(text)
    wanted = [words for attribution in marked if (words := reader.words(attribution)).content]
    given = [words for attribution in found if (words := reader.words(attribution)).content]
    scores = Scores(Tally(len(wanted), len(given)))
    for words in wanted:
        scores.kinds[words.kind].marked += 1
    for words in given:
        scores.kinds[words.kind].found += 1
    for i, j in _matched(wanted, given):
        right = _same_source(wanted[i], given[j])
        for tally in (scores.all, scores.kinds[wanted[i].kind]):
            tally.content += 1
            tally.right += right
        scores.right_of_found[given[j].kind] += right
    return scores


class _WordReader:
    def __init__(self, text: str) -> None:
        self._places = [match.span() for match in _WORD.finditer(text)]
        marks = [quotation.span for quotation in find_quotations(text)]
        self._quoted = frozenset(i for span in marks for i in self._of((span,)))

    def words(self, attribution: Marked) -> _Words:
        content = self._of(attribution.content)
        head = self._of((attribution.source_head,)) if attribution.source_head else frozenset()
        return _Words(self._of(attribution.source), content, head, self._kind(content))

    def _of(self, spans: Spans) -> frozenset[int]:
        return frozenset(
            i
            for span in spans
            for i in range(
                bisect_right(self._places, span.start, key=lambda place: place[1]),
                bisect_left(self._places, span.end, key=lambda place: place[0]),
            )
        )

    def _kind(self, content: frozenset[int]) -> str:
        quoted = len(content & self._quoted)
        if not quoted:
            return "indirect"
        return "direct" if quoted >= _DIRECT * len(content) else "mixed"


def _same_source(marked: _Words, found: _Words) -> bool:
    if not marked.source or not found.source:
        return not marked.source and not found.source
    if _jaccard(marked.source, found.source) >= _HALF:
        return True
    inside = len(marked.source & found.source) >= _HALF * len(found.source)
    return inside and bool(marked.head & found.source)


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0


def _matched(wanted: Sequence[_Words], given: Sequence[_Words]) -> list[tuple[int, int]]:
    """Return the pairs whose overlaps and right sources add up to the most."""
    by_word: dict[int, list[int]] = {}
    for j, words in enumerate(given):
        for word in words.content:
            by_word.setdefault(word, []).append(j)
    worth: dict[int, dict[int, float]] = {}
    for i, words in enumerate(wanted):
        near = {j for word in words.content for j in by_word.get(word, ())}
        shares = {j: _jaccard(words.content, given[j].content) for j in near}
        worth[i] = {j: s + _same_source(words, given[j]) for j, s in shares.items() if s >= _HALF}
    return [pair for group in _groups(worth) for pair in _best_pairs(group, worth)]


def _groups(worth: dict[int, dict[int, float]]) -> list[list[int]]:
    """Return the marked attributions in groups that want the same found ones."""
    groups: list[tuple[list[int], set[int]]] = []
    for i, offers in worth.items():
        joined, wants = [i], set(offers)
        rest = []
        for group, theirs in groups:
            if theirs & wants:
                joined, wants = group + joined, wants | theirs
            else:
                rest.append((group, theirs))
        groups = [*rest, (joined, wants)] if wants else groups
    return [group for group, _ in groups]


def _best_pairs(group: list[int], worth: dict[int, dict[int, float]]) -> list[tuple[int, int]]:
    if len(group) > _MOST_TRIED:
        return _greedy(group, worth)

    def best(at: int, taken: frozenset[int]) -> tuple[float, list[tuple[int, int]]]:
        if at == len(group):
            return 0.0, []
        choices = [best(at + 1, taken)]
        for j, value in worth[group[at]].items():
            if j not in taken:
                further, pairs = best(at + 1, taken | {j})
                choices.append((further + value, [(group[at], j), *pairs]))
        return max(choices)

    return best(0, frozenset())[1]


def _greedy(group: list[int], worth: dict[int, dict[int, float]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    offers = sorted((-value, marked, j) for marked in group for j, value in worth[marked].items())
    for _, i, j in offers:
        if all(i != one and j != other for one, other in pairs):
            pairs.append((i, j))
    return pairs


def _f1(right: int, marked: int, found: int) -> float | None:
    return 2 * right / (marked + found) if marked + found else None
