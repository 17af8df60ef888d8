"""What a sentence states, voice by voice: every clause of it is somebody's, or else the outlet's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.extraction.claims.asides import find_asides
from provenance.extraction.claims.denials import find_denied, is_withheld
from provenance.extraction.claims.headlines import headline, is_headline
from provenance.extraction.claims.leftovers import leftovers, misread
from provenance.extraction.claims.own_voice import (
    credited_words,
    is_own_statement,
    is_silence,
    misread_whole,
    own_words,
    speaks_for_nobody,
    whole_statement,
)
from provenance.extraction.claims.phrases import (
    act_around,
    clause_around,
    find_phrase,
    is_event,
    is_only_sought,
    is_told,
    stands_outside,
    with_complements,
    with_governor,
)
from provenance.extraction.claims.propositions import Proposition, Shape, find_propositions, is_verbal, subtree
from provenance.extraction.claims.scenes import find_scenes
from provenance.extraction.claims.voices import Voices, voices_of
from provenance.extraction.reading import Sentence
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.span import Span

_FRAGMENT = 4  # words: a shorter fragment without a verb, though a source says it, states nothing
_TELLING = frozenset(("NOUN", "PROPN", "VERB", "AUX", "ADJ", "NUM"))


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition of a sentence and whose it is; None: the outlet's own."""

    sentence: Sentence
    proposition: Proposition
    voices: Voices
    attribution: Attribution | None


def statements_of(
    sentence: Sentence, near: Sequence[Attribution], quoted: Sequence[Span], text: str
) -> Iterator[Statement]:
    """Yield what the sentence states in the order of the text.

    Credited words that state nothing of their own ("was in Oslo to discuss *ways to end the strike*") are given back to
    the voice around them: without the crediting, they are part of what that voice states.
    """
    heard = [a for a in near if not is_silence(a, text) and not speaks_for_nobody(a, text)]
    voices = voices_of(sentence, heard, quoted)
    if is_headline(sentence.doc):
        return _of_headline(sentence, voices)
    found = _stated(sentence, voices)
    mute = _mute(sentence, voices, found)
    if mute:
        voices = voices_of(sentence, [a for a in heard if a.id not in mute], quoted)
        found = _stated(sentence, voices)
    covered = frozenset(i for f in found for i in (*f.proposition.words, *f.proposition.about))
    root = _root(sentence)
    lost = not is_verbal(sentence.doc[root]) and root in voices.own and root not in covered
    if lost and (whole := misread_whole(sentence, voices)) is not None:
        found = [f for f in found if f.attribution is not None] + [Statement(sentence, whole, voices, None)]
        covered |= set(whole.words)
    for proposition, attribution in leftovers(sentence.doc, voices, covered):
        found.append(Statement(sentence, proposition, voices, attribution))
    return iter(sorted(found, key=lambda f: min(f.proposition.words)))


def _root(sentence: Sentence) -> int:
    return next((t.i for t in sentence.doc if t.dep_ == "ROOT"), 0)


def _stated(sentence: Sentence, voices: Voices) -> list[Statement]:
    asides = [aside for aside in find_asides(sentence.doc) if not _only_looks_apposed(aside, sentence, voices)]
    found: list[Statement] = []
    for attribution, words in voices.credited:
        found += [Statement(sentence, p, voices, a) for p, a in _credited(sentence, voices, attribution, words, asides)]
    for proposition in find_propositions(sentence.doc, own_words(sentence, voices), asides, joined=True):
        if is_own_statement(proposition, voices):
            found.append(Statement(sentence, proposition, voices, None))
    found = [f for f in found if not _is_part_of_another(f, found)]
    if not found and (told := whole_statement(sentence, voices, asides)) is not None:
        found.append(Statement(sentence, told, voices, None))
    return found + [Statement(sentence, aside, voices, _owner_of(aside, voices)) for aside in asides]


