"""Whom "he", "she" and "it" mean, read on short articles; what cannot be told stays as the article writes it."""

from __future__ import annotations

import pytest

from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article

# text, the words of the claim that are asked for, the claim as it must stand
CLAIMS = [
    pytest.param(
        "Peter Holm will meet Ivan Marek in Oslo on Monday, two sources close to the talks told the Harbour Post.\n"
        "The talks will be held on an island, one of the sources said.\n"
        "He was not authorized to talk to the press.",
        "authorized",
        "He was not authorized to talk to the press.",
        id="an unnamed official is nobody whom the article names",
    ),
    pytest.param(
        "Peter Holm spoke of the choice between him and his wife, Mary Pat Holm. And he put it in plain words.",
        "plain words",
        "[Peter Holm] put it in plain words.",
        id="a man is not his wife",
    ),
    pytest.param(
        "With his record in doubt, Peter Holm must win on Sunday. Karl Lang lost to Ivan Marek. He paid for it.",
        "paid",
        "[Karl Lang] paid for it.",
        id="the subject of the sentence before",
    ),
    pytest.param(
        "Karl Lang and Ivan Marek met in Oslo. He left early.",
        "left early",
        "He left early.",
        id="of two who are as likely, neither",
    ),
    pytest.param(
        "Karl Lang was in the hall. A guard stood at the gate. He fell asleep.",
        "asleep",
        "He fell asleep.",
        id="somebody without a name may be meant",
    ),
    pytest.param(
        "The Orlo dam broke in Brodno on Friday. It denied any fault.",
        "fault",
        "[Its] fault [is a fact].",
        id="a village denies nothing",
    ),
]


@pytest.mark.parametrize(("text", "words", "expected"), CLAIMS)
def test_a_claim_names_whom_a_pronoun_means_only_where_that_is_clear(
    extractor: Extractor, text: str, words: str, expected: str
) -> None:
    found = extractor.extract(Article(text, outlet="The Harbour Post", published="2019-04-24"))
    assert expected in [claim.text for claim in found.claims if words in claim.text]


# text, the words that are credited, who is credited with them in the end (None: it cannot be told)
SPEAKERS = [
    pytest.param(
        '"It is over," Karl Lang said. Ivan Marek was not convinced. "We go on," he said.',
        "We go on",
        "Ivan Marek",
        id="who has just come in",
    ),
    pytest.param(
        '"It is over," Elena Lang said. Antonin Marek was not convinced. "I go on," she said.',
        "I go on",
        "Elena Lang",
        id="she is not Antonin",
    ),
    pytest.param(
        '"It is over," Karl Lang said. The town cheered Ivan Marek. "We go on," he said.',
        "We go on",
        None,
        id="either of the two",
    ),
    pytest.param(
        "Karl Lang, a lawyer for the owners, said the women who seek damages were wrong. "
        '"Each of them has another story," he said.',
        "Each of them",
        "Karl Lang",
        id="one man, not the women",
    ),
    pytest.param(
        "The seller, Halvorsen Marine, spoke of a fair price. Lars Bund, the mayor of Aalborg, was surprised. "
        '"I read it in the paper," he told the Harbour Post.',
        "I read it",
        "Lars Bund",
        id="a company is no he",
    ),
    pytest.param(
        "Halvorsen Marine will sell its shipyard in Aalborg. It said that no jobs would go.",
        "no jobs would go",
        "Halvorsen Marine",
        id="a company speaks, a town does not",
    ),
    pytest.param(
        '"The price is fair," Karl Lang said. A spokesman for Velna Hydro would not give the price. '
        '"We stand by the contract," he said.',
        "We stand by",
        None,
        id="the spokesman, whom nobody names",
    ),
]


@pytest.mark.parametrize(("text", "words", "expected"), SPEAKERS)
def test_he_said_leads_to_the_one_person_who_can_have_said_it(
    extractor: Extractor, text: str, words: str, expected: str | None
) -> None:
    found = extractor.extract(Article(text, outlet="The Harbour Post", published="2019-04-24"))
    roots = [a.root.name for a in found.attributions if any(words in span.of(text) for span in a.content)]
    assert roots == [expected]
