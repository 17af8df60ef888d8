"""Which outlet published an article, and how that is known; and whom it credits."""

from __future__ import annotations

import json

import pytest

STORY = "The island ferry sailed again on Thursday, the harbour office said, after three days in port."


@pytest.mark.parametrize(
    ("record", "outlet", "origin"),
    [
        ({"outlet": "Reuters", "url": "https://www.harbourtimes.example/a"}, "Reuters", "given"),
        ({"outlet": "A Paper Nobody Knows"}, "A Paper Nobody Knows", "given"),
        ({"outlet": "harbourtimes.example"}, "The Harbour Times", "domain"),
        ({"url": "https://www.harbourtimes.example/a"}, "The Harbour Times", "domain"),
        ({"url": "https://www.unknown.example/a"}, None, "unknown"),
        ({"url": "https://[broken/a"}, None, "unknown"),
        ({}, None, "unknown"),
    ],
)
def test_by_name_or_address(read_one, record: dict[str, str], outlet: str | None, origin: str) -> None:
    article = read_one(json.dumps({"id": "a", "text": STORY, **record}).encode()).article

    assert (article.outlet, article.outlet_origin.value) == (outlet, origin)


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("Advertisement\n\nRadio Northport journalists report the news in four languages.", "Radio Northport"),
        ("© 2021 The Harbour Times. All rights reserved.", "The Harbour Times"),
        ("Copyright 2021 The Harbour Times", "The Harbour Times"),
        ("Copyright 2021 The Associated Press. All rights reserved.", None),  # printed wherever its copy runs
        ("© 2021 A Paper Nobody Knows", None),
        ("© 2021 Norway", None),
        ("Radio Northport journalists report the news in four languages.", None),  # alone, it may be news
    ],
)
def test_by_the_furniture_of_the_page(read_one, foot: str, outlet: str | None) -> None:
    article = read_one(f"Ferry Resumes\n\n{STORY}\n\n{foot}".encode(), input_format="text").article

    assert (article.outlet, article.outlet_origin.value) == (outlet, "text" if outlet else "unknown")


def test_what_the_news_says_of_an_outlet_is_no_sign_of_the_articles_own(read_one) -> None:
    text = f'{STORY}\n\nRadio Northport has been declared a "foreign agent" by the ministry, its editor said on Monday.'

    assert read_one(text.encode(), input_format="text").article.outlet is None


def test_an_aggregator_s_title_names_where_it_took_the_story(read_one) -> None:
    titles = {"Ferry Resumes [Reuters]": ["Reuters"], "Ferry Resumes (The Harbour Times)": ["The Harbour Times"]}
    titles |= {"Ferry Resumes [Video]": [], "Ferry Resumes (again)": [], "[Reuters]": []}
    for title, names in titles.items():
        record = {"id": "a", "text": STORY, "title": title}
        assert [credit.name for credit in read_one(json.dumps(record).encode()).article.credits] == names


@pytest.mark.parametrize(
    ("outlet", "text", "names"),
    [
        (None, f"{STORY}\n\nWith reporting by The Associated Press and NTB.", ["AP", "NTB"]),
        ("The Harbour Times", f"{STORY}\n\nWith reporting by The Harbour Times and NTB.", ["NTB"]),
        ("NTB", f"OSLO (NTB) - {STORY}", ["NTB"]),
        ("The Harbour Times", f"{STORY}\n\n© 2021 The Harbour Times", []),
        (None, f"OSLO (AP) - {STORY}\n\nCopyright 2021 The Associated Press. All rights reserved.", ["AP"]),
        (None, f"{STORY}\n\nWith reporting by Northport Calling News.", ["Northport Calling News"]),
    ],
)
def test_credits_bear_known_names_and_leave_out_the_outlets_own(read_one, outlet, text, names) -> None:
    record = {"id": "a", "text": text, **({"outlet": outlet} if outlet else {})}

    assert [credit.name for credit in read_one(json.dumps(record).encode()).article.credits] == names
