"""What extraction has to know of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its pipelines, best first, and the words that credit somebody in it."""

    code: str  # ISO 639-1: "en"
    name: str  # "English"
    pipelines: tuple[str, ...]  # packages that hold a spaCy pipeline
    speech: frozenset[str]  # lemmas that credit whatever stands in quotation marks beside them
    frames: Mapping[str, frozenset[str]]  # how a complement hangs on its cue -> the lemmas that credit so
