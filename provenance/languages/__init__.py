"""The languages whose grammar the program knows, one file each. Of any other, only quotations are read."""

from provenance.languages.en import ENGLISH
from provenance.languages.ko import KOREAN
from provenance.languages.language import Language
from provenance.languages.ru import RUSSIAN

LANGUAGES: tuple[Language, ...] = (ENGLISH, RUSSIAN, KOREAN)


def language_of(code: str | None) -> Language | None:
    """Return the language of an ISO 639-1 code ("en", "en-GB"); None for one that is not known here."""
    wanted = (code or "").lower().partition("-")[0]
    return next((language for language in LANGUAGES if language.code == wanted), None)


__all__ = ["ENGLISH", "KOREAN", "LANGUAGES", "RUSSIAN", "Language", "language_of"]
