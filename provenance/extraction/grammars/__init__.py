"""The languages other than English that are read by rules of their own, one file or folder each."""

from __future__ import annotations

from provenance.extraction.grammars.grammar import Credited, Grammar, Page
from provenance.extraction.grammars.korean import KOREAN
from provenance.extraction.grammars.quotations import OnlyQuotations
from provenance.extraction.grammars.russian import RUSSIAN

GRAMMARS: tuple[Grammar, ...] = (RUSSIAN, KOREAN)


def grammar_of(code: str) -> Grammar:
    """Return the grammar of an ISO 639-1 code ("ru", "ru-RU"); of a language that has none, only the quotations."""
    wanted = code.lower().partition("-")[0]
    return next((grammar for grammar in GRAMMARS if grammar.code == wanted), OnlyQuotations(wanted))


__all__ = ["GRAMMARS", "Credited", "Grammar", "OnlyQuotations", "Page", "grammar_of"]
