from datetime import date

import pytest

from provenance.model.interval import DateInterval

SECOND_HALF = DateInterval(date(2019, 4, 16), date(2019, 4, 30))
SINCE_MARCH = DateInterval(date(2019, 3, 1), None)


@pytest.mark.parametrize(
    ("outer", "inner", "contained"),
    [
        (SECOND_HALF, DateInterval.day(date(2019, 4, 25)), True),
        (SECOND_HALF, DateInterval.day(date(2019, 4, 16)), True),
        (SECOND_HALF, DateInterval.day(date(2019, 4, 15)), False),
        (SECOND_HALF, DateInterval(date(2019, 4, 25), date(2019, 5, 2)), False),
        (SINCE_MARCH, SECOND_HALF, True),
        (SECOND_HALF, SINCE_MARCH, False),
    ],
    ids=["25 April", "first day", "day before", "runs over", "open end holds all after", "open end is not held"],
)
def test_contains(outer: DateInterval, inner: DateInterval, contained: bool) -> None:
    assert outer.contains(inner) is contained


@pytest.mark.parametrize(
    ("left", "right", "overlap"),
    [
        (SECOND_HALF, DateInterval(date(2019, 4, 1), date(2019, 4, 16)), True),
        (SECOND_HALF, DateInterval(date(2019, 4, 1), date(2019, 4, 15)), False),
        (SINCE_MARCH, DateInterval(None, date(2019, 2, 28)), False),
        (SINCE_MARCH, DateInterval(None, date(2019, 3, 1)), True),
    ],
    ids=["share a day", "neighbours", "open ends apart", "open ends meet"],
)
def test_overlaps_both_ways(left: DateInterval, right: DateInterval, overlap: bool) -> None:
    assert left.overlaps(right) is overlap
    assert right.overlaps(left) is overlap


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before"):
        DateInterval(date(2019, 4, 2), date(2019, 4, 1))
