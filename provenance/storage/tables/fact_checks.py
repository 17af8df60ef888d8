"""Claims that others have checked, each version of each review, and what their words mean as numbers."""

from __future__ import annotations

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from provenance.storage.tables.base import Id, RunId, Table


class FactCheckRow(Table):
    """A review of a claim as it was imported; never changed but for `is_current`."""

    __tablename__ = "fact_checks"

    id: Mapped[Id] = mapped_column(primary_key=True)
    is_current: Mapped[bool] = mapped_column(index=True)  # True for the newest version of a review
    claim: Mapped[str]
    rating: Mapped[str]
    title: Mapped[str | None]
    author: Mapped[str | None]
    url: Mapped[str | None]
    published: Mapped[str | None]
    language: Mapped[str | None]
    claimant: Mapped[str | None]
    value: Mapped[float | None]
    worst: Mapped[float | None]
    best: Mapped[float | None]


class FactCheckVersionRow(Table):
    """What a review said, version after version; one that comes back is one row more."""

    __tablename__ = "fact_check_versions"

    series: Mapped[Id] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # 1 is the first
    fact_check_id: Mapped[str] = mapped_column(ForeignKey("fact_checks.id"), index=True)
    ref: Mapped[str]  # where it was read: "feed.json item 12", "checks.csv:3"
    run_id: Mapped[RunId]


class FactCheckVectorRow(Table):
    """What the words of a check mean: numbers of 16 bits, little end first, a row of them for each part."""

    __tablename__ = "fact_check_vectors"

    fact_check_id: Mapped[str] = mapped_column(ForeignKey("fact_checks.id"), primary_key=True)
    encoder: Mapped[str] = mapped_column(String(64), primary_key=True)  # what made them
    numbers: Mapped[bytes] = mapped_column(LargeBinary)
