"""The known sources and the names that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from provenance.model.source import Holder, KnownSource, Resolution, SourceKind
from provenance.registry.changes import check_changes
from provenance.registry.entry import Entry, NameWords
from provenance.registry.names import folded, is_acronym, is_guarded
from provenance.registry.spelling import nearest_name
from provenance.registry.titles import CONNECTIVES, DESCRIPTIONS, bare_names, before_a_name

LONGEST_NAME = 200  # characters: what is longer is no name
REMEMBERED = 20_000  # answers kept, so that one article's names are looked up once

ADMINISTRATIONS = ("administration", "government", "cabinet")  # of whoever leads it

DESCRIBED = 0.97  # the score of a name that stands among descriptions ("the Russian newspaper Kommersant")


class Registry:
    """Known sources, found by id, name and domain.

    Whatever a name might mean besides stays unresolved: a wrong identity costs more than an unknown one.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        words: NameWords | None = None,
        *,
        aliases: Mapping[str, str] | None = None,
        merges: Mapping[str, str] | None = None,
    ) -> None:
        self._rows = tuple(entries)
        self._words = words or NameWords()
        self._aliases = dict(aliases or {})
        self._merges = dict(merges or {})
        self._by_id = {row.source.id: row.source for row in self._rows}
        check_changes(self._aliases, self._merges, self._by_id)
        self._answers: dict[tuple[str, date | None], Resolution | None] = {}

    # -- what is known -------------------------------------------------------------------------------------------

    @cached_property
    def entries(self) -> tuple[KnownSource, ...]:
        """Every source in the order of the data; one that was merged into another is left out."""
        return tuple(self._own(row.source) for row in self._rows if row.source.id not in self._merges)

    def get(self, source_id: str) -> KnownSource | None:
        """Return the source of this id, that it was merged into if it was; None for an id that is not known."""
        final = self._final(source_id)
        return self._own(self._by_id[final]) if final in self._by_id else None

    def by_domain(self, host: str) -> KnownSource | None:
        """Return whose home the host is: "edition.cnn.com" is CNN's. Below a government's domain no one is guessed."""
        host = host.strip().casefold().rstrip(".").removeprefix("www.").partition(":")[0]
        found = self._domains.get(host)
        labels = host.split(".")
        while found is None and len(labels) > 2:
            labels = labels[1:]
            above = self._domains.get(".".join(labels))
            found = above if above and above.kind in (SourceKind.OUTLET, SourceKind.AGENCY) else None
        return self.get(found.id) if found else None

    def government_of(self, country: str) -> KnownSource | None:
        """Return the government of an ISO 3166-1 alpha-2 country."""
        found = self._governments.get(country)
        return self.get(found.id) if found else None

    def with_changes(
        self,
        aliases: Mapping[str, str] | None = None,
        merges: Mapping[str, str] | None = None,
        added: Iterable[KnownSource] = (),
    ) -> Registry:
        """Return a registry that also knows the user's names (name -> id), merges (id -> id) and sources.

        The user's name wins over one that comes with the program, also where that was ambiguous.
        Raises NotFound for an id that is not known, ValueError for merges that run in a circle.
        """
        new = [Entry(source, (source.domain,) if source.domain else ()) for source in added]
        taken = {row.source.id for row in new}
        return Registry(
            [row for row in self._rows if row.source.id not in taken] + new,
            self._words,
            aliases={**self._aliases, **(aliases or {})},
            merges={**self._merges, **(merges or {})},
        )

    def is_guarded(self, a: str, b: str) -> bool:
        """True where a guard word tells the two names apart, and they are not known to be one."""
        if not is_guarded(a, b):
            return False
        left, right = self.resolve(a), self.resolve(b)
        return not (left and right and left.source.id == right.source.id)

    def meanings_of(self, name: str) -> tuple[str, ...]:
        """Return what an ambiguous name may mean, in words; empty for a name that is not listed as ambiguous."""
        return tuple(self._ambiguous.get(folded(name), ()))

    # -- names ---------------------------------------------------------------------------------------------------

    def resolve(self, name: str, on: date | None = None) -> Resolution | None:
        """Return whom the name means on a day; None for a name that is unknown, ambiguous or no name.

        An office's title gives the holder of that day, a holder's full name the office held on that day. Without a day,
        a full name gives the office that is still held, else the only one there is; a title then names no holder.
        """
        asked = (name, on)
        if asked not in self._answers:
            if len(self._answers) >= REMEMBERED:
                self._answers.clear()
            self._answers[asked] = self._resolve(name, on)
        return self._answers[asked]

    def _resolve(self, name: str, on: date | None) -> Resolution | None:
        key = folded(name) if len(name) <= LONGEST_NAME else ""
        if not key:
            return None
        found = self._known(key, name, on, 1.0)
        if found or key in self._ambiguous:
            return found
        return (
            self._described(key, name, on)
            or self._titled(key, on)
            or self._administration(key, on)
            or self._misspelt(key, on)
        )

    def _known(self, key: str, written: str, on: date | None, score: float) -> Resolution | None:
        """Return whose name or holder this is, letter by letter after folding."""
        if key in self._names and self._is_name_as_written(key, written):
            source_id, alias = self._names[key]
            source = self._own(self._by_id[source_id])
            return Resolution(source, alias, score, _holder_of(source, on))
        return self._holder(key, on, score)

    def _is_name_as_written(self, key: str, written: str) -> bool:
        """False for the words "us", "who" and "independent" where no capitals make them names."""
        if self._names[key][1] in self._aliases:
            return True
        first, *rest = written.split() or [""]
        bare = " ".join(rest) if rest and first.casefold() in ("the", "a", "an") else written
        if is_acronym(self._names[key][1]):
            letters = "".join(c for c in bare if c.isalpha() and c.isascii())
            return letters.isupper() or (len(key) > 3 and not bare.islower()) or not letters
        return key not in self._capitalised or bare[:1].isupper()

    def _described(self, key: str, written: str, on: date | None) -> Resolution | None:
        """Return the source whose name is left when descriptions are taken away, if the country agrees."""
        for bare in bare_names(key, self._demonyms):
            if bare.key in self._ambiguous:
                return None
            if all(word in DESCRIPTIONS for word in bare.key.split()) and bare.key not in self._capitalised:
                continue
            found = self._known(bare.key, written, on, DESCRIBED)
            if found and _country_agrees(found.source, bare.countries) and not _only_connects(key, bare.key):
                return found
        return None

    def _titled(self, key: str, on: date | None) -> Resolution | None:
        """Return the holder whose full name ends a name with a title: "U.S. President Donald Trump"."""
        words = key.split()
        for start in range(1, len(words) - 1):
            found = self._holder(" ".join(words[start:]), on, DESCRIBED)
            if found is None:
                continue
            title = " ".join(words[:start])
            if title in self._names and self._final(self._names[title][0]) == found.source.id:
                return found
            countries = before_a_name(words[:start], self._demonyms)
            return found if countries is not None and _country_agrees(found.source, countries) else None
        return None

    def _administration(self, key: str, on: date | None) -> Resolution | None:
        """Return the government of the country whose office the named person holds: "Donald Trump's administration"."""
        person, _, body = key.rpartition(" ")
        if body not in ADMINISTRATIONS or " " not in person:
            return None
        held = self._holder(person, on, DESCRIBED) or self._titled(person, on)
        government = self._governments.get(held.source.country or "") if held else None
        return Resolution(self._own(government), government.name, DESCRIBED) if government else None

    def _misspelt(self, key: str, on: date | None) -> Resolution | None:
        alike = self._spellings.get(len(key.split()), ())
        near = nearest_name(key, alike, self._spelling_owners, self._vocabulary)
        if near is None:
            return None
        name, score = near
        return self._known(name, name.upper(), on, score)

    def _holder(self, key: str, on: date | None, score: float) -> Resolution | None:
        """Return the post that the person of this full name holds on the day."""
        held = self._holders.get(key)
        if not held:
            return None
        if on is not None:
            held = [(source, holder) for source, holder in held if _holds(holder, on)]
        elif any(holder.end is None for _, holder in held):
            held = [(source, holder) for source, holder in held if holder.end is None]
        if len({source.id for source, _ in held}) != 1:
            return None
        source, holder = held[-1]
        return Resolution(self._own(source), holder.name, score, holder)

    # -- indexes, each made when first asked for -----------------------------------------------------------------

    @cached_property
    def _names(self) -> dict[str, tuple[str, str]]:
        """Folded name -> (id of its source, the name as it stands in the data); an ambiguous name has none."""
        names: dict[str, tuple[str, str]] = {}
        for row in self._rows:
            for name in row.names:
                names.setdefault(folded(name), (row.source.id, name))
        for key in self._ambiguous:
            names.pop(key, None)
        names.update({folded(name): (source_id, name) for name, source_id in self._aliases.items()})
        names.pop("", None)
        return names

    @cached_property
    def _ambiguous(self) -> dict[str, Iterable[str]]:
        claimed = {folded(name) for name in self._aliases}
        listed = {folded(name): meanings for name, meanings in self._words.ambiguous.items()}
        return {key: meanings for key, meanings in listed.items() if key not in claimed}

    @cached_property
    def _holders(self) -> dict[str, list[tuple[KnownSource, Holder]]]:
        holders: dict[str, list[tuple[KnownSource, Holder]]] = {}
        for row in self._rows:
            for spelling, holder in row.holder_names:
                holders.setdefault(folded(spelling), []).append((self._by_id[self._final(row.source.id)], holder))
        for held in holders.values():
            held.sort(key=lambda pair: pair[1].start or date.min)
        return holders

    @cached_property
    def _governments(self) -> dict[str, KnownSource]:
        """Country -> its government: the first of that kind that is part of nothing else, as the data has it."""
        governments: dict[str, KnownSource] = {}
        for row in self._rows:
            source = row.source
            if source.kind is SourceKind.GOVERNMENT and source.country and not source.part_of:
                governments.setdefault(source.country, source)
        return governments

    @cached_property
    def _demonyms(self) -> dict[str, str]:
        return {folded(word): country for word, country in self._words.demonyms.items()}

    @cached_property
    def _capitalised(self) -> frozenset[str]:
        return frozenset(folded(word) for word in self._words.capitalised)

    @cached_property
    def _domains(self) -> dict[str, KnownSource]:
        return {domain.casefold(): row.source for row in self._rows for domain in row.domains}

    @cached_property
    def _spelling_owners(self) -> dict[str, str]:
        """Every name that may be met misspelt, and whose it is: no acronym, no ordinary word."""
        owners = {
            key: source_id
            for key, (source_id, name) in self._names.items()
            if not is_acronym(name) and key not in self._capitalised
        }
        return {**owners, **{key: f"person {key}" for key in self._holders if " " in key}}

    @cached_property
    def _spellings(self) -> dict[int, list[str]]:
        """The same names by their number of words: a misspelling has as many."""
        spellings: dict[int, list[str]] = {}
        for name in self._spelling_owners:
            spellings.setdefault(len(name.split()), []).append(name)
        return spellings

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        keys = (*self._names, *self._holders, *self._demonyms, *self._ambiguous)
        return frozenset(word for key in keys for word in key.split()) | DESCRIPTIONS

    # -- merges --------------------------------------------------------------------------------------------------

    def _final(self, source_id: str) -> str:
        while source_id in self._merges:
            source_id = self._merges[source_id]
        return source_id

    def _own(self, source: KnownSource) -> KnownSource:
        """Return the source under what it was merged into, with the user's names added to its own."""
        final = self._by_id[self._final(source.id)]
        extra = [name for name, owner in self._aliases.items() if self._final(owner) == final.id]
        for merged in self._merges:
            if self._final(merged) == final.id and merged in self._by_id:
                extra += [self._by_id[merged].name, *self._by_id[merged].aliases]
        new = tuple(name for name in dict.fromkeys(extra) if name not in (final.name, *final.aliases))
        return replace(final, aliases=final.aliases + new) if new else final


def _holds(holder: Holder, on: date) -> bool:
    return (holder.start is None or holder.start <= on) and (holder.end is None or on <= holder.end)


def _holder_of(source: KnownSource, on: date | None) -> Holder | None:
    """Return who held the post on the day; on a day of handing over, who took it. A government's title names no one."""
    if on is None or source.kind is not SourceKind.PERSON:
        return None
    held = [holder for holder in source.holders if _holds(holder, on)]
    return max(held, key=lambda holder: holder.start or date.min, default=None)


def _country_agrees(source: KnownSource, countries: frozenset[str]) -> bool:
    """True where no other country stands beside the name; a source of no country agrees with none named."""
    return not countries or countries == {source.country}


def _only_connects(key: str, bare: str) -> bool:
    """True where nothing but connecting words was taken away, which then belong to the name: "of", "and"."""
    taken = set(key.split()) - set(bare.split())
    return bool(taken) and taken <= CONNECTIVES
