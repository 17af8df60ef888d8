"""Words in quotation marks and after a dash: «…», — сказал X. / X сказал: «…» / — …, — сказал X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.extraction.grammars.russian.found import Found, Group, Text
from provenance.extraction.grammars.russian.referring import cited_by, told_to
from provenance.extraction.grammars.russian.sources import document_of, group_of, subject_of
from provenance.extraction.grammars.russian.verbal import cue_of, is_cue, object_group
from provenance.extraction.grammars.russian.words import Sentence, Word
from provenance.languages.russian.cues import BESIDE_QUOTES, NEGATIONS, QUOTING, SPEECH, stance_of, via_of
from provenance.languages.russian.sources import PEOPLE
from provenance.model.attribution import Stance
from provenance.model.span import Span, Spans

_CUES = SPEECH | BESIDE_QUOTES
_DASHES = "-–—―"
_NEAR_THE_DASH = 9  # words between the dash and the verb: ", — с улыбкой сказал"
_RESUMES = re.compile(r"[.,!?…]\s*[–—―-]\s+")
_LINE = re.compile(r"[–—―-]\s+")
_FEWEST_WORDS = 3
_LABEL = 8  # words before a colon that may name who speaks


def spoken(text: Text) -> Iterator[Found]:
    """Yield who says what stands in quotation marks or after a dash, in the order of the text."""
    credited: set[Span] = set()
    for sentence in text.sentences:
        for verb in sentence.words:
            known = verb.lemma in _CUES
            if not (known or verb.is_finite) or not _may_cue(sentence, verb):
                continue
            content = _before_the_dash(text, sentence, verb) if known else _beside_the_dash(text, sentence, verb)
            content = content or (_after_the_colon(text, sentence, verb) if known else ())
            if not content or any(span.start <= verb.start < span.end for span in content):
                continue
            found = _made(sentence, verb, content)
            credited.update(content)
            yield found
    yield from _labelled(text, credited)


def _may_cue(sentence: Sentence, verb: Word) -> bool:
    return is_cue(sentence, verb) or (verb.pos == "VERB" and verb.feats.get("VerbForm") == "Part")


def _made(sentence: Sentence, verb: Word, content: Spans) -> Found:
    source = document_of(sentence, verb)
    before: tuple[Group, ...] = ()
    if source is None:
        source = subject_of(sentence, verb, content)
        quoted = object_group(sentence, verb) if verb.lemma in QUOTING else None
        if quoted is not None and source is not None and quoted.head is not source.head:
            source, before = quoted, (source,)
    negated = verb.index > 0 and sentence.words[verb.index - 1].lemma in NEGATIONS
    return Found(
        sentence=sentence,
        source=source,
        cue=cue_of(sentence, verb),
        content=content,
        stance=stance_of(verb.lemma, negated=negated),
        via=via_of(verb.lemma) if verb.lemma not in QUOTING else "said",
        before=before or told_to(sentence, verb, source),
        after=cited_by(sentence, verb, source),
        confidence=0.9 if source is not None else 0.5,
    )


# -- «…», — сказал X. — … -------------------------------------------------------------------------------------------


def _before_the_dash(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return what stands before the dash that leads to the verb, and what goes on after the next one."""
    dash = _dash_before(sentence, verb)
    if dash is None:
        return ()
    inside = text.quotation_at(dash.start)
    if inside is not None:
        if not inside.start < dash.start or not _leads_to_a_cue(text.text, inside.start, dash.start):
            return ()
        first = _ended(text.text, inside.start, dash.start)
        return _both(first, _rest(text.text, verb.end, inside.end))
    before = text.quotation_ending(dash.start)
    if before is not None:
        return (before, *_next_quotations(text, sentence, verb))
    return _dialogue(text, dash, verb)


