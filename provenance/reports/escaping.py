"""Everything that comes from an article is hostile until it has passed through here.

A name, a title or a sentence may hold terminal escapes that repaint the screen, overrides that reverse the order of
letters, markup of the format it is printed in, or a formula that a spreadsheet would run. One function for each place
that text is shown in; JSON alone carries the exact text, with what a terminal would act on in JSON's own notation.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")  # soft hyphen, zero-width space, word joiner, byte order mark
_JOINERS = frozenset("\u200c\u200d")  # shape the letters of several scripts, hide things between ASCII letters
_SUSPECT = re.compile(r"[^\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff]")
_ACTED_ON = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # control, format, surrogate, line and paragraph separators
_BLANKS = re.compile(r"\s+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # a spreadsheet reads the wide forms too
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~$@]|:(?=//)|(?<=\bwww)\.|&(?=#?\w+;)")
_MARKDOWN_OPENING = re.compile(r"^(\s*)([#+=!-]|\d{1,9}(?=[.)]))")


def visible(text: str) -> str:
    """Return the text with nothing left that a terminal or browser would act on instead of showing it.

    Escapes, control characters, overrides of the writing direction and lone surrogates become their notation; what is
    never seen (zero-width spaces, soft hyphens) is left out; line breaks stay.

    >>> visible("Kim\\x1b[31m visits\\u202e Russia\\u200b")
    'Kim\\\\x1b[31m visits\\\\u202e Russia'
    """
    return _SUSPECT.sub(_shown, text.replace("\r\n", "\n").replace("\t", " "))


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    if character in _UNSEEN:
        return ""
    if character in _JOINERS:
        return character if match.start() and ord(match.string[match.start() - 1]) > 0x2FF else ""
    if unicodedata.category(character) not in _ACTED_ON:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(text: str) -> str:
    """Return the visible text with every run of blanks and line breaks made one space.

    >>> one_line(" The ministry\\n\\n said ")
    'The ministry said'
    """
    return _BLANKS.sub(" ", visible(text)).strip()


def markdown(text: str) -> str:
    """Return one line of Markdown that shows the text and nothing else: no markup, link, table cell or HTML.

    >>> markdown("<b>*yes*</b> | [no](http://x.example)")
    '\\\\<b\\\\>\\\\*yes\\\\*\\\\</b\\\\> \\\\| \\\\[no\\\\](http\\\\://x.example)'
    """
    escaped = _MARKDOWN.sub(lambda match: f"\\{match.group()}", one_line(text))
    return _MARKDOWN_OPENING.sub(_opening_escaped, escaped)


def _opening_escaped(match: re.Match[str]) -> str:
    blanks, mark = match.groups()
    # A backslash before a digit would be shown; before the point of "1." it is not.
    return f"{blanks}{mark}\\" if mark.isdigit() else f"{blanks}\\{mark}"


def csv_cell(value: object) -> str:
    """Return the value as a cell that no spreadsheet runs: text that would start a formula gets a leading apostrophe.

    Numbers stay numbers; None is an empty cell.

    >>> [csv_cell(value) for value in ("=1+1", "-5", "- a dash", None, 0.5)]
    ["'=1+1", '-5', "'- a dash", '', '0.5']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float) or _NUMBER.fullmatch(str(value)):
        return str(value)
    starts_formula = str(value).startswith(_FORMULA)
    return f"'{visible(str(value))}" if starts_formula else visible(str(value))


def link(url: str | None) -> str | None:
    """Return the URL where it may be made a link (http or https, with a host), None for every other kind.

    >>> link("javascript:alert(1)"), link("https://news.example/a")
    (None, 'https://news.example/a')
    """
    if url is None or not url.isprintable() or any(blank in url for blank in " \"'<>\\`"):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def json_text(value: Any, *, indent: int | None = None) -> str:
    """Return JSON that reads back to the exact value, its text in its own script.

    Characters that a terminal would act on are written as JSON's own \\uXXXX.

    >>> json_text({"a": "Москва\\u202e"})
    '{"a": "Москва\\\\u202e"}'
    """
    return _SUSPECT.sub(_json_escape, json.dumps(value, ensure_ascii=False, indent=indent))


def _json_escape(match: re.Match[str]) -> str:
    character = match.group()
    if unicodedata.category(character) not in _ACTED_ON:
        return character
    return json.dumps(character)[1:-1]
