"""Names of places, and the countries they lie in."""

from provenance.text.places.gazetteer import find_place

__all__ = ["find_place"]
