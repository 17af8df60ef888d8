"""How many origins stand behind each of several values that cannot all be right: a hint, never a verdict.

Truth discovery counts for each value the sources that give it, those alone that did not copy from one another, each by
how often it was right before (Dong, Berti-Equille and Srivastava: Integrating conflicting data: the role of source
dependence, VLDB 2009). There, copying is inferred from the errors that sources share; here it is read off the chains,
the credits and the copied words, so that dependent outlets are one origin, and where it is not known whether they
depend on each other the count is a range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import log

from provenance.chains.origins import Copied, count_origins
from provenance.chains.roots import root_of
from provenance.chains.values import Value, agreed_words, conflicts_of
from provenance.model.chain import OriginGroup
from provenance.model.claim import SourcedClaim
from provenance.model.dispute import BackedValue, SourceRecord, Standing, ValueRanking, Weighing
from provenance.model.relation import Relation, Slot
from provenance.registry import Registry

RecordOf = Callable[[str, str], SourceRecord | None]  # a root's key and its name -> how its statements came out

FALSE_VALUES = 100  # n of the paper: how many wrong values a source could have given
USUAL = 0.8  # the paper's first guess of how often a source is right
STRENGTH = 5.0  # checks that the guess is worth: two bad ratings do not undo a source

# Of these slots the words of a conflict are whole claims and tell no values apart: it is so, or it is not.
TWO_SIDED = (Slot.POLARITY, Slot.MODALITY)


def nobody_checked(key: str, name: str) -> SourceRecord | None:
    return None


@dataclass(eq=False)
class Side:
    """The claims that give one value, while they are being gathered."""

    value: Value
    claims: list[SourcedClaim] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def add(self, claim: SourcedClaim, words: str) -> None:
        self.claims.append(claim)
        if words:
            self.words.append(words)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What the counting of origins has to know."""

    copied: Copied
    registry: Registry
    record_of: RecordOf = nobody_checked


def rank_values(
    claim: SourcedClaim, backing: Sequence[Relation], against: Iterable[Relation], witnesses: Witnesses
) -> tuple[ValueRanking, ...]:
    """Return for every value of the claim that others contradict how many origins back it and each of the others.

    Only claims that were compared with this one count. A root that is cited for two of the values backs neither for
    sure: one of those who cite it is wrong.
    """
    sides: dict[tuple[Slot, str], list[Side]] = {}
    for relation in against:
        for slot, ours, theirs in conflicts_of(relation, claim.id):
            _side_of(sides, claim, backing, slot, ours, theirs).add(relation.other(claim.id), theirs.words)
    return tuple(_ranked(slot, own, witnesses) for (slot, _), own in sorted(sides.items(), key=_slot_order))


def _slot_order(item: tuple[tuple[Slot, str], list[Side]]) -> tuple[int, str]:
    slot, key = item[0]
    return list(Slot).index(slot), key


def _side_of(
    sides: dict[tuple[Slot, str], list[Side]],
    claim: SourcedClaim,
    backing: Sequence[Relation],
    slot: Slot,
    ours: Value,
    theirs: Value,
) -> Side:
    """Return where a value against the claim's own is gathered; the claim's own backers are gathered first."""
    key = "" if slot in TWO_SIDED else ours.key
    if (slot, key) not in sides:
        own = Side(ours)
        own.add(claim, ours.words)
        for relation in backing:
            if (words := agreed_words(relation, claim.id, slot)) is not None:
                own.add(relation.other(claim.id), words)
        sides[slot, key] = [own]
    others = sides[slot, key]
    wanted = others[1:] if slot in TWO_SIDED else (side for side in others[1:] if side.value.key == theirs.key)
    found = next(iter(wanted), None)
    if found is None:
        others.append(found := Side(theirs))
    return found


def _ranked(slot: Slot, sides: Sequence[Side], witnesses: Witnesses) -> ValueRanking:
    roots = [{root_of(each, witnesses.registry).key for each in side.claims} for side in sides]
    twice = {key for number, own in enumerate(roots) for other in roots[number + 1 :] for key in own & other}
    values = [_backed(side, twice, witnesses) for side in sides]
    ranked = tuple(sorted(values, key=lambda value: (-value.least, -value.most)))  # stable: the claim's own first
    return ValueRanking(slot, ranked, _standing(ranked))


def _backed(side: Side, twice: set[str], witnesses: Witnesses) -> BackedValue:
    claims = list({claim.id: claim for claim in side.claims}.values())
    origins = count_origins(claims[0], claims[1:], witnesses.copied, witnesses.registry)
    keys = {claim.id: root_of(claim, witnesses.registry).key for claim in claims}
    both = [group for group in origins.groups if any(keys[claim] in twice for claim in group.claims)]
    groups = tuple(replace(group, certain=False) if group in both else group for group in origins.groups)
    weighings = {group: _weighing(group, keys, witnesses.record_of) for group in groups}
    weights = {group: weighing.weight if weighing else 1.0 for group, weighing in weighings.items()}
    sure = [weights[group] for group in groups if group.certain]
    only_shared = len(both) == len(groups)
    least = sum(sure) or (0.0 if only_shared else min(weights.values()))
    return BackedValue(
        words=tuple(dict.fromkeys(side.words)),
        value=side.value.meant,
        claims=tuple(claim.id for claim in claims),
        origins=replace(origins, min=len(sure) or (0 if only_shared else 1), groups=groups),
        shared=tuple(group.root or "an unknown outlet" for group in both),
        weighings=tuple(weighing for weighing in weighings.values() if weighing),
        least=round(least, 2),
        most=round(sum(weights.values()), 2),
    )


def _weighing(group: OriginGroup, keys: dict[str, str], record_of: RecordOf) -> Weighing | None:
    """Return what a group weighs by the record of its root; None where the root or its record is not known."""
    if group.root is None or not group.certain:
        return None
    for claim in group.claims:
        if (record := record_of(keys[claim], group.root)) is not None:
            return Weighing(group.root, weight_of(record), record)
    return None


def weight_of(record: SourceRecord) -> float:
    """Return what an origin weighs against one without a record, which weighs 1.

    The paper's vote of a source that is right with probability A, ln(n A / (1 - A)), divided by that of a source of
    which nothing is known; A is the share of its checked statements that held, drawn towards the usual.

    >>> weight_of(SourceRecord(0, 0.0)), weight_of(SourceRecord(5, 0.0)), weight_of(SourceRecord(20, 20.0))
    (1.0, 0.7, 1.3)
    """
    right = (record.held + USUAL * STRENGTH) / (record.checked + STRENGTH)
    return round(max(0.0, _vote(right)) / _vote(USUAL), 2)


def _vote(right: float) -> float:
    return log(FALSE_VALUES * right / (1 - right))


def _standing(values: Sequence[BackedValue]) -> Standing:
    first, *others = values
    if all(first.least > other.most for other in others):
        return Standing.LEADS
    highest = max(other.most for other in others)
    is_sure = first.least == first.most and highest <= first.most
    as_many = any(other.least == other.most == first.most for other in others)
    return Standing.TIE if is_sure and as_many else Standing.OPEN
