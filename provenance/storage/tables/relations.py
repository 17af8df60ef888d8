"""What two claims are to each other: the program's word with its findings, and a person's beside it."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from provenance.model.relation import RelationKind, Side, Slot, Verdict
from provenance.model.span import Spans
from provenance.storage.tables.base import (
    Decision,
    Id,
    Position,
    RunId,
    Table,
)


class RelationRow(Table):
    """What the program says two claims are to each other; a pair has one row, the smaller id first."""

    __tablename__ = "relations"
    __table_args__ = (UniqueConstraint("a_id", "b_id"), CheckConstraint("a_id < b_id", name="pair_in_order"))

    id: Mapped[Id] = mapped_column(primary_key=True)
    a_id: Mapped[str] = mapped_column(ForeignKey("claims.id"))
    b_id: Mapped[str] = mapped_column(ForeignKey("claims.id"), index=True)
    kind: Mapped[RelationKind] = mapped_column(index=True)
    score: Mapped[float]
    p_same: Mapped[float]
    p_contradict: Mapped[float]
    p_neither: Mapped[float]
    narrower: Mapped[Side | None]
    independent: Mapped[bool]
    dependence: Mapped[str | None]
    run_id: Mapped[RunId]


class FindingRow(Table):
    """What one rule saw in one slot of the two claims."""

    __tablename__ = "findings"

    relation_id: Mapped[str] = mapped_column(ForeignKey("relations.id"), primary_key=True)
    position: Mapped[Position]
    rule: Mapped[str] = mapped_column(index=True)
    slot: Mapped[Slot]
    verdict: Mapped[Verdict]
    left_words: Mapped[str]
    right_words: Mapped[str]
    detail: Mapped[str]
    score: Mapped[float]
    narrower: Mapped[Side | None]
    left_span: Mapped[Spans]
    right_span: Mapped[Spans]


class JudgementRow(Decision, Table):
    """What a person says two claims are to each other; the program's own relation stays as it is."""

    __tablename__ = "judgements"
    __table_args__ = (CheckConstraint("a_id < b_id", name="pair_in_order"), Index(None, "a_id", "b_id"))

    a_id: Mapped[str] = mapped_column(ForeignKey("claims.id"))
    b_id: Mapped[str] = mapped_column(ForeignKey("claims.id"), index=True)
    kind: Mapped[RelationKind]
