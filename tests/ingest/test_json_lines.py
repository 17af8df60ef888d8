"""JSON Lines, read as the lines come."""

from __future__ import annotations

import io
import json

import pytest

from provenance.errors import InputError
from provenance.ingest import read
from provenance.model.article import Document, OutletOrigin, PublishedOrigin
from provenance.settings import Limits

STORY = "The island ferry sailed again on Thursday, the harbour office said."


def test_every_field_of_a_record(read_all, data) -> None:
    first, second = read_all(data / "ferry.jsonl")

    assert (first.ref, second.ref) == ("ferry-1", "ferry-2")
    assert first.location == f"{(data / 'ferry.jsonl').absolute()}#ferry-1"
    assert first.article.title == "Ferry Service Resumes After Storm"
    assert (first.article.outlet, first.article.outlet_origin) == ("The Harbour Times", OutletOrigin.GIVEN)
    assert (first.article.published, first.article.published_origin) == ("2021-03-04", PublishedOrigin.GIVEN)
    assert first.article.url == "https://www.harbourtimes.example/2021/03/ferry.html"
    assert second.article.outlet is None
    assert second.article.outlet_origin is OutletOrigin.UNKNOWN


def test_text_is_kept_character_for_character(read_one) -> None:
    text = "\r\n Kim said: \u201cSoon\u201d\t\u2028 \U0001f642 \n\n"

    assert read_one(json.dumps({"id": 7, "text": text}).encode()).article.text == text


def test_a_bad_line_does_not_stop_the_others(read_all) -> None:
    lines = [{"id": "a", "text": STORY}, [1], {"id": "b", "text": ""}, {"id": "c", "text": STORY}]
    found = read_all("\n".join(map(json.dumps, lines)).encode())

    assert [d.ref if isinstance(d, Document) else d.where for d in found] == ["a", "-:2", "-:3", "c"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"id": "a", "text": "x"', "is not JSON"),
        ("{'id': 'a'}", "is not JSON"),
        ('["a"]', "is not a JSON object"),
        ('"text"', "is not a JSON object"),
        ('{"id": "a"}', "field text is missing"),
        ('{"id": "a", "text": null}', "field text is missing"),
        ('{"id": "a", "text": 5}', "field text is a number, not a string"),
        ('{"id": "a", "text": ["x"]}', "field text is a list, not a string"),
        ('{"id": "a", "text": "  "}', "holds no text"),
        ('{"id": "a", "text": "a \\u0000 b"}', "NUL"),
        ('{"id": "a", "text": "a \\ud800 b"}', "surrogate"),
        ('{"id": "\\ud800", "text": "a"}', "field id holds broken characters"),
        ('{"id": true, "text": "a"}', "field id is neither"),
        ('{"id": [1], "text": "a"}', "field id is neither"),
        ('{"id": "a", "text": "b", "date": "2019-13-45"}', "field date '2019-13-45' is not a date"),
        ('{"id": "a", "text": "b", "date": 2019}', "field date is a number"),
        ('{"id": "a", "text": "b", "outlet": {"name": "x"}}', "field outlet is a mapping"),
        ('{"id": "a", "text": "b", "url": "ftp://x.example"}', "field url 'ftp://x.example' is no web address"),
        pytest.param('{"id": "a", "text": ' + "[" * 100_000, "is nested too deeply", id="deep"),
        pytest.param('{"id": ' + "1" * 5_000 + ', "text": "a"}', "a number is too long", id="long"),
    ],
)
def test_a_wrong_record_names_its_line_and_what_is_wrong(error_of, line: str, problem: str) -> None:
    told = error_of(f"\n{line}\n".encode(), input_format="jsonl")

    assert told.startswith("-:2: ")
    assert problem in told


def test_bytes_that_are_no_utf8_name_their_line(read_all) -> None:
    bad, good = read_all(b'{"id": "a", "text": "caf\xe9"}\n{"id": "b", "text": "cafe"}')

    assert isinstance(bad, InputError)
    assert str(bad).startswith("-:1: is not UTF-8 text")
    assert good.ref == "b"


def test_empty_fields_are_unknown_and_others_are_left_alone(read_one) -> None:
    record = {"id": "a", "text": STORY, "outlet": " ", "date": "", "url": None, "title": "", "attributions": [1]}
    article = read_one(json.dumps(record).encode()).article

    assert (article.outlet, article.published, article.url, article.title) == (None, None, None, None)


def test_a_record_without_id_is_named_by_its_line(read_one) -> None:
    document = read_one(json.dumps({"text": STORY}).encode())

    assert (document.ref, document.location) == ("-:1", None)


def test_a_byte_order_mark_before_the_first_record(read_one) -> None:
    assert read_one(b"\xef\xbb\xbf" + json.dumps({"id": "a", "text": STORY}).encode()).ref == "a"


def test_a_line_over_the_limit_is_refused_and_the_next_one_read(read_all) -> None:
    lines = b'{"id": "a", "text": "' + b"x" * 2_000_000 + b'"}\n{"id": "b", "text": "short"}'
    long, short = read_all(lines, limits=Limits(document_characters=1_000))

    assert isinstance(long, InputError)
    assert str(long).startswith("-:1: is larger than the limit of 1,000 characters")
    assert short.ref == "b"


def test_records_are_yielded_before_the_stream_ends() -> None:
    class Slow(io.RawIOBase):
        """Raises when more is asked for than one line at a time needs."""

        given = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.given += 1
            return json.dumps({"id": self.given, "text": STORY}).encode() + b"\n"

        def read(self, size: int = -1, /) -> bytes:
            raise AssertionError("reads more than a line")

    slow = Slow()
    documents = read("-", stdin=slow)
    refs = [next(documents).ref for _ in range(3)]

    assert refs == ["1", "2", "3"]
    assert slow.given == 3
