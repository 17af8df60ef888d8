"""Which engine a setting asks for, and whether it can be had."""

from __future__ import annotations

from provenance.errors import UsageError
from provenance.extraction.attribution.rules import Rules
from provenance.extraction.attribution.triples import Engine


def engine_named(setting: str) -> Engine:
    """Return the engine that the setting asks for: "rules", "tagger", or "auto" for the tagger where it is installed.

    Raises UsageError for the tagger where its weights are not installed, and for a name that no engine has.
    """
    if engine_meant(setting) == "rules":
        return Rules()
    from provenance.extraction.attribution.tagging import Network, Tagging, installed_weights

    weights = installed_weights()
    if weights is None:
        raise UsageError("the tagger's weights are not installed", hint="--engine rules needs none")
    return Tagging(Network(weights))


def engine_meant(setting: str) -> str:
    """Return "rules" or "tagger": what "auto" comes to here."""
    if setting in ("rules", "tagger"):
        return setting
    if setting != "auto":
        raise UsageError(f"there is no engine {setting!r}", hint="auto, rules or tagger")
    from provenance.extraction.attribution.tagging.network import installed_weights

    return "rules" if installed_weights() is None else "tagger"
