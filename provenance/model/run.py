"""Which program, with which settings, said something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One call of the program that wrote to the store."""

    id: str
    program_version: str  # "0.1.0"
    command: str  # "ingest"
    started_at: str  # ISO 8601, UTC
    settings: str  # JSON: what shaped the result (model name and version, limits)
