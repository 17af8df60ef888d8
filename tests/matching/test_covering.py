"""Whether a post finds the check of what it says, on invented checks; and whether it finds none where there is none."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from provenance.embedding import WIDTH, installed_encoder
from provenance.ingest.fact_checks import read_fact_checks
from provenance.matching.bm25 import Bm25, letter_terms, word_terms
from provenance.matching.covering import CheckIndex, Witnesses, packed, texts_of, unpacked
from provenance.matching.wording import plain_wording
from provenance.model.fact_check import FactCheck, MatchedBy

FOLDER = Path(__file__).parents[1] / "data" / "fact_checks"
CHECKS = [check for _, check in read_fact_checks(str(FOLDER / "checks.jsonl"))]  # a failure would not be a pair
QUERIES = [json.loads(line) for line in (FOLDER / "queries.jsonl").read_text(encoding="utf-8").splitlines()]
COVERED = [query for query in QUERIES if query["covered_by"]]
UNCOVERED = [query for query in QUERIES if not query["covered_by"]]


@pytest.fixture(scope="module")
def index() -> CheckIndex:
    encoder = installed_encoder()
    assert encoder is not None
    return CheckIndex(CHECKS, {check.id: packed(encoder.encode(texts_of(check))) for check in CHECKS}, encoder)


@pytest.fixture(scope="module")
def without() -> CheckIndex:
    return CheckIndex(CHECKS, {}, None)


def measured(index: CheckIndex) -> tuple[int, int, int]:
    """Return how many posts have their check first and shown, first at all, and how many others get no answer."""
    shown = first = 0
    for query in COVERED:
        matches = index.search(query["query"], 5).matches
        shown += bool(matches) and matches[0].check.url == query["covered_by"]
        first += CHECKS[index.order(query["query"], 1)[0]].url == query["covered_by"]
    silent = sum(not index.search(query["query"], 5).matches for query in UNCOVERED)
    return shown, first, silent


def test_there_is_enough_to_measure():
    assert (len(CHECKS), len(COVERED), len(UNCOVERED)) == (42, 40, 20)
    assert {query["covered_by"] for query in COVERED} <= {check.url for check in CHECKS}


def test_with_the_encoder_the_right_check_comes_first(index):
    """All 40 are first, 38 sure enough to be shown; of 20 without a check, 5 near misses get an answer."""
    assert measured(index) == (38, 40, 15)


def test_without_the_encoder_it_is_found_by_its_words(without):
    """An answer to 11 of 20 posts that no check covers: words alone cannot tell a subject from what is said of it."""
    assert measured(without) == (33, 37, 9)
    assert without.search("The ferry sank", 5).by is MatchedBy.WORDS
    assert all(match.meaning is None for match in without.search("The ferry sank", 5, 0).matches)


@pytest.mark.parametrize(
    "post",
    [
        pytest.param(
            "Ozelin nasal spray is sold out in most pharmacies",
            marks=pytest.mark.xfail(reason="known_failure: one subject, another thing said of it", strict=True),
        ),
        pytest.param(
            "our loaves are stretched with wood dust",
            marks=pytest.mark.xfail(reason="known_failure: no word in common, and less sure than shown", strict=True),
        ),
        "Happy new year to all of you!",
        "400 people were aboard the ferry that went down off Halmstrand!!",
    ],
)
def test_what_is_right_and_what_is_not_yet(index, post):
    (right,) = (query["covered_by"] for query in QUERIES if query["query"] == post)
    matches = index.search(post, 1).matches
    assert (matches[0].check.url if matches else None) == right


def test_a_match_says_why(index):
    (match,) = index.search("lemon water against river fever", 1).matches
    assert match.words[0] == "lemon"  # the rarest
    assert set(match.words) == {"lemon", "water", "river", "fever"}
    assert match.meaning is not None
    assert match.meaning > 0.6
    assert match.overlap == 1


def test_scores_do_not_rise_down_the_list(index):
    for query in QUERIES:
        scores = [match.score for match in index.search(query["query"], 10, 0).matches]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


def test_of_two_equal_checks_the_one_given_first_comes_first(index):
    encoder = installed_encoder()
    assert encoder is not None
    curly = FactCheck("The “Halmstrand” ferry sank twice.", "False", url="https://a.example/1")
    straight = FactCheck('The "Halmstrand" ferry sank twice.', "False", url="https://a.example/2")
    for pair in ((curly, straight), (straight, curly)):
        numbers = {check.id: packed(encoder.encode(texts_of(check))) for check in pair}
        assert CheckIndex(pair, numbers, encoder).order("did the halmstrand ferry sink twice", 2) == [0, 1]


def test_a_check_that_the_encoder_has_not_read_is_found_by_its_words():
    index = CheckIndex(CHECKS, {}, installed_encoder())
    assert CHECKS[index.order("Ivo Brandt has died in a car crash", 1)[0]].url == "https://checks.example/brandt"


def collection(doings: int) -> list[FactCheck]:
    """Return a collection in which every subject has many checks."""
    subjects = [f"the {kind} of {place}" for kind in ("mayor", "harbour", "zoo", "bank", "choir") for place in PLACES]
    told = [
        f"{subject} {VERBS[number % 6]} {OBJECTS[number // 6 % 6]}" for subject in subjects for number in range(doings)
    ]
    return [FactCheck(claim, "False", url=f"https://a.example/{number}") for number, claim in enumerate(told)]


PLACES = ("Norvik", "Talvik", "Sarnak", "Velna", "Brennholt", "Drava", "Kelland", "Halmstrand")
VERBS = ("sold", "burnt", "painted", "rented", "flooded", "photographed")
OBJECTS = ("forty windmills", "a cathedral", "the railway", "nine lemon trees", "every museum", "its own archive")


def test_among_many_only_what_stands_out_from_its_subject_is_shown():
    many = CheckIndex(collection(36), {}, None)
    assert many.search("the zoo of Velna flooded nine lemon trees", 1).matches
    assert not many.search("the zoo of Velna opens on Sunday at noon", 1).matches


@pytest.mark.parametrize("meaning", [0.6, None])
def test_how_sure_it_is_grows_with_what_speaks_for_it(meaning):
    common = Witnesses(meaning=meaning, alike=0.5, overlap=0.4, out=0.1, size=4.0)
    assert common.sure() < replace(common, out=0.3).sure()
    assert common.sure() < replace(common, overlap=0.8).sure()
    few = replace(common, size=1.0)
    assert few.sure() == replace(few, out=0.3).sure()  # among few checks, standing out says nothing
    between = replace(common, size=2.8)
    assert between.sure() < replace(between, out=0.4).sure()


def test_the_same_question_has_the_same_answer(index, without):
    for each in (index, without):
        assert each.search("Norvik election hacked", 5) == each.search("Norvik election hacked", 5)


@pytest.mark.parametrize(
    "text", ["", " ", "🦈🦈", "https://a.example/x", "a" * 100_000, "\ud800\x00", "の", "!" * 5_000]
)
def test_what_is_no_text_finds_nothing_and_fails_nothing(index, without, text):
    for each in (index, without):
        assert each.search(text, 5).matches == ()


def test_no_checks_give_no_match():
    assert CheckIndex([], {}, None).search("The ferry sank", 5).matches == ()
    assert CheckIndex([], {}, installed_encoder()).search("The ferry sank", 5).matches == ()


def test_numbers_are_kept_as_bytes():
    rows = np.linspace(-1, 1, 2 * WIDTH, dtype=np.float32).reshape(2, WIDTH)
    back = unpacked(packed(rows))
    assert back is not None
    assert np.abs(back - rows).max() < 0.001
    assert unpacked(b"too short") is None


@pytest.mark.parametrize(
    ("post", "plain"),
    [
        ("“Ferry sank” 'twice'", "Ferry sank twice"),
        ("The mayor's well isn't closed", "The mayor's well isn't closed"),
        ("#FerryDisaster @Norvik_Harbour", "Ferry Disaster Norvik Harbour"),
        ("NoMoreFerries McAllister", "No More Ferries McAllister"),
        ("look https://a.example/b?c=1 now www.b.example/x", "look now"),
        ("a\u202eb \x1b[31mred\x00", "a b [31mred"),
        ("Паром  затонул", "Паром затонул"),
    ],
)
def test_wording_is_freed_of_signs(post, plain):
    assert plain_wording(post) == plain


def test_bm25_prefers_what_is_rare_and_short():
    documents = ["ferry sank", "ferry sailed on time", "the ferry is a ferry and a long story of many words", "bread"]
    scores = Bm25([word_terms(document.split()) for document in documents]).scores(word_terms(["ferry", "sank"]))
    assert scores.argmax() == 0
    assert scores[3] == 0
    assert scores[1] > 0


def test_letters_in_a_row_forgive_an_ending():
    index = Bm25([letter_terms("halmstrand ferries"), letter_terms("bread of brennholt")])
    near, far = index.scores(letter_terms("halmstrands ferry"))
    assert near > far == 0
    assert len(letter_terms("abc")) == 0
