"""Bytes to text."""

from __future__ import annotations

import codecs
import re

from provenance.errors import UnreadableInput

# UTF-32 first: its little-endian mark begins with that of UTF-16. None of the marks is part of the text.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = (
    (b"%PDF", "a PDF", "save its text as a .txt file"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "save its text as a .txt file"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"\x1f\x8b", "compressed by gzip", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text"),
    (b"\x89PNG", "an image", "give the text of the article"),
    (b"\xff\xd8\xff", "an image", "give the text of the article"),
)
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
DECLARATION_WITHIN = 2_048  # bytes, somewhat more than the standard asks browsers to look at
SAVE = "save it as UTF-8 text"


def decode_text(data: bytes, where: str) -> str:
    """Return the text of UTF-8, or of UTF-16 and UTF-32 with a byte order mark, without the mark.

    Raises UnreadableInput for anything else: another encoding is not guessed, since a wrong guess alters names.
    """
    refuse_binary(data, where)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, where)
    if (nul := data.find(b"\x00")) >= 0:
        line = data.count(b"\n", 0, nul) + 1
        raise UnreadableInput(f"is not text: it holds a NUL byte (line {line})", where=where, hint=SAVE)
    return _decoded(data, "utf-8", where)


def decode_page(data: bytes, where: str) -> str:
    """Return the text of a web page: by its mark, as UTF-8, by the encoding it declares, or by its letters."""
    refuse_binary(data, where)
    if any(data.startswith(mark) for mark, _ in MARKS):
        return decode_text(data, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(data[:DECLARATION_WITHIN])
    if declared and (text := _as_declared(data, declared[1].decode("ascii"))) is not None:
        return text
    return _by_letters(data, where)


def refuse_binary(data: bytes, where: str) -> None:
    """Raise UnreadableInput for a file that is known by its first bytes."""
    for beginning, kind, hint in BINARY:
        if data.startswith(beginning):
            raise UnreadableInput(f"is {kind}, not text", where=where, hint=hint)


def _decoded(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count("\n".encode(encoding), 0, error.start) + 1
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise UnreadableInput(f"is not {name} text (line {line})", where=where, hint=SAVE) from error


def _as_declared(data: bytes, name: str) -> str | None:
    """Return the page in the encoding it declares; None where that is unknown or does not fit."""
    # Browsers read pages that declare Latin-1 as Windows-1252, where the curly quotes stand.
    encoding = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name.lower(), name)
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    return text if isinstance(text, str) else None


def _by_letters(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UnreadableInput("is in an encoding that cannot be told", where=where, hint="save it as UTF-8")
    return str(best)
