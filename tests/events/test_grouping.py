"""Articles of one event land together, and two events of one kind do not."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from reading import EVENT_OF, events, grouped, profile, profiles

from provenance.events import group, profile_of, same_event, topics
from provenance.events.dividing import opposition
from provenance.model.article import Article, PublishedOrigin
from provenance.model.event import Profile
from provenance.model.span import Span

LOOK_ALIKES = {
    "two quakes on one island": ("quake-1", "quake-2"),
    "two summits in one week": ("summit-1", "summit-2"),
    "one trial, its opening and its verdict months later": ("trial-1", "trial-2"),
    "two fires in one city in one week": ("fire-1", "fire-2"),
    "an election and a final on one day": ("election-1", "football-1"),
}


def f1(found: set[frozenset[str]]) -> float:
    """Return B-cubed F1 against the events that the articles tell of."""
    group_of = {article: each for each in found for article in each}
    sizes = Counter(EVENT_OF[article] for article in group_of)
    precision = recall = 0.0
    for article, each in group_of.items():
        right = sum(EVENT_OF[other] == EVENT_OF[article] for other in each)
        precision += right / len(each) / len(group_of)
        recall += right / sizes[EVENT_OF[article]] / len(group_of)
    return 2 * precision * recall / (precision + recall)


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_two_events_of_one_kind_are_told_apart(kind):
    ids = [each for each in EVENT_OF if each.startswith(LOOK_ALIKES[kind])]
    assert grouped(profiles(ids)) == events(ids)


def test_every_invented_event_is_found_among_all():
    assert f1(grouped(profiles())) == pytest.approx(1.0)


def test_without_dates_most_are_still_found():
    assert f1(grouped(profiles(dated=False))) >= 0.95


def test_two_events_of_one_kind_are_told_apart_without_dates_where_each_has_names_of_its_own():
    ids = [each for each in EVENT_OF if each.startswith(("quake-1", "quake-2"))]
    assert grouped(profiles(ids, dated=False)) == events(ids)


def test_the_order_of_the_articles_changes_nothing():
    given = profiles()
    expected = group(given)
    for seed in range(5):
        shuffled = list(given)
        random.Random(seed).shuffle(shuffled)
        assert group(shuffled) == expected


def test_articles_far_apart_in_time_do_not_join_however_alike():
    one, *_ = profiles(["quake-1a"])
    later = replace(one, article="later", published=one.published.replace(year=2024))
    assert grouped([one, later]) == {frozenset({"quake-1a"}), frozenset({"later"})}


def test_a_date_that_is_not_known_keeps_no_article_out():
    one, *_ = profiles(["quake-1a"])
    assert grouped([one, replace(one, article="undated", published=None)]) == {frozenset({"quake-1a", "undated"})}


def test_nothing_and_an_article_without_words_are_no_trouble():
    assert group([]) == ()
    assert [each.articles for each in group([Profile("empty", ())])] == [("empty",)]
    assert [each.label for each in group([Profile("one", ()), Profile("two", ())])] == ["", ""]


def test_a_label_names_the_most_telling_names_first():
    ids = [each for each in EVENT_OF if each.startswith("summit-1")]
    (found,) = group(profiles(ids))
    assert "Brenwick" in found.label.split(", ")[:3]
    assert "Joram Ondaru" in found.label


def test_groups_are_in_the_order_of_their_first_article():
    first = [each.articles[0] for each in group(profiles())]
    assert first == sorted(first, key=lambda article: (_day(article), article))


def _day(article: str) -> object:
    (found,) = profiles([article])
    return found.published


def test_a_topic_holds_the_events_on_the_same_people_and_places():
    given = profiles([each for each in EVENT_OF if each.startswith(("quake", "football"))])
    of_topics = {frozenset(each.articles) for each in topics(group(given), given)}
    assert of_topics == {frozenset({"quake-1a"}), frozenset({"quake-2a"}), frozenset({"football-1a"})}  # seven months
    near = [replace(each, published=None) for each in given]
    assert frozenset({"football-1a"}) in {frozenset(each.articles) for each in topics(group(near), near)}
    assert len(topics(group(near), near)) == 2


def test_opposition_needs_names_of_its_own_on_both_sides():
    import numpy as np

    early = np.array([[True, False], [True, False], [True, False]])
    later = np.array([[True, True], [True, True], [True, True]])
    other = np.array([[False, True], [False, True], [False, True]])
    assert opposition(early, later, np.ones(2)) == 0.0  # a later report of the same has more
    assert opposition(early, other, np.ones(2)) == np.inf  # nothing in common


def test_a_name_is_a_capital_inside_a_sentence_and_shown_in_full():
    terms = {term.word: term for term in profile_of(Article("The mayor met Helka Sandvik. Sandvik smiled.")).terms}
    assert terms["sandvik"].is_name
    assert terms["sandvik"].shown == "Helka Sandvik"
    assert not terms["mayor"].is_name


def test_furniture_is_not_part_of_what_an_article_speaks_of():
    text = "Subscribe to Harbour Weekly now. The quay is closed."
    article = Article(text, boilerplate=(Span(0, 32),))
    assert [term.word for term in profile_of(article).terms] == ["clos", "quai"]


def test_a_date_that_was_inferred_from_the_text_is_not_relied_on():
    article = Article("The quay is closed.", published="2024-01-05", published_origin=PublishedOrigin.TEXT)
    assert profile_of(article).published is None


def test_a_very_long_article_costs_no_more_than_its_beginning():
    words = " ".join(f"Word{number}" for number in range(50_000))
    assert len(profile_of(Article(words)).terms) <= 600


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("quake-1a", "quake-1b", True),
        ("quake-1a", "quake-2a", False),  # months apart
        ("trial-1a", "trial-2a", False),
        ("election-1a", "football-1a", False),
        ("fire-1a", "fire-2a", None),  # both are fires in one city: the two alone do not tell
    ],
)
def test_whether_two_articles_tell_of_one_event(one, other, expected):
    left, right = profiles([one])[0], profiles([other])[0]
    assert same_event(left, right) is expected
    assert same_event(right, left) is expected


def test_of_an_article_without_words_nothing_is_known():
    assert same_event(profiles(["quake-1a"])[0], Profile("empty", ())) is None


def test_words_in_another_script_are_grouped_too():
    rows = [
        {
            "id": "ko-1",
            "date": "2024-01-05",
            "title": "노르빅 항구 폐쇄",
            "text": "노르빅 항구가 금요일 폐쇄됐다. 시장 손 대변인이 밝혔다.",
        },
        {
            "id": "ko-2",
            "date": "2024-01-05",
            "title": "노르빅 항구 폐쇄 장기화",
            "text": "노르빅 항구가 금요일 폐쇄됐다고 손 대변인이 말했다.",
        },
        {
            "id": "ko-3",
            "date": "2024-01-05",
            "title": "물가 상승",
            "text": "지난달 소비자 물가가 삼 퍼센트 올랐다고 통계청이 발표했다.",
        },
    ]
    assert grouped([profile(row) for row in rows]) == {frozenset({"ko-1", "ko-2"}), frozenset({"ko-3"})}
