"""Which checks may cover a claim: by what the words mean and by the words themselves, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

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

# How sure the best one is, by logistic regression on the same posts, half of them with the right check taken out.
_SURE = {"offset": -9.8, "meaning": 15.3, "overlap": 3.7}
_SURE_OF_WORDS = {"offset": -6.9, "alike": 7.9, "overlap": 8.5}
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
        order, cosines = self._ranked(query)
        nearest: list[CheckMatch] = []
        for place in order[:limit]:
            match = self._match(place, query, cosines)
            nearest.append(replace(match, score=min(match.score, nearest[-1].score if nearest else 1.0)))
        kept = tuple(match for match in nearest if match.score >= least)
        by = MatchedBy.MEANING_AND_WORDS if self._encoder else MatchedBy.WORDS
        return Coverage(text, kept, len(self._checks), by, len(nearest) - len(kept))

    def order(self, text: str, limit: int) -> list[int]:
        """Return the places of the nearest checks, best first, however far they are."""
        return self._ranked(self._read(text))[0][:limit]

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

    def _ranked(self, query: _Query) -> tuple[list[int], NDArray[np.float32] | None]:
        """Return all places, best first, and the cosines of their parts; places with nothing in common are left out."""
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
        order = np.argsort(-np.round(total, 4), kind="stable")
        return [int(place) for place in order if total[place] > 0], cosines

    def _alike(self, query: _Query, places: NDArray[np.intp]) -> Scores:
        alike = np.zeros(len(self._checks), dtype=np.float32)
        for place in places:
            alike[place] = fuzz.token_set_ratio(query.text, self._texts[place]) / 100
        return alike

    def _match(self, place: int, query: _Query, cosines: NDArray[np.float32] | None) -> CheckMatch:
        shared = [stem for stem in query.words if stem in self._held[place]]
        rarity = {stem: self._by_words.rarity(int(word_terms((stem,))[0])) for stem in query.words}
        whole = sum(rarity.values())
        overlap = sum(rarity[stem] for stem in shared) / whole if whole else 0.0
        meaning = None if cosines is None else float(cosines[:, place].max())
        told = sorted(shared, key=lambda stem: (-rarity[stem], stem))[:_SHOWN_WORDS]
        return CheckMatch(
            check=self._checks[place],
            score=round(self._sure(place, query, meaning, overlap), 4),
            meaning=None if meaning is None else round(min(max(meaning, 0.0), 1.0), 4),
            words=tuple(dict.fromkeys(query.words[stem] for stem in told)),
            overlap=round(overlap, 4),
        )

    def _sure(self, place: int, query: _Query, meaning: float | None, overlap: float) -> float:
        if meaning is not None:
            logit = _SURE["offset"] + _SURE["meaning"] * meaning + _SURE["overlap"] * overlap
        else:
            alike = fuzz.token_set_ratio(query.text, self._texts[place]) / 100
            logit = _SURE_OF_WORDS["offset"] + _SURE_OF_WORDS["alike"] * alike + _SURE_OF_WORDS["overlap"] * overlap
        return 1 / (1 + exp(-logit))


def _letters(text: str) -> str:
    return " ".join(tokens(text))


def _of_best(scores: Scores) -> Scores:
    """Return scores as shares of the best one, so that a long query counts no more than a short one."""
    best = scores.max(initial=0.0)
    return scores / best if best > 0 else scores
