"""How close the words of two claims are.

What the claims are to each other is not decided here: a claim and its denial are very close.
"""

from __future__ import annotations

from math import sqrt

from rapidfuzz import fuzz

from provenance.matching.prepared import Prepared, prepared
from provenance.model.claim import SourcedClaim
from provenance.model.relation import Similarity
from provenance.text.words import weight

# Below all of these, no reader would take two claims for statements about one thing.
WORTH_SORT = 0.62
WORTH_OVERLAP = 0.14
WORTH_WORDS = 0.6  # two common words, or one that tells something
_GUARD_DISCOUNT = 0.8  # per side that names what the other guards otherwise: North Korea, South Korea


def similarity(a: SourcedClaim, b: SourcedClaim) -> Similarity:
    """Return how close the words of two claims are, 0..1 each, both ways round the same; 0 for an empty text.

    `token_sort` and `token_set` are rapidfuzz's ratios over all words; both are discounted where a guard word makes two
    things of one word, for a ratio over letters takes North Korea for South Korea. `weighted_overlap` is the weight of
    the content words in common over the geometric mean of both sides' weights.
    """
    left, right = prepared(a), prepared(b)
    if not left.words or not right.words:
        return Similarity(0.0, 0.0, 0.0)
    discount = _discount(left, right)
    return Similarity(
        token_sort=discount * fuzz.ratio(left.sorted_text, right.sorted_text) / 100,
        token_set=discount * fuzz.token_set_ratio(left.sorted_text, right.sorted_text) / 100,
        weighted_overlap=weighted_overlap(left, right),
    )


def weighted_overlap(left: Prepared, right: Prepared) -> float:
    """Return the share of content words in common, 0..1, rare words counting more (see text.words.weight)."""
    if not left.telling or not right.telling:
        return 0.0
    common = left.telling & right.telling
    return sum(map(weight, common)) / sqrt(left.weight * right.weight)


def _discount(left: Prepared, right: Prepared) -> float:
    if left.guarded == right.guarded:
        return 1.0
    known = {word for word, _ in left.guarded} & {word for word, _ in right.guarded}
    apart = any(
        {guard for word, guard in left.guarded if word == shared}.isdisjoint(
            guard for word, guard in right.guarded if word == shared
        )
        for shared in known
    )
    return _GUARD_DISCOUNT if apart else 1.0


def is_candidate(a: SourcedClaim, b: SourcedClaim, similarity: Similarity) -> bool:
    """True where the two claims are worth comparing slot by slot: their words, or those they involve, meet.

    Errs towards yes: a missed pair is lost, a needless one only costs time. Claims of one article are compared by no
    one, for a text repeats itself.
    """
    if a.article.id == b.article.id:
        return False
    if similarity.token_sort >= WORTH_SORT:
        return True
    if similarity.weighted_overlap >= WORTH_OVERLAP:
        return sum(map(weight, prepared(a).telling & prepared(b).telling)) >= WORTH_WORDS
    return len(_involved(a) & _involved(b)) >= 2


def _involved(claim: SourcedClaim) -> frozenset[str]:
    people = {who.registry_id or who.name for who in claim.frame.who}
    places = {place.name for place in claim.frame.where}
    return frozenset(name for name in people | places if name)
