"""Korean; its word lists are in provenance/languages/korean/."""

from __future__ import annotations

from provenance.languages.korean.cues import AT_ONCE, SAYING, STANCES, WITH_OBJECT
from provenance.languages.language import Language
from provenance.model.attribution import Stance

_OF = dict(STANCES)

KOREAN = Language(
    code="ko",
    name="Korean",
    pipelines=(),  # it is read by rules of its own, not by spaCy
    speech=frozenset(SAYING) | frozenset(AT_ONCE),
    frames={"that": frozenset(SAYING), "to": _OF[Stance.DEMANDS] | _OF[Stance.PLANS], "obj": WITH_OBJECT},
)
