"""The languages that the program knows."""

from __future__ import annotations

import pytest

from provenance.languages import ENGLISH, LANGUAGES, Language, language_of
from provenance.languages.english.stances import stance_of, told
from provenance.model.attribution import Stance


@pytest.mark.parametrize(("code", "language"), [("en", ENGLISH), ("en-GB", ENGLISH), ("xx", None), (None, None)])
def test_a_language_is_found_by_its_code(code: str | None, language: object) -> None:
    assert language_of(code) is language


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_language_credits_by_verbs_of_speech_and_in_some_frame(language: Language) -> None:
    assert language.speech
    assert {"that", "to"} <= set(language.frames)


def test_english_names_a_pipeline() -> None:
    assert ENGLISH.pipelines
    assert {"that", "to", "obj"} <= set(ENGLISH.frames)


@pytest.mark.parametrize(
    ("lemma", "frame", "negated", "stance"),
    [
        ("say", "that", False, Stance.ASSERTS),
        ("confirm", "that", False, Stance.CONFIRMS),
        ("confirm", "that", True, Stance.DOUBTS),
        ("deny", "that", False, Stance.DENIES),
        ("deny", "that", True, Stance.DECLINES),
        ("believe", "that", True, Stance.DOUBTS),
        ("plan", "to", False, Stance.PLANS),
        ("vow", "to", False, Stance.PLANS),
        ("demand", "that", False, Stance.DEMANDS),
        ("call", "for", False, Stance.DEMANDS),
        ("ask", "obj to", False, Stance.DEMANDS),
        ("ask", "wh", False, Stance.ASKS),
        ("refuse", "to", False, Stance.DECLINES),
        ("agree", "that", False, Stance.ASSERTS),
    ],
)
def test_what_a_cue_does_with_its_content(lemma: str, frame: str, negated: bool, stance: Stance) -> None:
    assert stance_of(lemma, frame, negated=negated) is stance


@pytest.mark.parametrize(
    ("lemma", "frame", "step"),
    [
        ("say", "that", "said"),
        ("write", "that", "wrote"),
        ("deny", "that", "denied"),
        ("rule out", "obj", "ruled out"),
        ("call", "for", "called for"),
        ("announcement", "noun that", "said"),
        ("confident", "is that", "said"),
        ("according to", "around", "said"),
    ],
)
def test_a_cue_is_told_as_a_step_of_a_chain(lemma: str, frame: str, step: str) -> None:
    assert told(lemma, frame) == step
