"""Where a claim finally comes from, as far as its article tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from provenance.model.article import CreditKind
from provenance.model.claim import SourcedClaim
from provenance.model.source import Hop, KnownSource, SourceKind
from provenance.registry import Registry, folded, load_registry

# Words, figures and pictures speak for whoever shows them.
SHOWN = (SourceKind.DOCUMENT, SourceKind.DATA, SourceKind.IMAGE, SourceKind.SOCIAL)

# Credits that say whose text it is, and not only that somebody helped.
SIGNED = {CreditKind.DATELINE, CreditKind.BYLINE}


class RootKind(StrEnum):
    NAMED = "named"  # a person, body or outlet with a name
    UNNAMED = "unnamed"  # "two sources close to the process", cited by a named outlet
    CREDITED = "credited"  # an outlet's own voice in an article that credits several desks: perhaps one of theirs
    UNKNOWN = "unknown"  # the outlet itself is not known


@dataclass(frozen=True, slots=True)
class Root:
    """The last known origin of a claim, with the parties that handed the claim on, outlet first."""

    key: str  # equal for two claims of one root: "kcna", "name ivan sokolov", "unnamed kommersant", "unknown <article>"
    kind: RootKind
    label: str  # "KCNA"; "two sources close to the process, cited by Kommersant"
    route: tuple[str, ...]  # the keys of all parties: ("rferl", "kommersant", "unnamed kommersant")
    credits: frozenset[str] = frozenset()  # keys of the desks that the article credits, its own outlet left out
    credited: tuple[str, ...] = ()  # the same, as written

    @property
    def is_known(self) -> bool:
        return self.kind is RootKind.NAMED


def root_key(claim: SourcedClaim, registry: Registry | None = None) -> str:
    """Return what is equal for two claims that come from one root, and differs where the root is not known.

    A registry id, else the folded name. The unnamed sources of one outlet have one key, however they are described; an
    article whose outlet is not known is a root of its own.
    """
    return root_of(claim, registry).key


def root_of(claim: SourcedClaim, registry: Registry | None = None) -> Root:
    """Return the root of a claim.

    A document, figure or picture comes from whoever gave it out. An outlet that speaks in its own voice has it from the
    one agency whose dateline or byline it carries ("MOSCOW (AP)"), else from the one agency that it credits; where it
    credits several, or says of one that it "contributed", it may have it from any of them or from none.
    """
    registry = registry or load_registry()
    on = claim.article.published_on
    route: list[str] = []
    label = ""
    unnamed: Hop | None = None  # the last hop without a name, where no named one follows it
    for position, hop in enumerate(claim.attribution.chain):
        key = party_key(hop, registry, on)
        if key is not None:
            unnamed = None
            if key not in route:
                route.append(key)
                label = _name_of(hop, registry)
        elif position > 0:
            unnamed = hop
    return _root(claim, route, label, unnamed, registry)


def _root(claim: SourcedClaim, route: list[str], label: str, unnamed: Hop | None, registry: Registry) -> Root:
    credited = _credits(claim, route, registry)
    keys = frozenset(credited)
    names = tuple(credited.values())
    shown_by_party = unnamed is not None and unnamed.kind in SHOWN and not unnamed.anonymous and len(route) > 1
    if unnamed is not None and not shown_by_party:
        sponsor = route[-1] if route else f"unknown {claim.article.id}"
        cited = f", cited by {label}" if label else ", cited by an unknown outlet"
        key = f"unnamed {sponsor}"
        return Root(key, RootKind.UNNAMED, described(unnamed) + cited, (*route, key), keys, names)
    if not route:
        return Root(f"unknown {claim.article.id}", RootKind.UNKNOWN, "an unknown outlet", (), keys, names)
    if len(route) == 1 and _is_own_voice(claim) and credited:
        return _credited(claim, route, label, credited, registry)
    return Root(route[-1], RootKind.NAMED, label, tuple(route), keys, names)


def _credited(claim: SourcedClaim, route: list[str], label: str, credited: dict[str, str], registry: Registry) -> Root:
    """Return the root of what an outlet says in its own voice, having credited others."""
    keys, names = frozenset(credited), tuple(credited.values())
    agency = _author(claim, credited, registry)
    known = registry.get(agency) if agency is not None else None
    if agency is not None and known is not None and known.wire:
        return Root(agency, RootKind.NAMED, known.name, (*route, agency), keys, names)
    own = f"own voice {route[0]}"
    return Root(own, RootKind.CREDITED, label, (route[0],), keys, names)


def _author(claim: SourcedClaim, credited: dict[str, str], registry: Registry) -> str | None:
    """Return the key of the desk whose text it is, as far as the credits tell; None where it may be several."""
    kinds: dict[str, set[CreditKind]] = {}
    for name, kind in zip(claim.article.credits, claim.article.credit_kinds, strict=False):
        key = party_key(Hop(name, SourceKind.OUTLET), registry)
        if key in credited:
            kinds.setdefault(key, set()).add(kind)
    signed = [key for key, own in kinds.items() if own & SIGNED]
    if len(signed) == 1:
        return signed[0]
    (only, *others) = credited
    return None if others or kinds.get(only) == {CreditKind.CONTRIBUTED} else only


def party_key(hop: Hop, registry: Registry, on: date | None = None) -> str | None:
    """Return what tells a named party from others; None for one without a name ("officials", "a photograph")."""
    if hop.registry_id is not None:
        known = registry.get(hop.registry_id)
        return known.id if known else hop.registry_id
    if hop.anonymous or hop.kind in (SourceKind.ANONYMOUS, SourceKind.CROWD) or hop.name is None:
        return None
    resolution = registry.resolve(hop.name, on)
    if resolution is not None:
        return resolution.source.id
    if hop.name.split()[-1][:1].islower() and hop.kind is not SourceKind.OUTLET:
        return None  # "residents", "a report", "Danish company": a description
    key = folded(hop.name)
    return f"name {key}" if key else None


def described(hop: Hop) -> str:
    """Return an unnamed source in words: "two sources close to the process"."""
    words = hop.role or hop.name or hop.kind.value
    if hop.close_to and hop.close_to not in words:
        words = f"{words} close to {hop.close_to}"
    return words


def _name_of(hop: Hop, registry: Registry) -> str:
    known = registry.get(hop.registry_id) if hop.registry_id else None
    return hop.name or (known.name if known else "")


def _is_own_voice(claim: SourcedClaim) -> bool:
    return len(claim.attribution.chain) == 1


def _credits(claim: SourcedClaim, route: list[str], registry: Registry) -> dict[str, str]:
    """Return key -> name of the desks that the article credits besides its own outlet."""
    found: dict[str, str] = {}
    for name in claim.article.credits:
        key = party_key(Hop(name, SourceKind.OUTLET), registry)
        if key is not None and key not in route[:1]:
            found.setdefault(key, name)
    return found


def hand_of(key: str, registry: Registry) -> str:
    """Return who has the last word over a party: its owner's owner, the government it is part of, the state that
    controls it; the party itself where nothing is known of that.

    KCNA and the North Korean leader are of one hand, and so are two newspapers of one owner.
    """
    seen = {key}
    while (known := registry.get(key)) is not None:
        above = known.owner or known.part_of or _state(known, registry)
        if above is None or above in seen:
            return key
        seen.add(above)
        key = above
    return key


def _state(source: KnownSource, registry: Registry) -> str | None:
    if not source.state_controlled or source.country is None:
        return None
    government = registry.government_of(source.country)
    return government.id if government else None
