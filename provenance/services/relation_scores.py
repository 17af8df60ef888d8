"""How well the program tells what two sentences are to each other, on pairs that somebody has labelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from provenance.errors import NothingToMeasure
from provenance.model.relation import Comparison, RelationKind
from provenance.model.score import Measured
from provenance.services.compare import Pair

SAME, CONTRADICTS, NEITHER = "same", "contradicts", "neither"
_GROUPS = {RelationKind.CORROBORATES: SAME, RelationKind.REFINES: SAME, RelationKind.CONTRADICTS: CONTRADICTS}
_BINS = 10


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two sentences and what each of their readers takes them for."""

    pair: Pair
    relations: tuple[RelationKind, ...]  # empty where only the group is known
    groups: frozenset[str]  # "same", "contradicts", "neither": several where readers differ
    slots: frozenset[str] = frozenset()  # where they contradict, as a reader says: "when", "quantity"


@dataclass(frozen=True, slots=True)
class Judged:
    labelled: LabelledPair
    comparison: Comparison

    @property
    def shown(self) -> str:
        return group_of(self.comparison.kind)

    @property
    def chances(self) -> dict[str, float]:
        chances = self.comparison.probabilities
        return {SAME: chances.same, CONTRADICTS: chances.contradict, NEITHER: chances.neither}

    @property
    def likeliest(self) -> str:
        return max(self.chances, key=lambda group: self.chances[group])


def group_of(kind: RelationKind) -> str:
    return _GROUPS.get(kind, NEITHER)


def measures(judged: Iterable[Judged]) -> Iterator[Measured]:
    """Yield the figures: where readers differ, either is right, and the pair is none that must be found.

    Raises NothingToMeasure where there is no pair.
    """
    pairs = list(judged)
    if not pairs:
        raise NothingToMeasure("there is no labelled pair", hint="see `provenance eval relations --help`")
    for group in (CONTRADICTS, SAME):
        yield from _found(group, pairs)
    yield _share("false alarms in 100 pairs", [j for j in pairs if CONTRADICTS not in j.labelled.groups], _alarm, 100)
    clashing = [j for j in pairs if j.labelled.groups == {CONTRADICTS}]
    yield _share("contradictions shown as the same", clashing, lambda j: j.shown == SAME)
    with_slots = [j for j in clashing if j.shown == CONTRADICTS and j.labelled.slots]
    if with_slots:
        yield _share("slot right", with_slots, _slot_right)
    if any(j.labelled.relations for j in pairs):
        yield _share("six relations right", pairs, lambda j: j.comparison.kind in j.labelled.relations)
    yield _share("likeliest of three right", pairs, lambda j: j.likeliest in j.labelled.groups)
    yield from _ranked(pairs)
    yield from _by_slot(pairs)
    yield Measured("calibration error", _calibration_error(pairs), None, len(pairs))


def _found(group: str, pairs: list[Judged]) -> Iterator[Measured]:
    yield _share(f"{group}: precision", [j for j in pairs if j.shown == group], lambda j: group in j.labelled.groups)
    yield _share(f"{group}: recall", [j for j in pairs if j.labelled.groups == {group}], lambda j: j.shown == group)


def _share(measure: str, pairs: list[Judged], is_right: Callable[[Judged], bool], scale: int = 1) -> Measured:
    right = sum(map(is_right, pairs))
    return Measured(measure, scale * right / len(pairs) if pairs else None, right, len(pairs))


def _alarm(judged: Judged) -> bool:
    return judged.shown == CONTRADICTS


def _slot_right(judged: Judged) -> bool:
    return any(slot.value in judged.labelled.slots for slot in judged.comparison.conflicting_slots())


def _by_slot(pairs: list[Judged]) -> Iterator[Measured]:
    """Yield of each slot how many of the pairs in which it was found to conflict do contradict."""
    found = sorted({slot.value for j in pairs for slot in j.comparison.conflicting_slots()})
    for slot in found:
        named = [j for j in pairs if slot in {s.value for s in j.comparison.conflicting_slots()}]
        yield _share(f"conflict in {slot}: precision", named, lambda j: CONTRADICTS in j.labelled.groups)


def _ranked(pairs: list[Judged]) -> Iterator[Measured]:
    for other in (CONTRADICTS, NEITHER):
        sides = [[j.chances[SAME] for j in pairs if j.labelled.groups == {group}] for group in (SAME, other)]
        if all(sides):
            yield Measured(f"AUC: same against {other}", _auc(sides[0], sides[1]), None, len(sides[0]) + len(sides[1]))


def _auc(higher: list[float], lower: list[float]) -> float:
    """Return the share of pairs of the two lists that are in the right order, ties counted half."""
    marked = sorted([(value, 1) for value in higher] + [(value, 0) for value in lower])
    total, below = 0.0, 0
    for _, equal in groupby(marked, key=lambda entry: entry[0]):
        flags = [flag for _, flag in equal]
        ups = sum(flags)
        total += ups * (below + (len(flags) - ups) / 2)
        below += len(flags) - ups
    return total / (len(higher) * len(lower))


def _calibration_error(pairs: list[Judged]) -> float:
    """Return the expected calibration error of the likeliest of the three, in ten bins of equal width."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for each in pairs:
        chance = each.chances[each.likeliest]
        bins[min(_BINS - 1, int(chance * _BINS))].append((chance, each.likeliest in each.labelled.groups))
    return sum(abs(sum(chance for chance, _ in b) - sum(right for _, right in b)) for b in bins) / len(pairs)
