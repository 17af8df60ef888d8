"""Claims made by hand: the sentence, and what a reader finds in its slots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from provenance.matching import similarity
from provenance.model.article import ArticleHead
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, SourcedClaim
from provenance.model.frame import (
    Argument,
    Event,
    Frame,
    Modality,
    Participant,
    PlaceMention,
    Polarity,
    Quantity,
)
from provenance.model.identity import content_id
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.relation import Comparison
from provenance.model.source import Hop, SourceKind
from provenance.relations import compare

_MODALITIES = {m.value: m for m in Modality}
_STANCES = {s.value: s for s in Stance}


def _head(phrase: str) -> str:
    """The head of a phrase: what follows a bar, else a whole name, else the last word."""
    if "|" in phrase:
        return phrase.split("|")[1]
    return phrase if phrase[0].isupper() else phrase.split()[-1]


def _arguments(role: str, phrases: str) -> tuple[Argument, ...]:
    return tuple(Argument(role, p.split("|")[0], _head(p)) for p in phrases.split("; ") if p)


def _time(text: str) -> TimeMention:
    """ "25 April=2019-04-25" or "in April=2019-04-01..2019-04-30", a "?" at the end: the year is inferred."""
    words, _, days = text.partition("=")
    inferred = days.endswith("?")
    start, dots, end = days.rstrip("?").partition("..")
    first, last = (date.fromisoformat(day) if day else None for day in (start, end if dots else start))
    interval = DateInterval(first, last) if first or last else None
    return TimeMention(words, interval, year_inferred=inferred)


def _place(text: str) -> PlaceMention:
    """ "Vladivostok/RU"; without a code the country is not known."""
    name, _, country = text.partition("/")
    return PlaceMention(name, name if country else None, country or None)


def _quantity(text: str) -> Quantity:
    """ "at least 40=40..:person", "some 3,000=2700..3300:troop", "12=12:person"."""
    words, _, rest = text.partition("=")
    bounds, _, unit = rest.partition(":")
    low, dots, high = bounds.partition("..")
    bounds_of = [float(b) if b else None for b in ((low, high) if dots else (low, low))]
    approximate = bool(dots and low and high)
    return Quantity(words, bounds_of[0], bounds_of[1], unit or None, approximate)


def claim(
    text: str,
    do: str | None = None,
    *,
    agent: str = "",
    patient: str = "",
    theme: str = "",
    with_: str = "",
    when: str = "",
    where: str = "",
    count: str = "",
    who: str = "",
    tense: str | None = "past",
    modality: str = "fact",
    negative: bool = False,
    source: str = "",
    stance: str = "asserts",
    quoted: bool = False,
    published: str | None = None,
    said: str = "",
    outlet: str = "The Courier",
) -> SourcedClaim:
    """Return a claim whose slots hold what is given; several of a kind are set apart by "; "."""
    arguments = _arguments("agent", agent) + _arguments("patient", patient) + _arguments("theme", theme)
    arguments += _arguments("with", with_)
    places = tuple(_place(p) for p in where.split("; ") if p)
    arguments += tuple(Argument("in", place.text, place.text) for place in places)
    named = who.split("; ") if who else []
    named += [phrase.split("|")[0] for phrase in f"{agent}; {patient}; {with_}".split("; ") if phrase[:1].isupper()]
    frame = Frame(
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        modality=_MODALITIES[modality],
        when=tuple(_time(t) for t in when.split("; ") if t),
        where=places,
        quantities=tuple(_quantity(q) for q in count.split("; ") if q),
        who=tuple(Participant(*_known(name)) for name in dict.fromkeys(named)),
        event=Event(do, arguments, tense) if do else None,
    )
    hops = (Hop(outlet, SourceKind.OUTLET, via="published"),)
    hops += tuple(
        Hop(name.rstrip("*"), SourceKind.PERSON if name.endswith("*") else SourceKind.ORGANIZATION)
        for name in source.split(" < ")
        if name
    )
    kind = AttributionKind.OWN_VOICE if not source else AttributionKind.DIRECT if quoted else AttributionKind.INDIRECT
    stated = _time(said) if said else None
    attribution = Attribution("a" * 32, kind, _STANCES[stance], (), (), (), hops, stated)
    head = ArticleHead(id=content_id("article", outlet, text), outlet=outlet, published=published)
    return SourcedClaim(
        Claim(content_id("claim", outlet, text, frame, hops), "a" * 32, 0, (), text, frame), attribution, head
    )


def _known(name: str) -> tuple[str, str, str]:
    """ "Kim Jong Un*" is a person, "the Kremlin" is not."""
    bare = name.rstrip("*")
    return bare, bare, "person" if name.endswith("*") else "organization"


@dataclass(frozen=True)
class Case:
    """Two claims, what they are to each other, and which rule must see it."""

    name: str
    a: SourcedClaim
    b: SourcedClaim
    relation: str  # several that are all right are set apart by "|"
    rule: str | None = None
    verdict: str | None = None  # of that rule; "silent": it says nothing

    def __str__(self) -> str:
        return self.name


def compared(a: SourcedClaim, b: SourcedClaim) -> Comparison:
    """Compare two claims by their own similarity."""
    return compare(a, b, similarity(a, b))


def check(case: Case) -> None:
    """Assert relation and finding, and that turning the pair round changes sides alone."""
    comparison = compared(case.a, case.b)
    told = "; ".join(f"{f.rule} {f.verdict.value}: {f.detail}" for f in comparison.findings)
    assert comparison.kind.value in case.relation.split("|"), f"{comparison.kind.value} {comparison.score} ({told})"
    if case.rule:
        verdicts = {finding.rule: finding.verdict.value for finding in comparison.findings}
        assert verdicts.get(case.rule, "silent") == case.verdict, told
    turned = compared(case.b, case.a)
    assert turned.kind is comparison.kind
    assert turned.score == comparison.score


def parametrized(cases: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=str)
