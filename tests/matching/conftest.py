"""Claims of which matching needs little: a text, names, figures and days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from provenance.model.article import ArticleHead
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, SourcedClaim
from provenance.model.frame import Event, Frame, Participant, PlaceMention, Quantity
from provenance.model.identity import content_id
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.source import Hop


@pytest.fixture
def claim() -> Callable[..., SourcedClaim]:
    def make(
        text: str,
        *,
        outlet: str = "The Courier",
        who: tuple[str, ...] = (),
        where: tuple[str, ...] = (),
        days: tuple[str, str] | None = None,
        count: tuple[float, str] | None = None,
        predicate: str | None = None,
    ) -> SourcedClaim:
        interval = DateInterval(*map(date.fromisoformat, days)) if days else None
        frame = Frame(
            when=(TimeMention("then", interval),) if interval else (),
            where=tuple(PlaceMention(name, name) for name in where),
            quantities=(Quantity(f"{count[0]:g}", count[0], count[0], count[1]),) if count else (),
            who=tuple(Participant(name, name) for name in who),
            event=Event(predicate) if predicate else None,
        )
        head = ArticleHead(id=content_id("article", outlet, text), outlet=outlet)
        own_voice = Attribution("a" * 32, AttributionKind.OWN_VOICE, Stance.ASSERTS, (), (), (), (Hop(outlet),))
        made = Claim(content_id("claim", outlet, text, frame), "a" * 32, 0, (), text, frame)
        return SourcedClaim(made, own_voice, head)

    return make
