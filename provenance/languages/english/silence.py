"""How an outlet says that a source kept silent."""

from __future__ import annotations

from provenance.languages.words import words

SILENT_HEADS = frozenset(("decline", "refuse", "fail", "refusal", "unwilling", "unable", "reluctance"))
SILENT_VERBS = words("""
    comment say respond reply answer elaborate specify discuss disclose name identify reveal provide give confirm
    speak talk explain tell mention return clarify offer detail indicate state address
    """)
UNNAMED = frozenset(("name", "identify", "anonymous", "unnamed", "unidentified"))
