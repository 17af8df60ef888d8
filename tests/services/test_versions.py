"""Is a document new, known, or another version? A table that a journalist can check."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.article import Article, Document, OutletOrigin, PublishedOrigin
from provenance.model.version import ArticleVersion, IngestStatus
from provenance.services.versions import standing_of

ADDED, UNCHANGED, NEW_VERSION = IngestStatus.ADDED, IngestStatus.UNCHANGED, IngestStatus.NEW_VERSION

STORED = Article(
    "The bridge is closed.",
    outlet="Harbour Post",
    outlet_origin=OutletOrigin.GIVEN,
    title="Bridge closed",
    url="https://example.org/bridge",
    published="2026-03-02",
    published_origin=PublishedOrigin.GIVEN,
)
BARE = Article("The bridge is closed.")
OTHER_TEXT = "The bridge is open."


def version_of(
    article: Article, location: str | None = "/a.txt", number: int = 1, *, is_current: bool = True
) -> ArticleVersion:
    return ArticleVersion(
        article.head, "series", number, is_current, article.text_sha256, article.outlet_origin, "a.txt", location
    )


@pytest.mark.parametrize(
    ("why", "stored", "read", "location", "expected"),
    [
        ("nothing changed", STORED, STORED, "/a.txt", UNCHANGED),
        ("the same text from another place", STORED, STORED, "/b.txt", UNCHANGED),
        ("the same text from standard input", STORED, STORED, None, UNCHANGED),
        ("the text alone, of which more is known", STORED, BARE, None, UNCHANGED),
        ("only the title is told again", STORED, replace(BARE, title="Bridge closed"), "/b.txt", UNCHANGED),
        (
            "a date that was only guessed does not stand against a given one",
            STORED,
            replace(STORED, published="2026-03-01", published_origin=PublishedOrigin.TEXT),
            "/a.txt",
            UNCHANGED,
        ),
        ("the text changed under its URL", STORED, replace(STORED, text=OTHER_TEXT), "/b.txt", NEW_VERSION),
        ("the headline changed", STORED, replace(STORED, title="Bridge shut"), "/b.txt", NEW_VERSION),
        ("the file changed, no URL is known", BARE, Article(OTHER_TEXT), "/a.txt", NEW_VERSION),
        ("another file with another text", BARE, Article(OTHER_TEXT), "/b.txt", ADDED),
        ("two texts from standard input", replace(BARE), Article(OTHER_TEXT), None, ADDED),
        ("the outlet became known", BARE, replace(BARE, outlet="Harbour Post"), "/b.txt", NEW_VERSION),
        (
            "the outlet that was guessed was wrong",
            replace(BARE, outlet="Harbor Mail", outlet_origin=OutletOrigin.TEXT),
            replace(BARE, outlet="Harbour Post", outlet_origin=OutletOrigin.GIVEN),
            "/b.txt",
            NEW_VERSION,
        ),
        (
            "a wire story that another outlet prints",
            STORED,
            replace(STORED, outlet="North Wire", url="https://example.net/bridge"),
            "/b.txt",
            ADDED,
        ),
        (
            "a wire story, the other outlet known from its page",
            replace(STORED, url=None),
            replace(STORED, url=None, outlet="North Wire", outlet_origin=OutletOrigin.METADATA),
            None,
            ADDED,
        ),
        (
            "another outlet's text in a file that was used again",
            replace(BARE, outlet="Harbour Post", outlet_origin=OutletOrigin.GIVEN),
            replace(BARE, text=OTHER_TEXT, outlet="North Wire", outlet_origin=OutletOrigin.GIVEN),
            "/a.txt",
            ADDED,
        ),
        (
            "a wrong outlet in a file was put right",
            replace(BARE, outlet="Harbour Post", outlet_origin=OutletOrigin.GIVEN),
            replace(BARE, outlet="North Wire", outlet_origin=OutletOrigin.GIVEN),
            "/a.txt",
            NEW_VERSION,
        ),
        (
            "another page in the same file",
            STORED,
            replace(STORED, text=OTHER_TEXT, url="https://e.org"),
            "/a.txt",
            ADDED,
        ),
    ],
)
def test_a_document_stands_to_what_is_stored(
    why: str, stored: Article, read: Article, location: str | None, expected: IngestStatus
) -> None:
    like = [version_of(stored)]
    standing = standing_of(Document("a.txt", read, location), like)
    assert standing.status is expected, why
    assert standing.version == (None if expected is ADDED else like[0])


def test_nothing_stored_means_added() -> None:
    assert standing_of(Document("a.txt", STORED, "/a.txt"), ()).status is ADDED


def test_an_old_copy_is_known_and_does_not_replace_the_newest() -> None:
    old = version_of(STORED, "/old.txt", is_current=False)
    new = version_of(replace(STORED, text=OTHER_TEXT), "/new.txt", 2)
    assert standing_of(Document("old.txt", STORED, "/old.txt"), [old, new]).status is UNCHANGED


def test_a_text_that_comes_back_where_the_newest_was_is_the_newest_again() -> None:
    old = version_of(BARE, "/a.txt", is_current=False)
    new = version_of(Article(OTHER_TEXT), "/a.txt", 2)
    standing = standing_of(Document("a.txt", BARE, "/a.txt"), [old, new])
    assert (standing.status, standing.version) == (NEW_VERSION, new)


def test_of_two_wire_copies_each_is_known_as_itself() -> None:
    copy = replace(STORED, outlet="North Wire", url=None)
    like = [version_of(STORED), replace(version_of(copy), series="other")]
    assert standing_of(Document("b.txt", copy, "/b.txt"), like).version == like[1]
