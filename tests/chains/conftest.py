"""Claims made by hand: an outlet, who it cites, and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model.article import ArticleHead, CreditKind
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, SourcedClaim
from provenance.model.frame import Frame
from provenance.model.source import Count, Hop, SourceKind

Said = Callable[..., SourcedClaim]


def unnamed(role: str = "two sources", close_to: str | None = None) -> Hop:
    return Hop(None, SourceKind.ANONYMOUS, anonymous=True, count=Count(2, 2), role=role, close_to=close_to)


def _hop(cited: str | Hop) -> Hop:
    return cited if isinstance(cited, Hop) else Hop(cited, SourceKind.UNKNOWN)


def make_claim(
    outlet: str | None,
    *cited: str | Hop,
    credited: tuple[str, ...] = (),
    kinds: tuple[CreditKind, ...] = (),
    published: str | None = None,
    name: str = "",
) -> SourcedClaim:
    """Return a claim of its own article: `cited` runs from whom the outlet names to the last known origin."""
    chain = (Hop(outlet, SourceKind.OUTLET, via="published"), *map(_hop, cited))
    name = name or f"{outlet} {cited} {credited}"
    kind = AttributionKind.INDIRECT if cited else AttributionKind.OWN_VOICE
    return SourcedClaim(
        Claim(f"claim {name}", f"attribution {name}", 0, (), "The ferry sank off Norvik.", Frame()),
        Attribution(f"attribution {name}", kind, Stance.ASSERTS, (), (), (), chain),
        ArticleHead(f"article {name}", outlet, published=published, credits=credited, credit_kinds=kinds),
    )


@pytest.fixture
def said() -> Said:
    return make_claim


@pytest.fixture
def two_sources() -> Hop:
    return unnamed("two sources", "the talks")
