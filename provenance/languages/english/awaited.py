"""Words that credit what is not there yet and may never be: "fear a return of the cholera"."""

from __future__ import annotations

_VERBS = "fear expect await dread forecast foresee predict anticipate"
AWAITING = frozenset(verb + ending for verb in _VERBS.split() for ending in ("", "s", "ed", "ing")) | frozenset(
    "hope hopes hoped hoping worry worries worried worrying predicting foresaw foreseen".split()
)
