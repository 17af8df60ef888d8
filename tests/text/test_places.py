"""Which places names mean, and in which country they lie."""

import pytest

from provenance.text.places import find_place

PLACES = [
    ("Vladivostok", "Vladivostok", "RU"),
    ("Moscow", "Moscow", "RU"),
    ("London", "London", "GB"),
    ("Paris", "Paris", "FR"),
    ("Tripoli", "Tripoli", "LY"),  # a capital, and far larger than its namesake
    ("Kiev", "Kyiv", "UA"),
    ("St. Petersburg", "Saint Petersburg", "RU"),
    ("Zurich", "Zürich", "CH"),
    ("New York", "New York City", "US"),
    ("Washington", "Washington", "US"),
    ("Portland", "Portland", "US"),  # several, all of one country
    ("Portland, Oregon", "Portland", "US"),
    ("Birmingham", "Birmingham", None),  # England or Alabama
    ("San Jose", "San Jose", None),
    ("Cambridge", "Cambridge", None),
    ("Georgia", "Georgia", None),  # a country, and a state
    ("Russia", "Russia", "RU"),
    ("the United States", "United States", "US"),
    ("U.S.", "United States", "US"),
    ("Britain", "United Kingdom", "GB"),
    ("North Korea", "North Korea", "KP"),
    ("South Korea", "South Korea", "KR"),
    ("California", "California", "US"),
    ("Arizona", "Arizona", "US"),
    ("Virginia", "Virginia", "US"),
    ("Montana", "Montana", "US"),
    ("Calif.", "California", "US"),
    ("Gaza", "Gaza", "PS"),
    ("the Korean Peninsula", "Korean Peninsula", None),
    ("Crimea", "Crimea", None),
    ("southern Syria", "Syria", "SY"),
    ("Moscow's", "Moscow", "RU"),
    ("Russian", "Russia", "RU"),
    ("South Korean", "South Korea", "KR"),
    ("Москва", "Moscow", "RU"),
    ("平壤", "Pyongyang", "KP"),
    ("서울", "Seoul", "KR"),
]


@pytest.mark.parametrize(("name", "canonical", "country"), PLACES)
def test_a_name_leads_to_a_place(name: str, canonical: str, country: str | None) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.name, place.country) == (canonical, country)
    assert place.span[0].of(name) == place.text


@pytest.mark.parametrize(
    "name", ["nice", "Nice", "Reading", "reading", "Of", "of", "March", "Trump", "Kim", "The", "", "  ", "moscow"]
)
def test_common_words_and_surnames_are_no_places(name: str) -> None:
    assert find_place(name) is None
