"""Saved web pages: text, and what their metadata says."""

from __future__ import annotations

import pytest

from provenance.model.article import OutletOrigin, PublishedOrigin

STORY = (
    "<p>The island ferry sailed again on Thursday, the harbour office said, after a storm had kept it in port.</p>"
    "<p>About 240 people had waited in the port for three days, according to the town's mayor.</p>"
)


def page(head: str = "", body: str = STORY) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def test_text_title_outlet_date_and_address(read_one, data) -> None:
    article = read_one(data / "ferry.html").article

    assert article.title == "Ferry Service Resumes After Storm"
    assert (article.outlet, article.outlet_origin) == ("The Harbour Times", OutletOrigin.METADATA)
    assert (article.published, article.published_origin) == ("2021-03-04T08:15:00+01:00", PublishedOrigin.METADATA)
    assert article.url == "https://www.harbourtimes.example/2021/03/ferry.html"
    assert "The island ferry sailed again" in article.text
    assert "Lighthouse" not in article.text
    assert "Islands" not in article.text
    assert [credit.name for credit in article.credits] == ["NTB", "Reuters"]
    assert [span.of(article.text) for span in article.boilerplate] == ["With reporting by NTB and Reuters."]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-03-04T08:15:00Z">', "2021-03-04T08:15:00+00:00"),
        ('<meta name="date" content="2021-03-04">', "2021-03-04"),
        ('<meta itemprop="datePublished" content="March 4, 2021">', "2021-03-04"),
        ('<meta name="pubdate" content="Thu, 04 Mar 2021 08:15:00 +0100">', "2021-03-04T08:15:00+01:00"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-03-04"}</script>',
            "2021-03-04",
        ),
        (
            '<script type="application/ld+json">[{"@type": "WebSite"}, {"@graph": [{"@type": ["Article"], '
            '"datePublished": "2021-03-04"}]}]</script>',
            "2021-03-04",
        ),
        ('<link rel="canonical" href="https://x.example/2021/03/04/ferry.html">', "2021-03-04"),
        ('<meta name="date" content="yesterday">', None),
        ('<meta name="date" content="March 2021">', None),
        ('<meta name="date" content="2021-13-45">', None),
        ('<meta property="article:modified_time" content="2021-03-04">', None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 20210304}</script>', None),
        ('<script type="application/ld+json">{"@type": "Event", "datePublished": "2021-03-04"}</script>', None),
        ('<script type="application/ld+json">{not json</script>', None),
        ("", None),
    ],
)
def test_the_date_is_what_the_metadata_say(read_one, head: str, published: str | None) -> None:
    article = read_one(page(head)).article

    assert article.published == published
    assert article.published_origin is (PublishedOrigin.METADATA if published else PublishedOrigin.UNKNOWN)


@pytest.mark.parametrize(
    ("times", "published"),
    [
        ('<time datetime="2021-03-04">4 March</time>', "2021-03-04"),
        ('<time datetime="2021-03-04">4 March</time> <time datetime="2021-03-05">5 March</time>', None),
        ('<time datetime="2021-03-04" pubdate>4 March</time> <time datetime="2021-03-05">5 March</time>', "2021-03-04"),
    ],
)
def test_a_time_counts_where_only_one_can_be_meant(read_one, times: str, published: str | None) -> None:
    assert read_one(page(body=times + STORY)).article.published == published


def test_a_teaser_s_date_is_not_the_article_s(read_one) -> None:
    markup = page().replace(
        b"</article>", b"</article><aside><p>Published 1 January 2020: Storm Damages Lighthouse</p></aside>"
    )

    assert read_one(markup).article.published is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "<title>Ferry Resumes | Harbour Times</title><meta property='og:site_name' content='Harbour Times'>",
            "Ferry Resumes",
        ),
        ("<title>Ferry Resumes</title>", "Ferry Resumes"),
        ("<title>One</title><meta property='og:title' content='Two'>", "Two"),
    ],
)
def test_the_title_loses_the_site_s_name(read_one, head: str, title: str) -> None:
    assert read_one(page(head)).article.title == title


@pytest.mark.parametrize(
    ("content", "declared"),
    [
        ("utf-8", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "windows-1252"),
        ("koi8-r", "koi8-r"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_declared_encoding_is_believed_where_it_fits(read_one, content: str, declared: str) -> None:
    words = "“Привет”" if content in ("koi8-r", "utf-16") else "“Café”"
    words = words.strip("“”") if content == "koi8-r" else words
    markup = page(f'<meta charset="{declared}">', f"<p>{words}: the ferry sailed.</p>{STORY}").decode().encode(content)

    assert words in read_one(markup, input_format="html").article.text


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html><body></body></html>", "holds no article"),
        pytest.param(b"<!DOCTYPE html>" + b"<div>" * 50_000, "holds no article", id="deep"),
        (b"%PDF-1.4", "is a PDF"),
        (b"<html>\x00</html>", "is not a web page"),
    ],
)
def test_a_page_without_an_article_says_so(error_of, markup: bytes, problem: str) -> None:
    assert problem in error_of(markup, input_format="html")


def test_a_wrong_address_in_the_metadata_is_left_out(read_one) -> None:
    assert read_one(page('<link rel="canonical" href="javascript:alert(1)">')).article.url is None
