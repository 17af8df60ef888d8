"""Cues that are no verbs: "по словам X", "по данным X", "согласно X", "со ссылкой на X"."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.extraction.grammars.russian.found import Found, Group, Text
from provenance.extraction.grammars.russian.referring import cited_by
from provenance.extraction.grammars.russian.sources import group_of
from provenance.extraction.grammars.russian.words import NOUNS, Sentence, Word, span_of
from provenance.languages.russian.cues import ACCORDING, BY_WORDS, OPENERS, RELATIVES
from provenance.languages.russian.sources import PRONOUNS, kind_of_noun
from provenance.model.source import SourceKind
from provenance.model.span import Span, Spans

_PAPERS = (SourceKind.DOCUMENT, SourceKind.DATA, SourceKind.COURT)
_INNER = ("ccomp", "acl:relcl", "acl", "advcl")


def formulas(text: Text, sentence: Sentence) -> Iterator[Found]:
    """Yield what the formulas of a sentence credit."""
    for word in sentence.words:
        found = _by_words(sentence, word) or _according(sentence, word)
        if found is None:
            continue
        first, source = found
        if not _is_set_off(sentence, word, source):
            continue
        content = _clause_around(text, sentence, first, word, source)
        if not content:
            continue
        cue = Span(first.start, min(word.end, source.words[0].start) if word in source.words else word.end)
        after = cited_by(sentence, word, source)
        yield Found(sentence, source, cue, content, via="said", after=after, confidence=0.85)


def _by_words(sentence: Sentence, noun: Word) -> tuple[Word, Group] | None:
    """Return the first word and the source of "по словам X"; "по словам из словаря" has none."""
    if noun.lemma not in BY_WORDS or noun.case != "Dat":
        return None
    if noun.lemma == "слово" and noun.feats.get("Number") != "Plur":
        return None
    case = next((w for w in sentence.of(noun) if w.rel == "case" and w.lemma == "по"), None) or _believing(
        sentence, noun
    )
    if case is None:
        return None
    for word in sentence.between(case.index + 1, noun.index):
        if word.lemma in PRONOUNS or word.text.lower() in ("его", "ее", "её", "их"):
            return case, Group((word,), word)
    for child in sentence.of(noun):
        if child.index < noun.index or child.pos not in (*NOUNS, "NUM", "ADJ"):
            continue
        if sentence.child(child, "case") is not None:
            continue
        if child.case in ("Gen", None) or child.pos == "PROPN" or child.rel == "appos":
            group = group_of(sentence, child)
            if group is not None and group.words[0].index > noun.index:
                return case, group
    return _next_name(sentence, case, noun)


def _believing(sentence: Sentence, noun: Word) -> Word | None:
    """Return the first word of "если верить словам X"."""
    before = sentence.words[noun.index - 1] if noun.index else None
    if before is None or before.lemma != "верить":
        return None
    first = sentence.words[before.index - 1] if before.index else before
    return first if first.lemma == "если" else before


def _is_set_off(sentence: Sentence, noun: Word, source: Group) -> bool:
    """False where no comma follows the formula, and its noun is that of a thing: a meter tells nothing."""
    after = max(noun.index, source.words[-1].index) + 1
    if after >= len(sentence.words) or sentence.words[after].is_mark or source.words[-1].is_mark:
        return True
    head = source.head
    return head.pos == "PROPN" or head.feats.get("Animacy") == "Anim" or kind_of_noun(head.lemma) is not None


def _next_name(sentence: Sentence, case: Word, noun: Word) -> tuple[Word, Group] | None:
    """Return the name that follows where the parser hangs it elsewhere."""
    for word in sentence.between(noun.index + 1, noun.index + 4):
        if word.text == "," or word.pos in ("ADP", "VERB"):
            return None
        if word.pos in NOUNS and word.case in ("Gen", None):
            group = group_of(sentence, word)
            return (case, group) if group is not None and group.words[0].index > noun.index else None
    return None


def _according(sentence: Sentence, word: Word) -> tuple[Word, Group] | None:
    """Return "согласно" and the paper, the body or the person it names; a custom or a rule credits nobody."""
    if word.lemma not in ACCORDING:
        return None
    noun = next((w for w in sentence.between(word.index + 1, word.index + 6) if w.pos in NOUNS), None)
    if noun is None:
        return None
    if noun.lemma in BY_WORDS and noun.lemma not in ("сообщение", "заявление"):
        inner = next((c for c in sentence.of(noun) if c.case == "Gen" and c.index > noun.index), None)
        group = group_of(sentence, inner) if inner is not None else None
        return (word, group) if group is not None else None
    if kind_of_noun(noun.lemma) not in _PAPERS and noun.pos != "PROPN":
        return None
    group = group_of(sentence, noun)
    return (word, group) if group is not None else None


def _clause_around(text: Text, sentence: Sentence, first: Word, word: Word, source: Group) -> Spans:
    """Return the clause that the formula stands in, without it: the sentence, or the clause inside it."""
    low, high = 0, len(sentence.words)
    last = max(word.index, source.words[-1].index)
    governor = _governor(sentence, first, source)
    if governor is not None:
        words = sentence.subtree(governor)
        low = min(words[0].index, first.index)
        while low < first.index and (sentence.words[low].is_mark or sentence.words[low].lemma in OPENERS):
            low += 1
        high = max(words[-1].index + 1, last + 1)
    low = max(low, _after_relative(sentence, first))
    quotation = text.quotation_at(first.start)
    parts = (
        span_of(sentence.between(low, first.index), text.text),
        span_of(sentence.between(last + 1, high), text.text),
    )
    found = tuple(part for part in parts if part is not None and any(c.isalpha() for c in part.of(text.text)))
    if quotation is not None:
        found = tuple(part for part in found if quotation.overlaps(part))
    return tuple(_without_conjunction(part, text.text) for part in found)


def _after_relative(sentence: Sentence, first: Word) -> int:
    """Return where the clause of ", где, по словам X, …" starts; 0 where the formula opens no such clause."""
    if first.index < 3:
        return 0
    before, word, comma = sentence.words[first.index - 3 : first.index]
    opens = word.lemma in RELATIVES or word.pos == "SCONJ"
    return first.index if opens and comma.text == "," and before.text == "," else 0


def _governor(sentence: Sentence, first: Word, source: Group) -> Word | None:
    """Return the verb of the clause inside a sentence that the formula belongs to; None for the sentence's own."""
    noun = sentence.words[first.head] if 0 <= first.head < len(sentence.words) else first
    for _ in range(4):
        if not 0 <= noun.head < len(sentence.words):
            return None
        noun = sentence.words[noun.head]
        if noun.rel in _INNER:
            return noun
        if noun.rel == "conj" and noun.is_finite and _has_subject(sentence, noun):
            return noun
        if noun.rel == "root":
            return None
    return None


def _has_subject(sentence: Sentence, verb: Word) -> bool:
    return any(w.rel in ("nsubj", "nsubj:pass") for w in sentence.of(verb))


def _without_conjunction(span: Span, text: str) -> Span:
    words = span.of(text)
    for opener in ("что ", "а ", "но ", "и ", "при этом "):
        if words.lower().startswith(opener) and len(words) > len(opener) + 3 and opener == "что ":
            return Span(span.start + len(opener), span.end)
    return span
