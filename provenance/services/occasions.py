"""What two claims are to each other where their articles tell of different events: less than their slots say."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.model.article import Article
from provenance.model.event import Profile
from provenance.model.relation import (
    Comparison,
    Finding,
    Probabilities,
    RelationKind,
    Similarity,
    Slot,
    Verdict,
)

if TYPE_CHECKING:
    from provenance.storage.store import Unit

REMEMBERED = 1024  # profiles; some 30 KB each
_TOLD_APART = (RelationKind.CONTRADICTS, RelationKind.UPDATES)
_AGREEING = (RelationKind.CORROBORATES, RelationKind.REFINES)
_ONE_DAY = {Verdict.AGREES, Verdict.NARROWS}
_OF_WORDS = ("attribution.quotation", "attribution.disowned")  # the same words are one utterance, whoever recalls them
_UPDATES = ("quantity.later_count", "modality.fulfilment")
_DAY = "when.interval"


class Occasions:
    """Tells whether two articles are of different events; the articles seen last are remembered.

    Only the words and dates of the two are asked, and not how all articles are grouped: that changes with every article
    that comes, and what two claims are to each other must not depend on the order in which theirs came.
    """

    def __init__(self) -> None:
        self._profiles: OrderedDict[str, Profile] = OrderedDict()
        self._coming: dict[str, Article] = {}

    def take_up(self, article: Article) -> None:
        """Know an article that is not stored yet."""
        self._coming = {article.id: article}

    def differ(self, unit: Unit, one: str, other: str) -> bool:
        """True where the two articles, named by their ids, surely tell of different events."""
        from provenance.events import same_event

        return same_event(self._profile(unit, one), self._profile(unit, other)) is False

    def _profile(self, unit: Unit, article: str) -> Profile:
        from provenance.events import profile_of

        if article not in self._profiles:
            self._profiles[article] = profile_of(self._coming.get(article) or unit.articles.article(article))
            if len(self._profiles) > REMEMBERED:
                self._profiles.popitem(last=False)
        return self._profiles[article]


def is_bound(comparison: Comparison) -> bool:
    """True for what holds of one event only: that claims conflict, that one is the later state of the other, or that
    they agree although not on the day.

    Not where the same words are quoted in two ways, and not where both claims give what they speak of the same day:
    then it is the claims that name the event, and not the articles, each of which may look back on it.
    """
    days = {finding.verdict for finding in comparison.findings if finding.rule == _DAY}
    if comparison.kind in _AGREEING:
        return Verdict.ABSTAINS in days
    conflicts = [finding for finding in comparison.findings if finding.verdict is Verdict.CONFLICTS]
    if comparison.kind not in _TOLD_APART or any(finding.rule in _OF_WORDS for finding in conflicts):
        return False
    return not days & _ONE_DAY or any(finding.slot is Slot.WHEN for finding in conflicts)


def of_different_events(comparison: Comparison, close: Similarity) -> Comparison:
    """Return the comparison as merely related: what is said of two events neither conflicts nor agrees.

    The findings stay, and say why they do not count.
    """
    chances = comparison.probabilities
    same = 0.0 if comparison.kind in _AGREEING else chances.same
    findings = tuple(map(_abstaining, comparison.findings))
    related = round(0.8 * min(close.weighted_overlap, 1.0), 4)
    return Comparison(RelationKind.RELATED, related, Probabilities(same, 0.0, round(1 - same, 4)), findings)


def _abstaining(finding: Finding) -> Finding:
    if finding.verdict is not Verdict.CONFLICTS and finding.rule not in _UPDATES:
        return finding
    detail = f"{finding.detail}, but the two articles tell of different events"
    return replace(finding, verdict=Verdict.ABSTAINS, detail=detail, score=0.5, narrower=None)
