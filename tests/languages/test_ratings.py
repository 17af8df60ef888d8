"""Ratings as numbers, where that can be told."""

import pytest

from provenance.languages.ratings import truth_of


@pytest.mark.parametrize(
    ("rating", "scale", "truth"),
    [
        ("False", (None, None, None), 0.0),
        (" MOSTLY  false. ", (None, None, None), 0.25),
        ("Half true", (None, None, None), 0.5),
        ("거짓", (None, None, None), 0.0),
        ("Ложь", (None, None, None), 0.0),
        ("Missing context", (None, None, None), None),
        ("Not false", (None, None, None), None),
        ("3 clowns", (3, 1, 5), 0.5),
        ("False", (1, 1, 5), 0.0),
        ("True", (1, 1, 5), None),  # number and word contradict each other
        ("odd", (6, 1, 5), None),  # off its scale
        ("odd", (3, 5, 1), None),  # a scale upside down says nothing
        ("odd", (1, 1, 1), None),
        ("odd", (1, None, 5), None),
        ("odd", (1, 0, float("inf")), None),
    ],
)
def test_a_rating_is_a_number_where_its_scale_says(rating, scale, truth):
    assert truth_of(rating, *scale) == truth
