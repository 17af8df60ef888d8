"""Loading the English pipeline, and the limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.errors import ProvenanceError
from provenance.extraction.pipeline import Extractor, load_pipeline
from provenance.model.article import Article
from provenance.registry import load_registry
from provenance.settings import Limits


@pytest.mark.parametrize("name", ["no_such_pipeline", "json"])
def test_a_pipeline_that_is_not_there_is_named_in_one_line(name: str) -> None:
    with pytest.raises(ProvenanceError) as caught:
        load_pipeline(name)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_no_pipeline_is_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ProvenanceError, match="cannot be loaded") as caught:
        load_pipeline(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_no_pipeline_is_loaded_before_the_first_article() -> None:
    assert list(Extractor(load_registry(), Limits(), "no_such_pipeline").extract_many(())) == []


def test_what_a_limit_cuts_short_is_said_in_words() -> None:
    limits = Limits(sentence_characters=60, claims_per_article=1)
    text = "The harbour was closed and the bridge was opened and the ship sank and the mayor resigned. Nobody was hurt."
    found = Extractor(load_registry(), limits).extract(Article(text))
    assert all(len(span) <= 60 for span in found.sentences)
    assert len(found.claims) == 1
    assert len(found.notices) == 2
