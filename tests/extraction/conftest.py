"""What extraction tests share."""

from __future__ import annotations

import pytest

from provenance.extraction.pipeline import Extractor
from provenance.registry import load_registry
from provenance.settings import Limits


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor with the installed English pipeline: for gold tests alone."""
    return Extractor(load_registry(), Limits())
