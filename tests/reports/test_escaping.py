"""Whatever an article holds, it is shown as text and does nothing."""

import csv
import json
import re
import unicodedata
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance.reports.escaping import csv_cell, json_text, link, markdown, one_line, visible
from provenance.reports.tables import csv_line

ANY_TEXT = st.text(st.characters(), max_size=60)
MARKUP = st.text("*_`[]()<>|\\!#+-=~.:/&;$@ \n1w" + "abhtps", max_size=30)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kim will visit", "Kim will visit"),
        ("Москва, 평양, 新华社, “quoted”, naïve – 25 °C", "Москва, 평양, 新华社, “quoted”, naïve – 25 °C"),
        ("red \x1b[31mflag\x1b[0m", "red \\x1b[31mflag\\x1b[0m"),
        ("title \x1b]0;pwned\x07", "title \\x1b]0;pwned\\x07"),
        ("8-bit \x9b31m", "8-bit \\x9b31m"),
        ("over\x08\x08write\r", "over\\x08\\x08write\\x0d"),
        ("null\x00", "null\\x00"),
        ("said \u202eyas", "said \\u202eyas"),
        ("isolate \u2066x\u2069", "isolate \\u2066x\\u2069"),
        ("line\u2028separator", "line\\u2028separator"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("lone \ud800", "lone \\ud800"),
        ("K\u200bC\u00adN\ufeffA\u2060", "KCNA"),
        ("K\u200dCNA", "KCNA"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # a joiner that Persian spelling needs
        ("a\tb", "a b"),
        ("two\r\nlines", "two\nlines"),
        ("[bold]no markup[/bold] :smile:", "[bold]no markup[/bold] :smile:"),
    ],
)
def test_what_a_terminal_would_act_on_is_shown_instead(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_nothing_that_acts_is_left(text: str) -> None:
    left = {unicodedata.category(character) for character in visible(text).replace("\u200c", "").replace("\u200d", "")}
    assert not left & {"Cf", "Cs", "Zl", "Zp"}
    assert not [c for c in visible(text) if unicodedata.category(c) == "Cc" and c != "\n"]


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


@given(st.one_of(MARKUP, ANY_TEXT))
def test_markdown_shows_exactly_the_words_and_no_markup(text: str) -> None:
    page = _Words()
    page.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"said: {markdown(text)} end"))
    assert page.tags == ["p"]
    assert page.words.strip() == f"said: {one_line(text)} end"


@given(MARKUP)
def test_markdown_at_the_start_of_a_line_opens_no_list_heading_or_quotation(text: str) -> None:
    page = _Words()
    page.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"{markdown(text)} end"))
    assert page.tags == ["p"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+41 44 000", "'+41 44 000"),
        ("-5", "-5"),
        ("+2.5e3", "+2.5e3"),
        ("-5+cmd|calc", "'-5+cmd|calc"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "'\\x0d=1"),
        ("＝1+1", "'＝1+1"),
        ("KCNA", "KCNA"),
        (-5, "-5"),
        (0.25, "0.25"),
        (True, "true"),
        (None, ""),
    ],
)
def test_no_cell_starts_a_formula(value: object, cell: str) -> None:
    assert csv_cell(value) == cell


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://news.example/a?b=c&d=e", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//news.example", False),
        ("https://", False),
        ("https://news.example/ a", False),
        ("https://news.example/\n", False),
        ("https://[broken", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, is_link: bool) -> None:
    assert link(url) == (url if is_link else None)


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3)))
def test_json_reads_back_to_the_exact_value_and_holds_nothing_that_acts(value: object) -> None:
    written = json_text(value)
    assert json.loads(written) == value
    assert visible(written).replace("\u200c", "").replace("\u200d", "") == written.replace("\u200c", "").replace(
        "\u200d", ""
    )


def test_json_keeps_every_script_readable() -> None:
    assert json_text(["ТАСС", "연합뉴스"]) == '["ТАСС", "연합뉴스"]'


@given(st.lists(ANY_TEXT, min_size=1, max_size=4))
def test_csv_reads_back_to_the_same_cells_and_starts_no_formula(values: list[str]) -> None:
    (row,) = csv.reader(StringIO(csv_line(values), newline=""))
    assert row == [csv_cell(value) for value in values]
    formulas = [cell for cell in row if cell[:1] in "=+-@" and cell and not cell[1:].replace(".", "").isdigit()]
    assert all(re.fullmatch(r"[+-]\d+(\.\d+)?([eE][+-]?\d+)?", cell) for cell in formulas)
