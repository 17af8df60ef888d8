"""Claims matched in many places that share no database: each step has what it needs with it.

The steps are those of `match`: what two claims are to each other by their words and meaning; then, with the two
articles at hand, whether these tell of one event, and whether the two are independent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from provenance.errors import costing_one_document
from provenance.model.article import Article
from provenance.model.claim import Extraction, SourcedClaim
from provenance.model.exchange import extraction_in
from provenance.model.relation import Comparison, Relation
from provenance.model.run import Run
from provenance.services.exchange import _refuse_misfits
from provenance.services.match import Matching, _is_worth, relate
from provenance.services.names import Names, registry_with
from provenance.services.occasions import Occasions, is_bound, of_different_events
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.storage.store import Unit

_NOBODY = Run("", "", "", "", "")  # nothing is stored, so no run has to be named


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the sentence that it stands in."""

    claim: SourcedClaim
    sentence: str


def reading_in(record: object, where: str) -> Extraction:
    """Return a record of `extract` output as a reading; raises InvalidRecord where `import` would refuse it."""
    with costing_one_document(where):
        _, extraction = extraction_in(record, where)
        if isinstance(record, dict):  # extraction_in refuses all else
            _refuse_misfits(record, extraction, where)
        return extraction


def told_in(extraction: Extraction) -> Iterator[Told]:
    """Yield the claims of a reading, in order."""
    text = extraction.article.text
    for claim in extraction.sourced_claims():
        yield Told(claim, extraction.sentences[claim.claim.sentence].of(text))


class _Sentences:
    def __init__(self, told: Iterable[Told]) -> None:
        self._of = {each.claim.id: each.sentence for each in told}

    def sentences(self, ids: Iterable[str]) -> dict[str, str]:
        return {claim: self._of[claim] for claim in ids}


class _Articles:
    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._of = articles

    def article(self, article: str) -> Article:
        return self._of[article]


@dataclass(frozen=True, slots=True)
class _AtHand:
    """What a step of matching asks a store for, where there is no store."""

    claims: _Sentences
    articles: _Articles


class _OneEvent(Occasions):
    """Takes all articles to be of one event, until they are at hand."""

    def differ(self, unit: Unit, one: str, other: str) -> bool:
        return False


@lru_cache(maxsize=2)
def _matching(settings: Settings, with_articles: bool) -> Matching:
    """Return what one process needs for all that it matches; networks are loaded once."""
    occasions = Occasions() if with_articles else _OneEvent()
    return Matching(_NOBODY, settings, registry_with(Names()), occasions=occasions)


def related_by_words(
    pairs: Sequence[tuple[Told, Told]], settings: Settings
) -> list[tuple[SourcedClaim, SourcedClaim, Comparison]]:
    """Return what claims are to each other if their articles tell of one event, the smaller id first.

    The pairs of one article's claims belong together, for two sentences have one claim in common by their meaning.
    """
    unit = _AtHand(_Sentences(each for pair in pairs for each in pair), _Articles({}))
    both = [(min(pair, key=_id).claim, max(pair, key=_id).claim) for pair in pairs]
    found = relate(cast("Unit", unit), both, _matching(settings, with_articles=False))
    return [(a, b, found[a.id, b.id]) for a, b in both if (a.id, b.id) in found]


def _id(told: Told) -> str:
    return told.claim.id


def relation_of(
    a: Told, b: Told, comparison: Comparison, articles: Mapping[str, Article], settings: Settings
) -> Relation | None:
    """Return the relation of two claims whose articles are at hand; None where little is left of it."""
    from provenance.chains import independence
    from provenance.matching import similarity

    matching = _matching(settings, with_articles=True)
    unit = cast("Unit", _AtHand(_Sentences((a, b)), _Articles(articles)))
    one, other = a.claim, b.claim
    if is_bound(comparison) and matching.occasions.differ(unit, one.article.id, other.article.id):
        comparison = of_different_events(comparison, similarity(one, other))
        if not _is_worth(comparison, settings):
            return None
    sentences = {each.claim.id: each.sentence for each in (a, b)}
    copied = matching.copied.between(unit, one, other, sentences)
    independent, why = independence(one, other, copied, matching.registry)
    return Relation(one, other, comparison, independent, why)
