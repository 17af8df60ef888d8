"""An article's claims, matched against the stored claims of all other articles."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from provenance.model.claim import Extraction, SourcedClaim
from provenance.model.relation import Comparison, Relation, RelationKind
from provenance.model.run import Run
from provenance.services.closest import Ends, make_room
from provenance.services.copying import CopiedText
from provenance.services.meant import Draft, MeantAlike, meant_alike
from provenance.services.occasions import Occasions, is_bound, of_different_events
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
    occasions: Occasions = field(default_factory=Occasions)
    meant: MeantAlike = field(init=False)
    seen: OrderedDict[str, SourcedClaim] = field(default_factory=OrderedDict)  # stored claims never change
    compared: dict[Ends, Comparison | None] = field(default_factory=dict)  # of one article, before its transaction

    def __post_init__(self) -> None:
        object.__setattr__(self, "meant", meant_alike(self.settings))  # the one part that the settings decide

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


def compare_ahead(unit: Unit, extraction: Extraction, matching: Matching) -> None:
    """The article's claims are compared with all that are stored now, so that its own transaction need not do it.

    Comparing takes most of the time, and a transaction that writes keeps other processes waiting. What is stored by
    others meanwhile is compared inside.
    """
    matching.compared.clear()
    matching.occasions.take_up(extraction.article)
    matching.meant.take_up(extraction)
    for a, b, comparison in _compared(unit, extraction.article.id, extraction.sourced_claims(), matching):
        matching.compared[a.id, b.id] = comparison


def match_article(unit: Unit, article: str, claims: Sequence[SourcedClaim], matching: Matching) -> int:
    """Store the relations of an article's claims with those of other articles, and return how many there are.

    It happens in the transaction that stored the article, whose lock is held: of two articles that are ingested at
    once, the second to be stored finds the first.
    """
    store_related(unit, _related(unit, article, claims, matching), matching)
    return unit.relations.count_of_article(article)


def store_related(unit: Unit, found: Iterable[Pair], matching: Matching) -> int:
    """Store what is worth it of pairs that are anything to each other, and return how many were new."""
    from provenance.chains import independence

    related = list(_worth_storing(unit, found, matching))
    sentences = unit.claims.sentences(claim.id for a, b, _ in related for claim in (a, b))
    relations = []
    for a, b, comparison in related:
        independent, why = independence(a, b, matching.copied.between(unit, a, b, sentences), matching.registry)
        relations.append(Relation(a, b, comparison, independent, why))
    return unit.relations.add(relations, matching.run)


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
    """Yield every pair of candidates, the smaller id first, with what they are to each other: sentence by sentence."""
    from provenance.matching import keys_of

    keys = {claim.id: keys_of(claim) for claim in claims}
    found = unit.candidates.find(keys, article, matching.settings.candidates_per_claim)
    stored = matching.load(unit, (candidate for own in found.values() for candidate in own))
    for _, of_sentence in groupby(sorted(claims, key=_place), key=_place):
        pairs = [
            (claim, stored[candidate]) if claim.id < candidate else (stored[candidate], claim)
            for claim in of_sentence
            for candidate in found[claim.id]
        ]
        fresh = relate(unit, [(a, b) for a, b in pairs if (a.id, b.id) not in matching.compared], matching)
        for a, b in pairs:
            ends = a.id, b.id
            yield a, b, matching.compared[ends] if ends in matching.compared else fresh.get(ends)


def _place(claim: SourcedClaim) -> int:
    return claim.claim.sentence


def relate(
    unit: Unit, pairs: Iterable[tuple[SourcedClaim, SourcedClaim]], matching: Matching
) -> dict[Ends, Comparison]:
    """Return what claims of different articles are to each other, the smaller id of each two first.

    Those are left out that are not related, or so little that it would not be worth anyone's time.
    """
    drafts = list(_drafts(pairs))
    weighed = matching.meant.weighed(unit, drafts)
    settled = {each.ends: _settled(unit, each, weighed.get(each.ends, each.comparison), matching) for each in drafts}
    return {ends: comparison for ends, comparison in settled.items() if _is_worth(comparison, matching.settings)}


def _drafts(pairs: Iterable[tuple[SourcedClaim, SourcedClaim]]) -> Iterator[Draft]:
    from provenance.matching import is_candidate, similarity
    from provenance.relations import compare

    for a, b in pairs:
        close = similarity(a, b)
        if is_candidate(a, b, close):
            yield Draft(a, b, close, compare(a, b, close))


def _settled(unit: Unit, draft: Draft, comparison: Comparison, matching: Matching) -> Comparison:
    """Return the comparison, less what holds of one event only where the articles tell of two."""
    one, other = draft.a.article.id, draft.b.article.id
    if is_bound(comparison) and matching.occasions.differ(unit, one, other):
        return of_different_events(comparison, draft.close)
    return comparison


def _is_worth(comparison: Comparison, settings: Settings) -> bool:
    if comparison.kind is RelationKind.RELATED:
        return comparison.score >= settings.least_related
    return comparison.kind is not RelationKind.UNRELATED
