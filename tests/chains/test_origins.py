"""How many origins a claim has, in the situations a newsroom meets."""

from __future__ import annotations

from functools import partial

import pytest

from provenance.chains import count_origins, root_key
from provenance.model.article import CreditKind
from provenance.model.chain import Passage
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span


def same_words(one, other, text="sank off Norvik", quoted=False):
    return Passage(text, one.id, other.id, Span(0, len(text)), Span(0, len(text)), quoted)


def counts(origins):
    return origins.min, origins.max


def test_one_agency_echoed_by_four_outlets_is_one_origin(said):
    claims = [
        said("BBC", "KCNA"),
        said("CNN", "KCNA"),
        said("NK News", "Korean Central News Agency"),
        said("Yle", "KCNA"),
    ]
    origins = count_origins(claims[0], claims[1:])
    assert counts(origins) == (1, 1)
    (group,) = origins.groups
    assert group.root == "KCNA"
    assert group.outlets == ("BBC", "CNN", "NK News", "Yle")
    assert group.why == "four outlets cite KCNA: BBC, CNN, NK News and Yle"
    assert origins.doubts == ()


def test_the_agency_itself_belongs_to_its_echoes(said):
    origins = count_origins(said("KCNA"), [said("CNN", "KCNA")])
    assert counts(origins) == (1, 1)
    assert origins.groups[0].why == "CNN cites KCNA; KCNA carries it itself"


def test_two_named_roots_of_different_hands_are_two_origins(said):
    origins = count_origins(said("BBC", "Kremlin"), [said("Yonhap")])
    assert counts(origins) == (2, 2)
    assert all(group.certain for group in origins.groups)


def test_the_claim_and_its_repetition_in_the_list_count_once(said):
    claim = said("BBC", "KCNA")
    assert count_origins(claim, [claim]).groups[0].claims == (claim.id,)


def test_unnamed_sources_of_one_paper_are_one_group_however_they_are_handed_on(said, two_sources):
    own = said("Kommersant", Hop(None, SourceKind.ANONYMOUS, anonymous=True, role="two people"))
    through_radio = said("RFE/RL", "Kommersant", two_sources)
    without_sources = said("Yonhap", "Kommersant")
    origins = count_origins(own, [through_radio, without_sources])
    assert counts(origins) == (1, 1)
    assert not origins.groups[0].certain
    assert "Yonhap cites Kommersant, which has it from sources it does not name" in origins.groups[0].why


def test_unnamed_sources_add_to_the_most_alone_and_the_doubt_says_whose_they_may_be(said, two_sources):
    origins = count_origins(said("RFE/RL", "Kommersant", two_sources), [said("TASS", "Kremlin")])
    assert counts(origins) == (1, 2)
    assert origins.doubts == (
        "no name is given for two sources close to the talks, cited by Kommersant: they may be Kremlin's own",
    )


def test_unnamed_sources_of_two_papers_may_be_the_same_people(said, two_sources):
    assert counts(count_origins(said("Kommersant", two_sources), [said("Der Spiegel", two_sources)])) == (1, 2)


def test_outlets_that_say_it_themselves_may_have_it_from_unnamed_sources_too(said, two_sources):
    claims = [said("BBC"), said("Yonhap"), said("TASS", "Kremlin")]
    assert count_origins(said("Kommersant", two_sources), claims).doubts == (
        "no name is given for two sources close to the talks, cited by Kommersant: they may be Kremlin's own, "
        "or BBC and Yonhap may have it from them, too",
    )


def test_an_unknown_outlet_is_never_a_second_origin_for_sure(said):
    origins = count_origins(said("BBC", "Kremlin"), [said(None, name="one"), said(None, name="two")])
    assert counts(origins) == (1, 3)
    assert origins.groups[1].root is None


def test_a_claim_alone_has_one_origin_even_where_it_is_not_known(said):
    assert counts(count_origins(said(None))) == (1, 1)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Fox News", "The Wall Street Journal", "both under Murdoch family"),
        ("KCNA", "North Korea", "KCNA is under North Korea"),
        ("Kremlin", "Russian Foreign Ministry", "both under Russia"),
        ("TASS", "RIA Novosti", "both under Russia"),
    ],
)
def test_roots_of_one_hand_may_be_one_origin(said, one, other, why):
    origins = count_origins(said("Alpha Post", one), [said("Beta Courier", other)])
    assert counts(origins) == (1, 2)
    assert why in origins.doubts[0]


