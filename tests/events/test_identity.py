"""An event keeps its id while articles come and go."""

from __future__ import annotations

from provenance.events import named
from provenance.model.event import Group
from provenance.model.identity import content_id


def groups(*articles: str) -> list[Group]:
    return [Group(tuple(each), "") for each in articles]


def test_a_new_event_is_named_for_its_first_article():
    assert named(groups("ab", "c"), {}) == (content_id("event", "a"), content_id("event", "c"))


def test_an_earlier_article_does_not_change_the_name():
    before = {"b": "old", "c": "old"}
    assert named(groups("abc"), before) == ("old",)


def test_an_event_that_is_divided_stays_where_most_of_its_articles_are():
    before = dict.fromkeys("abc", "old")
    assert named(groups("a", "bc"), before) == (content_id("event", "a"), "old")


def test_two_events_that_are_joined_go_by_the_larger_one():
    before = {"a": "small", "b": "large", "c": "large"}
    assert named(groups("abc"), before) == ("large",)


def test_no_two_events_have_one_name():
    founder = content_id("event", "a")
    before = {"a": founder, "b": founder, "c": founder}
    assert len(set(named(groups("a", "bc"), before))) == 2
