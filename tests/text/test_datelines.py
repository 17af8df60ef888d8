"""Datelines: place, day and agency before the first words."""

from __future__ import annotations

from datetime import date

import pytest

from provenance.text.datelines import find_dateline

SAID = "The harbour office said on Monday that the ferry would sail again."


@pytest.mark.parametrize(
    ("before", "place", "day", "agency"),
    [
        ("SEOUL, April 23 (Yonhap) --", "SEOUL", (4, 23, None), "Yonhap"),
        ("MOSCOW, April 23, 2019 /TASS/.", "MOSCOW", (4, 23, 2019), "TASS"),
        ("MOSCOW, April 23 (Interfax) --", "MOSCOW", (4, 23, None), "Interfax"),
        ("BEIJING, 7 May (Xinhua) —", "BEIJING", (5, 7, None), "Xinhua"),
        ("WASHINGTON (Reuters) -", "WASHINGTON", (None, None, None), "Reuters"),
        ("NEW YORK, Sept. 4 (UPI) —", "NEW YORK", (9, 4, None), "UPI"),
        ("RENO, Nev. (AP) —", "RENO", (None, None, None), "AP"),
        ("Washington (AFP) –", "Washington", (None, None, None), "AFP"),
        ("(CNN) —", None, (None, None, None), "CNN"),
        ("Dec 29 (Reuters) -", None, (12, 29, None), "Reuters"),
        ("OSLO —", "OSLO", (None, None, None), None),
        ("SCRANTON, Pa. —", "SCRANTON", (None, None, None), None),
        ("Seoul, April 23 —", "Seoul", (4, 23, None), None),
        ("Moscow. April 23. INTERFAX.COM -", "Moscow", (4, 23, None), "INTERFAX.COM"),
    ],
)
def test_dateline(
    before: str, place: str | None, day: tuple[int | None, int | None, int | None], agency: str | None
) -> None:
    text = f"Ferry Service Resumes\n\n{before} {SAID}"
    found = find_dateline(text)

    assert found is not None
    assert found.span.of(text) == before
    assert (found.place, (found.month, found.day, found.year)) == (place, day)
    assert (found.agency.of(text) if found.agency else None) == agency


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "NATO — which met on Monday — did not comment on the report at all.",
        "BREAKING — The harbour office said on Monday that the ferry would sail again.",
        "UPDATE (Reuters): none of it was true, the office said on Monday night.",
        "Apple (AAPL) - The company said on Monday that it would open a shop.",
        "On October 1 - 2 the town hosts a seminar that the council has paid for.",
        "April 23 was the day on which the ferry sailed again, the office said.",
        "The UN (the world body) - not the EU - said on Monday that it would help.",
        "A man (43) — his name was not given — was hurt when the ferry sailed again.",
        "",
    ],
)
def test_an_ordinary_beginning_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_a_day_that_its_year_does_not_have_is_none() -> None:
    found = find_dateline(f"OSLO, Feb. 29 (NTB) — {SAID}")

    assert found is not None
    assert (found.on(2020), found.on(2019)) == (date(2020, 2, 29), None)
