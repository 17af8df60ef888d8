"""A claim that somebody has checked, and what a search among such checks found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.identity import content_id


@dataclass(frozen=True, slots=True)
class FactCheck:
    """One review of one claim, as its publisher gave it; what is not said is None.

    The words of the rating are the publisher's own; so is the scale, whose ends mean what the publisher says they mean.
    """

    claim: str  # "The Halmstrand ferry carried 400 passengers."
    rating: str  # as written: "Mostly false", "Pants on Fire!", "4 Pinocchios"
    title: str | None = None  # of the review: "No, the ferry did not carry 400 people"
    author: str | None = None  # who checked it: "Norvik Fact Desk"
    url: str | None = None  # of the review
    published: str | None = None  # of the review, ISO 8601: "2021-03-04"
    language: str | None = None  # as given: "en", "pt-BR"
    claimant: str | None = None  # who made the claim
    value: float | None = None  # of the rating, where the publisher gives a number: 2
    worst: float | None = None  # the scale's false end: 1
    best: float | None = None  # its true end: 5

    @property
    def id(self) -> str:
        """The hash of all it says: a review with another rating is another check."""
        return content_id(
            "fact check",
            self.claim,
            self.rating,
            self.title,
            self.author,
            self.url,
            self.published,
            self.language,
            self.claimant,
            *(None if number is None else float(number) for number in (self.value, self.worst, self.best)),
        )

    @property
    def series(self) -> str:
        """What stays the same when a review is changed: where it stands, or who wrote it, and the claim it is about."""
        about = " ".join(self.claim.casefold().split())
        return content_id("fact check series", self.url or self.author, about)


class ImportStatus(StrEnum):
    ADDED = "added"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new_version"


@dataclass(frozen=True, slots=True)
class StoredCheck:
    """A fact-check as it stands in the store: its newest version."""

    check: FactCheck
    version: int = 1  # how often this review was seen changed, 1 for the first


class MatchedBy(StrEnum):
    """What a covering check was found by."""

    MEANING_AND_WORDS = "meaning and words"
    WORDS = "words"  # no sentence encoder is installed


@dataclass(frozen=True, slots=True)
class CheckMatch:
    """A check that may cover a claim, and why it is thought so."""

    check: FactCheck
    score: float  # 0..1
    meaning: float | None  # the nearest cosine of claim and title to the query; None: not measured
    words: tuple[str, ...]  # that both have, the rarest first
    overlap: float  # 0..1: the share of the query's words that the check has, rare words counting more


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is known to have been checked of one claim, best first; none says that no imported check covers it."""

    query: str
    matches: tuple[CheckMatch, ...]
    searched: int  # how many checks were looked through
    by: MatchedBy
    left_out: int = 0  # how many were below the least score, though the nearest
