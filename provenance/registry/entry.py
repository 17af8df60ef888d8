"""One line of the data: a known source, with what only finding it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from provenance.model.source import Holder, KnownSource, SourceKind

FIELDS = frozenset(
    ("id", "name", "kind", "aliases", "country", "domains", "state_controlled", "wire", "owner", "part_of", "holders")
)
HOLDER_FIELDS = frozenset(("name", "start", "end", "aliases"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A known source, all its home domains, and every spelling of each holder's name."""

    source: KnownSource
    domains: tuple[str, ...] = ()  # the first is the source's own `domain`
    holder_names: tuple[tuple[str, Holder], ...] = ()  # ("Kim Jong-un", Holder("Kim Jong Un", ...))

    @property
    def names(self) -> tuple[str, ...]:
        return (self.source.name, *self.source.aliases)


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that names are made of."""

    ambiguous: Mapping[str, Iterable[str]] = field(default_factory=dict)  # "The Post": what it may mean
    capitalised: tuple[str, ...] = ()  # "Independent": a name only where it is written with a capital
    demonyms: Mapping[str, str] = field(default_factory=dict)  # "Russian": "RU"


def read_entry(record: Mapping[str, Any]) -> Entry:
    """Return the entry of one record; raises ValueError or KeyError that names what is wrong with it."""
    if unknown := set(record) - FIELDS:
        raise ValueError(f"unknown field {sorted(unknown)[0]!r}")
    holders: list[Holder] = []
    spellings: list[tuple[str, Holder]] = []
    for given in record.get("holders", ()):
        holder = _read_holder(given)
        holders.append(holder)
        spellings += [(name, holder) for name in (holder.name, *given.get("aliases", ()))]
    domains = tuple(record.get("domains", ()))
    source = KnownSource(
        id=record["id"],
        name=record["name"],
        kind=SourceKind(record["kind"]),
        aliases=tuple(record.get("aliases", ())),
        country=record.get("country"),
        domain=domains[0] if domains else None,
        state_controlled=record.get("state_controlled"),
        wire=record.get("wire", False),
        owner=record.get("owner"),
        part_of=record.get("part_of"),
        holders=tuple(holders),
    )
    return Entry(source, domains, tuple(spellings))


def _read_holder(record: Mapping[str, Any]) -> Holder:
    if unknown := set(record) - HOLDER_FIELDS:
        raise ValueError(f"unknown field {sorted(unknown)[0]!r} of a holder")
    start, end = (date.fromisoformat(record[key]) if record.get(key) else None for key in ("start", "end"))
    if start and end and end < start:
        raise ValueError(f"{record['name']} left office before taking it")
    return Holder(record["name"], start, end)
