"""Files, folders, standard input: what is read, in which order, and what is told of the rest."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import InputError, LimitExceeded, UsageError
from provenance.ingest import READERS, GivenMetadata, read
from provenance.ingest.reading import INPUT_FORMATS
from provenance.model.article import Document, OutletOrigin, PublishedOrigin
from provenance.settings import Limits

STORY = "The island ferry sailed again on Thursday, the harbour office said."
RECORD = '{"id": "a", "text": "' + STORY + '"}'
PAGE = f"<!DOCTYPE html><html><body><article><p>{STORY}</p><p>{STORY} It rained.</p></article></body></html>"


def test_every_reader_reads_its_file_in_tests_data(read_all, data: Path) -> None:
    for reader in READERS:
        documents = read_all(data / f"ferry{reader.suffixes[0]}")
        assert documents, reader.name
        assert all(isinstance(document, Document) for document in documents), reader.name
        assert documents[0].article.outlet == "The Harbour Times"
        assert documents[0].article.published_on.isoformat() == "2021-03-04"


def test_the_formats_are_those_the_contract_names() -> None:
    assert set(INPUT_FORMATS) == {"auto", "text", "html", "jsonl"}


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (RECORD, "jsonl"),
        ("\n\n  " + RECORD, "jsonl"),
        (PAGE, "html"),
        ("\ufeff\n" + PAGE, "html"),
        ("<html><body>" + PAGE.split("<body>")[1], "html"),
        ('<?xml version="1.0"?> ' + PAGE, "html"),
        (STORY, "text"),
        ("<3 is what the note said, the office told reporters on Monday.", "text"),
        (f"---\noutlet: Reuters\n---\n{STORY}", "text"),
    ],
)
def test_the_format_is_told_by_the_first_line(read_all, content: str, title: str) -> None:
    expected = read_all(content.encode(), input_format=title)

    assert read_all(content.encode()) == expected
    assert isinstance(expected[0], Document)


def test_a_suffix_wins_over_the_first_line(read_one, tmp_path: Path) -> None:
    path = tmp_path / "note.TXT"
    path.write_text("{curly} brackets begin this note on the ferry.")

    assert read_one(path).article.text.startswith("{curly}")


def test_a_file_without_suffix_is_told_by_its_first_line(read_one, tmp_path: Path) -> None:
    path = tmp_path / "download"
    path.write_text(RECORD)

    assert read_one(path).ref == "a"


def test_an_unknown_format_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError, match="unknown input format 'pdf'"):
        next(read("-", input_format="pdf"))


def test_a_folder_is_read_below_and_sorted_and_the_rest_is_named(read_all, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.jsonl", "c.pdf", ".hidden.txt", ".git/d.txt", "notes"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(RECORD if name.endswith("jsonl") else STORY)
    left_out: list[str] = []
    documents = read_all(tmp_path, skipped=lambda path, reason: left_out.append(f"{Path(path).name} {reason}"))

    assert [Path(d.location).relative_to(tmp_path).as_posix() for d in documents] == ["b.txt", "a/b.jsonl#a", "a/z.txt"]
    assert left_out == ["c.pdf is of no known format", "notes is of no known format"]


def test_a_bad_file_of_a_folder_does_not_stop_the_others(read_all, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "c.txt").symlink_to("nowhere")
    (tmp_path / "d.txt").symlink_to("d.txt")
    (tmp_path / "e.txt").mkdir()
    found = read_all(tmp_path)

    assert [isinstance(one, Document) for one in found] == [False, True, False, False]
    assert [Path(one.where).name for one in found if isinstance(one, InputError)] == ["a.txt", "c.txt", "d.txt"]


def test_links_that_lead_in_a_circle_end(read_all, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "story.txt").write_text(STORY)
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    left_out: list[str] = []

    assert len(read_all(tmp_path, skipped=lambda path, reason: left_out.append(reason))) == 1
    assert left_out == ["is a link to a folder"]


def test_an_empty_folder_says_what_it_looked_for(error_of, tmp_path: Path) -> None:
    assert "holds no document; documents end in" in error_of(tmp_path)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("no/such/file.txt", "no/such/file.txt: does not exist"),
        ("ftp://www.example.org/a", "ftp://www.example.org/a: is no web address"),
        ("file:///etc/hostname", "file:///etc/hostname: is no web address"),
        ("a\x00b.txt", "NUL character"),
        ("/dev/null", "is no file"),
        pytest.param("x" * 5_000, "cannot be read", id="long"),
        ("", "is no path: it is empty"),
        ("two\nlines.txt", "two\ufffdlines.txt: does not exist"),
    ],
)
def test_what_is_no_file_says_so(error_of, source: str, problem: str) -> None:
    assert problem in error_of(source)


def test_a_link_to_nothing_is_told_from_a_missing_file(error_of, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("nowhere.txt")

    assert "is a link to a file that does not exist" in error_of(tmp_path / "link.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_permission_says_so(error_of, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STORY)
    path.chmod(0)

    assert "may not be read" in error_of(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_read_like_a_file(read_one, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=lambda: pipe.write_text(RECORD), daemon=True).start()

    assert read_one(pipe).ref == "a"


def test_a_file_name_that_is_no_text_is_shown_and_read(read_one, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(STORY)
    except OSError:
        pytest.skip("this file system takes no such names")
    document = read_one(os.fsdecode(path))

    assert document.ref.endswith("caf\ufffd.txt")


@pytest.mark.parametrize("input_format", ["text", "html"])
def test_a_document_over_the_limit_is_refused_before_it_is_read_whole(error_of, input_format: str) -> None:
    class Endless:
        """Fails when more than a few times the limit is asked for."""

        given = 0

        def readline(self, size: int = -1) -> bytes:
            return self.read(size)

        def read(self, size: int = -1) -> bytes:
            assert 0 < size < 1_000_000
            self.given += size
            assert self.given < 1_000_000
            return b"x" * size

    (error,) = read("-", input_format=input_format, stdin=Endless(), limits=Limits(document_characters=10_000))

    assert isinstance(error, LimitExceeded)
    assert "larger than the limit of 10,000 characters" in str(error)


def test_what_the_user_gives_wins(read_all, data: Path) -> None:
    given = GivenMetadata(outlet="Reuters", date="2021-03-05T10:00:00Z", url="https://x.example/a", title="Given")
    for name in ("ferry.txt", "ferry.html", "ferry.jsonl"):
        article = read_all(data / name, given=given)[0].article
        assert (article.outlet, article.outlet_origin) == ("Reuters", OutletOrigin.GIVEN)
        assert (article.published, article.published_origin) == ("2021-03-05T10:00:00+00:00", PublishedOrigin.GIVEN)
        assert (article.url, article.title) == ("https://x.example/a", "Given")


@pytest.mark.parametrize(
    "wrong", [{"date": "23.4.2019"}, {"date": "soon"}, {"url": "example.org"}, {"outlet": "a\x00b"}]
)
def test_a_wrong_value_given_is_an_error_of_usage(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="the command line"):
        GivenMetadata(**wrong)


FRAGMENTS = st.sampled_from(
    [
        b"---\n",
        b"date: ",
        b'{"id":',
        b'"text":',
        b"}",
        b"<!doctype html><p>",
        b"</p>",
        b"\xff\xfe",
        b"\x00",
        b"\n",
        b"(AP)",
        b"&a *a",
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.binary(max_size=200), st.lists(FRAGMENTS | st.binary(max_size=6)).map(b"".join)),
    st.sampled_from(INPUT_FORMATS),
)
def test_any_bytes_are_a_document_or_an_input_error(content: bytes, input_format: str) -> None:
    import io

    for found in read("-", input_format=input_format, stdin=io.BytesIO(content)):
        assert isinstance(found, Document | InputError)
        if isinstance(found, InputError):
            assert "\n" not in str(found)
        else:
            assert all(span.end <= len(found.article.text) for span in found.article.boilerplate)
            found.article.text.encode()
