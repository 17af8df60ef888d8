"""How many independent origins a claim has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Claims that go back to one root."""

    root: str | None  # "KCNA"; None: the root is not known
    claims: tuple[str, ...]  # claim ids
    outlets: tuple[str, ...]
    why: str  # "six outlets cite KCNA"
    certain: bool = True  # False: may be the same as another group (anonymous, unknown), so it adds to max alone


@dataclass(frozen=True, slots=True)
class Origins:
    """Between min and max independent origins, and the groups that the count comes from."""

    min: int
    max: int
    groups: tuple[OriginGroup, ...]
    doubts: tuple[str, ...] = ()  # what keeps min and max apart, in words
