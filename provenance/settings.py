"""One Settings value, built in commands/ and passed down; nothing here reads the environment."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an input may be before it is refused (documents) or cut short with a notice (sentences, claims)."""

    document_characters: int = 2_000_000
    sentence_characters: int = 5_000
    claims_per_article: int = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a service may be told; see Limits for the sizes."""

    database_url: str = "sqlite://"
    jobs: int = 1
    spacy_model: str | None = None  # a package name or a folder; None: the first English pipeline that is installed
    engine: str = "auto"  # who finds attributions: "rules", "tagger", or "auto": the tagger where it is installed
    cross_encoder: str = "auto"  # who reads two sentences at once: "auto" (the shipped one), "none", or a folder
    candidates_per_claim: int = 200  # how many stored claims a new claim is scored against, at most
    least_related: float = 0.4  # 0..1: below it, two claims share a word or a name and no more
    related_per_claim: int = 10  # of those that are merely related to it, how many are kept, the closest first
    limits: Limits = field(default_factory=Limits)
