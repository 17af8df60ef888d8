"""What a user's own names and merges must hold to."""

from __future__ import annotations

from collections.abc import Container, Mapping

from provenance.errors import NotFound


def check_changes(aliases: Mapping[str, str], merges: Mapping[str, str], known: Container[str]) -> None:
    """Raises NotFound for an id that is not known, ValueError for merges that run in a circle."""
    for source_id in (*aliases.values(), *merges, *merges.values()):
        if source_id not in known:
            raise NotFound(f"no source has the id {source_id}", hint="list them with `provenance sources`")
    for first in merges:
        seen, current = {first}, merges[first]
        while current in merges and current not in seen:
            seen.add(current)
            current = merges[current]
        if current in seen:
            raise ValueError(f"merges run in a circle: {first}")
