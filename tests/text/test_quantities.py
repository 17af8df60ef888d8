"""Which figures a text holds, between which bounds, and what they count."""

import pytest

from provenance.text.quantities import find_quantities, singular

# The words -> the figure as it stands in them, low, high, unit
FIGURES = [
    ("at least 40 people died", "at least 40 people", 40, None, "person"),
    ("no fewer than 12 Palestinians", "no fewer than 12 Palestinians", 12, None, "palestinian"),
    ("more than 20 ships sank", "more than 20 ships", 20, None, "ship"),
    ("over 300 homes", "over 300 homes", 300, None, "home"),
    ("up to 5 years", "up to 5 years", None, 5, "year"),
    ("as many as 500 U.S. troops", "as many as 500 U.S. troops", None, 500, "troop"),
    ("fewer than 100 votes", "fewer than 100 votes", None, 100, "vote"),
    ("less than 2 percent", "less than 2 percent", None, 2, "percent"),
    ("some 3,000 Russian troops", "some 3,000 Russian troops", 2700, 3300, "troop"),
    ("12 square kilometres of farmland", "12 square kilometres", 12, 12, "square kilometer"),
    ("3 sq km of forest", "3 sq km", 3, 3, "square kilometer"),
    ("4 square miles", "4 square miles", 4, 4, "square mile"),
    ("5 million cubic metres of water", "5 million cubic metres", 5_000_000, 5_000_000, "cubic meter"),
    ("about 200 km away", "about 200 km", 180, 220, "kilometer"),
    ("around $20 million", "around $20 million", 18e6, 22e6, "dollar"),
    ("nearly 44 million viewers", "nearly 44 million viewers", 39.6e6, 44e6, "viewer"),
    ("40 soldiers", "40 soldiers", 40, 40, "soldier"),
    ("1,234,567 ballots", "1,234,567 ballots", 1234567, 1234567, "ballot"),
    ("a dozen tanks", "a dozen tanks", 12, 12, "tank"),
    ("half a dozen men", "half a dozen men", 6, 6, "man"),
    ("three dozen cars", "three dozen cars", 36, 36, "car"),
    ("more than a dozen countries", "more than a dozen countries", 12, None, "country"),
    ("dozens of people", "dozens of people", 24, None, "person"),
    ("hundreds of thousands of refugees", "hundreds of thousands of refugees", 2e5, None, "refugee"),
    ("thousands of protesters", "thousands of protesters", 2000, None, "protester"),
    ("a couple of weeks", "a couple of weeks", 2, 2, "week"),
    ("twenty-three people", "twenty-three people", 23, 23, "person"),
    ("one hundred and fifty soldiers", "one hundred and fifty soldiers", 150, 150, "soldier"),
    ("half a million people", "half a million people", 5e5, 5e5, "person"),
    ("Six people died.", "Six people", 6, 6, "person"),
    ("Only one person survived", "one person", 1, 1, "person"),
    ("one soldier was killed", "one soldier", 1, 1, "soldier"),
    ("two sources close to the talks", "two sources", 2, 2, "source"),
    ("43 killed", "43", 43, 43, "person"),
    ("12 dead in the blast", "12", 12, 12, "person"),
    ("between 10 and 12 ships", "between 10 and 12 ships", 10, 12, "ship"),
    ("10 to 12 ships", "10 to 12 ships", 10, 12, "ship"),
    ("3-5 days", "3-5 days", 3, 5, "day"),
    ("ten or twelve men", "ten or twelve men", 10, 12, "man"),
    ("2-3 million people", "2-3 million people", 2e6, 3e6, "person"),
    ("between $2 billion and $3 billion", "between $2 billion and $3 billion", 2e9, 3e9, "dollar"),
    ("$1.5 billion", "$1.5 billion", 1.5e9, 1.5e9, "dollar"),
    ("US$20", "US$20", 20, 20, "dollar"),
    ("£3m", "£3m", 3e6, 3e6, "pound"),
    ("1.2bn euros", "1.2bn euros", 1.2e9, 1.2e9, "euro"),
    ("3 million won", "3 million won", 3e6, 3e6, "won"),
    ("12 percent", "12 percent", 12, 12, "percent"),
    ("12 per cent", "12 per cent", 12, 12, "percent"),
    ("12%", "12%", 12, 12, "percent"),
    ("two percentage points", "two percentage points", 2, 2, "percentage point"),
    ("half of the voters", "half", 50, 50, "percent"),
    ("two-thirds of voters", "two-thirds", 66.6667, 66.6667, "percent"),
    ("a two-day visit", "two-day", 2, 2, "day"),
    ("a 45-year-old man", "45-year-old", 45, 45, "year-old"),
    ("a man aged 45", "45", 45, 45, "year-old"),
    ("a 6.2-magnitude quake", "6.2-magnitude", 6.2, 6.2, "magnitude"),
    ("In Syria 40 people were killed", "40 people", 40, 40, "person"),
    ("They killed two.", "two", 2, 2, None),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "unit"), FIGURES, ids=[row[0] for row in FIGURES])
def test_a_figure_has_its_bounds_and_what_it_counts(
    text: str, words: str, low: float | None, high: float | None, unit: str | None
) -> None:
    (found,) = find_quantities(text)
    assert (found.text, found.low, found.high, found.unit) == (words, low, high, unit)
    assert found.span[0].of(text) == words


NO_FIGURES = [
    "the first man",
    "the 14th floor",
    "in 2014",
    "on 25 April 2019",
    "two weeks ago",
    "a Boeing 737 landed",
    "the G7 met",
    "under Article 5",
    "Resolution 1718",
    "Flight 370",
    "Windows 10",
    "COVID-19",
    "an F-16",
    "the 5G network",
    "the attacks of 9/11",
    "at 5 p.m.",
    "at 17:30",
    "at 8.",
    "No. 10",
    "the Group of Seven",
    "the Six Nations",
    "no one came",
    "one of the men",
    "one day",
    "they won 3-2",
    "a 16x9 image",
    "100,000,000,000,000,000,000 people",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_names_dates_and_ordinals_are_no_figures(text: str) -> None:
    assert find_quantities(text) == ()


def test_approximate_figures_are_marked() -> None:
    assert [q.approximate for q in find_quantities("some 40 men, 40 women, nearly 40 cars, dozens of buses")] == [
        True,
        False,
        True,
        True,
    ]


def test_a_change_is_two_figures_of_one_unit() -> None:
    found = find_quantities("rose from 10 to 12 percent")
    assert [(q.low, q.unit) for q in found] == [(10, "percent"), (12, "percent")]


def test_several_figures_keep_their_order() -> None:
    text = "news in 27 languages in 23 countries"
    assert [q.text for q in find_quantities(text)] == ["27 languages", "23 countries"]


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("people", "person"), ("women", "woman"), ("countries", "country"), ("churches", "church"), ("police", "police"),
     ("lives", "life"), ("boxes", "box"), ("dollars", "dollar"), ("taxes", "tax"), ("aircraft", "aircraft")],
)  # fmt: skip
def test_nouns_are_counted_in_the_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected
