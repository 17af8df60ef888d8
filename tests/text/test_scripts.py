"""What the letters of a text tell of its language."""

from __future__ import annotations

import pytest

from provenance.text.scripts import is_foreign_script, language_of_script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Порт закрыт.", "ru"),
        ("ТАСС: порт закрыт", "ru"),
        ("항구가 폐쇄됐다.", "ko"),
        ("TASS 통신은 항구가 폐쇄됐다고 밝혔다.", "ko"),
        ("Порт закритий, кажуть її жителі.", None),  # Ukrainian
        ("Пристанището е затворено, къщите също.", None),  # Bulgarian
        ("Лука је затворена.", None),  # Serbian
        ("The port is closed, Порт says.", None),
        ("港は閉鎖された。", None),
        ("", None),
        ("1234 — !", None),
    ],
)
def test_a_script_tells_the_language_only_where_no_other_is_written_so(text: str, language: str | None) -> None:
    assert language_of_script(text) == language


@pytest.mark.parametrize(
    ("text", "foreign"),
    [("The port is closed.", False), ("Le port est fermé à Orléans.", False), ("港は閉鎖された。", True), ("", False)],
)
def test_what_is_written_in_no_latin_letters_is_no_english(text: str, *, foreign: bool) -> None:
    assert is_foreign_script(text) is foreign
