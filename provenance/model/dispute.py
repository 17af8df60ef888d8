"""Who says what against whom, and how many origins stand behind each of several values that cannot all be right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.chain import Origins
from provenance.model.relation import Slot


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """How statements of a source came out that others checked."""

    checked: int  # checks that say how true the statement was
    held: float  # the sum of that, 0..1 each: 2.5 of 4


@dataclass(frozen=True, slots=True)
class Weighing:
    """What one origin weighs, where it has a record; without one it weighs 1."""

    root: str  # "KCNA"
    weight: float  # 0.81
    record: SourceRecord


@dataclass(frozen=True, slots=True)
class BackedValue:
    """One of several values of a slot, and who stands behind it."""

    words: tuple[str, ...]  # as they are written, this report's claim first: "25 April", "on Thursday"
    value: str | None  # what the words mean, where that is known: "2019-04-25", "12", "Vladivostok"
    claims: tuple[str, ...]  # ids
    origins: Origins
    shared: tuple[str, ...] = ()  # roots that stand behind another of the values, too: they back none for sure
    weighings: tuple[Weighing, ...] = ()  # of the origins that have a record
    least: float = 1.0  # what its origins weigh together, at least and at most
    most: float = 1.0


class Standing(StrEnum):
    """What the count of origins hints at; it is never a verdict."""

    LEADS = "leads"  # the first value has more origins behind it, whatever is in doubt
    TIE = "tie"  # no value has more than the first, and another has as many
    OPEN = "open"  # it depends on what is not known


@dataclass(frozen=True, slots=True)
class ValueRanking:
    """The values of one slot that claims give against one another, the best backed first."""

    slot: Slot
    values: tuple[BackedValue, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class ConflictPoint:
    """One pair of claims that contradict each other, and the words in which they do."""

    slot: Slot | None  # None: a person says so, and no rule
    a: str  # the claim's id
    b: str
    left: str  # its words: "25 April"
    right: str


@dataclass(frozen=True, slots=True)
class OutletConflict:
    """Two outlets, and all in which claims of theirs contradict each other; None: an outlet that is not known."""

    a: str | None
    b: str | None
    points: tuple[ConflictPoint, ...]
