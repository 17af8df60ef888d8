"""What the script of a text tells of its language, where the text is too short for its words to tell."""

from __future__ import annotations

import re

_SAMPLE = 4_000  # characters
_MOST = 0.5  # of the letters, from which a script is that of the text
_LETTER = re.compile(r"[^\W\d_]")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_NOT_RUSSIAN = re.compile("[^\u0410-\u044f\u0401\u0451]")  # among Cyrillic letters: of Ukrainian, Serbian, Kazakh ...
_BULGARIAN = re.compile(
    r"[\u044a\u042a](?![\u0435\u0451\u044e\u044f\u0415\u0401\u042e\u042f])"
)  # a hard sign for a vowel


def language_of_script(text: str) -> str | None:
    """Return "ko" for Korean letters, "ru" for Cyrillic ones that are all Russian; None for what they do not tell.

    >>> [language_of_script(text) for text in ("Порт закрыт.", "항구가 폐쇄됐다.", "The port is shut.")]
    ['ru', 'ko', None]
    """
    letters = _LETTER.findall(text[:_SAMPLE])
    if not letters:
        return None
    if sum(1 for letter in letters if _HANGUL.match(letter)) >= _MOST * len(letters):
        return "ko"
    cyrillic = "".join(letter for letter in letters if _CYRILLIC.match(letter))
    if len(cyrillic) < _MOST * len(letters) or not cyrillic:
        return None
    return None if _NOT_RUSSIAN.search(cyrillic) or _BULGARIAN.search(text[:_SAMPLE]) else "ru"


def is_foreign_script(text: str) -> bool:
    """True where most letters are of no Latin alphabet, so that no English can be read there."""
    letters = _LETTER.findall(text[:_SAMPLE])
    return bool(letters) and sum(1 for letter in letters if ord(letter) >= 0x370) > _MOST * len(letters)
