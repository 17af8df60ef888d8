"""A claim's words, made ready once: a new claim is scored against hundreds, and its words are read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from provenance.model.claim import SourcedClaim
from provenance.text.words import content_words, tokens, weight

_REMEMBERED = 4096  # claims; some 3 KB each


@dataclass(frozen=True)
class Prepared:
    """The words of one claim, in the forms that the scores need."""

    words: tuple[str, ...]  # all of them, lower case, "n't" opened to "not"
    content: tuple[str, ...]  # stems of those that tell something, guard words bound to what they guard

    @cached_property
    def sorted_text(self) -> str:
        """The words in alphabetical order, for the order-free ratio."""
        return " ".join(sorted(self.words))

    @cached_property
    def telling(self) -> frozenset[str]:
        return frozenset(self.content)

    @cached_property
    def weight(self) -> float:
        return sum(map(weight, self.telling))

    @cached_property
    def guarded(self) -> frozenset[tuple[str, str]]:
        """What guard words make of the words they guard: ("north", "korea")."""
        return frozenset((word, guard) for guard, _, word in (w.partition("_") for w in self.telling) if word)


@lru_cache(maxsize=_REMEMBERED)
def _of_text(text: str) -> Prepared:
    return Prepared(tokens(text), content_words(text))


def prepared(claim: SourcedClaim) -> Prepared:
    """Return the claim's words; the claims seen last are remembered, so that repeated calls are cheap."""
    return _of_text(claim.text)
