"""Korean: who is credited with what, by rules on its morphemes."""

from provenance.extraction.grammars.korean.grammar import KOREAN, Korean

__all__ = ["KOREAN", "Korean"]
