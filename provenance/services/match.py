"""An article's claims, matched against the stored claims of all other articles."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.model.claim import SourcedClaim
from provenance.model.relation import Comparison, Relation, RelationKind
from provenance.model.run import Run
from provenance.services.closest import Ends, make_room
from provenance.services.copying import CopiedText
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.registry import Registry
    from provenance.storage.store import Unit


REMEMBERED = 8192  # claims; some 4 KB each

Pair = tuple[SourcedClaim, SourcedClaim, Comparison]


@dataclass(frozen=True, slots=True)
class Matching:
    """What all articles of one command share."""

    run: Run
    settings: Settings
    registry: Registry  # who is who, as this database has it
    copied: CopiedText = field(default_factory=CopiedText)
    seen: OrderedDict[str, SourcedClaim] = field(default_factory=OrderedDict)  # stored claims never change
    compared: dict[Ends, Comparison | None] = field(default_factory=dict)  # of one article, before its transaction

    def load(self, unit: Unit, ids: Iterable[str]) -> dict[str, SourcedClaim]:
        """Return stored claims; many are remembered, for one event is told by article after article."""
        wanted = dict.fromkeys(ids)
        known = {claim: self.seen[claim] for claim in wanted if claim in self.seen}
        found = known | unit.claims.get(claim for claim in wanted if claim not in known)
        self.seen.update(found)
        while len(self.seen) > REMEMBERED:
            self.seen.popitem(last=False)
        return found


def index_claims(unit: Unit, claims: Sequence[SourcedClaim]) -> None:
    """Stored claims can be found by what they speak of afterwards."""
    from provenance.matching import keys_of

    unit.candidates.index({claim.id: keys_of(claim) for claim in claims})


def compare_ahead(unit: Unit, article: str, claims: Sequence[SourcedClaim], matching: Matching) -> None:
    """The article's claims are compared with all that are stored now, so that its own transaction need not do it.

    Comparing takes most of the time, and a transaction that writes keeps other processes waiting. What is stored by
    others meanwhile is compared inside.
    """
    matching.compared.clear()
    for a, b, comparison in _compared(unit, article, claims, matching):
        matching.compared[a.id, b.id] = comparison


def match_article(unit: Unit, article: str, claims: Sequence[SourcedClaim], matching: Matching) -> int:
    """Store the relations of an article's claims with those of other articles, and return how many there are.

    It happens in the transaction that stored the article, whose lock is held: of two articles that are ingested at
    once, the second to be stored finds the first.
    """
    from provenance.chains import independence

    related = list(_worth_storing(unit, _related(unit, article, claims, matching), matching))
    sentences = unit.claims.sentences(claim.id for a, b, _ in related for claim in (a, b))
    relations = []
    for a, b, comparison in related:
        independent, why = independence(a, b, matching.copied.between(unit, a, b, sentences), matching.registry)
        relations.append(Relation(a, b, comparison, independent, why))
    unit.relations.add(relations, matching.run)
    return unit.relations.count_of_article(article)


def _worth_storing(unit: Unit, found: Iterable[Pair], matching: Matching) -> Iterator[Pair]:
    """Yield all that agree or conflict, and of those that merely speak of the same thing, the closest to each claim."""
    merely_related: dict[Ends, Pair] = {}
    for a, b, comparison in found:
        if comparison.kind is RelationKind.RELATED:
            merely_related[a.id, b.id] = a, b, comparison
        else:
            yield a, b, comparison
    scores = {ends: comparison.score for ends, (_, _, comparison) in merely_related.items()}
    kept = make_room(unit, scores, matching.settings.related_per_claim)
    yield from (pair for ends, pair in merely_related.items() if ends in kept)


def _related(unit: Unit, article: str, claims: Sequence[SourcedClaim], matching: Matching) -> Iterator[Pair]:
    """Yield the pairs that are anything to each other."""
    for a, b, comparison in _compared(unit, article, claims, matching):
        if comparison is not None:
            yield a, b, comparison


def _compared(
    unit: Unit, article: str, claims: Sequence[SourcedClaim], matching: Matching
) -> Iterator[tuple[SourcedClaim, SourcedClaim, Comparison | None]]:
    """Yield every pair of candidates, the smaller id first, with what they are to each other."""
    from provenance.matching import keys_of

    keys = {claim.id: keys_of(claim) for claim in claims}
    found = unit.candidates.find(keys, article, matching.settings.candidates_per_claim)
    stored = matching.load(unit, (candidate for own in found.values() for candidate in own))
    for claim in claims:
        for candidate in found[claim.id]:
            a, b = sorted((claim, stored[candidate]), key=lambda each: each.id)
            ends = a.id, b.id
            yield a, b, matching.compared[ends] if ends in matching.compared else relate(a, b, matching.settings)


def relate(a: SourcedClaim, b: SourcedClaim, settings: Settings) -> Comparison | None:
    """Return what two claims of different articles are to each other.

    None where they are not related, or so little that it would not be worth anyone's time.
    """
    from provenance.matching import is_candidate, similarity
    from provenance.relations import compare

    close = similarity(a, b)
    if not is_candidate(a, b, close):
        return None
    comparison = compare(a, b, close)
    if comparison.kind is RelationKind.RELATED and comparison.score < settings.least_related:
        return None
    return None if comparison.kind is RelationKind.UNRELATED else comparison
