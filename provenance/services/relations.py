"""What claims are to each other, and what a person says about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import uuid4

from provenance.errors import NotFound
from provenance.model.decision import Decision, Judgement
from provenance.model.query import RelationFilter
from provenance.model.relation import Relation, RelationKind
from provenance.services.opened import opened
from provenance.services.runs import now
from provenance.settings import Settings


def list_relations(
    settings: Settings,
    *,
    claim: str | None = None,
    kinds: Sequence[RelationKind] = (),
    independent: bool | None = None,
    limit: int | None = None,
) -> Iterator[Relation]:
    """Yield relations between current versions, the strongest kind first, then by score.

    `claim` is the beginning of an id; raises NotFound or AmbiguousId where it names none, or several.
    """
    with opened(settings) as store, store.read() as unit:
        whole = unit.claims.find(claim).id if claim is not None else None
        yield from unit.relations.select(RelationFilter(whole, tuple(kinds), independent), limit)


def judge(one: str, other: str, kind: RelationKind, settings: Settings, *, by: str, why: str | None) -> Judgement:
    """A person's verdict counts in the program's stead; raises NotFound where the claims have no relation."""
    with opened(settings) as store, store.begin() as unit:
        a, b = sorted((unit.claims.find(one).id, unit.claims.find(other).id))
        if not any(b in (each.a.id, each.b.id) for each in unit.relations.select(RelationFilter(a, all_versions=True))):
            raise NotFound(f"claims {a[:8]} and {b[:8]} have no relation to judge")
        judgement = Judgement(uuid4().hex, a, b, kind, Decision(by, now(), why))
        unit.decisions.add_judgement(judgement)
        return judgement


def take_back(prefix: str, settings: Settings, *, by: str) -> Judgement:
    """A verdict no longer counts; it stays on record with who took it back and when."""
    with opened(settings) as store, store.begin() as unit:
        return unit.decisions.undo_judgement(prefix, by=by, at=now())
