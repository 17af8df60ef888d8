"""What a page's furniture is, and what looks like it and is news."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.span import Spans, covered_by
from provenance.text.blocks import find_blocks
from provenance.text.furniture import find_furniture, find_headline

STORY = "The harbour office said on Monday that the ferry to the island would sail again after the storm."
MORE = "About 240 people had waited in the port for three days, according to the town's mayor."


def lines_of(text: str, spans: Spans) -> list[str]:
    return [span.of(text) for span in spans]


def kept(text: str) -> list[str]:
    """The lines that are left as news."""
    marked = find_furniture(text)
    return [block.text for block in find_blocks(text) if not covered_by(block.span, marked)]


@pytest.mark.parametrize(
    "line",
    [
        "Accessibility links",
        "Skip to main content",
        "Breaking News",
        "BREAKING NEWS:",
        "Updated",
        "UPDATE:",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below",
        "Story continues below advertisement",
        "Article continues after advertisement",
        "Share on Facebook",
        "Print this page",
        "Share | Tweet | Email",
        "Comments",
        "12 comments",
        "View image in fullscreen",
        "This article is more than two years old",
        "01:03 - Source: CNN",
        "Reporting from Northport",
        "Editor: huaxia",
        "XS",
        "XS SM MD LG",
        "• 16x9 Image",
        "Read more",
        "READ MORE: Island Ferry Stuck In Port",
        "See also: What the storm left behind",
        "Published 10:15 GMT, 4 March 2021",
        "March 4, 2021 7:15 a.m.",
        "Last updated on: Thursday, March 4, 2021 at 10:15 AM EST",
        "2 hours ago",
        "5 min read",
        "Sign up for our morning newsletter.",
        "Subscribe to our channel here.",
        "Get the day's top stories delivered to your inbox: sign up for our newsletter.",
        "Follow us on Twitter and on Facebook.",
        "Follow Mara Lind on Twitter @maralind.",
        "Mara Lind is a reporter for the Harbour Times. Follow her on Twitter @maralind.",
        "To find out more, click here.",
        "Click here to read the full report.",
        "The full poll can be found here.",
        "We use cookies to give you the best experience.",
        "By continuing to use this site you agree to our terms.",
        "© 2021 The Harbour Times. All rights reserved.",
        "Copyright 2021 The Harbour Times",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "The views expressed in this article are the author's own and do not reflect those of the paper.",
        "Correction: An earlier version of this article gave a wrong name for the mayor.",
        "Editor's note: The headline was changed.",
        "This story has been updated with comments from the mayor.",
        "This is a developing story and will be updated.",
        "Tags: ferry, storm, islands",
        "Home > News > Islands",
        "Photo: Mara Lind",
        "Image source, Getty Images",
        "FILE PHOTO: A ferry lies in port. REUTERS/Mara Lind/File Photo",
        "A ferry lies in port on March 2, 2021. (AP Photo/Mara Lind)",
        "The mayor visits the port. (Mara Lind/AFP/Getty Images)",
        "Mara Lind / Reuters.",
        "A combination file photo of harbour master Ole Brandt (left) and mayor Ida Holm",
        "Mayor Ida Holm (left) with harbour master Ole Brandt",
        "* * *",
        "___",
        "https://www.example.org/ferry",
        "(Reporting by Mara Lind; Editing by Ole Holm.)",
        "With reporting by KCNA, TASS, and AFP.",
        "(AP)",
    ],
)
def test_furniture_inside_a_page_is_marked(line: str) -> None:
    text = f"Ferry Service Resumes\n\n{STORY}\n\n{line}\n\n{MORE}\n"

    assert kept(text) == ["Ferry Service Resumes", STORY, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Breaking news reached the capital late on Monday.",
        "Updated figures show that 43 people were hurt.",
        "Comments by the mayor angered the unions.",
        "Print newspapers lost a tenth of their readers last year.",
        "Share prices fell by 3 percent after the announcement.",
        "Advertisement spending grew by 4 percent in March, the industry group said.",
        "More than 40 people were killed, the ministry said.",
        "Read more than a hundred years later, the letter still moves people, the curator said.",
        "Published reports said that the minister had resigned.",
        "The photo shows the minister with the governor, the newspaper said.",
        "A photo released by state media shows the leader aboard a ship.",
        "Photos from the scene showed two burnt cars.",
        "Video: Police say three people died when a car drove into the crowd outside the old town hall",
        "She shared a photo from her visit.",
        "Getty Images sued the company on Monday.",
        "Copyright law will change in May, the minister said.",
        "Cookies were sold at the fair, and 300 dollars were raised.",
        "Subscribers to the newspaper were told of the leak on Monday.",
        "Sign up to fight, the army told students on Tuesday.",
        "Follow the money, the prosecutor told the jury.",
        "Click fraud cost advertisers 3 billion dollars, the report said.",
        "If you are in doubt, stay at home, the governor told residents.",
        "Please help us, the mayor wrote to the government.",
        "By Monday, 40 people had died.",
        "By the evening, the fire was out.",
        "Reuters reported on Monday that the talks had failed.",
        "Reuters and AFP said that their reporters had been held.",
        "The agency contributed to the report on the crash, the minister said.",
        "TASS has been declared an agency of the state.",
        'The reporters\' union was declared an "undesirable organization" by the ministry on Monday.',
        "Jane Doe is a reporter for the newspaper that broke the story, and she was arrested on Monday.",
        "The minister is a writer and covers his rent with poems.",
        "Our newsletter was banned, the editor said.",
        "The newspaper was founded in 1890 by Jane Doe.",
        "Correction of the figures took two days, the office said.",
        "Tags were found on three of the whales.",
        '"Sign up for our newsletter," the forged message said.',
        '"Click here," it said.',
        '"All rights reserved," the label said.',
        "NATO — which met on Monday — did not comment.",
        "The left wing of the party (right) was angry.",
        "Home to 3,000 people, the village was cut off.",
        "Live fire was used on Monday, witnesses said.",
        "Sources: the army and the police, both asked not to be named.",
        "It rained.",
        "No one was hurt.",
    ],
)
@pytest.mark.parametrize("place", ["first", "between", "last"])
def test_news_that_looks_like_furniture_is_kept(line: str, place: str) -> None:
    paragraphs = {"first": [line, STORY, MORE], "between": [STORY, line, MORE], "last": [STORY, MORE, line]}[place]

    assert kept("\n\n".join(["Ferry Service Resumes", *paragraphs])) == ["Ferry Service Resumes", *paragraphs]


def test_everything_around_a_pasted_article_is_marked() -> None:
    text = f"""Accessibility links

