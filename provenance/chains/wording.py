"""Why a group of claims is one origin, in words a reader can check."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.chains.independence import listed
from provenance.chains.roots import Root, RootKind
from provenance.model.chain import Passage
from provenance.model.claim import SourcedClaim

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SHOWN_LETTERS = 120  # of a passage; the report's JSON has where the whole of it stands
UNKNOWN_OUTLET = "an unknown outlet"


def carriers_of(claims: Sequence[SourcedClaim]) -> tuple[str, ...]:
    """Return the outlets that carry the claims, each once, in order; those that are not known are left out."""
    names = (outlet_of(claim) for claim in claims)
    return tuple(dict.fromkeys(name for name in names if name is not None))


def outlet_of(claim: SourcedClaim) -> str | None:
    return claim.attribution.outlet.name or claim.article.outlet


def why_one(root: Root, claims: Sequence[SourcedClaim], notes: Sequence[str]) -> str:
    """Return the reason: "four outlets cite KCNA: A, B, C and D"."""
    carriers = carriers_of(claims)
    unknown = len({claim.article.id for claim in claims if outlet_of(claim) is None})
    parts = [_main_reason(root, carriers, unknown)]
    parts += dict.fromkeys(notes)
    return "; ".join(parts)


def _main_reason(root: Root, carriers: tuple[str, ...], unknown: int) -> str:
    if root.kind is RootKind.UNKNOWN:
        return "the outlet is not known, so it may repeat anyone"
    if root.kind is RootKind.CREDITED:
        return f"{listed(carriers)} says it in its own voice, crediting {listed(root.credited)}"
    citing = [name for name in carriers if name != root.label]
    citing += [UNKNOWN_OUTLET] * bool(unknown)
    if root.kind is RootKind.UNNAMED:
        return root.label if len(citing) < 2 else f"{root.label}: carried by {counted(citing)}"
    if not citing:
        return f"{root.label} says it in its own voice"
    reason = f"{citing[0]} cites {root.label}" if len(citing) == 1 else counted(citing, f"cite {root.label}")
    return reason if root.label not in carriers else f"{reason}; {root.label} carries it itself"


def how_it_came(carrier: Root, claims: Sequence[SourcedClaim], root: Root) -> str:
    """Return how what is credited to a carrier goes back to a root that the carrier names elsewhere."""
    citing = [name for name in carriers_of(claims) if name != carrier.label]
    has = f"has it from {root.label}" if root.kind is not RootKind.UNNAMED else "has it from sources it does not name"
    if not citing:
        return f"{carrier.label} {has}"
    return f"{listed(citing)} {'cites' if len(citing) == 1 else 'cite'} {carrier.label}, which {has}"


def why_same_words(passage: Passage, carriers: tuple[str, str], roots: tuple[str, str]) -> str:
    """Return which words put two groups together: "A and B carry the same words: “...”"."""
    words = f"“{shortened(passage.text)}”"
    if not passage.quoted:
        return f"{listed(carriers)} carry the same words: {words}"
    whose = f", as {roots[0]}'s and as {roots[1]}'s" if roots[0] != roots[1] else ""
    return f"{listed(carriers)} quote the same words{whose}: {words}"


def shortened(text: str) -> str:
    """Return the first words of a passage on one line."""
    line = " ".join(text.split())
    if len(line) <= SHOWN_LETTERS:
        return line
    return f"{line[:SHOWN_LETTERS].rpartition(' ')[0] or line[:SHOWN_LETTERS]} ..."


def counted(names: Sequence[str], verb: str = "") -> str:
    number = NUMBERS[len(names)] if len(names) < len(NUMBERS) else str(len(names))
    return f"{number} outlets{' ' + verb if verb else ''}: {listed(names)}"


def doubt_about(root: Root, named: Sequence[str], telling: Sequence[str]) -> str | None:
    """Return why a root that is not known may be no origin of its own.

    `named` are the roots that are known because an outlet names them, `telling` the outlets that say it themselves.
    """
    others = [*named, *telling]
    if root.kind is RootKind.UNNAMED:
        whose = []
        if named:
            whose.append(f"they may be {_owned(named)}")
        if telling:
            whose.append(f"{listed(telling)} may have it from them, too")
        return f"no name is given for {root.label}: {', or '.join(whose) or 'who they are is not known'}"
    if root.kind is RootKind.UNKNOWN:
        repeats = f": it may repeat {listed(others)}" if others else ""
        return f"the outlet of an article is not known{repeats}"
    if root.kind is RootKind.CREDITED:
        return f"{root.label} credits {listed(root.credited)}: it may have it from there"
    return None


def _owned(names: Sequence[str]) -> str:
    """Return whose they may be: "the Kremlin's own"."""
    last = [*names[:-1], f"{names[-1]}'s own"]
    return " or ".join(part for part in (", ".join(last[:-1]), last[-1]) if part)
