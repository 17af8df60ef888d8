"""The language of a text, or none where it is not sure."""

from __future__ import annotations

import pytest

from provenance.ingest.languages import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The island ferry sailed again on Thursday, the harbour office said, after a storm had kept it in port.",
            "en",
        ),
        (
            "Die Fähre zur Insel fuhr am Donnerstag wieder, teilte das Hafenamt mit, nachdem der Sturm vorüber war.",
            "de",
        ),
        ("Паром на остров снова вышел в море в четверг, сообщило управление порта, когда шторм закончился.", "ru"),
        ("港务局表示，暴风雨过后，前往该岛的渡轮周四再次启航，约有二百四十名乘客等候了三天。", "zh"),
        ("Порт закрыт.", "ru"),  # too short for its words to tell: the script does
        ("항구가 폐쇄됐다.", "ko"),
        ("Порт затворен, јави агенција.", None),
        ("Ferry Resumes", None),
        ("Reuters (AP) 12:45", None),
        ("1234567890 " * 50, None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert find_language(text) == language


def test_the_labels_of_a_page_do_not_tell_the_language(read_one) -> None:
    labels = "\n\n".join(
        ["Share on Facebook", "Subscribe to our newsletter here.", "Follow us on Twitter for more of our news."]
    )
    story = "Die Fähre zur Insel fuhr am Donnerstag wieder, teilte das Hafenamt mit, nachdem der Sturm vorüber war."

    assert read_one(f"{story}\n\n{labels}\n\n{labels}".encode(), input_format="text").article.language == "de"
