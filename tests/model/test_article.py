from dataclasses import replace
from datetime import date

import pytest

from provenance.model.article import Article, Credit, CreditKind
from provenance.model.identity import ID_LENGTH, content_id

ARTICLE = Article("A ferry sank.", outlet="Port Echo", published="2021-03-02")


def test_the_same_article_has_the_same_id() -> None:
    assert ARTICLE.id == replace(ARTICLE).id
    assert len(ARTICLE.id) == ID_LENGTH


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "A ferry sank!"},
        {"outlet": "Harbour Post"},
        {"url": "https://x.example/1"},
        {"published": "2021-03-03"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_text_outlet_address_or_date_is_another_version(changed: dict[str, str]) -> None:
    assert replace(ARTICLE, **changed).id != ARTICLE.id


def test_parts_of_an_id_cannot_run_together() -> None:
    assert content_id("claim", "ab", "c") != content_id("claim", "a", "bc")
    assert content_id("claim", None) != content_id("claim", "")


def test_a_wrong_date_is_refused_where_the_article_is_made() -> None:
    with pytest.raises(ValueError, match="2019-13-45"):
        Article("text", published="2019-13-45")


def test_the_day_is_known_with_and_without_an_hour() -> None:
    assert ARTICLE.published_on == date(2021, 3, 2)
    assert replace(ARTICLE, published="2021-03-02T23:30:00+09:00").published_on == date(2021, 3, 2)
    assert replace(ARTICLE, published=None).published_on is None


def test_the_head_names_the_credited_desks() -> None:
    credited = replace(ARTICLE, credits=(Credit("AFP", CreditKind.REPORTING),))
    assert credited.head.credits == ("AFP",)
    assert credited.head.id == credited.id
