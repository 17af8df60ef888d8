"""Claims: each proposition of an article as a sentence that stands alone, with a frame to compare it by."""

from provenance.extraction.claims.finding import find_claims

__all__ = ["find_claims"]
