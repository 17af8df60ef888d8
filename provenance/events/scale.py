"""How wide the net is cast: for events, and for topics."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """How wide the net is cast."""

    alike: float  # mean likeness from which two groups are one, 0..1
    grace: int  # days that two may lie apart at no cost
    half_life: float  # days beyond these in which what they share comes to tell half as much
    divides: bool  # groups that hold two events of one kind are parted


EVENTS = Scale(alike=0.12, grace=3, half_life=10.0, divides=True)
TOPICS = Scale(alike=0.1, grace=30, half_life=60.0, divides=False)
