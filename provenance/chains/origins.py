"""How many independent origins a claim has, between least and most, and why.

Claims are put into one group where they have one root, where one outlet has it from another of them, where they credit
the same agencies, and where their words are copied. Each group is an origin at most. It counts toward the least number
where its root is known by name, is of another hand than those counted before, and may not be any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from provenance.chains.independence import listed, under_one_hand
from provenance.chains.one_name import may_be_one_body, may_be_one_person, may_be_spelt
from provenance.chains.roots import Root, RootKind, hand_of, root_of
from provenance.chains.routes import Routes
from provenance.chains.wording import (
    UNKNOWN_OUTLET,
    carriers_of,
    doubt_about,
    how_it_came,
    outlet_of,
    why_one,
    why_same_words,
)
from provenance.model.chain import OriginGroup, Origins, Passage
from provenance.model.claim import SourcedClaim
from provenance.registry import Registry, load_registry

Copied = Callable[[SourcedClaim, SourcedClaim], Passage | None]


def _nothing_copied(one: SourcedClaim, other: SourcedClaim) -> Passage | None:
    return None


@dataclass(eq=False)
class Gathering:
    """Claims that go back to one root, while the groups are being made."""

    root: Root
    certain: bool
    claims: list[SourcedClaim] = field(default_factory=list)
    own: list[SourcedClaim] = field(default_factory=list)  # those that had this root from the first
    keys: set[str] = field(default_factory=set)  # of all roots that were made this one
    notes: list[str] = field(default_factory=list)  # why they were, beside having one root
    passages: list[Passage] = field(default_factory=list)  # the words that brought claims here
    doubt: str | None = None  # why it may be no origin of its own, where the root does not say so

    def take(self, other: Gathering, note: str) -> None:
        """The other's claims belong here; root and certainty stay."""
        self.claims += other.claims
        self.keys |= other.keys
        self.notes += [*other.notes, note]
        self.passages += other.passages


Groups = list[Gathering]


def count_origins(
    claim: SourcedClaim,
    agreeing: Iterable[SourcedClaim] = (),
    copied: Copied = _nothing_copied,
    registry: Registry | None = None,
) -> Origins:
    """Return between how many independent origins a claim and those that agree with it have.

    `copied` returns of two claims the words that both carry and that are nobody's own; None where there are none.
    Sources without a name are at most one origin for each outlet that has its own, and may be any of the named ones, so
    that they count toward the most alone; so do articles of unknown outlets, and an outlet's own voice where it credits
    several agencies. A claim always has one origin at least, though who that is may not be known.
    """
    registry = registry or load_registry()
    claims = list({each.id: each for each in (claim, *agreeing)}.values())
    roots = {each.id: root_of(each, registry) for each in claims}
    groups = _by_root(claims, roots)
    _join_routes(groups, Routes.of(roots.values()))
    _join_names(groups)
    _join_credits(groups)
    _join_copies(groups, copied, registry)
    doubts = _weigh(groups, registry)
    certain = sum(group.certain for group in groups)
    return Origins(max(1, certain), len(groups), tuple(map(_finished, groups)), tuple(dict.fromkeys(doubts)))


def _by_root(claims: Sequence[SourcedClaim], roots: dict[str, Root]) -> Groups:
    groups: dict[str, Gathering] = {}
    for claim in claims:
        root = roots[claim.id]
        group = groups.setdefault(root.key, Gathering(root, root.is_known, keys={root.key}))
        group.claims.append(claim)
        group.own.append(claim)
    return list(groups.values())


def _merge(groups: Groups, target: Gathering, group: Gathering, note: str) -> None:
    """Put one group into another, at the place of whichever came first."""
    place = min(groups.index(target), groups.index(group))
    target.take(group, note)
    groups.remove(group)
    groups.remove(target)
    groups.insert(place, target)


def _with_key(groups: Groups, keys: frozenset[str], besides: Gathering) -> Gathering | None:
    return next((group for group in groups if group is not besides and group.keys & keys), None)


def _join_routes(groups: Groups, routes: Routes) -> None:
    """A root that another chain leads on from is a carrier: its group goes where that chain ends."""
    for group in list(groups):
        circle, ends = routes.circle(group.root.key), routes.ends(group.root.key)
        if circle:
            _join_circle(groups, group, circle, routes)
            continue
        target = _with_key(groups, ends, group) if len(ends) == 1 else None
        if target is not None:
            _merge(groups, target, group, how_it_came(group.root, group.own, target.root))
        elif ends:
            group.certain = False
            group.doubt = f"{group.root.label} has it from {listed(sorted(routes.label(key) for key in ends))}"


