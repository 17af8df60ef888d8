"""Which claims sentences make, in words that stand alone: read by the English pipeline, as news is."""

from collections.abc import Callable

import pytest

from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.registry import load_registry
from provenance.settings import Limits

Reader = Callable[[str], Extraction]


@pytest.fixture(scope="module")
def read() -> Reader:
    extractor = Extractor(load_registry(), Limits())

    def read_text(text: str) -> Extraction:
        return extractor.extract(Article(text, outlet="The Harbour Times", published="2021-06-10", language="en"))

    return read_text


# A sentence -> its claims. The article is of Thursday, 10 June 2021.
SENTENCES: list[tuple[str, list[str]]] = [
    # coordinated verbs share their subject, their auxiliaries, and the time that stands before it
    (
        "The mayor opened the bridge on Monday and unveiled a plaque.",
        ["The mayor opened the bridge on Monday.", "The mayor unveiled a plaque."],
    ),
    (
        "Police arrested three men and seized 40 kilos of cocaine in Rotterdam.",
        ["Police arrested three men.", "Police seized 40 kilos of cocaine in Rotterdam."],
    ),
    (
        "The ship was brought to Hamburg and was searched by customs officers.",
        ["The ship was brought to Hamburg.", "The ship was searched by customs officers."],
    ),
    (
        "The actor was arrested on suspicion of fraud and released on bail.",
        ["The actor was arrested on suspicion of fraud.", "The actor was released on bail."],
    ),
    (
        "The airline will cut 2,000 jobs, close two bases and sell 12 aircraft.",
        ["The airline will cut 2,000 jobs.", "The airline will close two bases.", "The airline will sell 12 aircraft."],
    ),
    (
        "Norway's king will visit Denmark in June and meet the queen.",
        ["Norway's king will visit Denmark in June.", "Norway's king will meet the queen."],
    ),
    (
        "The storm left at least 43 people dead and destroyed more than 1,000 homes.",
        ["The storm left at least 43 people dead.", "The storm destroyed more than 1,000 homes."],
    ),
    (
        "The two countries signed a treaty in 1994 but never ratified it.",
        ["The two countries signed a treaty in 1994.", "The two countries never ratified it."],
    ),
    (
        "He promised to lower taxes and build schools.",
        ["He promised to lower taxes.", "He promised to build schools."],
    ),
    ("Poland and Hungary vetoed the budget.", ["Poland and Hungary vetoed the budget."]),
    # clauses with a subject of their own
    (
        "The deal was signed in Vienna; it takes effect in January.",
        ["The deal was signed in Vienna.", "It takes effect in January."],
    ),
    (
        "The ship sank in the Baltic Sea; all 12 sailors were rescued.",
        ["The ship sank in the Baltic Sea.", "All 12 sailors were rescued."],
    ),
    (
        "Exports rose 4 percent while imports fell 2 percent.",
        ["Exports rose 4 percent.", "Imports fell 2 percent."],
    ),
    (
        "The hostages were freed after a ransom was paid.",
        ["The hostages were freed after a ransom was paid.", "A ransom was paid."],
    ),
    (
        "The harbour was closed on Friday because a ship had run aground.",
        ["The harbour was closed on Friday because a ship had run aground.", "A ship had run aground."],
    ),
    ("If the strike continues, the airport will close.", ["If the strike continues, the airport will close."]),
    (
        "Turkey will not send troops to Libya unless Tripoli asks for them.",
        ["Turkey will not send troops to Libya unless Tripoli asks for them."],
    ),
    # what is stated by the way
    (
        "Anna Weber, the finance minister, will resign next week.",
        ["Anna Weber will resign next week.", "Anna Weber [is] the finance minister."],
    ),
    (
        "Marta Lind, the company's chief executive, resigned on Monday, and the board appointed a successor.",
        [
            "Marta Lind resigned on Monday.",
            "Marta Lind [is] the company's chief executive.",
            "The board appointed a successor.",
        ],
    ),
    (
        "Lisbon, which hosted the talks, is the capital of Portugal.",
        ["Lisbon is the capital of Portugal.", "[Lisbon] hosted the talks."],
    ),
    ("The pilot, who was 45, died at the scene.", ["The pilot died at the scene.", "[The pilot] was 45."]),
    (
        "The dam, which was built in 1960, burst on Saturday, flooding four villages.",
        ["The dam burst on Saturday, flooding four villages.", "[The dam] was built in 1960."],
    ),
    (
        "The bank, founded in 1905, employs 3,000 people.",
        ["The bank employs 3,000 people.", "The bank [was] founded in 1905."],
    ),
    (
        "The vaccine, made by Pfizer, was approved in December.",
        ["The vaccine was approved in December.", "The vaccine [was] made by Pfizer."],
    ),
    (
        "The city of Graz, which has 300,000 inhabitants, will build a tram line.",
        ["The city of Graz will build a tram line.", "[The city of Graz] has 300,000 inhabitants."],
    ),
    (
        "Kenya's parliament passed the bill, which bans plastic bags.",
        ["Kenya's parliament passed the bill.", "[The bill] bans plastic bags."],
    ),
    (
        "The opposition leader, Boris Novak, was not allowed to leave the country.",
        [
            "The opposition leader, Boris Novak, was not allowed to leave the country.",
            "Boris Novak [is] the opposition leader.",
        ],
    ),
    (
        "Ivan Petrov, a lawyer who represents the miners, told Reuters that the mine would reopen.",
        ["Ivan Petrov [is] a lawyer who represents the miners.", "The mine would reopen."],
    ),
    # credited words, without the crediting
    ("The police chief confirmed that two officers had been suspended.", ["Two officers had been suspended."]),
    ("The talks have been cancelled, a spokesman said.", ["The talks have been cancelled."]),
    (
        "According to the ministry, the bridge collapsed because of the flood.",
        ["The bridge collapsed because of the flood."],
    ),
    ('"The bridge is safe," the engineer said.', ["The bridge is safe."]),
    ("Officials in Oslo denied that the talks had failed.", ["The talks had failed."]),
    ("The ministry warned that the river could flood by Sunday.", ["The river could flood by Sunday."]),
    ("The reactor will be shut down, the operator said on Thursday.", ["The reactor will be shut down."]),
    ("Scientists believe the virus came from bats.", ["The virus came from bats."]),
    ("The opposition demanded that the vote be repeated.", ["The vote [must] be repeated."]),
    ("Ministers demanded that Turkey withdraw its troops.", ["Turkey [must] withdraw its troops."]),
    ("The king plans to abdicate, according to a person familiar with the matter.", ["The king plans to abdicate."]),
    (
        "The refugees arrived in Trieste last night, the coast guard reported.",
        ["The refugees arrived in Trieste last night."],
    ),
    # pronouns that the crediting explains
    (
        "The minister said he would not attend the summit in Geneva.",
        ["[The minister] would not attend the summit in Geneva."],
    ),
    ("The company denied that it had sold the factory.", ["[The company] had sold the factory."]),
    ("Residents said they heard two explosions overnight.", ["[Residents] heard two explosions overnight."]),
    ("The union says it will strike from June 14 to June 18.", ["[The union] will strike from June 14 to June 18."]),
    (
        "The governor said he would sign the bill and that he expected protests.",
        ["[The governor] would sign the bill.", "[The governor] expected protests."],
    ),
    ('"I will not resign," Anna Weber said on Tuesday.', ["[Anna Weber] will not resign."]),
    ('"I think the plan is dead," Anna Weber said.', ["[Anna Weber] thinks the plan is dead."]),
    # silence, and other things that only the outlet says
    ("The museum did not say when it would reopen.", ["The museum did not say when it would reopen."]),
    (
        "The king is due to visit Norway in the first week of July, but the palace declined to comment.",
        ["The king is due to visit Norway in the first week of July.", "The palace declined to comment."],
    ),
    (
        "A spokeswoman for the company did not immediately respond to a request for comment.",
        ["A spokeswoman for the company did not immediately respond to a request for comment."],
    ),
    ("Officials have not confirmed the death toll.", ["Officials have not confirmed the death toll."]),
    ("It was unclear whether the talks would resume.", ["It was unclear whether the talks would resume."]),
    ("The bill was rejected by the Senate.", ["The bill was rejected by the Senate."]),
    (
        "A meeting between the two ministers is expected on June 25.",
        ["A meeting between the two ministers is expected on June 25."],
    ),
    ("Nordhaven confirmed the price of 240 million euros.", ["[Nordhaven confirmed] the price of 240 million euros."]),
    ("The ferry line has not announced a closure.", ["The ferry line has not announced a closure."]),
    ("The two leaders agreed to hold a summit in Cairo.", ["The two leaders agreed to hold a summit in Cairo."]),
    ("The minister does not plan to raise spending.", ["The minister does not plan to raise spending."]),
    # plain ones
    ("No agreement was reached.", ["No agreement was reached."]),
    ("Neither side has accepted the plan.", ["Neither side has accepted the plan."]),
    ("The prisoner was to be released on May 3.", ["The prisoner was to be released on May 3."]),
    (
        "The meeting between Merkel and Macron took place in Berlin.",
        ["The meeting between Merkel and Macron took place in Berlin."],
    ),
    ("Talks between the two sides collapsed on Tuesday.", ["Talks between the two sides collapsed on Tuesday."]),
    ("He is likely to be extradited to the United States.", ["He is likely to be extradited to the United States."]),
    ("The senator apparently knew about the payments.", ["The senator apparently knew about the payments."]),
    ("Prices have risen since March.", ["Prices have risen since March."]),
    # questions, headlines, fragments
    ("Did the minister know?", ["Did the minister know?"]),
    ("Storm kills dozens in Philippines", ["Storm kills dozens in Philippines."]),
    ("No comment.", []),
    ("Minister of Finance", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claims"), SENTENCES, ids=[row[0][:50] for row in SENTENCES])
def test_a_sentence_makes_these_claims(read: Reader, sentence: str, claims: list[str]) -> None:
    assert sorted(claim.text for claim in read(sentence).claims) == sorted(claims)


ARTICLE = """The foreign ministry of Estonia said on Monday that President Karl Tamm would visit Riga in the second \
half of June and meet Prime Minister Ilze Ozola, but it did not say where the talks would be held.

The newspaper Diena reported on June 8 that the visit was scheduled for June 25 in Jurmala, a resort town close to Riga.

"I will be there," Tamm said. "We have much to discuss."

Ozola, who took office in May, is due to attend the June 16-17 summit in Vilnius. She has never met Tamm.

In March, Latvia expelled three diplomats, and it has demanded that the embassy close.
"""


@pytest.fixture(scope="module")
def article(read: Reader) -> Extraction:
    return read(ARTICLE)


def test_spans_give_the_words(article: Extraction) -> None:
    for claim in article.claims:
        sentence = article.sentences[claim.sentence]
        assert claim.span
        for span in claim.span:
            assert sentence.covers(span)
        for slot in (claim.frame.when, claim.frame.where, claim.frame.quantities, claim.frame.who):
            for mention in slot:
                assert mention.span[0].of(ARTICLE) == mention.text


def test_every_claim_names_an_attribution(article: Extraction) -> None:
    known = {attribution.id for attribution in article.attributions}
    assert {claim.attribution for claim in article.claims} <= known


def test_what_is_stated_by_the_way_is_the_outlets_own(article: Extraction) -> None:
    (aside,) = (c for c in article.sourced_claims() if c.text == "Jurmala [is] a resort town close to Riga.")
    assert aside.attribution.is_own_voice
    assert aside.attribution.source == aside.attribution.cue == ()
    assert [hop.name for hop in aside.attribution.chain] == ["The Harbour Times"]
    assert [span.of(ARTICLE) for span in aside.attribution.content] == ["a resort town close to Riga"]


def test_what_the_outlet_says_about_a_silence_is_its_own(article: Extraction) -> None:
    (silence,) = (c for c in article.sourced_claims() if "did not say" in c.text)
    assert silence.attribution.is_own_voice
    assert silence.frame.polarity == "negative"
    assert silence.text.endswith("did not say where the talks would be held.")


def test_extraction_is_the_same_each_time(read: Reader, article: Extraction) -> None:
    assert read(ARTICLE) == article
