"""What a person decided: it stands beside what the program found, and can be taken back but not deleted."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.relation import RelationKind


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided, when and why, and who took it back."""

    by: str  # "anna"
    at: str  # ISO 8601, UTC
    why: str | None = None
    undone_by: str | None = None
    undone_at: str | None = None

    @property
    def stands(self) -> bool:
        return self.undone_at is None


@dataclass(frozen=True, slots=True)
class SourceAlias:
    """Another name of a source; `source` is a registry id, or the name of a source that is in no registry."""

    id: str
    alias: str
    source: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class SourceMerge:
    """Two sources that are one."""

    id: str
    merged: str
    kept: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says two claims are to each other; a < b."""

    id: str
    a: str
    b: str
    kind: RelationKind
    decision: Decision
