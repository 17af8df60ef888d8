"""Which desks an article credits."""

from __future__ import annotations

import pytest

from provenance.model.article import CreditKind
from provenance.text.credits import find_credits

STORY = "The harbour office said on Monday that the ferry to the island would sail again after the storm."


@pytest.mark.parametrize(
    ("line", "names", "kind"),
    [
        (
            "With reporting by KCNA, TASS, Interfax, Reuters, and AFP.",
            ["KCNA", "TASS", "Interfax", "Reuters", "AFP"],
            "reporting",
        ),
        ("Based on reporting by AP and Reuters", ["AP", "Reuters"], "reporting"),
        ("— with files from The Canadian Press", ["The Canadian Press"], "reporting"),
        ("With reporting by Radio Northport and Meduza", ["Radio Northport", "Meduza"], "reporting"),
        ("With agency inputs from PTI", [], None),
        ("(With inputs from PTI)", ["PTI"], "reporting"),
        ("Yonhap/AFP", ["Yonhap", "AFP"], "reporting"),
        ("(AP)", ["AP"], "reporting"),
        ("- Reuters.", ["Reuters"], "reporting"),
        ("Source: TASS", ["TASS"], "reporting"),
        ("Sources: AP, Reuters, The Harbour Times", ["AP", "Reuters", "The Harbour Times"], "reporting"),
        ("Additional reporting by Jane Doe", [], None),
        ("Additional reporting by Jane Doe in Paris, Texas; editing by Ann Roe", [], None),
        ("Contributing: Jane Doe, Medill News Service.", ["Medill News Service"], "reporting"),
        ("Reuters contributed to this report.", ["Reuters"], "contributed"),
        ("The Associated Press contributed to this report.", ["The Associated Press"], "contributed"),
        (
            "Associated Press writers Jane Doe in Oslo and Ann Roe contributed to this report.",
            ["Associated Press"],
            "contributed",
        ),
        ("Jane Doe contributed reporting from Oslo.", [], None),
        ("This article was originally published on The Harbour Times.", ["The Harbour Times"], "contributed"),
        ("This story first appeared in The Harbour Times", ["The Harbour Times"], "contributed"),
        ("Material from The Associated Press was used in this report.", ["The Associated Press"], "contributed"),
        ("By Reuters", ["Reuters"], "byline"),
        ("By Jane Doe, Associated Press Writer", ["Associated Press"], "byline"),
        ("By Jane Doe | Reuters", ["Reuters"], "byline"),
        ("By Jane Doe", [], None),
        ("Reporting from Northport", [], None),
        ("Copyright 2021 The Associated Press. All rights reserved.", ["The Associated Press"], "byline"),
        ("Reuters reported that the talks had failed.", [], None),
        ("Source: Mayor to resign", [], None),
        ("Sources said that the talks had failed.", [], None),
        ("RFE/RL and The Harbour Times disagree.", [], None),
        ("Donors contributed to the report on the crash.", [], None),
        ("With reporting by people who asked not to be named.", [], None),
        ("By Monday", [], None),
    ],
)
def test_a_line_below_the_text(line: str, names: list[str], kind: str | None) -> None:
    found = find_credits(f"Ferry Service Resumes\n\n{STORY}\n\n{line}")

    assert [credit.name for credit in found] == names
    assert {credit.kind for credit in found} == ({CreditKind(kind)} if kind else set())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"WASHINGTON (Reuters) - {STORY}", ["Reuters"]),
        (f"SEOUL, April 23 (Yonhap) -- {STORY}", ["Yonhap"]),
        (f"MOSCOW, April 23, 2019 /TASS/. {STORY}", ["TASS"]),
        (f"{STORY} (AP)", ["AP"]),
        (f"{STORY} [Reuters]", ["Reuters"]),
        (f"{STORY} [Reuters]\n\n{STORY}", []),
        (f"{STORY} Reuters contributed to this report.", ["Reuters"]),
        (f"WASHINGTON (Reuters) - {STORY}\n\nWith reporting by Reuters and AFP", ["Reuters", "AFP"]),
        ("The fund (IMF) - which met on Monday - said that growth would be slower than it had expected.", []),
        (f"{STORY} (AP was not able to reach him.)", []),
        (STORY, []),
        ("", []),
    ],
)
def test_credits_inside_the_text_each_once(text: str, names: list[str]) -> None:
    assert [credit.name for credit in find_credits(text)] == names


def test_the_span_holds_the_name_as_it_is_written() -> None:
    text = f"{STORY}\n\nWith reporting by KCNA and the Harbour Times."

    assert [span.of(text) for credit in find_credits(text) for span in credit.span] == ["KCNA", "Harbour Times"]


def test_the_site_s_own_name_above_the_title_is_no_credit() -> None:
    assert not find_credits(f"Reuters\n\nFerry Service Resumes\n\n{STORY}")
    assert find_credits(f"Ferry Service Resumes\n\nReuters\n\n{STORY}")


def test_a_name_below_a_picture_is_no_credit_of_the_text() -> None:
    text = f"Ferry Resumes\n\n{STORY}\n\nReuters\n\nThe ferry lay in port\n\n{STORY} It rained."

    assert not find_credits(text)


def test_a_known_name_counts_as_a_desk() -> None:
    text = f"{STORY} (Northport Calling)"

    assert not find_credits(text)
    assert [credit.name for credit in find_credits(text, {"Northport Calling"}.__contains__)] == ["Northport Calling"]
