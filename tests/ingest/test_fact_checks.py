"""Fact-checks from every format, and what is said of records that are none."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from threading import Thread

import pytest

from provenance.errors import InputError, UnreadableInput
from provenance.ingest.fact_checks import read_fact_checks
from provenance.ingest.fetching import fetch
from provenance.model.fact_check import FactCheck

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://tide.example/ozelin",
    "headline": "Is there lead in Ozelin?",
    "claimReviewed": "Ozelin contains  lead.",
    "author": {"@type": "Organization", "name": "Tidewater Checks"},
    "datePublished": "2032-02-02",
    "inLanguage": "en",
    "reviewRating": {"ratingValue": "2", "bestRating": "5", "worstRating": 1, "alternateName": "Mostly false"},
    "itemReviewed": {"@type": "Claim", "author": {"name": "a radio host"}},
}
CHECK = FactCheck(
    claim="Ozelin contains lead.",
    rating="Mostly false",
    title="Is there lead in Ozelin?",
    author="Tidewater Checks",
    url="https://tide.example/ozelin",
    published="2032-02-02",
    language="en",
    claimant="a radio host",
    value=2,
    worst=1,
    best=5,
)


def read(text: str | bytes, form: str = "auto") -> list[FactCheck | InputError]:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    found = read_fact_checks("-", form, stdin=BytesIO(data))
    return [each if isinstance(each, InputError) else each[1] for each in found]


def page(*scripts: str) -> str:
    inside = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<!doctype html><html><head>{inside}</head><body><p>x</p></body></html>"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(REVIEW),
        json.dumps([REVIEW]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, REVIEW]}),
        json.dumps({"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}),
        json.dumps({**REVIEW, "@type": ["Review", "http://schema.org/ClaimReview"]}),
        json.dumps(REVIEW) + "\n" + json.dumps({**REVIEW, "claimReviewed": "Another."}) + "\n",
        page(json.dumps(REVIEW)),
        page('{"@type": "NewsArticle", broken}', json.dumps({"mainEntity": {"review": REVIEW}})),
        "\ufeff" + json.dumps(REVIEW),
    ],
)
def test_a_claim_review_is_found_wherever_it_stands(text):
    assert read(text)[0] == CHECK


def test_what_a_graph_points_to_is_followed():
    graph = [
        {**REVIEW, "author": {"@id": "#org"}},
        {"@id": "#org", "@type": "Organization", "name": "Tidewater Checks"},
    ]
    assert read(json.dumps({"@graph": graph})) == [CHECK]


def test_a_page_may_escape_its_texts():
    (check,) = read(page(json.dumps({**REVIEW, "claimReviewed": "&quot;Ozelin&quot; &amp; lead"})))
    assert check.claim == '"Ozelin" & lead'


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_has_named_columns(delimiter):
    heading = delimiter.join(["Claim", "rating", "publisher", "url", "published", "language", "note"])
    row = delimiter.join(
        ['"Ozelin, they say, contains; lead."', "False", "Tide", "https://t.example/1", "2032-01-01", "en", "x"]
    )
    (check,) = read(f"{heading}\n{row}\n")
    assert check == FactCheck(
        "Ozelin, they say, contains; lead.", "False", None, "Tide", "https://t.example/1", "2032-01-01", "en"
    )


def test_json_lines_and_a_list_have_the_same_fields():
    record = {"claim": "Bread has sawdust.", "rating": "False", "author": "Tide", "date": "2030-04-30"}
    expected = FactCheck("Bread has sawdust.", "False", author="Tide", published="2030-04-30")
    assert read(json.dumps(record)) == [expected]
    assert read(json.dumps([record])) == [expected]
    assert read(json.dumps(record), "jsonl") == [expected]


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ({"rating": "False", "author": "x", "claim": ""}, "claim missing"),
        ({"claim": "x", "author": "x"}, "rating missing"),
        ({"claim": "x", "rating": "False"}, "author and url missing"),
        ({"claim": "x", "rating": "False", "url": "javascript:alert(1)"}, "is no web address"),
        ({"claim": "x", "rating": "False", "author": "x", "date": "yesterday"}, "is not a date"),
        ({"claim": ["x"], "rating": "False", "author": "x"}, "claim is a list, not text"),
        ({"claim": "x\x00", "rating": "False", "author": "x"}, "broken characters"),
        ({"claim": "x" * 5000, "rating": "False", "author": "x"}, "5000 characters"),
        ("claim", "is not a JSON object"),
        (None, "is not a JSON object"),
    ],
)
def test_a_bad_record_is_told_and_the_rest_goes_on(record, problem):
    good = {"claim": "y", "rating": "True", "author": "z"}
    bad, check = read(json.dumps(record) + "\n" + json.dumps(good), "jsonl")
    assert isinstance(bad, InputError)
    assert problem in str(bad)
    assert str(bad).startswith("-:1: ")
    assert "\n" not in str(bad)
    assert check == FactCheck("y", "True", author="z")


def test_a_broken_line_or_row_does_not_stop_the_others():
    good = json.dumps({"claim": "y", "rating": "True", "author": "z"})
    assert [type(each) for each in read(f"{good}\n{{bad\n\n[1]\n{good}")] == [
        FactCheck,
        UnreadableInput,
        type(read("1", "jsonl")[0]),
        FactCheck,
    ]
    first, second = read("claim,rating,author\na,b,c,d\ne,f,g\n")
    assert "more cells" in str(first)
    assert second == FactCheck("e", "f", author="g")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        ("\ufeff \n", "is empty"),
        ("{bad", "is not JSON"),
        ("[" * 200_000, "nested too deeply"),
        ('{"@type": "NewsArticle"}', "holds no ClaimReview"),
        ("[]", "holds no ClaimReview"),
        (page(), "holds no ClaimReview"),
        (page('{"@type": "ClaimReview", bad'), "script 1: is not JSON"),
        ("name;age\na;1\n", "has no columns claim and rating"),
        (b"%PDF-1.7 x", "is a PDF"),
        (b'[{"claim": "\xff"}]', "is not UTF-8"),
        ("[" + "9" * 5000 + "]", "a number is too long"),
    ],
)
def test_a_source_that_cannot_be_read_is_one_line(text, problem):
    (error,) = read(text)
    assert isinstance(error, InputError)
    assert problem in str(error)


def test_a_rating_may_be_a_bare_number_and_a_scale_may_be_words():
    (check,) = read(json.dumps({**REVIEW, "reviewRating": {"ratingValue": 4, "bestRating": "top"}}))
    assert (check.rating, check.value, check.best) == ("4", 4.0, None)


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        self.send_response(200 if self.path == "/review" else 404)
        self.end_headers()
        self.wfile.write(page(json.dumps(REVIEW)).encode())

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = HTTPServer(("127.0.0.1", 0), _Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_read(site):
    ((where, check),) = read_fact_checks(f"{site}/review")
    assert check == CHECK
    assert where.startswith(site)


@pytest.mark.parametrize(("path", "problem"), [("/gone", "answers 404"), ("/away", "answers 302")])
def test_an_address_that_gives_nothing_is_told(site, path, problem):
    (error,) = read_fact_checks(site + path)
    assert isinstance(error, UnreadableInput)
    assert problem in str(error)


def test_only_so_much_is_fetched(site):
    with pytest.raises(InputError, match="larger than the limit"):
        fetch(f"{site}/review", 10)
    with pytest.raises(UnreadableInput, match="no web address"):
        fetch("file:///etc/hostname", 10)