World
Politics
Sport

Ferry Service Resumes After Storm

By Mara Lind

Mara Lind in Northport

March 4, 2021

The old ferry in a file photo
The old ferry in a file photo

{STORY}

Related
Storm Damages Lighthouse On Cape
Island School Closed For A Week

{MORE}

With reporting by Reuters and AFP.
  • 16x9 Image

    Radio Northport

    Radio Northport journalists report the news in four languages. We provide what people cannot get elsewhere.

Radio Northport has been declared a "foreign agent" by the ministry.

If you are on the mainland, please note that you could face fines for sharing our content.

To find out more, click here.

XS
SM"""

    assert kept(text) == ["Ferry Service Resumes After Storm", STORY, MORE]


@pytest.mark.parametrize(
    "foot",
    [
        "Mara Lind is a staff writer at the Harbour Times.",
        'Radio Northport has been declared a "foreign agent" by the ministry.',
        "If you are on the mainland, please note that you could face fines.",
        "Radio Northport journalists report the news in four languages.",
        "Northport",
    ],
)
def test_a_doubtful_last_line_is_furniture_only_below_sure_furniture(foot: str) -> None:
    assert kept(f"{STORY}\n\n{foot}") == [STORY, foot]
    assert kept(f"{STORY}\n\nWith reporting by AFP.\n\n{foot}") == [STORY]


def test_the_articles_last_sentence_is_not_drawn_into_the_foot() -> None:
    last = "The ministry declined to comment on the figures."

    assert kept(f"{STORY}\n\n{last}\n\n© 2021 The Harbour Times\n") == [STORY, last]


def test_a_dateline_is_marked_and_its_sentence_kept() -> None:
    text = f"MOSCOW, April 23 (Interfax) -- {STORY}"

    assert lines_of(text, find_furniture(text)) == ["MOSCOW, April 23 (Interfax) --"]


def test_a_closing_credit_is_marked_and_the_paragraph_before_it_kept() -> None:
    text = f"{STORY} Reuters contributed to this report."

    assert lines_of(text, find_furniture(text)) == ["Reuters contributed to this report."]


def test_a_repeated_caption_goes_and_a_repeated_title_or_sentence_stays_once() -> None:
    caption = "The old ferry leaves port"
    text = "\n".join(["Ferry Service Resumes", "Ferry Service Resumes", caption, caption, STORY, STORY, MORE])

    assert kept(text) == ["Ferry Service Resumes", STORY, MORE]


def test_titles_below_related_are_links_and_the_paragraph_after_them_is_news() -> None:
    text = f"Ferry Resumes\n{STORY}\nMore on this story\nIsland school closed\nWho pays for the storm?\n{MORE}"

    assert kept(text) == ["Ferry Resumes", STORY, MORE]


def test_an_agency_s_end_mark_is_marked() -> None:
    text = f"{STORY} Enditem"

    assert lines_of(text, find_furniture(text)) == ["Enditem"]


def test_lines_of_a_wrapped_paragraph_are_judged_together() -> None:
    text = (
        "Ferry Service Resumes\n\nThe harbour office said on Monday that newspapers in\n"
        "print would be sold on the ferry, and that it would\n"
        "share the income with the island's school until the\nend of the year, when the old contract will run out\n"
        "and a new one, which the council has not yet\nagreed to, may follow.\n\nAdvertisement\n"
    )

    assert lines_of(text, find_furniture(text)) == ["Advertisement"]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Ferry Service Resumes After Storm\n\n{STORY}", "Ferry Service Resumes After Storm"),
        (f"Breaking News\n\nFerry: 'Soon' Back In Service\n\nUpdated\n\n{STORY}", "Ferry: 'Soon' Back In Service"),
        (f"World\nBy Mara Lind\n\nFerry Is Back In Service\n\n{STORY}", "Ferry Is Back In Service"),
        (
            f"Northport Broadcasting Company\nHome\nNews\nSport\nWeather\nFerry Is Back In Service\n{STORY}",
            "Ferry Is Back In Service",
        ),
        (f"News   Region   Weather   Sport\nFerry Is Back In Service\n\n{STORY}", "Ferry Is Back In Service"),
        (f"News | Region | Weather\nFerry Is Back In Service\n\n{STORY}", "Ferry Is Back In Service"),
        (f"{STORY}\n\n{MORE}", None),
        ("Ferry Service Resumes", None),
        ("", None),
    ],
)
def test_the_headline_is_the_first_title_above_the_text(text: str, headline: str | None) -> None:
    span = find_headline(text)

    assert (span.of(text) if span else None) == headline


PIECES = st.sampled_from(
    [
        "Updated",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        STORY,
        "(AP)",
        "MOSCOW (Reuters) -",
        "Photo: ",
        "By Jane Doe",
        "©",
        "\u2028",
        "\ufeff",
        "• ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=8))).map("".join)))
def test_spans_are_sorted_disjoint_and_inside_any_text(text: str) -> None:
    spans = find_furniture(text)

    assert list(spans) == sorted(spans)
    assert all(left.end < right.start for left, right in pairwise(spans))
    assert all(span.of(text).strip() for span in spans)


@pytest.mark.parametrize("unit", ["By A A ", "a.b ", "(A/", "Source: A, ", "PHOTO: ", "> a ", "A-A-A ", "© "])
def test_long_hostile_lines_are_judged_in_a_blink(unit: str) -> None:
    import time

    text = unit * 20_000
    start = time.perf_counter()
    find_furniture(text)
    find_furniture("\n".join([unit * 40] * 200))

    assert time.perf_counter() - start < 5
