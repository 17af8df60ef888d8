"""An article at a web address, served by this machine: read as its file is, and told in one line where it cannot be."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from provenance.ingest import GivenMetadata, fetching, read
from provenance.model.article import Document
from provenance.settings import Limits

STORY = "The island ferry sailed again on Thursday, the harbour office said."
PAGE = (
    '<!DOCTYPE html><html><head><title>Ferry sails</title><link rel="canonical" href="https://other.example/">'
    f"</head><body><article><p>{STORY}</p><p>{STORY} It rained on all who waited.</p></article></body></html>"
)
ANSWERS = {
    "/ferry.html": (200, PAGE, None),
    "/f%C3%A4hre": (200, PAGE, None),
    "/moved": (301, "", "/ferry.html"),
    "/round": (302, "", "/round"),
    "/away": (302, "", "file:///etc/hostname"),
    "/plain": (200, STORY, None),
    "/empty": (200, "", None),
    "/picture": (200, "\x89PNG\x00\x00\x01", None),
    "/bare": (200, "<!DOCTYPE html><html><body></body></html>", None),
}


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        code, body, location = ANSWERS.get(self.path, (404, "", None))
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body.encode("latin-1" if self.path == "/picture" else "utf-8"))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site():
    server = HTTPServer(("127.0.0.1", 0), _Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_read_like_its_file(site, tmp_path):
    file = tmp_path / "ferry.html"
    file.write_text(PAGE)
    (of_file,) = read(str(file))
    (fetched,) = read(f"{site}/ferry.html#top")
    assert isinstance(of_file, Document)
    assert isinstance(fetched, Document)
    assert fetched.article.text == of_file.article.text
    assert fetched.article.text_sha256 == of_file.article.text_sha256
    assert fetched.article.title == of_file.article.title
    assert fetched.article.url == f"{site}/ferry.html"  # not what the page says of itself
    assert fetched.location is None


@pytest.mark.parametrize("path", ["/moved", "/plain", "/fähre"])
def test_a_redirection_is_followed_and_plain_text_is_read(site, path):
    (document,) = read(site + path)
    assert isinstance(document, Document)
    assert STORY in document.article.text
    assert document.article.url == site + path


def test_the_url_given_is_the_url(site):
    (document,) = read(f"{site}/plain", GivenMetadata(url="https://news.example/ferry"))
    assert isinstance(document, Document)
    assert document.article.url == "https://news.example/ferry"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/gone", "the server answers 404"),
        ("/away", "the server answers 302"),
        ("/round", "the server answers 302"),
        ("/empty", "holds no text"),
        ("/picture", "is an image, not text"),
        ("/bare", "holds no article"),
    ],
)
def test_what_gives_no_article_is_told_in_one_line(site, path, problem):
    (error,) = read(site + path)
    assert problem in str(error)
    assert f"{site}{path}: " in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/a", "http://[broken/a", "http://127.0.0.1:99999/", "https://"])
def test_what_no_server_answers_is_told_in_one_line(address):
    (error,) = read(address)
    assert "\n" not in str(error)
    assert str(error).startswith(f"{address}: ")


def test_only_so_much_is_fetched(site):
    (error,) = read(f"{site}/ferry.html", limits=Limits(document_characters=10))
    assert "larger than the limit of 200 bytes" in str(error)


def test_a_server_that_dawdles_is_given_up(site, monkeypatch):
    monkeypatch.setattr(fetching, "ALL_SECONDS", -1)
    (error,) = read(f"{site}/ferry.html")
    assert "was not there after" in str(error)