@pytest.mark.parametrize(
    ("one", "other"), [("Kremlin", "White House"), ("Reuters", "AFP"), ("Ivan Sokolov", "Anna Berg")]
)
def test_roots_of_different_hands_are_told_apart(said, one, other):
    assert counts(count_origins(said("Alpha Post", one), [said("Beta Courier", other)])) == (2, 2)


def test_two_outlets_that_cite_one_another_have_no_known_origin(said):
    origins = count_origins(said("Alpha Post", "Beta Courier"), [said("Beta Courier", "Alpha Post")])
    assert counts(origins) == (1, 1)
    assert origins.doubts == ("Alpha Post and Beta Courier cite one another: it is not known who had it first",)
    assert not origins.groups[0].certain


def test_a_circle_beside_a_named_root_adds_to_the_most_alone(said):
    circle = [said("Alpha Post", "Beta Courier"), said("Beta Courier", "Alpha Post")]
    assert counts(count_origins(said("BBC", "Kremlin"), circle)) == (1, 2)


def test_a_carrier_belongs_to_whom_it_names_in_its_own_article(said):
    origins = count_origins(said("Alpha Post", "Beta Courier"), [said("Beta Courier", "Norvik Police")])
    assert counts(origins) == (1, 1)
    assert origins.groups[0].root == "Norvik Police"


def test_a_carrier_with_two_roots_of_its_own_may_have_it_from_either(said):
    claims = [said("Beta Courier", "Norvik Police"), said("Beta Courier", "Anna Berg")]
    origins = count_origins(said("Alpha Post", "Beta Courier"), claims)
    assert counts(origins) == (2, 3)


def test_outlets_that_credit_one_agency_alone_have_it_from_there(said):
    origins = count_origins(said("BBC", credited=("AP",)), [said("CNN", credited=("Associated Press",))])
    assert counts(origins) == (1, 1)
    assert origins.groups[0].root == "Associated Press"


@pytest.mark.parametrize(
    ("credited", "kinds", "root"),
    [
        (("AP",), ("dateline",), "Associated Press"),  # MOSCOW (AP) --
        (("AP",), ("byline",), "Associated Press"),  # By the Associated Press
        (("AP",), ("reporting",), "Associated Press"),  # With reporting by AP
        (("AP",), ("contributed",), "Alpha Post"),  # AP contributed to this report
        (("AP", "Reuters"), ("dateline", "contributed"), "Associated Press"),
        (("AP", "Reuters"), ("dateline", "byline"), "Alpha Post"),
        (("AP", "Reuters"), ("reporting", "reporting"), "Alpha Post"),
        (("AP", "AP"), ("contributed", "dateline"), "Associated Press"),
        (("Heap24",), ("dateline",), "Alpha Post"),  # no wire agency that is known
    ],
)
def test_whose_text_it_is_depends_on_how_a_desk_is_credited(said, credited, kinds, root):
    claim = said("Alpha Post", credited=credited, kinds=tuple(map(CreditKind, kinds)))
    (group,) = count_origins(claim, []).groups
    assert group.root == root
    assert group.certain == (root != "Alpha Post")


def test_own_voice_with_several_credits_adds_to_the_most_alone(said):
    origins = count_origins(said("BBC", "TASS"), [said("RFE/RL", credited=("KCNA", "TASS"))])
    assert counts(origins) == (1, 2)
    assert "RFE/RL credits KCNA and TASS" in origins.doubts[0]


def test_own_voices_that_share_a_credit_are_one_group(said):
    claims = [said("RFE/RL", credited=("KCNA", "TASS")), said("CNN", credited=("TASS", "AFP"))]
    assert counts(count_origins(claims[0], claims[1:])) == (1, 1)


def test_credits_do_not_touch_what_a_named_source_is_quoted_with(said):
    claims = [said("RFE/RL", "Kremlin", credited=("AP", "TASS")), said("CNN", "White House", credited=("AP", "AFP"))]
    assert counts(count_origins(claims[0], claims[1:])) == (2, 2)


def test_an_aggregator_that_carries_the_words_without_credit_is_no_origin(said):
    origins = count_origins(said("Reuters"), [said("Daily Digest")], copied=same_words)
    assert counts(origins) == (1, 1)
    (group,) = origins.groups
    assert group.why == (
        "Reuters says it in its own voice; Reuters and Daily Digest carry the same words: “sank off Norvik”"
    )
    assert [passage.text for passage in group.passages] == ["sank off Norvik"]


