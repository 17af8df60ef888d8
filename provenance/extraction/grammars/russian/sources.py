"""Whose words they are: the group of words that names the source of a cue."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.extraction.grammars.russian.found import Group
from provenance.extraction.grammars.russian.words import NOUNS, Sentence, Word
from provenance.languages.russian.cues import REFERENCE, REFERRING, SHOWN_IN
from provenance.languages.russian.sources import CLOSE, NOBODY, TIMES_AND_PLACES
from provenance.model.span import Span, Spans

_SUBJECTS = ("nsubj", "nsubj:pass")
_NOT_OF_A_NAME = frozenset(("acl:relcl", "acl", "parataxis", "advcl", "ccomp", "conj", "discourse", "cop"))
_NEAR = 4  # words after the verb within which a misread subject is looked for
_PLACED = ("obl", "nmod")


def group_of(sentence: Sentence, head: Word, barred: Iterable[Span] = ()) -> Group | None:
    """Return the words around a noun that name it, none of them in what is barred (the content, other sources).

    "источник, близкий к переговорам" is one group, what a relative clause adds is not; a reference to another source
    is not either.
    """
    no = tuple(barred)
    left_out = {w.index for w in _references(sentence, head)}
    wanted = {w.index for w in sentence.subtree(head, _NOT_OF_A_NAME) if w.index not in left_out}
    wanted |= {w.index for w in _people_beside(sentence, head)} | _joined(sentence, head, wanted)
    low = high = head.index
    while low - 1 >= 0 and _goes_on(sentence, low - 1, wanted, no):
        low -= 1
    while high + 1 < len(sentence.words) and _goes_on(sentence, high + 1, wanted, no):
        high += 1
    words = list(sentence.words[low : high + 1])
    while words and words[0].is_mark and not _opens(words):
        words.pop(0)
    while words and words[-1].is_mark and not _closes(words):
        words.pop()
    if words and words[0].pos in ("ADP", "CCONJ", "SCONJ"):
        words.pop(0)
    return Group(tuple(words), head) if head in words else None


def _goes_on(sentence: Sentence, index: int, wanted: set[int], barred: Spans) -> bool:
    word = sentence.words[index]
    if any(span.start <= word.start < span.end for span in barred):
        return False
    return index in wanted or word.is_quote_mark


def _joined(sentence: Sentence, head: Word, wanted: set[int]) -> set[int]:
    """Return the words of a participle after a comma, which hang on the number or the noun: "источника, знакомых"."""
    found: set[int] = set()
    for child in sentence.of(head):
        if child.rel == "amod" or (child.rel == "acl" and child.lemma in CLOSE):
            found |= {w.index for w in sentence.subtree(child)}
    if sentence.words[head.index].rel in _SUBJECTS and head.index + 2 < len(sentence.words):
        comma, word = sentence.words[head.index + 1 : head.index + 3]
        participle = word.feats.get("VerbForm") == "Part" and word.case == head.case
        if comma.text == "," and (word.lemma in CLOSE or participle):
            found |= {comma.index, *(w.index for w in sentence.subtree(word))}
    return found


def _people_beside(sentence: Sentence, head: Word) -> list[Word]:
    """Return the words of a person's name that stands right after an office and what belongs to it."""
    found: list[Word] = []
    subtree = sentence.subtree(head, _NOT_OF_A_NAME)
    for person in sentence.people:
        words = sentence.inside(person)
        if words and (words[0] in subtree or head in words):
            found += words
    return found


def _references(sentence: Sentence, head: Word) -> list[Word]:
    found: list[Word] = []
    for child in sentence.subtree(head, _NOT_OF_A_NAME):
        if child.lemma in REFERENCE or child.lemma in REFERRING:
            found += sentence.subtree(child)
    for child in sentence.of(head):  # "несколько чиновников на условиях анонимности"
        if child.lemma == "условие":
            found += sentence.subtree(child)
    return found


def _opens(words: list[Word]) -> bool:
    return words[0].is_quote_mark and any(w.is_quote_mark for w in words[1:])


def _closes(words: list[Word]) -> bool:
    return words[-1].is_quote_mark and sum(w.is_quote_mark for w in words) % 2 == 0


