"""Cues that are verbs: "X сообщил, что", "как сообщил X", "…, сообщил X", "X потребовал", "об этом сообщил X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.extraction.attribution.stretches import without
from provenance.extraction.grammars.russian.asides import about_this, as_told, aside
from provenance.extraction.grammars.russian.contents import (
    ALL,
    about,
    calling,
    not_commented,
    with_clause,
    with_infinitive,
    with_noun,
)
from provenance.extraction.grammars.russian.found import Found, Group, Text
from provenance.extraction.grammars.russian.referring import cited_by, told_to
from provenance.extraction.grammars.russian.sources import document_of, group_of, subject_of
from provenance.extraction.grammars.russian.words import Sentence, Word
from provenance.languages.russian.cues import (
    BY_NOBODY,
    NEGATIONS,
    NOT_ANSWERING,
    NOT_COMMENTING,
    SHOWN_IN,
    SPEECH,
    WITH_ITS_NOUN,
    stance_of,
    via_of,
)
from provenance.model.attribution import Stance
from provenance.model.span import Span, Spans


def verbal(text: Text, sentence: Sentence, taken: Iterable[Span]) -> Iterator[Found]:
    """Yield what the verbs of a sentence credit; `taken` are the cues that direct speech has already."""
    done = {span.start for span in taken}
    for verb in sentence.words:
        if verb.lemma not in ALL or verb.start in done or not is_cue(sentence, verb):
            continue
        if _is_title(text, sentence, verb) or _lacks_its_noun(sentence, verb):
            continue
        found = _of_verb(text, sentence, verb)
        if found is not None:
            yield found


def is_cue(sentence: Sentence, verb: Word) -> bool:
    """True for a finite verb, a short participle or a form that stands for one; not for an infinitive."""
    if verb.pos not in ("VERB", "AUX"):
        return False
    form = verb.feats.get("VerbForm", "Fin")
    return form == "Fin" or (form == "Conv" and verb.lemma in SPEECH)


def _lacks_its_noun(sentence: Sentence, verb: Word) -> bool:
    """True for "пришли" without "к выводу": by itself the verb credits nobody."""
    nouns = WITH_ITS_NOUN.get(verb.lemma)
    return nouns is not None and not any(word.lemma in nouns for word in sentence.of(verb))


def _is_title(text: Text, sentence: Sentence, verb: Word) -> bool:
    """True for a verb that stands in a short quotation of its own, as in the name of a film."""
    quotation = text.quotation_at(verb.start)
    if quotation is None or not sentence.span.covers(quotation):
        return False
    return len(quotation) < 0.6 * len(sentence.span)


_READINGS = (about_this, with_clause, as_told, with_infinitive, not_commented, with_noun, calling, aside, about)


def _of_verb(text: Text, sentence: Sentence, verb: Word) -> Found | None:
    """Return what the first reading of the verb that fits it credits."""
    for reading in _READINGS:
        content = reading(text, sentence, verb)
        if content:
            return _found(sentence, verb, _within_marks(text, verb, content), around=reading in (as_told, aside))
    return None


def _within_marks(text: Text, verb: Word, content: Spans) -> Spans:
    """Return the content cut to the quotation that the verb stands in: nobody speaks out of another's words."""
    marks = text.quotation_at(verb.start)
    if marks is None:
        return content
    cut = ((max(span.start, marks.start), min(span.end, marks.end)) for span in content)
    return tuple(Span(start, end) for start, end in cut if start < end)


def _found(sentence: Sentence, verb: Word, content: Spans, *, around: bool = False) -> Found | None:
    source = document_of(sentence, verb)
    if source is None and verb.lemma not in SHOWN_IN:
        source = subject_of(sentence, verb, content)
    if source is None and verb.lemma not in BY_NOBODY:
        return None
    cue = cue_of(sentence, verb)
    rest = tuple(part for span in content for part in without(span, (cue, *((source.span(),) if source else ()))))
    negated = _is_negated(sentence, verb)
    stance = stance_of(verb.lemma, negated=negated)
    if negated and verb.lemma in NOT_COMMENTING | NOT_ANSWERING:
        stance = Stance.DECLINES
    return Found(
        sentence=sentence,
        source=source,
        cue=cue,
        content=rest if not around else content,
        stance=stance,
        via=via_of(verb.lemma),
        before=told_to(sentence, verb, source),
        after=cited_by(sentence, verb, source),
        confidence=0.85 if source is not None else 0.4,
    )


def cue_of(sentence: Sentence, verb: Word) -> Span:
    """Return the verb with its "не"."""
    before = sentence.words[verb.index - 1] if verb.index else None
    return Span(before.start if before is not None and before.lemma == "не" else verb.start, verb.end)


def _is_negated(sentence: Sentence, verb: Word) -> bool:
    return verb.index > 0 and sentence.words[verb.index - 1].lemma in NEGATIONS


def object_group(sentence: Sentence, verb: Word) -> Group | None:
    """Return whom "цитирует" quotes."""
    for word in sentence.of(verb):
        if word.rel in ("obj", "nmod") and word.case in ("Acc", "Gen") and word.index > verb.index:
            return group_of(sentence, word)
    return None
