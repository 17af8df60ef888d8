"""Readers: from bytes to articles, with what is known of their outlet, date and language."""

from provenance.ingest.counting import count_documents
from provenance.ingest.metadata import GivenMetadata
from provenance.ingest.reading import INPUT_FORMATS, READERS, read

__all__ = ["INPUT_FORMATS", "READERS", "GivenMetadata", "count_documents", "read"]
