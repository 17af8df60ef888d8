"""Russian; its word lists are in provenance/languages/russian/."""

from __future__ import annotations

from provenance.languages.language import Language
from provenance.languages.russian.cues import ASKING, BESIDE_QUOTES, DEMANDING, PLANNING, SPEECH

RUSSIAN = Language(
    code="ru",
    name="Russian",
    pipelines=(),  # it is read by rules of its own, not by spaCy
    speech=SPEECH | BESIDE_QUOTES,
    frames={"that": SPEECH, "to": DEMANDING | PLANNING, "wh": ASKING},
)
