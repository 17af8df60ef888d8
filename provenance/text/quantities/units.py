"""What a figure counts: a currency, a measure, or the noun behind the number."""

from __future__ import annotations

import re

from provenance.text.listed import listed

CURRENCIES = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₽": "ruble",
    "₩": "won",
    "₹": "rupee",
    "₪": "shekel",
}
CURRENCY_WORDS = {
    "dollar": "dollar",
    "dollars": "dollar",
    "euro": "euro",
    "euros": "euro",
    "pounds": "pound",
    "yen": "yen",
    "yuan": "yuan",
    "renminbi": "yuan",
    "ruble": "ruble",
    "rubles": "ruble",
    "rouble": "ruble",
    "roubles": "ruble",
    "rupees": "rupee",
    "francs": "franc",
    "lira": "lira",
    "liras": "lira",
    "shekels": "shekel",
    "hryvnia": "hryvnia",
    "hryvnias": "hryvnia",
    "pesos": "peso",
    "cents": "cent",
}
MEASURES = {
    "km": "kilometer",
    "kms": "kilometer",
    "kilometre": "kilometer",
    "kilometres": "kilometer",
    "kilometer": "kilometer",
    "kilometers": "kilometer",
    "metre": "meter",
    "metres": "meter",
    "cm": "centimeter",
    "mm": "millimeter",
    "kg": "kilogram",
    "kgs": "kilogram",
    "kilo": "kilogram",
    "kilos": "kilogram",
    "lb": "pound",
    "lbs": "pound",
    "ft": "foot",
    "feet": "foot",
    "mph": "mile per hour",
    "kph": "kilometer per hour",
    "km/h": "kilometer per hour",
    "tonne": "ton",
    "tonnes": "ton",
    "tons": "ton",
    "litres": "liter",
    "litre": "liter",
    "mw": "megawatt",
    "gw": "gigawatt",
    "hectares": "hectare",
    "degrees": "degree",
    "°c": "degree",
    "°f": "degree",
    "magnitude": "magnitude",
}
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_LENGTHS = frozenset(MEASURES.values()) | {"mile", "yard", "inch", "foot"}
_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "leaves": "leaf",
    "halves": "half",
    "thieves": "thief",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "crises": "crisis",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "bonuses": "bonus",
    "campuses": "campus",
    "policemen": "policeman",
    "gunmen": "gunman",
    "spokesmen": "spokesman",
    "lawmen": "lawman",
    "servicemen": "serviceman",
    "fishermen": "fisherman",
    "firemen": "fireman",
    "congressmen": "congressman",
    "businessmen": "businessman",
    "congresswomen": "congresswoman",
    "policewomen": "policewoman",
    "grandchildren": "grandchild",
    "schoolchildren": "schoolchild",
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "shoes": "shoe",
}
# Nouns whose plural looks like the singular, or like none.
UNCHANGED = listed(
    """
    aircraft personnel staff crew police series species head offspring sheep fish deer spacecraft hovercraft
    military infantry cattle percent
    """
)
# "43 killed", "12 dead": the figure counts people.
STATES_OF_PEOPLE = listed(
    """
    killed dead injured wounded missing hurt arrested detained hospitalized hospitalised displaced infected
    unaccounted homeless stranded
    """
)
# No noun: the search for what is counted ends here.
_STOPS = listed(
    """
    the a an of in on at to from for with by as and or but nor that which who whom whose where when while if
    than then was were is are be been being am has have had having do does did will would shall should may might
    can could must said says say told reported died left went came fell rose took made got gave were not no it
    he she they we you i this these those his her its their our my into over under about after before during
    since until against between through because so up down out off near per each every including such least most
    """
)
_WORD = re.compile(r"[ \t\u00a0\n]{1,2}(\(?)((?:[A-Z]\.){2,}|[A-Za-zÀ-ÿ][\w'’-]*)")
_REACH = 5  # words after a number among which its noun is looked for


def singular(word: str) -> str:
    """Return the singular of an English noun, lower-case.

    >>> [singular(w) for w in ("people", "countries", "troops", "churches", "Syrians", "police")]
    ['person', 'country', 'troop', 'church', 'syrian', 'police']
    """
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower in UNCHANGED or lower.endswith(("ss", "us", "is", "news")) or len(lower) < 4:
        return lower
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") else lower


def noun_after(text: str, position: int, *, single: bool) -> tuple[str, int] | None:
    """Return what a number that ends here counts, singular, and where the noun ends; None where no noun follows.

    The first plural within a few words is taken ("3,000 heavily armed troops"), for a single one the last word before a
    verb or preposition ("one Russian soldier was").
    """
    words = _words_after(text, position)
    for place, (word, end) in enumerate(words):
        power = _POWERS.get(words[place - 1][0].lower().rstrip(".")) if place else None
        if power is not None and (word.lower() in MEASURES or singular(word) in _LENGTHS):
            return f"{power} {MEASURES.get(word.lower()) or singular(word)}", end
        if _is_plural(word):
            return MEASURES.get(word.lower()) or CURRENCY_WORDS.get(word.lower()) or singular(word), end
        if word.lower() in STATES_OF_PEOPLE and (word, end) == words[0]:
            return "person", position
        if word.lower() in UNCHANGED or word.lower() in MEASURES:
            return MEASURES.get(word.lower(), word.lower()), end
    while single and len(words) > 1 and words[-1][0].endswith("ed"):
        words.pop()  # "one person survived"
    if single and words:
        word, end = words[-1]
        return (singular(word), end) if len(words) <= 3 and word.islower() else None
    return None


def _words_after(text: str, position: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    while len(found) < _REACH and (match := _WORD.match(text, position)):
        word = match[2]
        if match[1] or (word.lower() in _STOPS and not (word.lower() == "of" and not found)):
            break
        position = match.end()
        if word.lower() != "of":
            found.append((word, position))
        if word.endswith(("'s", "’s")):
            found.pop()
    return found


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _IRREGULAR:
        return True
    if not lower.endswith("s") or len(lower) < 4 or "'" in lower or "’" in lower:
        return False
    return not lower.endswith(("ss", "ous", "us", "is", "ics", "less", "was", "always", "perhaps"))
