"""Whether two articles may tell of one event: a guard for what compares their claims."""

from __future__ import annotations

import math
from functools import lru_cache

from provenance.events.scale import EVENTS
from provenance.events.weighing import COMMON, COMMON_SHARE, NAME, RARE_SHARE
from provenance.model.event import Profile

LIKELY = 0.4  # likeness from which two articles tell of one event: of real pairs that do not, one or two in a thousand
UNLIKELY = 0.08  # and below which they do not: of real pairs that do, none in 5,000
_FAR = EVENTS.grace + 3 * EVENTS.half_life  # days after which nothing that they share tells


def same_event(one: Profile, other: Profile) -> bool | None:
    """Return whether two articles tell of one event; None where it cannot be told from the two alone.

    It weighs words as in a store that holds nothing else, so that the answer never changes; what the grouping of all
    articles says goes before it.
    """
    if one.published and other.published and abs((one.published - other.published).days) > _FAR:
        return False
    alike = _likeness(one, other)
    return True if alike >= LIKELY else False if alike < UNLIKELY else None


def _likeness(one: Profile, other: Profile) -> float:
    left, right = _weights(one), _weights(other)
    if not left or not right:
        return math.nan  # neither comparison holds: not known
    product = sum(weight * right[word] for word, weight in left.items() if word in right)
    return product / math.sqrt(_square(left) * _square(right))


@lru_cache(maxsize=1024)
def _weights(profile: Profile) -> dict[str, float]:
    return {
        term.word: (1 + math.log(term.count))
        * -math.log(COMMON_SHARE if term.word in COMMON else RARE_SHARE)
        * (NAME if term.is_name else 1.0)
        for term in profile.terms
    }


def _square(weights: dict[str, float]) -> float:
    return sum(weight * weight for weight in weights.values())
