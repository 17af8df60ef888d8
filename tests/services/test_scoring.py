"""How found attributions are scored against marked ones: each case says which pairs are right, and why."""

from __future__ import annotations

import pytest

from provenance.model.span import Span
from provenance.services.scoring import Marked, Scores, score

TEXT = "The mayor of Varn said the bridge was safe. “It will hold,” he said on Monday."


def at(*parts: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


SAFE = Marked(at("The mayor of Varn"), at("the bridge was safe"), at("mayor")[0])
HOLD = Marked((Span(TEXT.index("he said"), TEXT.index("he said") + 2),), at("“It will hold,”"))


@pytest.mark.parametrize(
    ("found", "content", "right"),
    [
        pytest.param(SAFE, 1, 1, id="the same"),
        pytest.param(Marked(SAFE.source, at("bridge was safe.")), 1, 1, id="three words of four, punctuation no word"),
        pytest.param(Marked(SAFE.source, at("safe")), 0, 0, id="a quarter of the words"),
        pytest.param(Marked(at("mayor"), SAFE.content), 1, 1, id="the head of the source alone"),
        pytest.param(Marked(at("Varn"), SAFE.content), 1, 0, id="of the source not the head"),
        pytest.param(Marked((), SAFE.content), 1, 0, id="the source unsaid"),
        pytest.param(Marked(SAFE.source, ()), 0, 0, id="no content"),
    ],
)
def test_what_counts_as_right(found: Marked, content: int, right: int) -> None:
    tally = score(TEXT, [SAFE], [found]).all
    assert (tally.content, tally.right) == (content, right)


def test_a_source_that_both_leave_unsaid_is_the_same() -> None:
    unsaid = Marked((), SAFE.content)
    assert score(TEXT, [unsaid], [unsaid]).all.right == 1


def test_each_marked_attribution_is_matched_once() -> None:
    tally = score(TEXT, [SAFE], [SAFE, SAFE]).all
    assert (tally.right, tally.precision, tally.recall) == (1, 0.5, 1.0)
    assert tally.f1 == pytest.approx(2 / 3)


def test_the_pairs_add_up_to_the_most_not_the_first_that_fits() -> None:
    wide = Marked(SAFE.source, at("said the bridge was safe"))
    tally = score(TEXT, [SAFE, wide], [Marked(SAFE.source, at("the bridge was")), SAFE]).all
    assert tally.right == 2


def test_kinds_go_by_the_quotation_marks() -> None:
    scores = score(TEXT, [SAFE, HOLD], [HOLD])
    marked = {kind: tally.marked for kind, tally in scores.kinds.items()}
    assert marked == {"direct": 1, "mixed": 0, "indirect": 1}
    assert scores.kinds["direct"].right == scores.right_of_found["direct"] == 1


def test_scores_of_articles_add_up() -> None:
    total = Scores()
    total.add(score(TEXT, [SAFE], [SAFE]))
    total.add(score(TEXT, [SAFE, HOLD], []))
    assert (total.all.marked, total.all.right, total.kinds["indirect"].marked) == (3, 1, 2)


def test_nothing_marked_and_nothing_found_has_no_figures() -> None:
    tally = score(TEXT, [], []).all
    assert (tally.precision, tally.recall, tally.f1, tally.source_accuracy) == (None, None, None, None)
