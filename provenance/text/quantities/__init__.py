"""Figures: how much or how many of what, between which bounds."""

from provenance.text.quantities.figures import find_quantities
from provenance.text.quantities.units import singular

__all__ = ["find_quantities", "singular"]
