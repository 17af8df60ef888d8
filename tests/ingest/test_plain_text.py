"""Plain text and its front matter."""

from __future__ import annotations

import codecs

import pytest

from provenance.model.article import CreditKind, OutletOrigin, PublishedOrigin

STORY = "The island ferry sailed again on Thursday, the harbour office said."


def test_front_matter_says_what_the_article_is_and_is_no_part_of_it(read_one, data) -> None:
    document = read_one(data / "ferry.txt")
    article = document.article

    assert document.ref == str(data / "ferry.txt")
    assert document.location == str((data / "ferry.txt").absolute())
    assert (article.outlet, article.outlet_origin) == ("The Harbour Times", OutletOrigin.GIVEN)
    assert (article.published, article.published_origin) == ("2021-03-04", PublishedOrigin.GIVEN)
    assert article.url == "https://www.harbourtimes.example/2021/03/ferry.html"
    assert article.title == "Ferry Service Resumes After Storm"
    assert article.text.startswith("Ferry Service Resumes After Storm\n\nBy Mara Lind\n")
    assert [(credit.name, credit.kind) for credit in article.credits] == [
        ("NTB", CreditKind.DATELINE),
        ("Reuters", CreditKind.REPORTING),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"  {STORY}\n\n\n",
        f"{STORY}\r\n\r\n\tTabs stay, and so do ends of lines.\r\n",
        f"---\n\n{STORY}",
        f"---\nA word\n---\n{STORY}",
        "Zürich – „Kim“ is ﬁne\u00a0here 🙂, the office said.",
    ],
)
def test_text_is_kept_character_for_character(read_one, text: str) -> None:
    assert read_one(text.encode(), input_format="text").article.text == text


def test_front_matter_with_windows_line_ends(read_one) -> None:
    article = read_one(f"---\r\noutlet: Reuters\r\n---\r\n\r\n{STORY}\r\n".encode()).article

    assert (article.outlet, article.text) == ("Reuters", f"\r\n{STORY}\r\n")


@pytest.mark.parametrize(
    "data_bytes",
    [
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(read_one, data_bytes: bytes) -> None:
    assert read_one(data_bytes, input_format="text").article.text == STORY


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferry Service Resumes\n\n{STORY}", "Ferry Service Resumes"),
        (f"Breaking News\n\nFerry Service Resumes\n\n{STORY}", "Ferry Service Resumes"),
        (STORY, None),
        (f"---\ntitle: Given Title\n---\nFerry Service Resumes\n\n{STORY}", "Given Title"),
    ],
)
def test_the_title_is_the_headline_above_the_text_if_none_is_given(read_one, text: str, title: str | None) -> None:
    assert read_one(text.encode(), input_format="text").article.title == title


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "holds no text"),
        (" \n\t\n", "holds no text"),
        ("\ufeff", "holds no text"),
        ("---\noutlet: Reuters\n---\n", "holds no text"),
        (f"---\noutlet: [a\n---\n{STORY}", "front matter is not valid YAML"),
        (f"---\noutlet: a: b\n---\n{STORY}", "-:2: front matter is not valid YAML"),
        pytest.param(f"---\n{'[' * 5000}\n---\n{STORY}", "front matter is not valid YAML", id="deep"),
        (f"---\n- a\n- b\n---\n{STORY}", "front matter is a list"),
        (f"---\noutlet: [a, b]\n---\n{STORY}", "outlet is a list"),
        (f"---\noutlet: {{a: b}}\n---\n{STORY}", "outlet is a mapping"),
        (f"---\ndate: 2019-13-45\n---\n{STORY}", "date '2019-13-45' is not a date"),
        (f"---\ndate: yesterday\n---\n{STORY}", "date 'yesterday' is not a date"),
        (f"---\ndate: 2019-04\n---\n{STORY}", "date '2019-04' is not a date"),
        (f"---\nurl: ferry.html\n---\n{STORY}", "url 'ferry.html' is no web address"),
        (f"---\nurl: javascript:alert(1)\n---\n{STORY}", "is no web address"),
        pytest.param(f"---\ntitle: {'x' * 3000}\n---\n{STORY}", "title has 3000 characters", id="long"),
        (f'---\ntitle: "a\\0b"\n---\n{STORY}', "title holds broken characters"),
        (f"{STORY}\nA NUL \x00 here.", "holds a NUL byte (line 2)"),
    ],
)
def test_what_cannot_be_read_says_why(error_of, text: str, problem: str) -> None:
    assert problem in error_of(text.encode(), input_format="text")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("Der Präsident\nsagte: Zürich".encode("latin-1"), "is not UTF-8 text (line 1)"),
        (b"Line one.\nLine two: caf\xe9.", "is not UTF-8 text (line 2)"),
        (codecs.BOM_UTF16_LE + b"a", "is not UTF-16 text"),
        (b"%PDF-1.7 ...", "is a PDF, not text"),
        (b"PK\x03\x04...", "ZIP archive"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (bytes(range(256)), "holds a NUL byte"),
    ],
)
def test_bytes_that_are_no_text_say_why(error_of, content: bytes, problem: str) -> None:
    assert problem in error_of(content, input_format="text")


@pytest.mark.parametrize("day", ["2019-04-23", "2019-04-23T10:15:00", "2019-04-23T10:15:00+00:00", "2199-01-01"])
def test_iso_dates_are_taken_as_they_stand(read_one, day: str) -> None:
    assert read_one(f"---\ndate: {day}\n---\n{STORY}".encode(), input_format="text").article.published == day


def test_yaml_that_multiplies_itself_is_no_danger(read_one) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))

    assert read_one(f"---\n{bomb}---\n{STORY}".encode(), input_format="text").article.text == STORY
