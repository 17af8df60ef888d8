"""All chains of a set of claims laid over one another: who has it from whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.chains.roots import Root


@dataclass(frozen=True, slots=True)
class Routes:
    """From each party, whom it cites; keys as in Root.route."""

    onward: dict[str, frozenset[str]]
    labels: dict[str, str]

    @classmethod
    def of(cls, roots: Iterable[Root]) -> Routes:
        onward: dict[str, set[str]] = {}
        labels: dict[str, str] = {}
        for root in roots:
            labels.setdefault(root.key, root.label)
            for one, other in zip(root.route, root.route[1:], strict=False):
                onward.setdefault(one, set()).add(other)
        return cls({key: frozenset(found) for key, found in onward.items()}, labels)

    def reach(self, key: str) -> frozenset[str]:
        """Return every party that can be reached by following citations, the party itself only in a circle."""
        seen: set[str] = set()
        waiting = list(self.onward.get(key, ()))
        while waiting:
            party = waiting.pop()
            if party not in seen:
                seen.add(party)
                waiting += self.onward.get(party, ())
        return frozenset(seen)

    def circle(self, key: str) -> frozenset[str]:
        """Return the parties that cite one another in a circle with this one; empty where there is no way back."""
        reached = self.reach(key)
        if key not in reached:
            return frozenset()
        return frozenset(party for party in reached if key in self.reach(party))

    def ends(self, key: str) -> frozenset[str]:
        """Return where the citations that go out from a party end; empty for one that cites nobody."""
        return frozenset(party for party in self.reach(key) if not self.onward.get(party))

    def label(self, key: str) -> str:
        return self.labels.get(key, key.removeprefix("name "))
