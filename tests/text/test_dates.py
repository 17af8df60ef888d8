"""Which days the words mean, in an article of Tuesday, 23 April 2019."""

from datetime import date

import pytest

from provenance.text.dates import Tense, find_times, infer_anchor

ANCHOR = date(2019, 4, 23)  # a Tuesday

# The words -> what is found in them, and its days; "-" where the days cannot be told, ".." where a side is open.
PLACED = [
    ("on 25 April", "25 April", "2019-04-25"),
    ("on April 25", "April 25", "2019-04-25"),
    ("on April 25th", "April 25th", "2019-04-25"),
    ("on the 25th of April", "the 25th of April", "2019-04-25"),
    ("on Apr. 25", "Apr. 25", "2019-04-25"),
    ("on April 25, 2018", "April 25, 2018", "2018-04-25"),
    ("on 3rd of April, 2018", "3rd of April, 2018", "2018-04-03"),
    ("on Tuesday, April 23", "Tuesday, April 23", "2019-04-23"),
    ("the April 26-27 forum", "April 26-27", "2019-04-26..2019-04-27"),
    ("on April 26–27", "April 26–27", "2019-04-26..2019-04-27"),
    ("on 26 and 27 April", "26 and 27 April", "2019-04-26..2019-04-27"),
    ("from April 24 to 26", "from April 24 to 26", "2019-04-24..2019-04-26"),
    ("from April 24 to May 2", "from April 24 to May 2", "2019-04-24..2019-05-02"),
    ("between 3 and 5 May", "between 3 and 5 May", "2019-05-03..2019-05-05"),
    ("December 30 to January 2", "December 30 to January 2", "2018-12-30..2019-01-02"),
    ("in the second half of April", "the second half of April", "2019-04-16..2019-04-30"),
    ("in the first half of May 2018", "the first half of May 2018", "2018-05-01..2018-05-15"),
    ("in early April", "early April", "2019-04-01..2019-04-10"),
    ("in mid-April", "mid-April", "2019-04-11..2019-04-20"),
    ("in late April", "late April", "2019-04-21..2019-04-30"),
    ("at the end of April", "the end of April", "2019-04-21..2019-04-30"),
    ("in the last week of April", "the last week of April", "2019-04-24..2019-04-30"),
    ("in March", "March", "2019-03-01..2019-03-31"),
    ("in March 2018", "March 2018", "2018-03-01..2018-03-31"),
    ("the April summit", "April", "2019-04-01..2019-04-30"),
    ("last April", "last April", "2018-04-01..2018-04-30"),
    ("from January to March 2018", "from January to March 2018", "2018-01-01..2018-03-31"),
    ("in 2014", "2014", "2014-01-01..2014-12-31"),
    ("the 2018 elections", "2018", "2018-01-01..2018-12-31"),
    ("between 2014 and 2016", "between 2014 and 2016", "2014-01-01..2016-12-31"),
    ("in 2014-16", "2014-16", "2014-01-01..2016-12-31"),
    ("in the 1990s", "the 1990s", "1990-01-01..1999-12-31"),
    ("in the late 1990s", "the late 1990s", "1997-01-01..1999-12-31"),
    ("in early 2018", "early 2018", "2018-01-01..2018-04-30"),
    ("in the first quarter of 2020", "the first quarter of 2020", "2020-01-01..2020-03-31"),
    ("in Q3 2018", "Q3 2018", "2018-07-01..2018-09-30"),
    ("in the winter of 2017-18", "winter of 2017-18", "2017-12-01..2018-02-28"),
    ("in the summer of 2018", "summer of 2018", "2018-06-01..2018-08-31"),
    ("in the winter of 2017", "winter of 2017", "-"),  # it began in 2017, or ended in it
    ("since 2014", "since 2014", "2014-01-01.."),
    ("since March", "since March", "2019-03-01.."),
    ("from 2014 onwards", "from 2014", "2014-01-01.."),
    ("a photograph from 2014", "2014", "2014-01-01..2014-12-31"),
    ("until May", "until May", "..2019-05-31"),
    ("by 2020", "by 2020", "..2020-12-31"),
    ("by the end of the year", "by the end of the year", "..2019-12-31"),
    ("before April 25", "before April 25", "..2019-04-24"),
    ("after April 25", "after April 25", "2019-04-26.."),
    ("today", "today", "2019-04-23"),
    ("yesterday", "yesterday", "2019-04-22"),
    ("tomorrow", "tomorrow", "2019-04-24"),
    ("last night", "last night", "2019-04-22"),
    ("the day before yesterday", "the day before yesterday", "2019-04-21"),
    ("on Tuesday", "Tuesday", "2019-04-23"),
    ("on Wednesday", "Wednesday", "2019-04-17"),
    ("last Tuesday", "last Tuesday", "2019-04-16"),
    ("next Tuesday", "next Tuesday", "2019-04-30"),
    ("scheduled for Friday", "Friday", "2019-04-26"),
    ("on Tuesday of last week", "Tuesday of last week", "2019-04-16"),
    ("from Monday to Wednesday", "from Monday to Wednesday", "2019-04-22..2019-04-24"),
    ("this week", "this week", "2019-04-22..2019-04-28"),
    ("last week", "last week", "2019-04-15..2019-04-21"),
    ("next month", "next month", "2019-05-01..2019-05-31"),
    ("last year", "last year", "2018-01-01..2018-12-31"),
    ("late last year", "late last year", "2018-09-01..2018-12-31"),
    ("earlier this month", "earlier this month", "2019-04-01..2019-04-23"),
    ("last summer", "last summer", "2018-06-01..2018-08-31"),
    ("three days ago", "three days ago", "2019-04-20"),
    ("two weeks ago", "two weeks ago", "2019-04-06..2019-04-12"),
    ("three years ago", "three years ago", "2016-01-01..2016-12-31"),
    ("in the past three days", "the past three days", "2019-04-20..2019-04-23"),
    ("on the 25th.", "25th", "2019-04-25"),
    ("on 2019-04-25", "2019-04-25", "2019-04-25"),
    ("on 25/04/2019", "25/04/2019", "2019-04-25"),
    ("on 04/25/2019", "04/25/2019", "2019-04-25"),
    ("on 03/04/2019", "03/04/2019", "-"),  # 3 April, or 4 March
    ("he will come soon", "soon", "-"),
    ("in the near future", "in the near future", "-"),
    ("in recent weeks", "in recent weeks", "-"),
    ("a few days ago", "a few days ago", "-"),
]


