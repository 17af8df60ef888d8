"""What contradictions come to: how many origins stand behind which value, and which outlets are at odds in what.

The words are those of articles as they are; whoever prints them passes them through escaping first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.model.chain import OriginGroup
from provenance.model.dispute import (
    BackedValue,
    ConflictPoint,
    OutletConflict,
    SourceRecord,
    Standing,
    ValueRanking,
)
from provenance.model.exchange import Json
from provenance.model.relation import Slot
from provenance.reports.phrases import number_phrase, origins_phrase, outlet_phrase, plural

HINT = "Independent origins behind each value (a hint, no verdict)"
WHO = "Who contradicts whom"
SIDES = "in each field: what the first says / what the other says"

SLOTS = {  # in the order of the table's columns
    Slot.WHEN: "when",
    Slot.WHERE: "where",
    Slot.QUANTITY: "how many",
    Slot.WHO: "who",
    Slot.WHAT: "what",
    Slot.POLARITY: "whether",
    Slot.MODALITY: "how sure",
    Slot.ATTRIBUTION: "who said it",
    None: "as people judged",
}
LONGEST = 60  # letters of a side's words in the table; the findings have them in full
SHOWN = 2  # pairs of values in one field


@dataclass(frozen=True, slots=True)
class Hint:
    """One slot, counted out."""

    slot: str  # "when"
    counts: str  # "“25 April”: 3 independent origins (A, B, C); “24 April”: 1 independent origin (D)"
    reading: str  # "most origins are behind “25 April”"
    notes: tuple[str, ...]  # what a source's record changes, and whose name stands behind two values


@dataclass(frozen=True, slots=True)
class ConflictTable:
    """Who contradicts whom: a row for each pair of outlets, a column for each slot in which any two conflict."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.rows)


def hints_of(rankings: Iterable[ValueRanking], claim: str) -> tuple[Hint, ...]:
    """Return the count of each slot in words; `claim` is the id of the claim that the report is about."""
    return tuple(_hint(ranking, claim) for ranking in rankings)


def _hint(ranking: ValueRanking, claim: str) -> Hint:
    names = [_value_phrase(value, ranking.slot, is_ours=claim in value.claims) for value in ranking.values]
    pairs = list(zip(names, ranking.values, strict=True))
    weighed = any(value.weighings for value in ranking.values)
    notes = [_record_note(pairs)] if weighed else []
    notes += [_shared_note(root, pairs) for root in dict.fromkeys(r for v in ranking.values for r in v.shared)]
    return Hint(
        slot=SLOTS[ranking.slot],
        counts="; ".join(f"{name}: {_origins_phrase(value)}" for name, value in pairs),
        reading=_reading(ranking, names, weighed=weighed),
        notes=tuple(notes),
    )


def _value_phrase(value: BackedValue, slot: Slot, *, is_ours: bool) -> str:
    """Return what a value is called: its words, with the day or the figure they mean; of a denial, which side it is."""
    if slot in (Slot.POLARITY, Slot.MODALITY):
        return "as claimed here" if is_ours else "as contradicted"
    words = shortened(value.words[0])
    return f"“{words}”" if value.value is None or value.value in words else f"“{words}” ({value.value})"


def _origins_phrase(value: BackedValue) -> str:
    """Return the count with the names: "1 to 2 independent origins (Ada Lund; perhaps two people, cited by Kai)"."""
    sure = [_root(group) for group in value.origins.groups if group.certain]
    unsure = [_root(group) for group in value.origins.groups if not group.certain]
    names = [", ".join(sure)] * bool(sure) + [f"perhaps {', '.join(unsure)}"] * bool(unsure)
    return f"{origins_phrase(value.origins)} ({'; '.join(names)})"


def _root(group: OriginGroup) -> str:
    return group.root or "an unknown outlet"


