"""Which checks may cover a claim: by what the words mean and by the words themselves, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log10

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from provenance.embedding import WIDTH, Encoder, Vectors
from provenance.matching.bm25 import Bm25, Scores, letter_terms, word_terms
from provenance.matching.wording import plain_wording
from provenance.model.fact_check import CheckMatch, Coverage, FactCheck, MatchedBy
from provenance.text.words import content_words, tokens

LEAST_SCORE = 0.4  # below it, a check most likely speaks of something else
PARTS = 2  # rows that stand for a check: its claim, and its title with its claim
LONGEST = 2_000  # characters of a query that count; a post has 280, a claim is a sentence

# What each part counts for in the order; chosen on posts of the CheckThat! 2020 training set (benchmarks/retrieval.py).
_MEANING, _WORDS, _LETTERS = 1.0, 0.1, 0.25
_ALIKE = 0.3  # without an encoder: rapidfuzz's token_set_ratio

# How sure a check covers the query: logistic regressions by training/checks/fit.py. Among few checks the only one of a
# subject stands out whatever it says, so that meaning and words count; among many, a subject has several, and the one
# that stands out from them is about the same claim. The weights for few are stricter than the fit asks for: posts made
# to miss narrowly (tests/data/fact_checks) are answered less often with them.
_FEW, _MANY = 50, 1_000  # checks; between them both count
_SURE_OF_FEW = {"offset": -9.8, "meaning": 15.3, "overlap": 3.7}
_SURE_OF_MANY = {"offset": -11.34, "meaning": 4.13, "overlap": 1.21, "out": 13.10, "size": 1.01}
_SURE_OF_FEW_BY_WORDS = {"offset": -6.9, "alike": 7.9, "overlap": 8.5}
_SURE_OF_MANY_BY_WORDS = {"offset": -10.3, "overlap": 1.5, "out": 26.6, "size": 1.3}
_DOUBT = 2.0  # taken off what fits few checks, where there are many: a good many near misses come among them
_OTHERS = 19  # checks after the best, whose mean is how near anything comes to this query
_SHOWN_WORDS = 8


def texts_of(check: FactCheck) -> tuple[str, str]:
    """Return the texts whose meaning stands for a check, PARTS of them."""
    claim = plain_wording(check.claim)
    title = plain_wording(check.title or "")
    return claim, f"{title} {claim}".strip()


def packed(rows: Vectors) -> bytes:
    """Return rows of a check as bytes: 16 bits a number, the little end first, PARTS times WIDTH of them."""
    return rows.astype("<f2").tobytes()


def unpacked(numbers: bytes) -> Vectors | None:
    """Return the rows of a check; None where the bytes are not as many as they should be."""
    if len(numbers) != PARTS * WIDTH * 2:
        return None
    return np.frombuffer(numbers, dtype="<f2").reshape(PARTS, WIDTH).astype(np.float32)


@dataclass(frozen=True, slots=True)
class _Query:
    """A query, read once."""

    text: str
    words: dict[str, str]  # a stem, and the word that it stands for
    meaning: Vectors | None


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What speaks for a check, each number the greater the likelier it covers the query."""

    meaning: float | None  # the nearest cosine of its claim and its title; None: not measured
    alike: float  # 0..1: rapidfuzz's token_set_ratio
    overlap: float  # 0..1: the share of the query's words that it has, rare words counting more
    out: float  # how far it stands out from the checks that come next: a subject has many checks, a claim has few
    size: float  # the logarithm of how many checks there are: among many, something always stands out

    def sure(self) -> float:
        """Return how sure it is that the check covers the query, 0..1."""
        few, many = _SURE_OF_FEW_BY_WORDS, _SURE_OF_MANY_BY_WORDS
        if self.meaning is not None:
            few, many = _SURE_OF_FEW, _SURE_OF_MANY
        share = min(max((self.size - log10(_FEW)) / (log10(_MANY) - log10(_FEW)), 0.0), 1.0)
        mixed = (1 - share) * self._weighed(few) + share * self._weighed(many)
        # Where many have checked one claim, none of them stands out; what says it nearly word for word is shown.
        logit = max(mixed, self._weighed(few) - share * _DOUBT)
        return 1 / (1 + exp(-logit))

    def _weighed(self, weights: Mapping[str, float]) -> float:
        return sum(weight * (1.0 if name == "offset" else getattr(self, name)) for name, weight in weights.items())


@dataclass(frozen=True, slots=True)
class _Ranking:
    """All places with something in common with a query, best first, and what they were ordered by."""

    order: list[int]
    totals: Scores
    cosines: NDArray[np.float32] | None  # of each part of each check
    others: float  # the mean total of the _OTHERS next ones, where their words are not those of the best


