"""Articles and their versions: nothing is overwritten, and the newest version is the one that counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from readings import RUN, reading_of

from provenance.errors import AmbiguousId, InvalidRecord, NotFound
from provenance.model.article import Article
from provenance.model.query import ClaimFilter
from provenance.storage.check import check
from provenance.storage.store import Store

FIRST = reading_of(Article("The bridge is closed.", outlet="Harbour Post", url="https://example.org/bridge"))
SECOND = reading_of(Article("The bridge is open again.", outlet="Harbour Post", url="https://example.org/bridge"))


def test_a_new_version_supersedes_and_keeps_the_old_one(store: Store) -> None:
    with store.begin() as unit:
        one = unit.articles.add(FIRST, RUN, ref="a.txt", location="/a.txt")
        two = unit.articles.add(SECOND, RUN, ref="a.txt", location="/a.txt", after=one)
    with store.read() as unit:
        assert (two.number, two.series, two.is_current) == (2, one.series, True)
        assert [(each.article.id, each.is_current) for each in unit.articles.versions(one.series)] == [
            (FIRST.article.id, False),
            (SECOND.article.id, True),
        ]
        assert unit.articles.extraction(FIRST.article.id) == FIRST
        assert [claim.text for claim in unit.claims.select(ClaimFilter())] == ["The bridge is open again."]
        assert len(list(unit.claims.select(ClaimFilter(all_versions=True)))) == 2
        assert unit.articles.ids() == [SECOND.article.id]
    assert check(store) == ()


def test_a_text_that_comes_back_is_the_newest_version_again_and_is_stored_once(store: Store) -> None:
    with store.begin() as unit:
        one = unit.articles.add(FIRST, RUN, ref="a.txt", location="/a.txt")
        two = unit.articles.add(SECOND, RUN, ref="a.txt", location="/a.txt", after=one)
        unit.articles.add(FIRST, RUN, ref="a.txt", location="/a.txt", after=two)
    with store.read() as unit:
        versions = unit.articles.versions(one.series)
        assert [each.number for each in versions] == [1, 2, 3]
        assert [each.article.id for each in versions] == [FIRST.article.id, SECOND.article.id, FIRST.article.id]
        assert unit.articles.ids() == [FIRST.article.id]
        assert unit.articles.version(FIRST.article.id).number == 3
        assert unit.articles.following(SECOND.article.id)[0].article.id == FIRST.article.id
    assert check(store) == ()


def test_stored_versions_are_found_by_text_url_and_location(store: Store) -> None:
    with store.begin() as unit:
        unit.articles.add(FIRST, RUN, ref="a.txt", location="/a.txt")
    with store.read() as unit:
        same_text = Article(FIRST.article.text)
        same_url = Article("Another text.", url=FIRST.article.url)
        stranger = Article("Another text.", url="https://example.org/other")
        assert len(unit.articles.like(same_text, None)) == 1
        assert len(unit.articles.like(same_url, None)) == 1
        assert len(unit.articles.like(stranger, "/a.txt")) == 1
        assert unit.articles.like(stranger, "/b.txt") == ()


@pytest.mark.parametrize("kind", ["attribution", "claim"])
def test_an_id_that_is_taken_by_something_else_is_refused_and_nothing_is_stored(store: Store, kind: str) -> None:
    attribution, claim = SECOND.attributions[0], SECOND.claims[0]
    if kind == "attribution":
        attribution = replace(attribution, id=FIRST.attributions[0].id)
        claim = replace(claim, attribution=attribution.id)
    else:
        claim = replace(claim, id=FIRST.claims[0].id)
    thief = replace(SECOND, attributions=(attribution,), claims=(claim,))
    with store.begin() as unit:
        unit.articles.add(FIRST, RUN, ref="a.txt", location=None)
    with pytest.raises(InvalidRecord, match=f"the id of {kind} .* is taken"), store.begin() as unit:
        unit.articles.add(thief, RUN, ref="b.txt", location=None)
    with store.read() as unit:
        assert unit.articles.ids() == [FIRST.article.id]
    assert check(store) == ()


class TestIdPrefixes:
    def test_six_characters_name_a_claim(self, store: Store) -> None:
        with store.begin() as unit:
            unit.articles.add(FIRST, RUN, ref="a.txt", location=None)
            claim = FIRST.sourced_claims()[0]
            assert unit.claims.find(claim.id[:6]) == claim
            assert unit.claims.find(claim.id.upper()) == claim

    @pytest.mark.parametrize("prefix", ["", "abc", "zzzzzz", "%%%%%%", "______", "0" * 33, "000000"])
    def test_what_names_nothing_is_not_found(self, store: Store, prefix: str) -> None:
        with store.begin() as unit:
            unit.articles.add(FIRST, RUN, ref="a.txt", location=None)
            with pytest.raises(NotFound):
                unit.claims.find(prefix)

    def test_a_prefix_of_several_is_ambiguous(self, store: Store) -> None:
        ids = ["abcdef" + "0" * 26, "abcdef" + "1" * 26]
        claims = tuple(replace(FIRST.claims[0], id=each) for each in ids)
        with store.begin() as unit:
            unit.articles.add(replace(FIRST, claims=claims), RUN, ref="a.txt", location=None)
            with pytest.raises(AmbiguousId, match="abcdef0000, abcdef1111"):
                unit.claims.find("abcdef")
            assert unit.claims.find("abcdef1").id == ids[1]