def _beside_the_dash(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return the quotation before ", — отрезал X": right after it, any verb with a subject is one of speech."""
    dash = sentence.words[verb.index - 1] if verb.index else None
    if dash is None or dash.text not in tuple(_DASHES) or verb.pos != "VERB":
        return ()
    if text.quotation_at(dash.start) is not None:
        return ()
    before = text.quotation_ending(dash.start)
    if before is None or not set(text.text[before.end - 2 : dash.start]) & set(",!?…"):
        return ()
    source = subject_of(sentence, verb, (before,))
    if source is None or source.words[0].index < verb.index:
        return ()
    return (before, *_next_quotations(text, sentence, verb))


def _dash_before(sentence: Sentence, verb: Word) -> Word | None:
    """Return the dash before the verb where only words of the crediting stand between."""
    for index in range(verb.index - 1, max(-1, verb.index - _NEAR_THE_DASH), -1):
        word = sentence.words[index]
        if word.text in tuple(_DASHES):
            return word
        if word.text in (",", ".", ":", "»", "«") or word.is_finite:
            return None
    return None


def _leads_to_a_cue(text: str, start: int, dash: int) -> bool:
    """True where a comma, a question or an exclamation mark stands before the dash: a stop ends the crediting."""
    return text[start:dash].rstrip(" \u00a0")[-1:] in tuple(",!?…")


def _ended(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without the comma and the spaces at its end."""
    words = text[start:end].rstrip(" \u00a0,")
    return Span(start, start + len(words)) if words else None


def _rest(text: str, after: int, end: int) -> Span | None:
    """Return what the speaker goes on to say after the next dash, up to the quotation's end."""
    found = _RESUMES.search(text, after, end)
    return Span(found.end(), end) if found is not None and found.end() < end else None


def _both(first: Span | None, second: Span | None) -> Spans:
    return tuple(span for span in (first, second) if span is not None)


def _next_quotations(text: Text, sentence: Sentence, verb: Word) -> Spans:
    """Return the quotation that goes on after the crediting: in the same sentence, or as the whole of the next ones."""
    resumed = _RESUMES.search(text.text, verb.end, min(sentence.span.end + 4, len(text.text)))
    if resumed is not None and (more := text.quotation_from(resumed.end())) is not None:
        return (more,)
    after = text.quotation_from(sentence.span.end)
    paragraph = text.paragraph_at(verb.start)
    if after is None or paragraph is None or not paragraph.covers(after):
        return ()
    tail = text.text[after.end : after.end + 4].lstrip(".!?…")
    follows = tail.lstrip(" ")[:2]
    if follows[:1] == "," or follows[:1] in tuple(_DASHES) or (follows[:1].islower() and tail[:1] == " "):
        return ()  # it is part of a sentence of its own, or somebody else's
    return (after,)


def _dialogue(text: Text, dash: Word, verb: Word) -> Spans:
    """Return the words of a paragraph that begins with a dash."""
    paragraph = text.paragraph_at(dash.start)
    if paragraph is None or dash.start <= paragraph.start:
        return ()
    line = _LINE.match(text.text, paragraph.start, paragraph.end)
    if line is None or not _leads_to_a_cue(text.text, line.end(), dash.start):
        return ()
    first = _ended(text.text, line.end(), dash.start)
    return _both(first, _rest(text.text, verb.end, paragraph.end))


# -- X сказал: «…» --------------------------------------------------------------------------------------------------


def _after_the_colon(text: Text, sentence: Sentence, verb: Word) -> Spans:
    for word in sentence.words[verb.index + 1 :]:
        if word.text == ":":
            quotation = text.quotation_from(word.end)
            return (quotation,) if quotation is not None else ()
        if word.is_quote_mark and text.quotation_at(word.start) is None:
            return ()
        if word.is_finite and word.pos == "VERB" and text.quotation_at(word.start) is None:
            return ()
    return ()


def _labelled(text: Text, credited: set[Span]) -> Iterator[Found]:
    """Yield "Директор завода: «…»", and whole sentences in quotation marks that nobody is named for."""
    for sentence in text.sentences:
        first = sentence.words[0] if sentence.words else None
        if first is None:
            continue
        colon = next((w for w in sentence.words[: _LABEL + 1] if w.text == ":"), None)
        quotation = text.quotation_from(colon.end) if colon is not None else None
        if colon is not None and quotation is not None and quotation not in credited:
            yield from _by_label(sentence, colon, quotation)
        elif (alone := _alone(text, sentence)) is not None and not _is_part(credited, alone):
            place = Span(alone.start, alone.start + 1)
            yield Found(sentence, None, place, (alone,), Stance.ASSERTS, confidence=0.4)


def _by_label(sentence: Sentence, colon: Word, quotation: Span) -> Iterator[Found]:
    words = sentence.words[: colon.index]
    if any(word.is_finite for word in words):
        return
    head = next((w for w in words if w.case == "Nom" and (w.pos == "PROPN" or w.lemma in PEOPLE)), None)
    group = group_of(sentence, head, (quotation,)) if head is not None else None
    if group is not None:
        yield Found(sentence, group, Span(colon.start, colon.end), (quotation,), confidence=0.7)


def _alone(text: Text, sentence: Sentence) -> Span | None:
    """Return the quotation that begins with the sentence and leaves no words of it outside."""
    found = text.quotation_at(sentence.span.start)
    if found is None or found.start != sentence.span.start or not _is_whole(text, sentence, found):
        return None
    return found


def _is_whole(text: Text, sentence: Sentence, quotation: Span) -> bool:
    """True for a quotation of a few words at least that fills its sentences."""
    tail = text.text[quotation.end : max(sentence.span.end, quotation.end)].strip(" .!?…")
    return not tail and len(quotation.of(text.text).split()) >= _FEWEST_WORDS


def _is_part(credited: set[Span], quotation: Span) -> bool:
    return any(span.overlaps(quotation) for span in credited)
