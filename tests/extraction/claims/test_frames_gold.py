"""What a claim says, slot by slot."""

from collections.abc import Callable

import pytest

from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.claim import SourcedClaim
from provenance.registry import load_registry
from provenance.settings import Limits

Only = Callable[[str], SourcedClaim]


@pytest.fixture(scope="module")
def only() -> Only:
    extractor = Extractor(load_registry(), Limits())

    def first_claim(text: str) -> SourcedClaim:
        extraction = extractor.extract(Article(text, outlet="The Harbour Times", published="2021-06-10", language="en"))
        return extraction.sourced_claims()[0]

    return first_claim


# A sentence -> polarity, modality, tense, and what is done
STANDING = [
    ("The mayor opened the bridge.", "positive", "fact", "past", "open"),
    ("The mayor will open the bridge.", "positive", "plan", "future", "open"),
    ("The mayor plans to open the bridge.", "positive", "plan", "present", "open"),
    ("The mayor is due to open the bridge.", "positive", "plan", "present", "open"),
    ("The prisoner was to be released on May 3.", "positive", "plan", "past", "release"),
    ("The mayor may open the bridge.", "positive", "possibility", None, "open"),
    ("The mayor is expected to open the bridge.", "positive", "prediction", "present", "open"),
    ("He is likely to be extradited.", "positive", "prediction", "present", "extradite"),
    ("He is unlikely to be extradited.", "negative", "prediction", "present", "extradite"),
    ("The mayor must resign.", "positive", "demand", None, "resign"),
    ("If the strike continues, the airport will close.", "positive", "hypothetical", "future", "close"),
    ("Did the mayor open the bridge?", "positive", "question", "past", "open"),
    ("The mayor did not open the bridge.", "negative", "fact", "past", "open"),
    ("The mayor never opened the bridge.", "negative", "fact", "past", "open"),
    ("The mayor failed to open the bridge.", "negative", "fact", "past", "open"),
    ("The government has refused to publish the report.", "negative", "fact", "past", "publish"),
    ("No passengers were hurt.", "negative", "fact", "past", "hurt"),
    ("Nobody was hurt.", "negative", "fact", "past", "hurt"),
    ("Neither side has accepted the plan.", "negative", "fact", "past", "accept"),
    ("The visit was scheduled for June 25 in Oslo.", "positive", "plan", "past", "visit"),
    ("The meeting took place in Berlin.", "positive", "fact", "past", "meet"),
    ("The two leaders held talks in Astana.", "positive", "fact", "past", "talk"),
    ("It’s not a question of money.", "negative", "fact", "present", "be"),
    ("They’ve sold the ferry.", "positive", "fact", "past", "sell"),
    ("Trump and Kim failed to reach an agreement.", "negative", "fact", "past", "agree"),
    ("The talks have been called off.", "positive", "fact", "past", "call off"),
    ("Lisbon is the capital of Portugal.", "positive", "fact", "present", "be"),
    ("A meeting between the ministers is expected on June 25.", "positive", "prediction", "present", "meet"),
    ("The minister does not plan to raise spending.", "negative", "plan", "present", "raise"),
    ("The rebels are believed to be hiding in the hills.", "positive", "fact", "present", "hide"),
]


@pytest.mark.parametrize(("text", "polarity", "modality", "tense", "predicate"), STANDING, ids=[r[0] for r in STANDING])
def test_how_a_claim_holds_and_what_is_done(
    only: Only, text: str, polarity: str, modality: str, tense: str | None, predicate: str
) -> None:
    frame = only(text).frame
    assert frame.event is not None
    assert (frame.polarity, frame.modality, frame.event.tense, frame.event.predicate) == (
        polarity,
        modality,
        tense,
        predicate,
    )


# A sentence -> its arguments by role and head
ARGUMENTS = [
    ("The mayor opened the bridge.", [("agent", "mayor"), ("patient", "bridge")]),
    ("The bridge was opened by the mayor.", [("patient", "bridge"), ("agent", "mayor")]),
    ("A limousine was brought to Vladivostok.", [("patient", "limousine"), ("to", "Vladivostok")]),
    ("Poland and Hungary vetoed the budget.", [("agent", "Poland"), ("agent", "Hungary"), ("patient", "budget")]),
    ("The visit was scheduled for June 25 in Oslo.", [("in", "Oslo")]),
    ("The meeting between Ada Lund and Ivan Holm took place in Oslo.",
     [("agent", "Ada Lund"), ("agent", "Ivan Holm"), ("in", "Oslo")]),
    ("Lisbon is the capital of Portugal.", [("agent", "Lisbon"), ("theme", "capital")]),
    ("Ada Lund will pay a visit to Norway.", [("agent", "Ada Lund"), ("patient", "Norway")]),
    ("The workers received letters.", [("agent", "worker"), ("patient", "letter")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "arguments"), ARGUMENTS, ids=[row[0] for row in ARGUMENTS])
def test_who_does_what_to_whom(only: Only, text: str, arguments: list[tuple[str, str]]) -> None:
    event = only(text).frame.event
    assert event is not None
    assert [(argument.role, argument.head) for argument in event.arguments] == arguments


def test_days_places_and_figures_fill_their_slots(only: Only) -> None:
    frame = only("Police in Rotterdam seized at least 40 kilos of cocaine in the first half of May.").frame
    assert [str(mention.interval) for mention in frame.when] == ["2021-05-01..2021-05-15"]
    assert [(place.name, place.country) for place in frame.where] == [("Rotterdam", "NL")]
    assert [(q.low, q.high, q.unit) for q in frame.quantities] == [(40.0, None, "kilogram")]


def test_the_day_of_saying_is_no_day_of_the_event(only: Only) -> None:
    claim = only("The operator said on June 8 that the reactor would be shut down on June 20.")
    assert [mention.text for mention in claim.frame.when] == ["June 20"]
    assert claim.attribution.said is not None
    assert claim.attribution.said.interval is not None
    assert str(claim.attribution.said.interval) == "2021-06-08"


def test_a_weekday_ahead_follows_the_modality(only: Only) -> None:
    assert str(only("The court will rule on Monday.").frame.when[0].interval) == "2021-06-14"
    assert str(only("The court ruled on Monday.").frame.when[0].interval) == "2021-06-07"


def test_a_doubt_belongs_to_whoever_utters_it(only: Only) -> None:
    reported = only("He was reportedly seen in Madrid.").frame.hedge
    thought = only('"I think the plan is dead," Anna Weber said.').frame.hedge
    assert reported is not None
    assert (reported.text, reported.owner) == ("reportedly", "outlet")
    assert thought is not None
    assert (thought.text, thought.owner) == ("I think", "source")


def test_the_two_koreas_stay_apart(only: Only) -> None:
    north = {p.name for p in only("North Korea launched a missile.").frame.who}
    south = {p.name for p in only("South Korea launched a missile.").frame.who}
    assert north == {"North Korea"}
    assert south == {"South Korea"}


def test_a_place_that_is_only_a_possessor_is_not_where_it_happened(only: Only) -> None:
    assert only("Sweden's government resigned.").frame.where == ()