@pytest.mark.parametrize(("text", "words", "days"), PLACED, ids=[row[0] for row in PLACED])
def test_words_lead_to_days(text: str, words: str, days: str) -> None:
    (mention,) = find_times(text, ANCHOR)
    assert mention.text == words
    assert mention.span[0].of(text) == words
    assert str(mention.interval or "-") == days


NO_TIMES = [
    "Theresa May said she may go",
    "the March on Washington",
    "the deal was announced by May",
    "on the 25th floor",
    "2000 people marched",
    "at 2000 GMT",
    "April Ryan asked",
    "on April 31",
    "99999999 years ago it rained",
    "a soonish reply",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_left(text: str) -> None:
    assert [m for m in find_times(text, ANCHOR) if m.interval] == []


def test_several_times_keep_their_order_and_places() -> None:
    text = "At summits in June 2018 and February 2019, and on April 5, 12 and 19."
    found = find_times(text, ANCHOR)
    assert [m.text for m in found] == ["June 2018", "February 2019", "April 5", "12", "19"]
    assert [str(m.interval) for m in found[2:]] == ["2019-04-05", "2019-04-12", "2019-04-19"]
    assert all(m.span[0].of(text) == m.text for m in found)


def test_the_tense_tells_which_month_and_weekday_are_meant() -> None:
    assert str(find_times("in November", ANCHOR, tense=Tense.FUTURE)[0].interval) == "2019-11-01..2019-11-30"
    assert str(find_times("in November", ANCHOR, tense=Tense.PAST)[0].interval) == "2018-11-01..2018-11-30"
    assert str(find_times("on Wednesday", ANCHOR, tense=Tense.FUTURE)[0].interval) == "2019-04-24"
    assert str(find_times("on Wednesday", ANCHOR, tense=Tense.PAST)[0].interval) == "2019-04-17"


def test_a_near_day_stays_near_whatever_the_tense() -> None:
    (mention,) = find_times("was scheduled for April 25", ANCHOR, tense=Tense.PAST)
    assert str(mention.interval) == "2019-04-25"


def test_without_an_anchor_only_a_given_year_places_a_time() -> None:
    assert find_times("on April 25", None)[0].interval is None
    assert find_times("yesterday", None)[0].interval is None
    assert str(find_times("on April 25, 2018", None)[0].interval) == "2018-04-25"


def test_a_year_is_marked_as_inferred_where_the_anchor_was() -> None:
    assert find_times("on April 25", ANCHOR, given=False)[0].year_inferred
    assert find_times("yesterday", ANCHOR, given=False)[0].year_inferred
    assert not find_times("on April 25, 2018", ANCHOR, given=False)[0].year_inferred
    assert not find_times("soon", ANCHOR, given=False)[0].year_inferred
    assert not find_times("on April 25", ANCHOR)[0].year_inferred


ANCHORS = [
    (
        "The agency said on April 23 that he was invited. The ministry said on April 18 that he plans to come in the "
        "second half of April. The forum is due on April 26-27. In June 2018 and February 2019 they met.",
        date(2019, 4, 23),
    ),
    ("He was arrested on May 3, 2017, and released on June 1, 2017.", date(2017, 6, 1)),
    ("Updated on 4 July 2020. The dam burst in June.", date(2020, 7, 4)),
    ("He said on April 23 that the war of August 2008 was over.", None),  # of which later year cannot be told
    ("He said on April 23 that he would resign.", None),
    ("It has been so since 1991; she said on May 2 that it must end.", None),
    ("The meeting is scheduled for April 25, 2019.", None),  # ahead: nothing happened on it
    ("Nothing here tells a day.", None),
]


@pytest.mark.parametrize(("text", "expected"), ANCHORS)
def test_the_anchor_is_the_latest_day_on_which_something_was_said_or_happened(text: str, expected: date | None) -> None:
    assert infer_anchor(text) == expected
