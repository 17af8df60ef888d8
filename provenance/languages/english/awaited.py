"""Words that credit what is not there yet and may never be: "fear a return of the cholera"."""

from __future__ import annotations

from provenance.text.listed import listed

AWAITING = listed(
    """
    fear fears feared fearing expect expects expected expecting await awaits awaited awaiting dread dreads dreaded
    forecast forecasts foresee foresees foresaw foreseen predict predicts predicted predicting
    anticipate anticipates anticipated anticipating hope hopes hoped hoping worry worries worried worrying
    """
)
