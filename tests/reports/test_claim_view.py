"""One claim where it stands."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.answer import ClaimInContext
from provenance.model.claim import SourcedClaim
from provenance.model.report import CorroborationReport
from provenance.model.span import Span
from provenance.reports.claim_view import render_claim
from provenance.reports.marked import Piece, Role, mark
from provenance.reports.screen import PLAIN, Screen
from provenance.reports.tables import TableFormat


@pytest.fixture
def view(harbour_claim: SourcedClaim, ferry_report: CorroborationReport) -> ClaimInContext:
    return ClaimInContext(harbour_claim, ferry_report.sentences[harbour_claim.id], 0)


def test_without_colour_the_parts_are_named(view: ClaimInContext) -> None:
    assert (
        "[content: The ferry Solveig will sail again on 3 May], [source: the harbour office] [cue: said] on Monday, "
        "after two months in dock."
    ) in render_claim(view, TableFormat.TABLE, PLAIN)


def test_in_colour_they_are_not(view: ClaimInContext) -> None:
    shown = render_claim(view, TableFormat.TABLE, Screen(80, color=True))
    assert "[source:" not in shown
    assert "\x1b[" in shown


def test_on_a_terminal_the_chain_is_a_tree_and_in_a_pipe_indented(view: ClaimInContext) -> None:
    assert "└── said: Norvik harbour office (organization)" in render_claim(view, TableFormat.TABLE, Screen(80))
    assert "\n    said: Norvik harbour office (organization)\n" in render_claim(view, TableFormat.TABLE, PLAIN)


def test_unnamed_people_are_counted_and_described(ferry_report: CorroborationReport) -> None:
    insider = ferry_report.corroborating[1].b
    shown = render_claim(ClaimInContext(insider, ferry_report.sentences[insider.id], 0), TableFormat.TABLE, PLAIN)
    assert "two people close to the shipyard (unnamed, 2 people, first-hand: not said)" in shown


def test_the_frame_s_slots_are_told_with_what_they_mean(view: ClaimInContext) -> None:
    shown = render_claim(view, TableFormat.TABLE, PLAIN)
    for line in ("modality  plan", "when      “3 May” = 2031-05-03", "quantity  “two months” = 2 (month)"):
        assert line in shown


def test_json_holds_the_sentence_and_where_everything_stands(view: ClaimInContext) -> None:
    record = json.loads(render_claim(view, TableFormat.JSON, PLAIN))
    text = record["sentence_text"]
    assert text == view.sentence
    for part, words in (("source", "the harbour office"), ("cue", "said")):
        ((start, end),) = record[part]
        assert text[start:end] == words


@pytest.mark.parametrize("form", TableFormat)
def test_every_format_names_the_claim(form: TableFormat, view: ClaimInContext) -> None:
    assert "The ferry Solveig will sail again on 3 May." in render_claim(view, form, PLAIN)


@pytest.mark.parametrize(
    ("roles", "pieces"),
    [
        ({}, [("KCNA said so.", None)]),
        (
            {Role.SOURCE: (Span(100, 104),), Role.CUE: (Span(105, 109),)},
            [("KCNA", Role.SOURCE), (" ", None), ("said", Role.CUE), (" so.", None)],
        ),
        (
            {Role.CONTENT: (Span(100, 113),), Role.CUE: (Span(105, 109),)},
            [("KCNA ", Role.CONTENT), ("said", Role.CUE), (" so.", Role.CONTENT)],
        ),
        ({Role.CLAIM: (Span(90, 104),)}, [("KCNA", Role.CLAIM), (" said so.", None)]),
        ({Role.CLAIM: (Span(0, 50), Span(200, 300))}, [("KCNA said so.", None)]),
    ],
)
def test_marks_are_placed_by_the_article_s_offsets(roles: dict, pieces: list) -> None:
    assert mark("KCNA said so.", 100, roles) == tuple(Piece(text, role) for text, role in pieces)


def test_nothing_is_marked_where_the_place_is_not_known() -> None:
    assert mark("KCNA said so.", None, {Role.SOURCE: (Span(0, 4),)}) == (Piece("KCNA said so."),)


@given(
    st.text(max_size=30),
    st.integers(0, 40),
    st.dictionaries(
        st.sampled_from(Role),
        st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))).map(
            tuple
        ),
    ),
)
def test_the_pieces_join_to_exactly_the_sentence(sentence: str, start: int, roles: dict) -> None:
    assert "".join(piece.text for piece in mark(sentence, start, roles)) == sentence
