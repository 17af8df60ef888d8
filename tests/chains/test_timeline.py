"""When a claim and what speaks of it appeared."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from provenance.chains import assess, timeline
from provenance.model.article import PublishedOrigin
from provenance.model.chain import Origins
from provenance.model.relation import Comparison, Probabilities, Relation, RelationKind, Side
from provenance.model.report import Assessment, TimelineEvent


def related(one, other, kind, narrower=None):
    a, b = sorted((one, other), key=lambda each: each.id)
    side = None if narrower is None else Side.A if narrower is a else Side.B
    return Relation(a, b, Comparison(kind, 1.0, Probabilities(0, 0, 1), (), side))


def told(entries):
    return [(entry.outlet, entry.event.value) for entry in entries]


def test_first_known_then_repeats_then_undated(said):
    claim = said("BBC", published="2019-04-24")
    others = [said("KCNA", published="2019-04-23"), said("CNN", published="2019-04-25"), said("Yle")]
    entries = timeline(claim, [related(claim, other, RelationKind.CORROBORATES) for other in others])
    assert told(entries) == [("KCNA", "first_known"), ("BBC", "repeats"), ("CNN", "repeats"), ("Yle", "repeats")]
    assert [entry.at for entry in entries] == ["2019-04-23", "2019-04-24", "2019-04-25", None]


def test_a_day_without_an_hour_may_be_earlier_than_an_hour_of_that_day(said):
    claim = said("BBC", published="2019-04-23T10:00:00+00:00")
    other = said("KCNA", published="2019-04-23")
    entries = timeline(claim, [related(claim, other, RelationKind.CORROBORATES)])
    assert {event for _, event in told(entries)} == {"first_known"}


def test_hours_of_two_zones_are_compared_as_moments(said):
    seoul = said("Yonhap", published="2019-04-23T08:00:00+09:00")
    london = said("BBC", published="2019-04-23T00:30:00+01:00")
    entries = timeline(london, [related(london, seoul, RelationKind.CORROBORATES)])
    assert told(entries) == [("Yonhap", "first_known"), ("BBC", "repeats")]


def places(claim, *others):
    entries = timeline(claim, [related(claim, other, RelationKind.CORROBORATES) for other in others])
    return {entry.outlet: (entry.earliest, entry.latest) for entry in entries}


def test_two_dates_without_an_hour_on_one_day_are_in_no_order(said):
    others = [said("KCNA", published="2019-04-23"), said("CNN", published="2019-04-22")]
    found = places(said("BBC", published="2019-04-23"), *others)
    assert found == {"CNN": (1, 1), "KCNA": (2, 3), "BBC": (2, 3)}


def test_an_hour_is_in_no_order_with_its_own_day(said):
    others = [said("KCNA", published="2019-04-23"), said("CNN", published="2019-04-23T09:00:00+00:00")]
    found = places(said("BBC", published="2019-04-23T10:00:00+00:00"), *others)
    assert found == {"CNN": (1, 2), "KCNA": (1, 3), "BBC": (2, 3)}


def test_an_article_without_a_sure_date_may_stand_anywhere(said):
    inferred = said("Yle", published="2019-04-25")
    inferred = replace(inferred, article=replace(inferred.article, published_origin=PublishedOrigin.TEXT))
    found = places(said("BBC", published="2019-04-23"), inferred, said("CNN"), said("KCNA", published="2019-04-22"))
    assert found == {"KCNA": (1, 3), "BBC": (2, 4), "Yle": (1, 4), "CNN": (1, 4)}


def test_an_entry_says_between_which_moments_it_appeared(said):
    (entry,) = timeline(said("BBC", published="2019-04-23"), [])
    assert entry.between == (datetime(2019, 4, 23, tzinfo=UTC), datetime(2019, 4, 24, tzinfo=UTC))


@pytest.mark.parametrize(
    ("kind", "which", "event"),
    [
        (RelationKind.REFINES, "other", TimelineEvent.REFINES),
        (RelationKind.REFINES, "claim", TimelineEvent.LESS_PRECISE),
        (RelationKind.UPDATES, "other", TimelineEvent.UPDATES),
        (RelationKind.CONTRADICTS, None, TimelineEvent.CONTRADICTS),
    ],
)
def test_what_a_later_claim_does(said, kind, which, event):
    claim, other = said("BBC", published="2019-04-23"), said("CNN", published="2019-04-25")
    entries = timeline(claim, [related(claim, other, kind, {"claim": claim, "other": other}.get(which))])
    assert [(e.claim.id, e.event) for e in entries] == [(claim.id, TimelineEvent.FIRST_KNOWN), (other.id, event)]


def test_the_later_figure_updates_also_where_it_is_the_claim_itself(said):
    claim, other = said("BBC", published="2019-04-25"), said("CNN", published="2019-04-23")
    entries = timeline(claim, [related(claim, other, RelationKind.UPDATES, claim)])
    assert told(entries) == [("CNN", "first_known"), ("BBC", "updates")]


def test_what_contradicts_is_never_the_first_known(said):
    claim, other = said("BBC", published="2019-04-25"), said("CNN", published="2019-04-23")
    entries = timeline(claim, [related(claim, other, RelationKind.CONTRADICTS)])
    assert told(entries) == [("CNN", "contradicts"), ("BBC", "first_known")]


def test_what_is_merely_related_is_left_out(said):
    claim = said("BBC", published="2019-04-25")
    assert len(timeline(claim, [related(claim, said("CNN"), RelationKind.RELATED)])) == 1


@pytest.mark.parametrize(
    ("least", "agreeing", "contradicting", "expected"),
    [
        (1, 0, 0, Assessment.UNMATCHED),
        (1, 3, 0, Assessment.SINGLE_ORIGIN),
        (2, 1, 0, Assessment.CORROBORATED),
        (3, 3, 1, Assessment.DISPUTED),
        (1, 0, 1, Assessment.DISPUTED),
    ],
)
def test_assessment_follows_the_least_number_of_origins(said, least, agreeing, contradicting, expected):
    claim = said("BBC")
    others = [said("CNN", name=str(number)) for number in range(4)]
    agree = [related(claim, other, RelationKind.CORROBORATES) for other in others[:agreeing]]
    against = [related(claim, other, RelationKind.CONTRADICTS) for other in others[:contradicting]]
    assert assess(Origins(least, 9, ()), agree, against) is expected