class CheckIndex:
    """All checks, ready to be searched; they are found by their place, the earlier of two equals first."""

    def __init__(self, checks: Sequence[FactCheck], numbers: Mapping[str, bytes], encoder: Encoder | None) -> None:
        """`numbers` are what the encoder made of the checks, by their ids; a check without them is found by words."""
        self._checks = checks
        self._encoder = encoder
        self._texts = [texts_of(check)[1].casefold() for check in checks]
        self._held = [frozenset(content_words(text)) for text in self._texts]
        self._by_words = Bm25([word_terms(content_words(text)) for text in self._texts])
        self._by_letters = Bm25([letter_terms(_letters(text)) for text in self._texts])
        self._rows = self._stacked(numbers)

    def search(self, text: str, limit: int, least: float = LEAST_SCORE) -> Coverage:
        """Return the checks that may cover a claim, best first: at most `limit`, none with a score below `least`.

        No score is above that of a check placed before it.
        """
        query = self._read(text)
        ranking = self._ranked(query)
        nearest: list[CheckMatch] = []
        for place in ranking.order[:limit]:
            match = self._match(place, query, ranking)
            nearest.append(replace(match, score=min(match.score, nearest[-1].score if nearest else 1.0)))
        kept = tuple(match for match in nearest if match.score >= least)
        by = MatchedBy.MEANING_AND_WORDS if self._encoder else MatchedBy.WORDS
        return Coverage(text, kept, len(self._checks), by, len(nearest) - len(kept))

    def order(self, text: str, limit: int) -> list[int]:
        """Return the places of the nearest checks, best first, however far they are."""
        return self._ranked(self._read(text)).order[:limit]

    def best(self, text: str) -> tuple[int, Witnesses] | None:
        """Return the place of the nearest check and what speaks for it; None where all have nothing in common."""
        query = self._read(text)
        ranking = self._ranked(query)
        return (ranking.order[0], self._witnesses(ranking.order[0], query, ranking)) if ranking.order else None

    def _stacked(self, numbers: Mapping[str, bytes]) -> NDArray[np.float32] | None:
        """Return an array of shape (PARTS, checks, WIDTH); a row of zeros has no meaning in common with anything."""
        if self._encoder is None:
            return None
        rows = np.zeros((PARTS, len(self._checks), WIDTH), dtype=np.float32)
        for place, check in enumerate(self._checks):
            own = unpacked(numbers[check.id]) if check.id in numbers else None
            if own is not None:
                rows[:, place] = own
        return rows

    def _read(self, text: str) -> _Query:
        plain = plain_wording(text[:LONGEST])
        words: dict[str, str] = {}
        for word in tokens(plain):
            for stem in content_words(word):
                words.setdefault(stem, word)
        stems = {stem: words.get(stem, stem.replace("_", " ")) for stem in content_words(plain)}
        meaning = self._encoder.encode([plain])[0] if self._encoder and plain else None
        return _Query(plain.casefold(), stems, meaning)

    def _ranked(self, query: _Query) -> _Ranking:
        words = self._by_words.scores(word_terms(tuple(query.words)))
        letters = self._by_letters.scores(letter_terms(_letters(query.text)))
        total = _WORDS * _of_best(words) + _LETTERS * _of_best(letters)
        cosines = None
        if self._rows is not None and query.meaning is not None:
            cosines = self._rows @ query.meaning
            total = total + _MEANING * cosines.mean(axis=0)
        else:
            total = total + _ALIKE * self._alike(query, np.flatnonzero(total))
        # To four digits, so that two checks of the same wording are equal, and the earlier one comes first.
        total = np.round(total, 4)
        order = [int(place) for place in np.argsort(-total, kind="stable") if total[place] > 0]
        return _Ranking(order, total, cosines, self._of_others(order, total))

    def _of_others(self, order: Sequence[int], totals: Scores) -> float:
        same = self._texts[order[0]] if order else ""
        others = [totals[place] for place in order[: 2 * _OTHERS] if self._texts[place] != same][:_OTHERS]
        return float(np.mean(others)) if others else 0.0

    def _alike(self, query: _Query, places: NDArray[np.intp]) -> Scores:
        alike = np.zeros(len(self._checks), dtype=np.float32)
        for place in places:
            alike[place] = fuzz.token_set_ratio(query.text, self._texts[place]) / 100
        return alike

    def _match(self, place: int, query: _Query, ranking: _Ranking) -> CheckMatch:
        witnesses = self._witnesses(place, query, ranking)
        shared = [stem for stem in query.words if stem in self._held[place]]
        told = sorted(shared, key=lambda stem: (-self._rarity(stem), stem))[:_SHOWN_WORDS]
        meaning = witnesses.meaning
        return CheckMatch(
            check=self._checks[place],
            score=round(witnesses.sure(), 4),
            meaning=None if meaning is None else round(min(max(meaning, 0.0), 1.0), 4),
            words=tuple(dict.fromkeys(query.words[stem] for stem in told)),
            overlap=round(witnesses.overlap, 4),
        )

    def _witnesses(self, place: int, query: _Query, ranking: _Ranking) -> Witnesses:
        whole = sum(map(self._rarity, query.words))
        shared = sum(self._rarity(stem) for stem in query.words if stem in self._held[place])
        return Witnesses(
            meaning=None if ranking.cosines is None else float(ranking.cosines[:, place].max()),
            alike=fuzz.token_set_ratio(query.text, self._texts[place]) / 100,
            overlap=shared / whole if whole else 0.0,
            out=float(ranking.totals[place]) - ranking.others,
            size=log10(len(self._checks)),
        )

    def _rarity(self, stem: str) -> float:
        return self._by_words.rarity(int(word_terms((stem,))[0]))


def _letters(text: str) -> str:
    return " ".join(tokens(text))


def _of_best(scores: Scores) -> Scores:
    """Return scores as shares of the best one, so that a long query counts no more than a short one."""
    best = scores.max(initial=0.0)
    return scores / best if best > 0 else scores
