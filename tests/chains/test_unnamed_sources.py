"""People without a name: the same words in two articles never make them one origin."""

from __future__ import annotations

import pytest

from provenance.chains.independence import independence
from provenance.chains.origins import count_origins
from provenance.chains.roots import root_key
from provenance.model.source import Count, Hop, PersonKind, SourceKind

OFFICIAL = Hop(
    None,
    SourceKind.ANONYMOUS,
    anonymous=True,
    count=Count(1, 1),
    role="Pentagon official",
    affiliation="Pentagon",
    what=PersonKind.OFFICIAL,
    first_hand=True,
)


@pytest.mark.parametrize(
    "unnamed",
    [
        OFFICIAL,
        Hop(None, SourceKind.CROWD, anonymous=True, count=Count(2, None), role="residents", affiliation="Varn"),
        Hop(None, SourceKind.COURT, anonymous=True, count=Count(1, 1), role="federal judge"),
        Hop("pilot", SourceKind.PERSON, office="pilot"),
        Hop("senior officials", SourceKind.UNKNOWN),
    ],
    ids=["official", "residents", "judge", "pilot", "a description"],
)
def test_the_same_words_in_two_outlets_are_two_possible_origins(said, unnamed):
    one, other = said("Kommersant", unnamed), said("Der Spiegel", unnamed)
    origins = count_origins(one, [other])
    assert (origins.min, origins.max) == (1, 2)
    assert root_key(one) != root_key(other)
    assert not independence(one, other)[0]


def test_outlets_that_are_not_known_share_no_unnamed_source(said):
    one, other = said(None, OFFICIAL, name="first"), said(None, OFFICIAL, name="second")
    assert count_origins(one, [other]).max == 2
    assert root_key(one) != root_key(other)


def test_other_words_of_one_outlet_are_no_second_origin_for_sure(said):
    witness = Hop(None, SourceKind.ANONYMOUS, anonymous=True, role="witness", first_hand=True)
    origins = count_origins(said("Kommersant", OFFICIAL), [said("Kommersant", witness, name="another article")])
    assert origins.min == 1
    assert not any(group.certain for group in origins.groups)
