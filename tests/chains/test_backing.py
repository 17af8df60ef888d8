"""How many origins stand behind which value, in the situations a desk meets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from provenance.chains import Witnesses, outlet_conflicts, rank_values
from provenance.chains.backing import weight_of
from provenance.model.dispute import SourceRecord, Standing
from provenance.model.frame import Frame, Quantity
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.relation import Comparison, Finding, Probabilities, Relation, RelationKind, Slot, Verdict
from provenance.model.source import Hop, SourceKind
from provenance.registry import load_registry

SOURCES = Hop(None, SourceKind.ANONYMOUS, anonymous=True, role="two sources")


def on(claim, words, day):
    """The claim with a day in its frame."""
    mention = TimeMention(words, DateInterval.day(date(2019, 4, day)))
    return replace(claim, claim=replace(claim.claim, frame=Frame(when=(mention,))))


def counting(claim, words, number):
    return replace(claim, claim=replace(claim.claim, frame=Frame(quantities=(Quantity(words, number, number),))))


def related(one, other, kind, slot, verdict, left, right, judged=None):
    """A relation of which `left` are the words of `one`, whichever side it comes to stand on."""
    a, b = sorted((one, other), key=lambda each: each.id)
    words = (left, right) if a is one else (right, left)
    findings = (Finding("when.interval", slot, verdict, *words, "detail"),) if slot else ()
    return Relation(a, b, Comparison(kind, 0.9, Probabilities(0, 1, 0), findings), judged=judged)


def against(one, other, left, right, slot=Slot.WHEN):
    return related(one, other, RelationKind.CONTRADICTS, slot, Verdict.CONFLICTS, left, right)


def agreeing(one, other, left, right, slot=Slot.WHEN):
    return related(one, other, RelationKind.CORROBORATES, slot, Verdict.AGREES, left, right)


def rank(claim, backing, contradicting, record_of=lambda key, name: None):
    witnesses = Witnesses(lambda one, other: None, load_registry(), record_of)
    return rank_values(claim, backing, contradicting, witnesses)


def counts(ranking):
    return [(value.words, value.origins.min, value.origins.max) for value in ranking.values]


def test_three_origins_against_one(said):
    claim = on(said("BBC", "Kremlin"), "25 April", 25)
    backing = [on(said("Yonhap"), "25 April", 25), on(said("CNN", "White House"), "on Thursday", 25)]
    denial = on(said("Alpha Post", "Anna Berg"), "24 April", 24)
    (ranking,) = rank(
        claim,
        [agreeing(claim, each, "25 April", each.frame.when[0].text) for each in backing],
        [against(claim, denial, "25 April", "24 April")],
    )
    assert counts(ranking) == [(("25 April", "on Thursday"), 3, 3), (("24 April",), 1, 1)]
    assert [value.value for value in ranking.values] == ["2019-04-25", "2019-04-24"]
    assert ranking.standing is Standing.LEADS


def test_outlets_that_repeat_one_agency_count_once(said):
    claim = on(said("BBC", "KCNA"), "25 April", 25)
    echoes = [said(outlet, "KCNA") for outlet in ("CNN", "Yle", "NK News")]
    others = [on(said("Alpha Post", "Anna Berg"), "24 April", 24), on(said("Yonhap"), "the 24th", 24)]
    (ranking,) = rank(
        claim,
        [agreeing(claim, each, "25 April", "25 April") for each in echoes],
        [against(claim, each, "25 April", each.frame.when[0].text) for each in others],
    )
    assert counts(ranking) == [(("24 April", "the 24th"), 2, 2), (("25 April",), 1, 1)]
    assert ranking.standing is Standing.LEADS


def test_one_against_one_is_a_tie(said):
    claim, other = on(said("BBC", "Kremlin"), "25 April", 25), on(said("Yonhap"), "24 April", 24)
    (ranking,) = rank(claim, [], [against(claim, other, "25 April", "24 April")])
    assert ranking.standing is Standing.TIE
    assert ranking.values[0].claims == (claim.id,)  # this report's claim first


def test_unknown_dependence_leaves_it_open(said):
    claim = on(said("BBC", "Kremlin"), "25 April", 25)
    unnamed = said("Kommersant", SOURCES)
    other = on(said("Yonhap"), "24 April", 24)
    (ranking,) = rank(
        claim,
        [agreeing(claim, unnamed, "25 April", "25 April")],
        [against(claim, other, "25 April", "24 April")],
    )
    assert counts(ranking) == [(("25 April",), 1, 2), (("24 April",), 1, 1)]
    assert ranking.standing is Standing.OPEN


def test_whoever_is_cited_for_both_backs_neither_for_sure(said):
    claim, other = on(said("BBC", "KCNA"), "25 April", 25), on(said("CNN", "KCNA"), "24 April", 24)
    third = on(said("Yonhap"), "24 April", 24)
    (ranking,) = rank(claim, [], [against(claim, each, "25 April", "24 April") for each in (other, third)])
    assert counts(ranking) == [(("24 April",), 1, 2), (("25 April",), 0, 1)]
    assert [value.shared for value in ranking.values] == [("KCNA",), ("KCNA",)]
    assert ranking.standing is Standing.OPEN


def test_who_names_no_day_backs_none(said):
    claim, other = on(said("BBC", "Kremlin"), "25 April", 25), on(said("Yonhap"), "24 April", 24)
    without = said("CNN", "White House")
    agrees = related(claim, without, RelationKind.CORROBORATES, Slot.WHO, Verdict.AGREES, "Kim", "Kim")
    (ranking,) = rank(claim, [agrees], [against(claim, other, "25 April", "24 April")])
    assert counts(ranking) == [(("25 April",), 1, 1), (("24 April",), 1, 1)]


def test_a_person_who_says_that_two_agree_makes_it_back_the_value(said):
    claim, other = on(said("BBC", "Kremlin"), "25 April", 25), on(said("Yonhap"), "24 April", 24)
    judged = related(
        claim, said("CNN", "White House"), RelationKind.RELATED, None, None, "", "", RelationKind.CORROBORATES
    )
    (ranking,) = rank(claim, [judged], [against(claim, other, "25 April", "24 April")])
    assert counts(ranking)[0] == (("25 April",), 2, 2)


def test_three_values_and_two_slots_are_counted_apart(said):
    dated = on(said("BBC", "Kremlin"), "25 April", 25)
    frame = replace(dated.frame, quantities=(Quantity("12", 12, 12),))
    claim = replace(dated, claim=replace(dated.claim, frame=frame))
    fewer, more = counting(said("Yonhap"), "nine", 9), counting(said("CNN", "White House"), "15", 15)
    rankings = rank(
        claim,
        [],
        [
            against(claim, fewer, "12", "nine", Slot.QUANTITY),
            against(claim, more, "12", "15", Slot.QUANTITY),
            against(claim, more, "25 April", "24 April"),
        ],
    )
    assert [ranking.slot for ranking in rankings] == [Slot.WHEN, Slot.QUANTITY]
    assert [value.value for value in rankings[1].values] == ["12", "9", "15"]
    assert rankings[1].standing is Standing.TIE


def test_denials_are_one_side_whatever_their_words(said):
    claim = said("BBC", "Kremlin")
    denials = [said("Yonhap"), said("CNN", "White House")]
    (ranking,) = rank(
        claim,
        [],
        [against(claim, each, claim.text, f"It did not, {n}.", Slot.POLARITY) for n, each in enumerate(denials)],
    )
    assert [(value.origins.min, value.origins.max) for value in ranking.values] == [(2, 2), (1, 1)]


def test_a_source_s_record_weighs(said):
    claim, other = on(said("BBC", "KCNA"), "25 April", 25), on(said("Yonhap"), "24 April", 24)
    records = {"kcna": SourceRecord(10, 1.0)}
    (ranking,) = rank(claim, [], [against(claim, other, "25 April", "24 April")], lambda key, name: records.get(key))
    assert [value.words for value in ranking.values] == [("24 April",), ("25 April",)]
    assert ranking.standing is Standing.LEADS
    (weighing,) = ranking.values[1].weighings
    assert (weighing.root, weighing.record.checked) == ("KCNA", 10)
    assert ranking.values[1].least == weighing.weight < 1


@pytest.mark.parametrize(
    ("checked", "held", "weight"),
    [
        (0, 0.0, 1.0),
        (1, 0.0, 0.88),  # one bad rating changes little
        (20, 0.0, 0.49),
        (20, 20.0, 1.3),
    ],
)
def test_weights(checked, held, weight):
    assert weight_of(SourceRecord(checked, held)) == weight


def test_nothing_to_rank_where_nothing_contradicts(said):
    assert rank(said("BBC"), [], []) == ()


def test_who_contradicts_whom_is_told_once_for_each_pair_of_outlets(said):
    courier, tribune, post = said("Courier", "A"), said("Tribune", "B"), said("Post", "C")
    relations = [
        against(courier, tribune, "12", "nine", Slot.QUANTITY),
        against(post, courier, "Oslo", "Bergen", Slot.WHERE),
    ]
    first, *others = outlet_conflicts([*relations, relations[0]])
    assert [(each.a, each.b, len(each.points)) for each in (first, *others)] == [
        ("Courier", "Post", 1),
        ("Courier", "Tribune", 1),
    ]
    (point,) = first.points
    assert (point.slot, point.left, point.right) == (Slot.WHERE, "Bergen", "Oslo")


def test_a_claim_s_own_outlet_is_the_first_of_the_pair(said):
    zeit, alpha = said("Zeit", "A"), said("Alpha Post", "B")
    (conflict,) = outlet_conflicts([against(alpha, zeit, "24 April", "25 April")], zeit)
    assert (conflict.a, conflict.b) == ("Zeit", "Alpha Post")
    assert (conflict.points[0].left, conflict.points[0].right) == ("25 April", "24 April")


def test_a_contradiction_that_a_person_found_has_no_slot(said):
    one, other = said("Courier", "A"), said(None, "B")
    judged = related(one, other, RelationKind.RELATED, None, None, "", "", RelationKind.CONTRADICTS)
    (conflict,) = outlet_conflicts([judged])
    assert (conflict.a, conflict.b, conflict.points[0].slot) == ("Courier", None, None)
    assert rank(one, [], [judged]) == ()
