"""The cross-encoder: the shipped network, a user's own folder, and what is wrong with one."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from provenance.errors import ProvenanceError, UsageError
from provenance.model.relation import Entailment
from provenance.relations.entailment import NetworkFolder, cross_encoder_for
from provenance.relations.entailment.choosing import SHIPPED
from provenance.relations.entailment.network import entailment, labels_of
from provenance.services.meaning import Meanings

PREMISE = "The harbour master of Torvik reopened the northern pier on Monday after divers had cleared the wreck."
FOLLOWS = "The northern pier was reopened."
AGAINST = "The northern pier was never reopened."
ELSEWHERE = "A choir of two hundred sang in the cathedral."


@pytest.fixture(scope="module")
def shipped() -> NetworkFolder:
    found = cross_encoder_for("auto")
    assert isinstance(found, NetworkFolder)
    return found


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "own"))


def _relabel(folder: Path, labels: list[str]) -> None:
    named = {str(place): label for place, label in enumerate(labels)}
    (folder / "config.json").write_text(json.dumps({"id2label": named}), "utf-8")


def test_what_follows_is_told_from_what_contradicts_and_from_what_does_neither(shipped: NetworkFolder) -> None:
    follows, against, elsewhere = (shipped.read(PREMISE, text) for text in (FOLLOWS, AGAINST, ELSEWHERE))
    assert follows.entailed > max(follows.contradicted, follows.neutral)
    assert against.contradicted > max(against.entailed, against.neutral)
    assert elsewhere.entailed < 0.1
    assert follows.similarity is not None
    assert elsewhere.similarity is not None
    assert follows.similarity > elsewhere.similarity + 0.3


@pytest.mark.parametrize("text", ["", "\ud800", "word " * 5_000, "\x00\x1b[31m"])
def test_any_text_is_read(shipped: NetworkFolder, text: str) -> None:
    read = shipped.read(text, PREMISE)
    assert read.entailed + read.contradicted + read.neutral == pytest.approx(1)


def test_the_same_pair_is_read_the_same_whatever_was_read_before(shipped: NetworkFolder) -> None:
    first = shipped.read(PREMISE, FOLLOWS)
    shipped.read(ELSEWHERE, "word " * 300)
    assert shipped.read(PREMISE, FOLLOWS) == first


def test_a_folder_of_the_users_own_is_read_by_the_names_of_its_labels(own: Path, shipped: NetworkFolder) -> None:
    _relabel(own, ["CONTRADICTION", "Entailment", "neutral", "other"])
    found = cross_encoder_for(str(own))
    assert found is not None
    theirs, ours = found.read(PREMISE, AGAINST), shipped.read(PREMISE, AGAINST)
    assert (theirs.entailed, theirs.contradicted) == (ours.contradicted, ours.entailed)
    assert theirs.similarity is None


def test_none_is_none() -> None:
    assert cross_encoder_for("none") is None


@pytest.mark.parametrize("lacking", ["config.json", "tokenizer.json", "model.onnx"])
def test_a_folder_that_lacks_a_file_is_named_with_what_it_lacks(own: Path, lacking: str) -> None:
    (own / lacking).unlink()
    with pytest.raises(UsageError) as caught:
        cross_encoder_for(str(own))
    assert str(own) in str(caught.value)
    assert lacking in str(caught.value)


@pytest.mark.parametrize("broken", ["config.json", "tokenizer.json", "model.onnx"])
def test_a_broken_file_is_named_in_one_line(own: Path, broken: str) -> None:
    (own / broken).write_text("{", "utf-8")
    reader = cross_encoder_for(str(own))
    assert reader is not None
    with pytest.raises(UsageError) as caught:
        reader.read(PREMISE, FOLLOWS)
    assert broken in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_network_that_knows_no_contradiction_is_refused(own: Path) -> None:
    _relabel(own, ["entailment", "not_entailment"])
    with pytest.raises(UsageError, match="entailment, not_entailment"):
        labels_of(own)


def test_scores_that_are_not_those_of_the_labels_are_a_failure() -> None:
    with pytest.raises(ProvenanceError, match="3 labels"):
        entailment(np.zeros(2), ("entailment", "neutral", "contradiction"))


@pytest.mark.skipif(find_spec("torch") is not None, reason="PyTorch is installed here")
def test_weights_for_pytorch_say_what_they_need(own: Path) -> None:
    (own / "model.onnx").rename(own / "model.safetensors")
    with pytest.raises(UsageError, match="install transformers and torch"):
        cross_encoder_for(str(own))


class _Counting:
    """Takes the premise to be longer, and counts."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def read(self, premise: str, hypothesis: str) -> Entailment:
        self.asked.append((premise, hypothesis))
        return Entailment(0.5, 0.3, 0.2) if len(premise) > len(hypothesis) else Entailment(0.2, 0.3, 0.5)


def test_two_sentences_are_read_once_each_way_whichever_comes_first() -> None:
    reader = _Counting()
    means = Meanings(None, reader)
    forth, back = means.reading("one two three", "four five"), means.reading("four five", "one two three")
    assert forth == back
    assert forth is not None
    assert (forth.from_longer.entailed, forth.from_shorter.entailed, forth.ratio) == (0.5, 0.2, 0.6667)
    assert len(reader.asked) == 2
    assert Meanings(None).reading("one", "two") is None
