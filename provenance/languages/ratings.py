"""What fact-checkers' ratings say of a claim, as a number where that can be told."""

from __future__ import annotations

from math import isfinite

# Whole ratings, in letters of one size. What is neither true nor false ("Missing context", "Satire") is none of them.
_RATINGS: dict[str, float] = {
    "true": 1.0,
    "correct": 1.0,
    "accurate": 1.0,
    "mostly true": 0.75,
    "mostly correct": 0.75,
    "half true": 0.5,
    "half-true": 0.5,
    "mostly false": 0.25,
    "mostly incorrect": 0.25,
    "false": 0.0,
    "incorrect": 0.0,
    "inaccurate": 0.0,
    "fake": 0.0,
    "pants on fire": 0.0,
    "правда": 1.0,
    "верно": 1.0,
    "неправда": 0.0,
    "ложь": 0.0,
    "неверно": 0.0,
    "사실": 1.0,
    "대체로 사실": 0.75,
    "절반의 사실": 0.5,
    "대체로 사실 아님": 0.25,
    "사실 아님": 0.0,
    "전혀 사실 아님": 0.0,
    "거짓": 0.0,
}
_APART = 0.5  # from here on, a number and a word say different things


def truth_of(rating: str, value: float | None, worst: float | None, best: float | None) -> float | None:
    """Return 0 for false to 1 for true; None where neither the scale nor the words say.

    The number counts where its scale has both ends and holds it; else the whole rating, where it is a common one.
    None too where the two contradict each other.

    >>> truth_of("Barely true", 2, 1, 5), truth_of("False", None, None, None), truth_of("Four clowns", 4, None, None)
    (0.25, 0.0, None)
    >>> truth_of("True", 1, 1, 5) is None
    True
    """
    scaled = _on_scale(value, worst, best)
    worded = _RATINGS.get(" ".join(rating.casefold().split()).strip(" .!\"'“”"))
    if scaled is None or worded is None:
        return worded if scaled is None else scaled
    return None if abs(scaled - worded) >= _APART else scaled


def _on_scale(value: float | None, worst: float | None, best: float | None) -> float | None:
    if value is None or worst is None or best is None:
        return None
    if not (isfinite(best) and isfinite(worst) and worst < best and worst <= value <= best):
        return None
    return round((value - worst) / (best - worst), 4)
