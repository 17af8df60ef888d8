"""A quotation that is a sentence of its own, and the sentence after it that tells who spoke."""

from __future__ import annotations

from provenance.extraction.grammars.grammar import Credited
from provenance.extraction.grammars.korean.cues import Cue, cues_in
from provenance.extraction.grammars.korean.governing import noun_with_copula
from provenance.extraction.grammars.korean.morphs import QUOTE
from provenance.extraction.grammars.korean.naming import Naming
from provenance.extraction.grammars.korean.phrases import Morphs
from provenance.extraction.grammars.korean.speaking import Speaker, owner_of, speaker_of
from provenance.languages.korean.cues import SAYING, stance_of
from provenance.model.attribution import Stance
from provenance.model.source import Hop
from provenance.model.span import Span, Spans

_SURE = 0.75
_UNSURE = 0.5


def alone(morphs: Morphs) -> Span | None:
    """Return the quotation that a unit consists of; None for any other unit."""
    words = [morph for morph in morphs if morph.tag not in ("SF", "SP", "SE")]
    if len(words) != 1 or words[0].tag != QUOTE:
        return None
    return Span(words[0].start, words[0].end)


def spoken_by(content: Span, morphs: Morphs, unit: int, naming: Naming) -> Credited | None:
    """Return the quotation before this unit with whom the unit names: "구희진 위원장의 말이다"; None for nobody."""
    cue, speaker = _of_noun(morphs, naming) or _of_verb(morphs, naming) or (None, None)
    if cue is None or speaker is None:
        return None
    hops = naming.hops(speaker.phrase, unit, SAYING.get(cue.stem, "said"))
    return Credited((speaker.phrase.whole,), (cue.span,), (content,), stance_of(cue.stem), hops, confidence=_SURE)


def by_nobody(content: Span) -> Credited:
    """Return a quotation that no words credit: somebody's, but whose is not known."""
    spans: Spans = (content,)
    return Credited((), (), spans, Stance.ASSERTS, (Hop(None),), confidence=_UNSURE)


def _of_noun(morphs: Morphs, naming: Naming) -> tuple[Cue, Speaker] | None:
    at = noun_with_copula(morphs, -1)
    if at is None:
        return None
    cue = Cue(at, at, morphs[at].form, Span(morphs[at].start, morphs[at + 1].end), "final", at + 2)
    owner = owner_of(morphs, cue, naming)
    return (cue, owner) if owner is not None else None


def _of_verb(morphs: Morphs, naming: Naming) -> tuple[Cue, Speaker] | None:
    cues = [cue for cue in cues_in(morphs) if cue.tail == "final" and cue.stem in SAYING and not cue.negated]
    if not cues or any(morph.tag == "JKO" for morph in morphs[cues[-1].first - 1 : cues[-1].first]):
        return None
    speaker = speaker_of(morphs, cues[-1], [], 0, naming, bound=cues[-1].first)
    return (cues[-1], speaker) if speaker is not None else None
