"""When an article was published, and how that is known."""

from __future__ import annotations

import pytest

STORY = "The island ferry sailed again, the harbour office said."


@pytest.mark.parametrize(
    ("text", "published", "origin"),
    [
        (f"NORTHPORT, March 4, 2021 (NTB) -- {STORY}", "2021-03-04", "dateline"),
        (f"NORTHPORT, 4 March 2021 /NTB/. {STORY}", "2021-03-04", "dateline"),
        (f"Ferry Resumes\n\nPublished March 5, 2021\n\nNORTHPORT, March 4 (NTB) -- {STORY}", "2021-03-04", "dateline"),
        (
            f"Ferry Resumes\n\nPublished January 1, 2021\n\nNORTHPORT, Dec. 31 (NTB) -- {STORY}",
            "2020-12-31",
            "dateline",
        ),
        (f"Ferry Resumes\n\nMarch 4, 2021 7:15 a.m.\n\n{STORY}", "2021-03-04", "text"),
        (f"Ferry Resumes\n\nUpdated 2021-03-06 10:00\nPublished 2021-03-04 09:00\n\n{STORY}", "2021-03-04", "text"),
        (f"NORTHPORT, March 4 (NTB) -- {STORY}", None, "unknown"),
        (f"NORTHPORT, Feb. 30, 2021 (NTB) -- {STORY}", None, "unknown"),
        (f"Ferry Resumes\n\n05/03/2021\n\n{STORY}", None, "unknown"),
        (f"{STORY} It had last sailed in 2019.", None, "unknown"),
        (f"{STORY} The governor said on June 25, 2012, that it would sail for ever.", None, "unknown"),
        (STORY, None, "unknown"),
    ],
)
def test_of_a_text_without_metadata(read_one, text: str, published: str | None, origin: str) -> None:
    article = read_one(text.encode(), input_format="text").article

    assert (article.published, article.published_origin.value) == (published, origin)


def test_is_inferred_from_the_days_that_the_text_names(read_one) -> None:
    text = "The ferry office said on March 4 that it would sail. It had stopped in December 2020 and in February 2021."
    article = read_one(text.encode(), input_format="text").article

    assert (article.published, article.published_origin.value) == ("2021-03-04", "text")
