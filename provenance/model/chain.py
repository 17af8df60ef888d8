"""How many independent origins a claim has."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two articles share, which makes two claims one origin."""

    text: str  # as the first has them
    a: str  # the claims' ids
    b: str
    a_span: Span  # where the words stand in the claim's article
    b_span: Span
    quoted: bool = False  # in quotation marks: both report one utterance; else one article has the other's words


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Claims that go back to one root."""

    root: str | None  # "KCNA"; None: the root is not known
    claims: tuple[str, ...]  # claim ids
    outlets: tuple[str, ...]
    why: str  # "six outlets cite KCNA"
    certain: bool = True  # False: may be the same as another group (anonymous, unknown), so it adds to max alone
    passages: tuple[Passage, ...] = ()  # the words that put claims into this group


@dataclass(frozen=True, slots=True)
class Origins:
    """Between min and max independent origins, and the groups that the count comes from."""

    min: int
    max: int
    groups: tuple[OriginGroup, ...]
    doubts: tuple[str, ...] = ()  # what keeps min and max apart, in words
