"""What a list of claims or relations is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from provenance.model.attribution import AttributionKind
from provenance.model.relation import RelationKind


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Every field that is given must hold; None and empty say nothing. Letters match whatever their case."""

    source: tuple[str, ...] = ()  # any hop that is credited: part of its name, or its registry id
    outlet: str | None = None  # part of the name of the outlet that published it
    article: str | None = None  # an article's whole id
    text: str | None = None  # part of the claim's text
    kinds: tuple[AttributionKind, ...] = ()
    own_voice: bool | None = None  # True: only what no one is credited with; False: only what someone is
    event_from: date | None = None  # the event may lie on or after this day
    event_to: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    all_versions: bool = False  # with claims of superseded versions too


@dataclass(frozen=True, slots=True)
class RelationFilter:
    claim: str | None = None  # a claim's whole id, on either side
    kinds: tuple[RelationKind, ...] = ()
    independent: bool | None = None
    all_versions: bool = False
    articles: tuple[str, ...] = ()  # whole ids: one side or both are claims of these


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds; current versions only, except for `versions`."""

    articles: int
    versions: int
    sentences: int
    claims: int
    attributions: int
    relations: int
    sources: int


@dataclass(frozen=True, slots=True)
class SourceCount:
    """One name that claims are credited to, as stored, and how often."""

    name: str
    registry_id: str | None
    kind: str
    claims: int  # with this name anywhere in their chain, the outlet's own hop aside
    as_root: int  # with this name as the last known origin
    articles: int
