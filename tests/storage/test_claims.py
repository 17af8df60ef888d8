"""Lists of claims: what each filter lets through, and in which order."""

from __future__ import annotations

from datetime import date

import pytest
from readings import RUN, dated, reading_of

from provenance.model.article import Article
from provenance.model.attribution import AttributionKind
from provenance.model.frame import Frame
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.query import ClaimFilter, SourceCount
from provenance.storage.store import Store


def on(first: date | None, last: date | None) -> Frame:
    return Frame(when=(TimeMention("then", DateInterval(first, last)),))


APRIL = [date(2019, 4, day) for day in range(1, 31)]


@pytest.fixture
def filled(store: Store) -> Store:
    """Two articles: four lines of the Harbour Post, undated, and two of Étoile, dated."""
    lines = "The port will close.", "Ships wait.", "A strike is planned.", "100% of the crews agree."
    post = Article("\n".join(lines), outlet="Harbour Post")
    etoile = dated(Article("Der Hafen ist geöffnet.\nDie Fähre fährt.", outlet="L'Étoile"), "2019-04-24")
    frames = (on(APRIL[23], APRIL[23]), on(APRIL[15], APRIL[29]), on(APRIL[26], None), on(None, None))
    with store.begin() as unit:
        unit.articles.add(reading_of(post, ("KCNA", None, "Dockers' Union"), frames), RUN, ref="post", location=None)
        unit.articles.add(reading_of(etoile, (None, "ТАСС")), RUN, ref="etoile", location=None)
    return store


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (ClaimFilter(), ["Der Hafen", "Die Fähre", "The port", "Ships", "A strike", "100%"]),  # the dated article first
        (ClaimFilter(source=("kcna",)), ["The port"]),
        (ClaimFilter(source=("union",)), ["A strike"]),
        (ClaimFilter(source=("тасс",)), ["Die Fähre"]),  # letters of any script match whatever their case
        (ClaimFilter(source=("kcna", "тасс")), ["Die Fähre", "The port"]),
        (ClaimFilter(source=("Harbour Post",)), []),  # publishing is not being quoted
        (ClaimFilter(outlet="étoile"), ["Der Hafen", "Die Fähre"]),
        (ClaimFilter(text="FÄHRE"), ["Die Fähre"]),
        (ClaimFilter(text="100%"), ["100%"]),  # a wildcard of SQL is a letter like any other
        (ClaimFilter(text="_"), []),
        (ClaimFilter(own_voice=True), ["Der Hafen", "Ships", "100%"]),
        (ClaimFilter(own_voice=False), ["Die Fähre", "The port", "A strike"]),
        (ClaimFilter(kinds=(AttributionKind.INDIRECT,), outlet="post"), ["The port", "A strike"]),
        (ClaimFilter(event_from=APRIL[23], event_to=APRIL[23]), ["The port", "Ships"]),
        (ClaimFilter(event_from=APRIL[29]), ["Ships", "A strike"]),  # an open end may still lie ahead
        (ClaimFilter(event_to=APRIL[20]), ["Ships"]),
        (ClaimFilter(published_from=date(2019, 4, 24)), ["Der Hafen", "Die Fähre"]),
        (ClaimFilter(published_to=date(2019, 4, 23)), []),
    ],
)
def test_a_filter_lets_through(filled: Store, only: ClaimFilter, expected: list[str]) -> None:
    with filled.read() as unit:
        texts = [claim.text for claim in unit.claims.select(only)]
        assert len(texts) == len(expected) == unit.claims.count(only)
        assert all(text.startswith(start) for text, start in zip(texts, expected, strict=True)), texts


def test_a_limit_takes_the_first(filled: Store) -> None:
    with filled.read() as unit:
        everything = list(unit.claims.select(ClaimFilter()))
        assert list(unit.claims.select(ClaimFilter(), limit=2)) == everything[:2]


def test_sources_are_counted_by_claims_and_articles(filled: Store) -> None:
    with filled.read() as unit:
        assert unit.claims.sources() == (
            SourceCount("Dockers' Union", None, "agency", 1, 1, 1),
            SourceCount("KCNA", None, "agency", 1, 1, 1),
            SourceCount("ТАСС", None, "agency", 1, 1, 1),
        )


def test_counts(filled: Store) -> None:
    with filled.read() as unit:
        counts = unit.counts()
    assert (counts.articles, counts.sentences, counts.claims, counts.sources, counts.relations) == (2, 6, 6, 3, 0)


def test_the_sentence_of_a_claim_is_exact_whatever_stands_before_it(store: Store, on_postgresql: bool) -> None:
    nul = "" if on_postgresql else "\x00"  # the one character that PostgreSQL does not store
    reading = reading_of(Article(f"\N{GRINNING FACE}{nul} first\nsecond é \N{GRINNING FACE} line"))
    with store.begin() as unit:
        unit.articles.add(reading, RUN, ref="a", location=None)
        assert unit.claims.sentence(reading.claims[1].id) == "second é \N{GRINNING FACE} line"