def _credited(
    sentence: Sentence, voices: Voices, attribution: Attribution, words: frozenset[int], asides: list[Proposition]
) -> list[tuple[Proposition, Attribution | None]]:
    """Return what a source's words state; an act that they only name is the outlet's to tell."""
    doc = sentence.doc
    if scenes := list(find_scenes(sentence, words, attribution)):
        return [(scene, attribution) for scene in scenes]
    whole = credited_words(sentence, voices, attribution, words)
    beside = _beside_the_content(sentence, voices, words)
    inner = [with_governor(p) for p in find_propositions(doc, whole - beside, asides)]
    if inner or attribution.stance is Stance.DECLINES:
        return [(proposition, attribution) for proposition in inner]
    if attribution.stance is Stance.DENIES and (denied := find_denied(doc, words, asides)) is not None:
        return [(denied, attribution)]
    if attribution.stance is Stance.DENIES and is_withheld(doc, words):
        return []  # told by the outlet
    if (told := misread(doc, words, voices.shell)) is not None:
        return [(told, attribution)]
    phrase = find_phrase(doc, words, asides)
    if phrase is None:
        return []
    if attribution.root.name is None and (clause := clause_around(phrase, asides)) is not None:
        return [(clause, attribution)]
    if stands_outside(phrase, voices.shell) or is_only_sought(phrase, voices.shell, attribution):
        return []
    if (act := act_around(phrase, asides)) is not None:
        return [(act, None)]
    return [(with_complements(phrase, voices.own), attribution)] if _tells(phrase, attribution) else []


def _beside_the_content(sentence: Sentence, voices: Voices, words: frozenset[int]) -> frozenset[int]:
    """Return the clause that tells when something was said, where the cue has an object ("posted it after ...")."""
    heads = [sentence.doc[i] for i in words if sentence.doc[i].head.i in voices.shell]
    if not any(t.dep_ == "dobj" for t in heads):
        return frozenset()
    return frozenset(i for t in heads if t.dep_ == "advcl" for i in subtree(t))


def _mute(sentence: Sentence, voices: Voices, found: list[Statement]) -> frozenset[str]:
    """Return the ids of the attributions that only this sentence has, and none of whose words is in a statement.

    A word or two in quotation marks ("No comment", he said) stay with who says them, and state nothing.
    """
    spoken = {f.attribution.id for f in found if f.attribution is not None}
    covered = {i for f in found for i in (*f.proposition.words, *f.proposition.about)}
    mute: set[str] = set()
    for attribution, words in voices.credited:
        left = [sentence.doc[i] for i in words - covered if sentence.doc[i].pos_ in _TELLING]
        here = all(sentence.span.covers(span) for span in (*attribution.content, *attribution.cue))
        uttered = attribution.kind is AttributionKind.DIRECT and not any(t.pos_ == "VERB" for t in left)
        if here and attribution.id not in spoken and not (uttered and len(left) < _FRAGMENT):
            mute.add(attribution.id)
    return frozenset(mute)


def _only_looks_apposed(aside: Proposition, sentence: Sentence, voices: Voices) -> bool:
    """True for a crediting that the parse hangs on the noun before it: "..., Vladivostok, a correspondent reported"."""
    cues = [span for attribution, _ in voices.credited for span in attribution.cue]
    return aside.shape is Shape.APPOSITION and any(
        span.overlaps(sentence.token_span(sentence.doc[i])) for span in cues for i in aside.words
    )


def _is_part_of_another(found: Statement, others: list[Statement]) -> bool:
    """True for a clause of the outlet's that another of its clauses holds whole, with more words."""
    if found.attribution is not None:
        return False
    words = set(found.proposition.words)
    return any(
        other.attribution is None
        and other.proposition.head == found.proposition.head
        and words < set(other.proposition.words)
        for other in others
    )


def _tells(phrase: Proposition, attribution: Attribution) -> bool:
    """True for an event, and for a fragment that a source says as it stands ("A circus?" he said)."""
    if attribution.stance is Stance.ASKS:
        return False
    long = sum(t.is_alpha for t in phrase.tokens()) >= _FRAGMENT
    return is_event(phrase) or is_told(phrase) or (long and attribution.kind is AttributionKind.DIRECT)


def _of_headline(sentence: Sentence, voices: Voices) -> Iterator[Statement]:
    """Yield a headline's words whole, voice by voice: capitals lead the parser astray."""
    told = headline(sentence.doc, voices.own) if not voices.credited else None
    parts = [(a, headline(sentence.doc, words)) for a, words in voices.credited]
    return iter([Statement(sentence, p, voices, a) for a, p in [*parts, (None, told)] if p is not None])


def _owner_of(aside: Proposition, voices: Voices) -> Attribution | None:
    """Return whose an aside is: the outlet's, unless it stands inside the quotation marks of a source's words."""
    if not set(aside.words) <= voices.quoted:
        return None
    return next((a for a, words in voices.credited if set(aside.words) <= words | set(aside.about)), None)