def test_of_two_that_carry_the_same_words_the_agency_is_the_root(said):
    for claims in ([said("Daily Digest"), said("Reuters")], [said("Reuters"), said("Daily Digest")]):
        (group,) = count_origins(claims[0], claims[1:], copied=same_words).groups
        assert group.root == "Reuters"
        assert group.claims[0] == "claim Reuters () ()"


def test_one_quotation_is_one_utterance_whoever_is_named_for_it(said):
    claims = [said("Alpha Post", "Anna Berg"), said("Beta Courier", "Ivan Sokolov")]
    origins = count_origins(claims[0], claims[1:], copied=partial(same_words, quoted=True))
    assert counts(origins) == (1, 1)
    assert origins.groups[0].why.endswith(
        "Alpha Post and Beta Courier quote the same words, as Anna Berg's and as Ivan Sokolov's: “sank off Norvik”"
    )


def test_a_long_passage_is_shown_by_its_first_words(said):
    text = "the ferry " * 40
    origins = count_origins(said("Reuters"), [said("Daily Digest")], copied=partial(same_words, text=text))
    assert origins.groups[0].why.endswith("the ferry ...”")
    assert origins.groups[0].passages[0].text == text


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Mohammed al-Rashidi", "Muhammad al-Rashidi", (1, 2)),  # spelt otherwise: perhaps two people
        ("Oleksandr Petrenko", "Aleksander Petrenko", (1, 2)),
        ("John Q. Smith", "John Smith", (1, 1)),
        ("J. Smith", "John Smith", (1, 1)),
        ("John Smith Jr.", "John Smith", (2, 2)),  # father and son
        ("John Smith Jr.", "Smith", (1, 1)),
        ("Ann Smith", "John Smith", (2, 2)),
        ("Karen Lund", "Karl Lund", (2, 2)),
    ],
)
def test_names_that_may_be_one(said, one, other, expected):
    assert counts(count_origins(said("Alpha Post", one), [said("Beta Courier", other)])) == expected


def test_a_name_spelt_otherwise_is_named_as_a_doubt(said):
    claims = [said("Alpha Post", "Mohammed Rashidi"), said("Beta Courier", "Muhammad Rashidi")]
    assert count_origins(claims[0], claims[1:]).doubts == ("Muhammad Rashidi may be Mohammed Rashidi, spelt otherwise",)


def test_copied_words_make_an_unknown_outlet_part_of_a_known_group(said):
    origins = count_origins(said(None), [said("Reuters")], copied=same_words)
    assert counts(origins) == (1, 1)
    assert origins.groups[0].root == "Reuters"
    assert origins.groups[0].certain


def test_a_last_name_alone_may_be_the_full_name(said):
    origins = count_origins(said("Alpha Post", "Ivan Sokolov"), [said("Beta Courier", "Sokolov")])
    assert counts(origins) == (1, 1)
    assert origins.groups[0].root == "Ivan Sokolov"


def test_a_last_name_that_two_people_have_is_neither(said):
    claims = [said("Beta Courier", "Anna Sokolov"), said("Gamma Radio", "Sokolov")]
    assert counts(count_origins(said("Alpha Post", "Ivan Sokolov"), claims)) == (3, 3)


def test_a_report_comes_from_the_body_that_gave_it_out(said):
    report = Hop("a report", SourceKind.DOCUMENT)
    claims = [said("BBC", "United Nations", report), said("CNN", "UN")]
    assert counts(count_origins(claims[0], claims[1:])) == (1, 1)


def test_a_report_that_no_one_is_named_for_is_not_known(said):
    assert root_key(said("BBC", Hop("a report", SourceKind.DOCUMENT))) == "unnamed bbc"


def test_described_people_are_no_name(said):
    residents = Hop("residents", SourceKind.UNKNOWN)
    claims = [said("Alpha Post", residents), said("Beta Courier", residents)]
    assert counts(count_origins(claims[0], claims[1:])) == (1, 2)


@pytest.mark.parametrize(
    ("hop", "key"),
    [
        ("KCNA", "kcna"),
        ("the official KCNA news agency", "kcna"),
        ("Ivan Sokolov", "name ivan sokolov"),
        (Hop("Whoever", SourceKind.AGENCY, registry_id="tass"), "tass"),
    ],
)
def test_root_keys(said, hop, key):
    assert root_key(said("BBC", hop)) == key
