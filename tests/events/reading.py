"""Articles of the tests as profiles, and groups in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from provenance.events import group, profile_of
from provenance.model.article import Article, PublishedOrigin
from provenance.model.event import Profile

INVENTED = [json.loads(line) for line in (Path(__file__).parent / "invented.jsonl").read_text("utf-8").splitlines()]
EVENT_OF = {row["id"]: row["event"] for row in INVENTED}


def profiles(ids: Iterable[str] = EVENT_OF, *, dated: bool = True) -> list[Profile]:
    """Return the articles as profiles that go by the short names of the tests."""
    wanted = set(ids)
    return [profile(row, dated=dated) for row in INVENTED if row["id"] in wanted]


def profile(row: dict[str, str], *, dated: bool = True) -> Profile:
    article = Article(row["text"], title=row["title"], published=row["date"], published_origin=PublishedOrigin.GIVEN)
    found = replace(profile_of(article), article=row["id"])
    return found if dated else replace(found, published=None)


def grouped(given: Sequence[Profile]) -> set[frozenset[str]]:
    return {frozenset(each.articles) for each in group(given)}


def events(ids: Iterable[str] = EVENT_OF) -> set[frozenset[str]]:
    """Return the articles as they belong together."""
    wanted = list(ids)
    return {frozenset(other for other in wanted if EVENT_OF[other] == EVENT_OF[each]) for each in wanted}
