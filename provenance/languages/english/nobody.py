"""Words that open a subject of which most or all do not: "few", "no one"."""

from __future__ import annotations

NOBODY = frozenset(("few", "no", "nobody", "none", "neither", "hardly"))
