"""A small invented story, told by four outlets, and the report on one of its claims."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from provenance.model.article import Article, Credit, CreditKind, PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.chain import OriginGroup, Origins
from provenance.model.claim import Claim, SourcedClaim
from provenance.model.dispute import (
    BackedValue,
    ConflictPoint,
    OutletConflict,
    SourceRecord,
    Standing,
    ValueRanking,
    Weighing,
)
from provenance.model.frame import Frame, Modality, Participant, PlaceMention, Quantity
from provenance.model.identity import content_id
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.relation import (
    Comparison,
    Finding,
    Probabilities,
    Relation,
    RelationKind,
    Side,
    Slot,
    Verdict,
)
from provenance.model.report import Assessment, CorroborationReport, TimelineEntry, TimelineEvent
from provenance.model.source import Count, Hop, SourceKind
from provenance.model.span import Span, Spans

MORNING = (datetime(2031, 4, 16, 8, 30, tzinfo=UTC), datetime(2031, 4, 16, 8, 31, tzinfo=UTC))


def day(number: int) -> tuple[datetime, datetime]:
    """From when until when it is this day of April."""
    return datetime(2031, 4, number, tzinfo=UTC), datetime(2031, 4, number + 1, tzinfo=UTC)


FERRY = "The ferry Solveig will sail again on 3 May, the harbour office said on Monday, after two months in dock."


def words(text: str, part: str) -> Spans:
    """Where these words stand in the text; they must."""
    start = text.index(part)
    return (Span(start, start + len(part)),)


def told(
    text: str,
    outlet: str | None,
    *,
    claim: str,
    part: str,
    source: str | None = None,
    cue: str | None = None,
    chain: tuple[Hop, ...] = (),
    frame: Frame | None = None,
    published: str | None = "2031-04-14",
    title: str | None = "Ferry to sail again",
    url: str | None = "https://news.example/ferry",
    said: TimeMention | None = None,
    credits_: tuple[str, ...] = (),
) -> SourcedClaim:
    """One claim of an article with this text."""
    article = Article(
        text=text,
        outlet=outlet,
        title=title,
        url=url,
        published=published,
        published_origin=PublishedOrigin.GIVEN if published else PublishedOrigin.UNKNOWN,
        credits=tuple(Credit(name, CreditKind.REPORTING) for name in credits_),
    )
    attribution = Attribution(
        id=content_id("attribution", article.id, part),
        kind=AttributionKind.INDIRECT if source else AttributionKind.OWN_VOICE,
        stance=Stance.ASSERTS,
        source=words(text, source) if source else (),
        cue=words(text, cue) if cue else (),
        content=words(text, part),
        chain=(Hop(outlet, SourceKind.OUTLET, via="published"), *chain),
        said=said,
        confidence=0.9,
    )
    found = Claim(
        id=content_id("claim", article.id, claim),
        attribution=attribution.id,
        sentence=0,
        span=words(text, part),
        text=claim,
        frame=frame or Frame(),
    )
    return SourcedClaim(found, attribution, article.head)


def on(text: str, month: int, day: int) -> TimeMention:
    return TimeMention(text, DateInterval.day(date(2031, month, day)))


def related(
    a: SourcedClaim,
    b: SourcedClaim,
    kind: RelationKind,
    *findings: Finding,
    independent: bool = False,
    dependence: str | None = None,
    narrower: Side | None = None,
) -> Relation:
    comparison = Comparison(kind, 0.87, Probabilities(0.87, 0.05, 0.08), findings, narrower)
    return Relation(a, b, comparison, independent, dependence)


@pytest.fixture
def tell() -> Callable[..., SourcedClaim]:
    return told


@pytest.fixture
def relate() -> Callable[..., Relation]:
    return related


@pytest.fixture
def harbour_claim() -> SourcedClaim:
    return told(
        FERRY,
        "Norvik Courier",
        claim="The ferry Solveig will sail again on 3 May.",
        part="The ferry Solveig will sail again on 3 May",
        source="the harbour office",
        cue="said",
        chain=(Hop("Norvik harbour office", SourceKind.ORGANIZATION, via="said"),),
        said=on("on Monday", 4, 14),
        frame=Frame(
            modality=Modality.PLAN,
            when=(on("3 May", 5, 3),),
            where=(PlaceMention("Norvik", "Norvik", "NO"),),
            quantities=(Quantity("two months", 2, 2, "month"),),
            who=(Participant("The ferry Solveig", "Solveig"),),
        ),
        credits_=("Coast News Agency",),
    )


@pytest.fixture
def ferry_report(harbour_claim: SourcedClaim) -> CorroborationReport:
    """Echoed once, refined by unnamed people, contradicted in its date."""
    echo_text = "Coast News Agency reports that the Solveig returns to service on 3 May."
    echo = told(
        echo_text,
        "Fjord Daily",
        claim="The Solveig returns to service on 3 May.",
        part="the Solveig returns to service on 3 May",
        source="Coast News Agency",
        cue="reports",
        chain=(
            Hop("Coast News Agency", SourceKind.AGENCY, via="reported"),
            Hop("Norvik harbour office", SourceKind.ORGANIZATION, via="cited"),
        ),
        published="2031-04-15",
        url="https://fjord.example/solveig",
    )
    insider_text = "The first sailing is planned for the morning of 3 May, two people close to the shipyard told Kai."
    insider = told(
        insider_text,
        "Kai",
        claim="The first sailing is planned for the morning of 3 May.",
        part="The first sailing is planned for the morning of 3 May",
        source="two people close to the shipyard",
        cue="told",
        chain=(Hop(None, SourceKind.ANONYMOUS, True, Count(2, 2), "said", role="two people", close_to="the shipyard"),),
        published="2031-04-16T08:30:00+00:00",
        title=None,
        url=None,
    )
    denial_text = "“She sails on 4 May, not before,” the shipowner, Ada Lund, said."
    denial = told(
        denial_text,
        None,
        claim="[The ferry Solveig] sails on 4 May, not before.",
        part="She sails on 4 May, not before",
        source="the shipowner, Ada Lund",
        cue="said",
        chain=(Hop("Ada Lund", SourceKind.PERSON, via="said", role="shipowner"),),
        published=None,
        url="javascript:alert(1)",
    )
    same_day = Finding("when.interval", Slot.WHEN, Verdict.AGREES, "3 May", "3 May", "both mean 2031-05-03")
    narrows = Finding(
        "when.daytime", Slot.WHEN, Verdict.NARROWS, "3 May", "the morning of 3 May", "a part of 2031-05-03", 0.9, Side.B
    )
    conflict = Finding(
        "when.interval", Slot.WHEN, Verdict.CONFLICTS, "4 May", "3 May", "2031-05-04 and 2031-05-03 share no day"
    )
    unsure = Finding("who.role", Slot.WHO, Verdict.ABSTAINS, "She", "The ferry Solveig", "a pronoun that may be either")
    for_the_third = Origins(
        1,
        2,
        (
            OriginGroup("Norvik harbour office", (harbour_claim.id, echo.id), ("Norvik Courier", "Fjord Daily"), "why"),
            OriginGroup("two people, cited by Kai", (insider.id,), ("Kai",), "unnamed", certain=False),
        ),
    )
    for_the_fourth = Origins(1, 1, (OriginGroup("Ada Lund", (denial.id,), (), "an unknown outlet cites Ada Lund"),))
    office = Weighing("Norvik harbour office", 0.88, SourceRecord(4, 2.0))
    ranking = ValueRanking(
        Slot.WHEN,
        (
            BackedValue(
                ("3 May", "the morning of 3 May"),
                "2031-05-03",
                (harbour_claim.id, echo.id, insider.id),
                for_the_third,
                weighings=(office,),
                least=0.88,
                most=1.88,
            ),
            BackedValue(("4 May",), "2031-05-04", (denial.id,), for_the_fourth),
        ),
        Standing.OPEN,
    )
    point = ConflictPoint(Slot.WHEN, harbour_claim.id, denial.id, "3 May", "4 May")
    one_origin = "both lead back to Norvik harbour office"
    texts = {harbour_claim: FERRY, echo: echo_text, insider: insider_text, denial: denial_text}
    return CorroborationReport(
        claim=harbour_claim,
        assessment=Assessment.DISPUTED,
        outlets=3,
        origins=Origins(
            1,
            2,
            (
                OriginGroup(
                    "Norvik harbour office",
                    (harbour_claim.id, echo.id),
                    ("Norvik Courier", "Fjord Daily"),
                    "2 outlets lead back to Norvik harbour office",
                ),
                OriginGroup(None, (insider.id,), ("Kai",), "unnamed people: may be the harbour office", certain=False),
            ),
            ("two people close to the shipyard may be the harbour office's own",),
        ),
        corroborating=(
            related(harbour_claim, echo, RelationKind.CORROBORATES, same_day, dependence=one_origin),
            related(harbour_claim, insider, RelationKind.REFINES, narrows, independent=True, narrower=Side.B),
        ),
        contradicting=(related(denial, harbour_claim, RelationKind.CONTRADICTS, unsure, conflict),),
        timeline=(
            TimelineEntry("2031-04-14", "Norvik Courier", harbour_claim, TimelineEvent.FIRST_KNOWN, 1, 2, day(14)),
            TimelineEntry("2031-04-15", "Fjord Daily", echo, TimelineEvent.REPEATS, 2, 3, day(15)),
            TimelineEntry("2031-04-16", "Kai", insider, TimelineEvent.REFINES, 3, 4, MORNING),
            TimelineEntry(None, None, denial, TimelineEvent.CONTRADICTS, 1, 4),
        ),
        rankings=(ranking,),
        conflicts=(OutletConflict("Norvik Courier", None, (point,)),),
        sentences={claim.id: text for claim, text in texts.items()},
        sentence_starts={claim.id: 0 for claim in texts},
    )
