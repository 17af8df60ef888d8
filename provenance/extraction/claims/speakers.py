"""Who speaks in an article, put beside those whom it names: "he" may be either."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from provenance.extraction.coreference import References
from provenance.extraction.mentions import speaker
from provenance.extraction.reading import Reading
from provenance.model.attribution import Attribution


def note_speakers(references: References, reading: Reading, attributions: Iterable[Attribution]) -> None:
    """Make the credited known to the references, each in its sentence."""
    credited = [a for a in attributions if a.source]
    held = sorted((span.start, span.end, a.id) for a in credited for span in a.content)
    starts = [start for start, _, _ in held]
    for attribution in credited:
        hop = next((h for h in reversed(attribution.chain[1:]) if h.span == attribution.source), None)
        place = (attribution.cue or attribution.source)[0].start
        sentence = reading.sentence_at(place)
        if hop is None or sentence is None:
            continue
        near = held[max(0, bisect_right(starts, place) - 8) : bisect_right(starts, place)]
        nested = any(start <= place < end and other != attribution.id for start, end, other in near)
        mention = speaker(hop, sentence.index, nested=nested)
        if mention is not None:
            references.note_speaker(mention)
