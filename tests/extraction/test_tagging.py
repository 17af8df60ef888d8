"""The trained engine: what its marks mean and how they are linked, without the network; then the whole of it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from provenance.errors import ProvenanceError, UsageError
from provenance.extraction.attribution import find_attributions
from provenance.extraction.attribution.choosing import engine_meant, engine_named
from provenance.extraction.attribution.rules import Rules
from provenance.extraction.attribution.tagging import Network, Tagging, installed_weights
from provenance.extraction.attribution.tagging.decoding import Stretch, best_path, stretches
from provenance.extraction.attribution.tagging.labels import Role
from provenance.extraction.attribution.tagging.linking import link
from provenance.extraction.attribution.tagging.network import STRIDE, WINDOW, Pieces, windows
from provenance.extraction.pipeline import Extractor
from provenance.extraction.reading import Reading
from provenance.model.article import Article
from provenance.model.span import Span
from provenance.registry import load_registry
from provenance.text.paragraphs import find_paragraphs

OUTSIDE, BEGINS_SOURCE, IN_SOURCE, BEGINS_CUE, IN_CUE, BEGINS_CONTENT, IN_CONTENT = range(7)


def scores(*labels: int) -> np.ndarray:
    """Scores that favour these labels, row by row."""
    table = np.full((len(labels), 7), -5.0)
    table[range(len(labels)), labels] = -0.1
    return table


def test_a_stretch_only_goes_on_where_it_has_begun() -> None:
    assert best_path(scores(OUTSIDE, IN_CUE, OUTSIDE))[1] != IN_CUE
    assert best_path(scores(IN_SOURCE, IN_SOURCE))[0] != IN_SOURCE
    assert best_path(scores(BEGINS_SOURCE, IN_SOURCE, BEGINS_CUE)) == [BEGINS_SOURCE, IN_SOURCE, BEGINS_CUE]


def test_no_stretch_crosses_the_end_of_a_paragraph() -> None:
    spans = tuple(Span(i, i + 1) for i in range(3))
    pieces = Pieces(spans, frozenset({1}), scores(BEGINS_CONTENT, IN_CONTENT, BEGINS_CONTENT))
    assert [stretch.span for stretch in stretches(pieces)] == [Span(0, 1), Span(2, 3)]


@pytest.mark.parametrize("count", [0, 1, WINDOW, WINDOW + 1, 3 * WINDOW + 7])
def test_windows_leave_nothing_out_and_overlap(count: int) -> None:
    cuts = list(windows(count))
    assert sorted({i for start, end in cuts for i in range(start, end)}) == list(range(count))
    assert all(end - start <= WINDOW for start, end in cuts)
    assert all(after == before + STRIDE for (before, _), (after, _) in pairwise(cuts))


def _linked(text: str, **marked: list[str]) -> list[tuple[str, str, list[str]]]:
    marks = [
        Stretch(Role(role), Span(text.index(words), text.index(words) + len(words)))
        for role, parts in marked.items()
        for words in parts
    ]
    reading = Reading(Article(text), (), (), find_paragraphs(text))
    found = link(reading, sorted(marks, key=lambda mark: mark.span))
    said = [(one.source.of(text) if one.source else "", one.cue.of(text) if one.cue else "", one) for one in found]
    return [(source, cue, [span.of(text) for span in one.content]) for source, cue, one in said]


def test_each_cue_takes_the_source_and_the_content_beside_it() -> None:
    text = "Holm said the yard was safe, but Lund warned that it was not."
    marked = {"source": ["Holm", "Lund"], "cue": ["said", "warned"], "content": ["the yard was safe", "it was not"]}
    assert _linked(text, **marked) == [("Holm", "said", ["the yard was safe"]), ("Lund", "warned", ["it was not"])]


def test_a_broken_quotation_is_one_attribution() -> None:
    text = "“The yard,” Holm said, “is safe.”"
    marked = {"source": ["Holm"], "cue": ["said"], "content": ["“The yard,”", "“is safe.”"]}
    assert _linked(text, **marked) == [("Holm", "said", ["“The yard,”", "“is safe.”"])]


def test_nothing_is_linked_across_paragraphs_and_a_cue_alone_credits_nothing() -> None:
    text = "Holm said.\n\nThe yard is safe."
    assert _linked(text, source=["Holm"], cue=["said"], content=["The yard is safe"]) == [
        ("", "", ["The yard is safe"])
    ]


def test_the_engine_is_chosen_by_its_name() -> None:
    assert isinstance(engine_named("rules"), Rules)
    assert engine_meant("auto") == ("tagger" if installed_weights() else "rules")
    with pytest.raises(UsageError, match="no engine 'oracle'"):
        engine_named("oracle")


def test_missing_weights_are_told_in_one_line(tmp_path) -> None:
    with pytest.raises(ProvenanceError, match="weights are not installed"):
        Network(tmp_path).read("Holm said so.", (Span(0, 13),))


@pytest.fixture(scope="module")
def tagger() -> Tagging:
    weights = installed_weights()
    assert weights is not None, "the weights belong to the package"
    return Tagging(Network(weights))


STORY = (
    "The Varn harbour authority said on Monday that the ferry would stay in port, citing damage to its hull.\n\n"
    "“We saw the crack at low tide,” said Ida Holm, who runs the dock. She added that repairs could take a month.\n\n"
    "The union has long complained of neglect. But the company rejected that, calling the claims absurd."
)


def test_who_said_what_is_found(tagger: Tagging, extractor: Extractor) -> None:
    found = find_attributions(extractor.read(Article(STORY)), load_registry(), tagger)
    said = {(" ".join(s.of(STORY) for s in a.source), a.content[0].of(STORY)) for a in found}
    assert any(source == "The Varn harbour authority" and content.startswith("the ferry") for source, content in said)
    assert ("She", "repairs could take a month") in said
    assert any(source.startswith("Ida Holm") and content.startswith("“We saw the crack") for source, content in said)


def test_the_same_text_gives_the_same_attributions_whatever_is_read_with_it(
    tagger: Tagging, extractor: Extractor
) -> None:
    reader = Extractor(load_registry(), extractor._limits, engine=tagger)
    article, other = Article(STORY), Article("Lund warned of ice. " * 40)
    alone = reader.extract(article)
    assert list(reader.extract_many([other, article, other]))[1] == alone == reader.extract(article)


GOLD = Path(__file__).with_name("gold") / "attributions.jsonl"
FLOOR = 0.97  # of the gold texts; the rules were written on these, so that the tagger can only do as well


def test_the_gold_texts_come_out_as_with_the_rules(tagger: Tagging, extractor: Extractor) -> None:
    registry, wrong = load_registry(), []
    cases = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    for case in cases:
        text = case["text"]
        found = find_attributions(extractor.read(Article(text, published="2019-04-24")), registry, tagger)
        words = [(" ".join(s.of(text) for s in a.source), [s.of(text) for s in a.content]) for a in found]
        if words != [(row["source"], row["content"]) for row in case["attributions"]]:
            wrong.append(text)
    assert 1 - len(wrong) / len(cases) >= FLOOR, wrong


@pytest.mark.parametrize("text", ["", " \n ", "said said said", "“", "\u202e!", "a" * 3000, "x\n" * 500])
def test_hostile_text_is_read_without_an_error(text: str, tagger: Tagging, extractor: Extractor) -> None:
    for triple in tagger.find(extractor.read(Article(text))):
        assert all(span.of(text) for span in (*triple.source, *triple.cue, *triple.content))