def _join_circle(groups: Groups, group: Gathering, circle: frozenset[str], routes: Routes) -> None:
    """Parties that cite one another are one group, whose root is not known."""
    note = f"{listed(sorted(routes.label(key) for key in circle))} cite one another"
    target = _with_key(groups, circle, group)
    if target is not None:
        _merge(groups, target, group, note)
    changed = target or group
    changed.certain = False
    changed.doubt = f"{note}: it is not known who had it first"


def _join_names(groups: Groups) -> None:
    for group in list(groups):
        others = [each for each in groups if _may_be_one(group.root.key, each.root.key)]
        if len(others) == 1 and len(group.root.key) < len(others[0].root.key):
            _merge(groups, others[0], group, f"{group.root.label} may be {others[0].root.label}")


def _may_be_one(one: str, other: str) -> bool:
    return may_be_one_person(one, other) or may_be_one_body(one, other)


def _join_credits(groups: Groups) -> None:
    """Outlets that say it in their own voice and credit the same agency are one group."""
    for group in [each for each in groups if each.root.kind is RootKind.CREDITED]:
        for other in groups[: groups.index(group)]:
            shared = group.root.credits & other.root.credits
            if other.root.kind is RootKind.CREDITED and shared:
                names = [name for name in group.root.credited if name in other.root.credited]
                note = f"{other.root.label} and {group.root.label} both credit {listed(names or ['the same agency'])}"
                _merge(groups, other, group, note)
                break


def _join_copies(groups: Groups, copied: Copied, registry: Registry) -> None:
    """Who carries another's words has it from there, or both have it from a third; a certain root stays, and of two
    certain ones the agency, whose trade it is to be copied."""
    for group in list(groups):
        for other in groups[: groups.index(group)]:
            found = _shared_words(other, group, copied)
            if found is not None:
                passage, carriers = found
                target, taken = max((other, group), (group, other), key=lambda pair: _standing(pair[0], registry))
                note = why_same_words(passage, carriers, (other.root.label, group.root.label))
                _merge(groups, target, taken, note)
                target.passages.append(passage)
                break


def _standing(group: Gathering, registry: Registry) -> tuple[bool, bool]:
    known = registry.get(group.root.key)
    return group.certain, known is not None and known.wire


def _shared_words(one: Gathering, other: Gathering, copied: Copied) -> tuple[Passage, tuple[str, str]] | None:
    """Return the first words that a claim of each carries, and the outlets that do."""
    for a in one.claims:
        for b in other.claims:
            passage = copied(a, b) if a.article.id != b.article.id else None
            if passage is not None:
                return passage, (outlet_of(a) or UNKNOWN_OUTLET, outlet_of(b) or UNKNOWN_OUTLET)
    return None


def _weigh(groups: Groups, registry: Registry) -> list[str]:
    """Mark the groups that may be another one, and return what keeps least and most apart."""
    hands: dict[str, Gathering] = {}
    for group in groups:
        hand = hand_of(group.root.key, registry)
        if group.certain and hand in hands:
            known = registry.get(hand)
            name = known.name if known else hand
            group.certain = False
            group.doubt = under_one_hand(hands[hand].root.label, group.root.label, name)
        elif group.certain and (alike := _spelt_alike(group, hands.values())) is not None:
            group.certain = False
            group.doubt = f"{group.root.label} may be {alike.root.label}, spelt otherwise"
        elif group.certain:
            hands[hand] = group
    named = [group.root.label for group in groups if group.certain and len(group.root.route) > 1]
    telling = [group.root.label for group in groups if group.certain and len(group.root.route) == 1]
    doubts = (group.doubt or doubt_about(group.root, named, telling) for group in groups if not group.certain)
    return [doubt for doubt in doubts if doubt is not None]


def _spelt_alike(group: Gathering, counted: Iterable[Gathering]) -> Gathering | None:
    return next((each for each in counted if may_be_spelt(group.root.key, each.root.key)), None)


def _finished(group: Gathering) -> OriginGroup:
    known = group.root.kind is not RootKind.UNKNOWN
    return OriginGroup(
        root=group.root.label if known else None,
        claims=tuple(each.id for each in group.claims),
        outlets=carriers_of(group.claims),
        why=why_one(group.root, group.own, group.notes),
        certain=group.certain,
        passages=tuple(group.passages),
    )
