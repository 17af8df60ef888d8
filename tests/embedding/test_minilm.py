"""The sentence encoder: unit rows, each of its own text alone."""

import numpy as np
import pytest

from provenance.embedding import WIDTH, MiniLM, installed_encoder

FERRY = "The ferry to Halmstrand sank with 40 people on board."
TEXTS = (
    FERRY,
    "Forty passengers were on the Halmstrand ferry when it went down.",
    "The central bank of Ostravia raised its rate to 4.5 percent.",
    "",
    "Паром затонул у берега.",
    "word " * 5_000,
    "\x00 \ud800 \u200b",
)


@pytest.fixture(scope="module")
def encoder() -> MiniLM:
    found = installed_encoder()
    assert found is not None
    return found


def test_every_text_has_a_row_of_unit_length(encoder):
    rows = encoder.encode(TEXTS)
    assert rows.shape == (len(TEXTS), WIDTH)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)


def test_no_text_gives_no_row(encoder):
    assert encoder.encode([]).shape == (0, WIDTH)


def test_a_row_does_not_depend_on_the_texts_read_with_it(encoder):
    together = encoder.encode(TEXTS)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    backwards = encoder.encode(TEXTS[::-1])[::-1]
    assert (together == alone).all()
    assert (together == backwards).all()


def test_another_encoder_gives_the_same_rows(encoder):
    again = installed_encoder()
    assert again is not None
    assert again.id == encoder.id
    assert (again.encode([FERRY]) == encoder.encode([FERRY])).all()


def test_sentences_of_one_meaning_are_nearer_than_others(encoder):
    ferry, passengers, bank, *_ = encoder.encode(TEXTS)
    assert ferry @ passengers > 0.7
    assert ferry @ bank < 0.3


def test_of_a_long_text_only_the_beginning_counts(encoder):
    start = "the ferry sank " * 400
    rows = encoder.encode([start + "and the bank raised its rate", start + "and all were saved"])
    assert (rows[0] == rows[1]).all()


def test_without_the_package_there_is_no_encoder(monkeypatch):
    monkeypatch.setattr("provenance.embedding.minilm._PACKAGE", "no_such_package_here")
    assert installed_encoder() is None


def test_nothing_is_loaded_before_the_first_text(tmp_path):
    assert MiniLM(tmp_path / "missing.onnx", "none").id == "none"
