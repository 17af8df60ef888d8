"""An article's claims, matched against the stored claims of all other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model.claim import SourcedClaim
from provenance.model.relation import Relation, RelationKind
from provenance.model.run import Run

if TYPE_CHECKING:
    from provenance.storage.store import Unit


def index_claims(unit: Unit, claims: tuple[SourcedClaim, ...]) -> None:
    """Stored claims can be found by what they speak of afterwards."""
    from provenance.matching import keys_of

    unit.candidates.index({claim.id: keys_of(claim) for claim in claims})


def match_article(unit: Unit, article: str, claims: tuple[SourcedClaim, ...], run: Run, most: int) -> int:
    """Store the relations of an article's claims with those of other articles, and return how many there are.

    Each claim is compared with at most `most` stored ones. It happens in the transaction that stored the article, whose
    lock is held: of two articles that are ingested at once, the second to be stored finds the first.
    """
    from provenance.matching import keys_of

    found = unit.candidates.find({claim.id: keys_of(claim) for claim in claims}, article, most)
    stored = unit.claims.get(claim for candidates in found.values() for claim in candidates)
    related = (
        relation
        for claim in claims
        for candidate in found[claim.id]
        if (relation := relate(claim, stored[candidate])) is not None
    )
    unit.relations.add(related, run)
    return unit.relations.count_of_article(article)


def relate(one: SourcedClaim, other: SourcedClaim) -> Relation | None:
    """Return what two claims of different articles are to each other; None where they are not related."""
    from provenance.chains import independence
    from provenance.matching import is_candidate, similarity
    from provenance.relations import compare

    a, b = sorted((one, other), key=lambda claim: claim.id)
    close = similarity(a, b)
    if not is_candidate(a, b, close):
        return None
    comparison = compare(a, b, close)
    if comparison.kind is RelationKind.UNRELATED:
        return None
    independent, dependence = independence(a, b, copied=False)
    return Relation(a, b, comparison, independent, dependence)
