"""How well something that was found agrees with what a person marked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line of an evaluation; shares are None where there is nothing to divide by."""

    part: str  # "all", "kind", "outlet"
    name: str | None  # "direct", "RFE/RL"; None for all, and for an outlet that is not known
    marked: int
    found: int | None  # None where what was found cannot be told apart this way
    precision: float | None  # 0..1
    recall: float | None
    f1: float | None
    content_f1: float | None  # of the contents alone, whoever is credited with them
    source_accuracy: float | None  # the share of sources that are right, where the content is


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure of an evaluation, and of how many it is a share."""

    measure: str  # "contradicts: precision"
    value: float | None  # None where there is nothing to divide by
    right: int | None  # 11; None for what is no share
    of: int  # 17
