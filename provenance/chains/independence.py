"""Whether two claims come from origins that do not depend on each other, as far as is known."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.chains.one_name import may_be_one_body, may_be_one_person, may_be_spelt
from provenance.chains.roots import Root, RootKind, hand_of, root_of
from provenance.model.claim import SourcedClaim
from provenance.registry import Registry, load_registry


def independence(
    a: SourcedClaim, b: SourcedClaim, copied: bool = False, registry: Registry | None = None
) -> tuple[bool, str | None]:
    """Return whether the two are independent, and if not, why not or what is not known.

    True only where both roots are known by name and differ, are of different hands (owner, state), neither came through
    the other, no agency's credit may be behind both, and the words are not the same. What is not known is never counted
    as independent.
    """
    registry = registry or load_registry()
    if a.article.id == b.article.id:
        return False, "both stand in one article"
    left, right = root_of(a, registry), root_of(b, registry)
    for root in (left, right):
        if (doubt := _unknown(root)) is not None:
            return False, doubt
    reason = (
        _same_root(left, right)
        or _one_through_the_other(left, right)
        or _shared_credit(left, right)
        or ("both carry the same words" if copied else None)
        or _same_hand(left, right, registry)
    )
    return reason is None, reason


def _unknown(root: Root) -> str | None:
    """Return why a root cannot be told from others; None where it is known."""
    if root.kind is RootKind.UNKNOWN:
        return "the outlet of one is not known"
    if root.kind is RootKind.UNNAMED:
        return f"no name is given for {root.label}"
    if root.kind is RootKind.CREDITED:
        return f"{root.label} credits {listed(root.credited)} and may have it from there"
    return None


def _same_root(left: Root, right: Root) -> str | None:
    if left.key == right.key:
        return f"both come from {left.label}"
    if may_be_one_person(left.key, right.key):
        return f"{left.label} and {right.label} may be the same person"
    if may_be_spelt(left.key, right.key):
        return f"{left.label} and {right.label} may be one name, spelt otherwise"
    if may_be_one_body(left.key, right.key):
        return f"{left.label} and {right.label} may be the same body"
    return None


def _one_through_the_other(left: Root, right: Root) -> str | None:
    for root, other in ((left, right), (right, left)):
        if root.key in other.route:
            return f"one has it through {root.label}, which is where the other comes from"
    return None


def _shared_credit(left: Root, right: Root) -> str | None:
    """Return the agency that both may have it from: credits tell only of what an outlet says in its own voice."""
    for root, other in ((left, right), (right, left)):
        if root.key in other.credits and len(other.route) == 1:
            return f"{other.label} credits {root.label}, which is where the other comes from"
    return None


def _same_hand(left: Root, right: Root, registry: Registry) -> str | None:
    hand = hand_of(left.key, registry)
    if hand != hand_of(right.key, registry):
        return None
    known = registry.get(hand)
    return under_one_hand(left.label, right.label, known.name if known else hand)


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them.

    >>> listed(("TASS", "Reuters", "AFP"))
    'TASS, Reuters and AFP'
    """
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""


def under_one_hand(one: str, other: str, hand: str) -> str:
    """Return why two named roots may not be two origins."""
    if hand in (one, other):
        return f"{other if hand == one else one} is under {hand}: they may be one origin"
    return f"{one} and {other} are both under {hand}: they may be one origin"
