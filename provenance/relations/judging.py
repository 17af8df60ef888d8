"""How likely two claims say the same, contradict each other, or neither, where networks have read both sentences.

A logistic model over the alignment, the findings, an encoder and a cross-encoder, fitted over news, an encyclopedia and
captions together, once for short sentences and once for long ones, so that its probabilities hold for both. It is
symmetric: the longer sentence is the premise of the shorter, whichever comes first. It ranks and says how sure a
verdict is; it makes no contradiction.
"""

from __future__ import annotations

import json
from functools import cache
from math import exp, log
from pathlib import Path

from provenance.model.relation import Entailment, Finding, Probabilities
from provenance.relations import probability
from provenance.relations.align import Alignment
from provenance.relations.meaning import LONG
from provenance.relations.meaning import witnesses as by_meaning
from provenance.relations.statement import Statement

# For short sentences and for long ones, the weight of each witness for "same", "contradict" and "neither". By
# training/relations/judge.py; training/relations/MODEL.md names the pairs.
_FITTED = Path(__file__).parent / "judge.json"
_LABELS = ("same", "contradict", "neutral")

_DAMP = 0.985  # leaves a little for what no witness saw
_OF_WORDS = ("balance", "containment", "missing", "run", "tie", "names", "denied")
_OF_RULES = ("conflict", "differs", "abstentions", "apart", "agreements")
_OF_SLOTS = ("shared", "figures", "other figures", "same figure", "later figure", "standing")
_KNOWS = 1e-4  # least probability of a network that is taken for its word
_SCALE = 3.0
_LENGTH = 15.0  # weight of the telling words of a long sentence


def witnesses(a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...]) -> dict[str, float]:
    """Return what each weight of judge.json is multiplied with; nothing where a network is missing."""
    similar = alignment.similarity
    reading = similar.reading
    if reading is None or similar.meaning is None:
        return {}
    words = dict(zip(probability.WITNESSES, probability.witnesses(a, b, alignment, findings), strict=True))
    slots = by_meaning(a, b, alignment, findings)
    (follows, against), (back, back_against) = map(_leanings, (reading.from_longer, reading.from_shorter))
    near = [side.similarity for side in (reading.from_longer, reading.from_shorter) if side.similarity is not None]
    nearness = sum(near) / len(near) if near else similar.meaning
    length = min(similar.length, _LENGTH) / _LENGTH
    return {
        "follows": follows,
        "against": against,
        "back": back,
        "back against": back_against,
        "near": nearness,
        "meaning": similar.meaning,
        **{name: words[name] for name in _OF_WORDS + _OF_RULES},
        **{name: slots[name] for name in _OF_SLOTS},
        "length": length,
        "ratio": reading.ratio,
        "balance, back": words["balance"] * back,
        "balance, back against": words["balance"] * back_against,
        "length, follows": length * follows,
        "length, against": length * against,
        "length, near": length * nearness,
        "length, meaning": length * similar.meaning,
        "length, back": length * back,
        "ratio, back": reading.ratio * back,
        "ratio, back against": reading.ratio * back_against,
        "ratio, length": reading.ratio * length,
    }


def _leanings(read: Entailment) -> tuple[float, float]:
    """Return how far a network leans to "follows" and to "contradicts": log-probabilities about their mean."""
    logs = [log(max(value, _KNOWS)) for value in (read.entailed, read.contradicted, read.neutral)]
    middle = sum(logs) / len(logs)
    return (logs[0] - middle) / _SCALE, (logs[1] - middle) / _SCALE


def judged(a: Statement, b: Statement, alignment: Alignment, findings: tuple[Finding, ...]) -> Probabilities | None:
    """Return the three probabilities, none of them ever certain; None where a network is missing."""
    told = witnesses(a, b, alignment, findings)
    if not told:
        return None
    fitted = _fitted()["long" if alignment.similarity.length >= LONG else "short"]
    sums = [
        fitted["constant"][label] + sum(fitted[name][label] * value for name, value in told.items())
        for label in _LABELS
    ]
    highest = max(sums)
    parts = [exp(value - highest) for value in sums]
    same, contradict, neither = (_DAMP * part / sum(parts) + (1 - _DAMP) / 3 for part in parts)
    return Probabilities(same, contradict, neither)


@cache
def _fitted() -> dict[str, dict[str, dict[str, float]]]:
    fitted: dict[str, dict[str, dict[str, float]]] = json.loads(_FITTED.read_text(encoding="utf-8"))
    return fitted
