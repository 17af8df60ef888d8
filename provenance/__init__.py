"""Provenance reads news, splits it into claims, and shows who says each, on whose word, and who contradicts it."""

__version__ = "0.1.0"
