"""Attributions with their chains, and claims with the slots of their frames."""

from __future__ import annotations

from datetime import date

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from provenance.model.attribution import AttributionKind, Stance
from provenance.model.frame import HedgeOwner, Modality, Polarity
from provenance.model.source import PersonKind, SourceKind
from provenance.model.span import Spans
from provenance.storage.tables.base import (
    Id,
    OwnAttribution,
    OwnClaim,
    Position,
    RunId,
    Table,
    span_is_not_empty,
)

# SQLite's numbers have 64 bits, whatever they are called.
LONG = Integer().with_variant(BigInteger(), "postgresql")


class AttributionRow(Table):
    """Who is credited with which words: the spans are in attribution_spans, the chain in hops."""

    __tablename__ = "attributions"
    __table_args__ = (UniqueConstraint("article_id", "position"),)

    id: Mapped[Id] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"))
    position: Mapped[int]
    kind: Mapped[AttributionKind]
    stance: Mapped[Stance]
    confidence: Mapped[float]
    said_text: Mapped[str | None]  # "on April 23": when it was said
    said_from: Mapped[date | None]
    said_to: Mapped[date | None]
    said_span: Mapped[Spans | None]
    said_year_inferred: Mapped[bool | None]
    run_id: Mapped[RunId]


class AttributionSpanRow(Table):
    """The words of a source, a cue or a content; a quotation can be broken into several."""

    __tablename__ = "attribution_spans"
    __table_args__ = (span_is_not_empty(), CheckConstraint("part IN ('source', 'cue', 'content')", name="part"))

    attribution_id: Mapped[OwnAttribution]
    part: Mapped[str] = mapped_column(String(8), primary_key=True)
    position: Mapped[Position]
    start_offset: Mapped[int]
    end_offset: Mapped[int]


class HopRow(Table):
    """One step of a chain; position 0 is the outlet, the last is the root."""

    __tablename__ = "hops"

    attribution_id: Mapped[OwnAttribution]
    position: Mapped[Position]
    name: Mapped[str | None] = mapped_column(index=True)
    kind: Mapped[SourceKind]
    anonymous: Mapped[bool]
    count_low: Mapped[int | None] = mapped_column(LONG)
    count_high: Mapped[int | None] = mapped_column(LONG)
    via: Mapped[str]
    span: Mapped[Spans]
    registry_id: Mapped[str | None] = mapped_column(index=True)
    role: Mapped[str | None]
    close_to: Mapped[str | None]
    unnamed_because: Mapped[str | None]
    anonymity: Mapped[str | None]
    office: Mapped[str | None]
    affiliation: Mapped[str | None]
    what: Mapped[PersonKind | None]
    first_hand: Mapped[bool | None]
    platform: Mapped[str | None]


class ClaimRow(Table):
    """One proposition. `number` is this database's own short name for it, which claim_keys uses; it never leaves."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("article_id", "position"),
        ForeignKeyConstraint(["article_id", "sentence"], ["sentences.article_id", "sentences.position"]),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[Id] = mapped_column(unique=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"))
    attribution_id: Mapped[str] = mapped_column(ForeignKey("attributions.id"), index=True)
    position: Mapped[int]
    sentence: Mapped[int]
    text: Mapped[str]
    polarity: Mapped[Polarity]
    modality: Mapped[Modality]
    hedge_text: Mapped[str | None]
    hedge_owner: Mapped[HedgeOwner | None]
    hedge_span: Mapped[Spans | None]
    predicate: Mapped[str | None]  # None: the claim has no event
    tense: Mapped[str | None]
    predicate_span: Mapped[Spans | None]
    run_id: Mapped[RunId]


class ClaimSpanRow(Table):
    """The characters that the claim was read from."""

    __tablename__ = "claim_spans"
    __table_args__ = (span_is_not_empty(),)

    claim_id: Mapped[OwnClaim]
    position: Mapped[Position]
    start_offset: Mapped[int]
    end_offset: Mapped[int]


class ClaimTimeRow(Table):
    """When the claim's event is; both days None: the words cannot be placed."""

    __tablename__ = "claim_times"
    __table_args__ = (Index(None, "first_day", "last_day"),)

    claim_id: Mapped[OwnClaim]
    position: Mapped[Position]
    words: Mapped[str]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    span: Mapped[Spans]
    year_inferred: Mapped[bool]


class ClaimPlaceRow(Table):
    """Where."""

    __tablename__ = "claim_places"

    claim_id: Mapped[OwnClaim]
    position: Mapped[Position]
    words: Mapped[str]
    name: Mapped[str | None] = mapped_column(index=True)
    country: Mapped[str | None] = mapped_column(index=True)
    span: Mapped[Spans]


class ClaimQuantityRow(Table):
    """How many of what; an open bound is None."""

    __tablename__ = "claim_quantities"

    claim_id: Mapped[OwnClaim]
    position: Mapped[Position]
    words: Mapped[str]
    low: Mapped[float | None]
    high: Mapped[float | None]
    unit: Mapped[str | None] = mapped_column(index=True)
    approximate: Mapped[bool]
    span: Mapped[Spans]


class ClaimParticipantRow(Table):
    """Who is involved, as written and as known."""

    __tablename__ = "claim_participants"

    claim_id: Mapped[OwnClaim]
    position: Mapped[Position]
    words: Mapped[str]
    name: Mapped[str | None] = mapped_column(index=True)
    kind: Mapped[str]
    span: Mapped[Spans]
    registry_id: Mapped[str | None] = mapped_column(index=True)


class ClaimArgumentRow(Table):
    """An argument of the claim's predicate."""

    __tablename__ = "claim_arguments"

    claim_id: Mapped[OwnClaim]
    position: Mapped[Position]
    role: Mapped[str]
    words: Mapped[str]
    head: Mapped[str]
    span: Mapped[Spans]


class ClaimKeyRow(Table):
    """The index that finds claims which may speak of the same thing; made from the claim, so it can be made again."""

    __tablename__ = "claim_keys"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    claim_number: Mapped[int] = mapped_column(ForeignKey("claims.number"), primary_key=True, index=True)
