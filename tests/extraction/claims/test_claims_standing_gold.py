"""How claims are worded and dated where the sentence leaves something to be supplied."""

from __future__ import annotations

import pytest

from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article

# text (published on Wednesday 24 April 2019), one claim that it makes, its modality, its days
CASES = [
    pytest.param(
        "Leaders to meet on Monday, regional official says",
        "Leaders [are] to meet on Monday.",
        "plan",
        "2019-04-29",
        id="a headline's infinitive looks ahead",
    ),
    pytest.param(
        "Rain is forecast to return on Monday.",
        "Rain is forecast to return on Monday.",
        "prediction",
        "2019-04-29",
        id="forecast",
    ),
    pytest.param(
        "Lessons are held as usual on Thursday.",
        "Lessons are held as usual on Thursday.",
        "fact",
        "2019-04-25",
        id="the present of a timetable",
    ),
    pytest.param(
        "Police arrest two on Monday",
        "Police arrest two on Monday.",
        "fact",
        "2019-04-22",
        id="the present of a headline",
    ),
    pytest.param(
        "The reproach comes in a letter released on Tuesday.",
        "The reproach comes in a letter released on Tuesday.",
        "fact",
        "2019-04-23",
        id="a participle looks back",
    ),
    pytest.param(
        "Holm has invited the owners to his house on Friday.",
        "Holm has invited the owners to his house on Friday.",
        "fact",
        "2019-04-26",
        id="an invitation looks ahead",
    ),
    pytest.param(
        "Holm is still angry about Monday's vote.",
        "Holm is still angry about Monday's vote.",
        "fact",
        "2019-04-22",
        id="a vote that is spoken of",
    ),
    pytest.param(
        "Putin, Kim Expected In Vladivostok This Week",
        "Putin, Kim expected in Vladivostok this week.",
        "prediction",
        "2019-04-22..2019-04-28",
        id="expected, in a headline",
    ),
    pytest.param(
        "The ministry asks the public to keep away from the lake.",
        "[The public must] keep away from the lake.",
        "demand",
        None,
        id="who is asked",
    ),
    pytest.param(
        "The Kremlin has said only that they will meet in Oslo.",
        "They will meet in Oslo.",
        "plan",
        None,
        id="only that",
    ),
    pytest.param(
        '"We stand by our price, and we are proud of it," Halvorsen Marine said.',
        "[Halvorsen Marine] is proud of it.",
        "fact",
        None,
        id="a body's we",
    ),
    pytest.param("“I’m a welder,” Karl Lang said.", "[Karl Lang] is a welder.", "fact", None, id="a short am"),
    pytest.param(
        "After all, he said, “they’re going to have some bad apples” in the end.",
        "After all they’re going to have some bad apples in the end.",
        "plan",
        None,
        id="words around the crediting stay apart",
    ),
    pytest.param(
        "Vladimir Putin and Kim Jong Un get on well. It was reported that the two would meet in May.",
        "[Vladimir Putin and Kim Jong Un] would meet in May.",
        "plan",
        "2019-05-01..2019-05-31",
        id="the two",
    ),
    pytest.param(
        "A lorry has been brought to Vladivostok, an Interfax correspondent reported from the port.",
        "A lorry has been brought to Vladivostok.",
        "fact",
        None,
        id="no town is a correspondent",
    ),
    pytest.param(
        "`` The shock was great,'' Karl Lang said.",
        "The shock was great.",
        "fact",
        None,
        id="marks of two strokes",
    ),
    pytest.param(
        "The bishops’ letter was read, Karl Lang said.",
        "The bishops’ letter was read.",
        "fact",
        None,
        id="an apostrophe is no mark",
    ),
    pytest.param(
        "Holm put the loss at 9 million euros.",
        "[Holm put] the loss at 9 million euros.",
        "fact",
        None,
        id="a figure that somebody puts on it",
    ),
]


@pytest.mark.parametrize(("text", "claim", "modality", "days"), CASES)
def test_a_claim_stands_alone_and_knows_its_day(
    extractor: Extractor, text: str, claim: str, modality: str, days: str | None
) -> None:
    found = extractor.extract(Article(text, outlet="The Harbour Post", published="2019-04-24"))
    rows = {
        c.text: (c.frame.modality.value, str(c.frame.when[0].interval) if c.frame.when else None) for c in found.claims
    }
    assert rows.get(claim, rows) == (modality, days)


def test_who_declines_to_comment_claims_nothing(extractor: Extractor) -> None:
    text = "Peter Holm, the mayor, declined to comment on the price."
    found = extractor.extract(Article(text, outlet="The Harbour Post", published="2019-04-24"))
    own = {a.id for a in found.attributions if a.is_own_voice}
    assert "Peter Holm declined to comment on the price." in [c.text for c in found.claims]
    assert {claim.attribution for claim in found.claims} <= own
