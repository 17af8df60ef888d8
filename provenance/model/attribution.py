"""One source-cue-content relation of a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.interval import TimeMention
from provenance.model.source import Hop
from provenance.model.span import Spans


class AttributionKind(StrEnum):
    """How the content is given."""

    DIRECT = "direct"  # all of it inside quotation marks
    MIXED = "mixed"  # part of it
    INDIRECT = "indirect"
    OWN_VOICE = "own_voice"  # no one is credited: the outlet says it


class Stance(StrEnum):
    """What the source does with the content."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    PLANS = "plans"
    DEMANDS = "demands"
    ASKS = "asks"
    DECLINES = "declines"  # to comment, to say


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is credited with which words, by which cue; own voice has neither source nor cue, its chain is the outlet.

    `chain` runs from the outlet (hop 0) to the root, the last known origin.
    """

    id: str
    kind: AttributionKind
    stance: Stance
    source: Spans  # "The official KCNA news agency"
    cue: Spans  # "said on"
    content: Spans
    chain: tuple[Hop, ...]
    said: TimeMention | None = None  # "on April 23": when it was said, not what it speaks of
    confidence: float = 1.0  # 0..1

    @property
    def outlet(self) -> Hop:
        return self.chain[0]

    @property
    def root(self) -> Hop:
        return self.chain[-1]

    @property
    def is_own_voice(self) -> bool:
        return self.kind is AttributionKind.OWN_VOICE