def _reading(ranking: ValueRanking, names: Sequence[str], *, weighed: bool) -> str:
    if ranking.standing is Standing.LEADS:
        return f"{'the most weight is' if weighed else 'most origins are'} behind {names[0]}"
    if ranking.standing is Standing.TIE:
        tied = [name for name, value in zip(names, ranking.values, strict=True) if value.most == ranking.values[0].most]
        if len(tied) == len(names):
            return "a tie"
        return f"a tie: as {'much weight is' if weighed else 'many origins are'} behind {_all_of(tied)}"
    return "which has more behind it depends on what is not known"


def _all_of(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _record_note(pairs: Iterable[tuple[str, BackedValue]]) -> str:
    """Return the weights: "weighed by record, an origin without one as 1: “25 April” 0.7 (KCNA 0.7: ...), ..."."""
    parts = []
    for name, value in pairs:
        records = [f"{each.root} {each.weight:g}: {record_phrase(each.record)}" for each in value.weighings]
        span = f"{value.least:g}" if value.least == value.most else f"{value.least:g} to {value.most:g}"
        parts.append(f"{name} {span} ({'; '.join(records)})" if records else f"{name} {span}")
    return f"weighed by record, an origin without one as 1: {', '.join(parts)}"


def record_phrase(record: SourceRecord) -> str:
    """Return how a source's statements came out: "2.5 of 4 checked statements held"."""
    return f"{number_phrase(record.held)} of {plural(record.checked, 'checked statement')} held"


def _shared_note(root: str, pairs: Iterable[tuple[str, BackedValue]]) -> str:
    behind = [name for name, value in pairs if root in value.shared]
    return f"{root} stands behind {_all_of(behind)}: it counts for none of them for sure"


def table_of(conflicts: Sequence[OutletConflict]) -> ConflictTable:
    """Return who contradicts whom as a table for people; only slots in which any two conflict have a column."""
    used = {point.slot for conflict in conflicts for point in conflict.points}
    slots = [slot for slot in SLOTS if slot in used]
    rows = (
        (outlet_phrase(each.a), outlet_phrase(each.b), str(_pairs_of(each)), *(_field(each, slot) for slot in slots))
        for each in conflicts
    )
    return ConflictTable(("outlet", "against", "pairs", *(SLOTS[slot] for slot in slots)), tuple(rows))


def _pairs_of(conflict: OutletConflict) -> int:
    return len({frozenset((point.a, point.b)) for point in conflict.points})


def _field(conflict: OutletConflict, slot: Slot | None) -> str:
    """Return what the two say against each other in one slot, "25 April / 24 April"; how many more where there are."""
    found = list(dict.fromkeys(_sides(point) for point in conflict.points if point.slot is slot))
    more = f"; {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return "; ".join(found[:SHOWN]) + more


def _sides(point: ConflictPoint) -> str:
    return f"{shortened(point.left)} / {shortened(point.right)}"


def shortened(words: str) -> str:
    """Return words that fit a field: cut at a blank, with dots where they are longer than LONGEST."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0] or line[:LONGEST]} ..."


def ranking_shape(ranking: ValueRanking) -> Json:
    return {
        "slot": ranking.slot.value,
        "standing": ranking.standing.value,
        "values": [_value_shape(value) for value in ranking.values],
    }


def _value_shape(value: BackedValue) -> Json:
    origins = value.origins
    return {
        "words": list(value.words),
        "value": value.value,
        "claims": list(value.claims),
        "origins": {"min": origins.min, "max": origins.max},
        "origin_groups": [
            {"root": group.root, "claims": list(group.claims), "why": group.why, "certain": group.certain}
            for group in origins.groups
        ],
        "doubts": list(origins.doubts),
        "shared": list(value.shared),
        "weight": {"min": value.least, "max": value.most},
        "records": [
            {"root": each.root, "weight": each.weight, "checked": each.record.checked, "held": each.record.held}
            for each in value.weighings
        ],
    }


def conflict_shape(conflict: OutletConflict) -> Json:
    return {
        "a": conflict.a,
        "b": conflict.b,
        "points": [
            {
                "slot": point.slot.value if point.slot else None,
                "a": {"claim": point.a, "words": point.left},
                "b": {"claim": point.b, "words": point.right},
            }
            for point in conflict.points
        ],
    }