def subject_of(sentence: Sentence, verb: Word, barred: Iterable[Span] = ()) -> Group | None:
    """Return who does what the verb says: its subject, that of a verb it is joined to, or "в министерстве"."""
    no = tuple(barred)
    for candidate in _candidates(sentence, verb):
        if candidate.lemma in NOBODY or any(span.start <= candidate.start < span.end for span in no):
            continue
        if (group := group_of(sentence, candidate, no)) is not None:
            return group
    return _institution(sentence, verb, no)


def _candidates(sentence: Sentence, verb: Word) -> list[Word]:
    found = [w for w in sentence.of(verb) if w.rel in _SUBJECTS and w.pos in (*NOUNS, "DET", "NUM", "ADJ")]
    found.sort(key=lambda w: (abs(w.index - verb.index) > _NEAR, abs(w.index - verb.index)))
    if _is_mismatched(verb, found) and _institution(sentence, verb, ()) is not None:
        return []
    if not found:
        found = _after(sentence, verb) or _before(sentence, verb)
    shares = verb.rel == "conj" or verb.feats.get("VerbForm") == "Conv"  # "и отметил", "добавив"
    if not found and shares and 0 <= verb.head < len(sentence.words):
        other = sentence.words[verb.head]
        found = [w for w in sentence.of(other) if w.rel in _SUBJECTS and w.index < verb.index]
    return found


def _after(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the first noun after the verb that may be nominative, where the parser has seen no subject."""
    for word in sentence.between(verb.index + 1, verb.index + 1 + _NEAR):
        if word.text in (",", ".", ":", "—", "–") or word.pos in ("VERB", "SCONJ", "ADP"):
            break
        if word.pos in NOUNS and word.case in ("Nom", None) and _agrees(verb, word):
            return [word]
    return []


def _is_mismatched(verb: Word, subjects: list[Word]) -> bool:
    """True for "в министерстве «Интерфаксу» уточнили", where a name that keeps its form is taken for the subject."""
    return bool(subjects) and not any(_agrees(verb, w) or w.rel != "nsubj" for w in subjects)


def _before(sentence: Sentence, verb: Word) -> list[Word]:
    """Return the nominative name right before the verb, where the parser hangs it elsewhere."""
    word = sentence.words[verb.index - 1] if verb.index else None
    fits = word is not None and word.pos in ("PROPN", "PRON") and word.case == "Nom" and _agrees(verb, word)
    return [word] if fits and word is not None else []


def _agrees(verb: Word, noun: Word) -> bool:
    """False where the verb is plural and the noun singular: "сообщили" nobody in the singular."""
    numbers = verb.feats.get("Number"), noun.feats.get("Number")
    return None in numbers or numbers[0] == numbers[1]


def _institution(sentence: Sentence, verb: Word, barred: Spans) -> Group | None:
    """Return "в министерстве" of "в министерстве сообщили", the preposition included; a time or an occasion is none."""
    if verb.feats.get("Number") != "Plur" or verb.feats.get("VerbForm", "Fin") != "Fin":
        return None
    for word in sentence.of(verb):
        if word.rel not in _PLACED or word.lemma in TIMES_AND_PLACES or word.pos not in NOUNS or word.case != "Loc":
            continue
        case = sentence.child(word, "case")
        if case is None or case.lemma not in ("в", "на") or any(s.start <= word.start < s.end for s in barred):
            continue
        group = group_of(sentence, word, barred)
        if group is not None:
            return Group((case, *(w for w in group.words if w.index > case.index)), word)
    return None


def document_of(sentence: Sentence, verb: Word) -> Group | None:
    """Return what "говорится в докладе" and "из отчета следует" name."""
    passive = verb.lemma == "сказать" and verb.feats.get("Voice") == "Pass"
    if verb.lemma not in SHOWN_IN and not passive:
        return None
    for word in sentence.of(verb):
        case = sentence.child(word, "case")
        if word.rel in _PLACED and case is not None and case.lemma in ("в", "из", "на") and word.lemma != "это":
            group = group_of(sentence, word)
            if group is None:
                continue
            more = [w for w in sentence.of(verb) if w.case == "Gen" and w.index == group.words[-1].index + 1]
            extra = tuple(w for one in more for w in sentence.subtree(one))  # "из отчета аудиторов"
            return Group((*group.words, *extra), word)
    return None
