"""What all tables share: names for every constraint, column types, and the shape of a person's decision."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from provenance.model.article import CreditKind, OutletOrigin, PublishedOrigin
from provenance.model.attribution import AttributionKind, Stance
from provenance.model.frame import HedgeOwner, Modality, Polarity
from provenance.model.relation import RelationKind, Side, Slot, Verdict
from provenance.model.source import PersonKind, SourceKind
from provenance.model.span import Spans
from provenance.storage.columns import SpansText, enum_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Id = Annotated[str, mapped_column(String(32))]
RunId = Annotated[str, mapped_column(ForeignKey("runs.id"))]
OwnArticle = Annotated[str, mapped_column(ForeignKey("articles.id"), primary_key=True)]
OwnAttribution = Annotated[str, mapped_column(ForeignKey("attributions.id"), primary_key=True)]
OwnClaim = Annotated[str, mapped_column(ForeignKey("claims.id"), primary_key=True)]
Position = Annotated[int, mapped_column(Integer, primary_key=True)]


class Table(DeclarativeBase):
    """What all tables share: names for every constraint, and the types of annotated columns."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {
        str: Text,
        Spans: SpansText,
        OutletOrigin: enum_column(OutletOrigin),
        PublishedOrigin: enum_column(PublishedOrigin),
        CreditKind: enum_column(CreditKind),
        AttributionKind: enum_column(AttributionKind),
        Stance: enum_column(Stance),
        SourceKind: enum_column(SourceKind),
        PersonKind: enum_column(PersonKind),
        Polarity: enum_column(Polarity),
        Modality: enum_column(Modality),
        HedgeOwner: enum_column(HedgeOwner),
        RelationKind: enum_column(RelationKind),
        Side: enum_column(Side),
        Slot: enum_column(Slot),
        Verdict: enum_column(Verdict),
    }


def span_is_not_empty() -> CheckConstraint:
    return CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="span_not_empty")


class Decision:
    """Columns of what a person decided: who, when and why. Taking it back sets a date and deletes nothing."""

    id: Mapped[Id] = mapped_column(primary_key=True)
    decided_by: Mapped[str]
    decided_at: Mapped[str]
    why: Mapped[str | None]
    undone_by: Mapped[str | None]
    undone_at: Mapped[str | None]
