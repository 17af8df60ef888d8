"""Further hops beside a cue: "со ссылкой на X", "ссылаясь на X", "сказал ТАСС", "в беседе с X"."""

from __future__ import annotations

from provenance.extraction.grammars.russian.found import Group
from provenance.extraction.grammars.russian.sources import group_of
from provenance.extraction.grammars.russian.words import NOUNS, Sentence, Word
from provenance.languages.russian.cues import REFERENCE, REFERRING, TOLD_IN
from provenance.languages.russian.sources import OF_AGENCIES

_FAR = 12  # words between a cue and the reference that belongs to it
_PEOPLE_TOLD = frozenset(("журналист", "репортер", "корреспондент", "пресса", "человек"))


def references(sentence: Sentence) -> list[tuple[Word, Group]]:
    """Return the words that refer to another source, and whom to: "со ссылкой на источник", "ссылаясь на МИД"."""
    found = []
    for word in sentence.words:
        if word.lemma not in REFERENCE and not (word.lemma in REFERRING and word.pos == "VERB"):
            continue
        if word.lemma in REFERENCE and not _with(sentence, word):
            continue
        named = next((w for w in sentence.of(word) if w.pos in (*NOUNS, "NUM", "ADJ") and _on(sentence, w)), None)
        named = named or _after_on(sentence, word)
        group = group_of(sentence, named) if named is not None else None
        if group is not None:
            found.append((word, group))
    return found


def _with(sentence: Sentence, word: Word) -> bool:
    case = sentence.child(word, "case")
    return case is not None and case.lemma in ("с", "со")


def _on(sentence: Sentence, word: Word) -> bool:
    case = sentence.child(word, "case")
    return case is not None and case.lemma == "на"


def _after_on(sentence: Sentence, word: Word) -> Word | None:
    following = sentence.words[word.index + 1 : word.index + 6]
    if not following or following[0].lemma != "на":
        return None
    return next((w for w in following[1:] if w.pos in NOUNS), None)


def cited_by(sentence: Sentence, verb: Word, source: Group | None) -> tuple[Group, ...]:
    """Return whom the source of a verb refers to."""
    if source is None:
        return ()
    return tuple(
        group
        for word, group in references(sentence)
        if abs(word.index - verb.index) <= _FAR + len(source.words) and _nearest_cue(sentence, word, verb)
    )


def _nearest_cue(sentence: Sentence, word: Word, verb: Word) -> bool:
    """False where another clause lies between the verb and the reference."""
    low, high = sorted((word.index, verb.index))
    between = sentence.between(low + 1, high)
    return not any(w.is_finite and w.pos == "VERB" and w.lemma not in REFERRING for w in between)


def told_to(sentence: Sentence, verb: Word, source: Group | None) -> tuple[Group, ...]:
    """Return whom the source told: "сказал ТАСС", "в беседе с РБК"; journalists in general are nobody."""
    own = set(source.words) if source is not None else set()
    found: list[Group] = []
    for word in sentence.of(verb):
        if word in own or word.pos not in NOUNS:
            continue
        if word.rel == "nsubj" and word.feats.get("Number") == "Sing" and verb.feats.get("Number") == "Plur":
            found += _desk(sentence, word)  # a name that keeps its form: "в министерстве РИА Новости уточнили"
        if word.rel in ("iobj", "obl", "obj", "nmod") and word.case == "Dat" and sentence.child(word, "case") is None:
            found += _desk(sentence, word)
        elif word.lemma in TOLD_IN and word.case == "Loc":
            for inner in sentence.of(word):
                if inner.rel in ("nmod", "appos", "obl", "iobj") and inner.case in ("Ins", "Dat", "Gen", "Nom"):
                    found += _desk(sentence, inner)
        elif word.lemma == "корреспондент" and word.case == "Dat":
            found += [g for inner in sentence.of(word) for g in _desk(sentence, inner)]
    return tuple(found)


def _desk(sentence: Sentence, word: Word) -> list[Group]:
    if word.lemma in _PEOPLE_TOLD:
        return []
    if word.pos != "PROPN" and word.lemma not in OF_AGENCIES and not _is_body(sentence, word):
        return []
    group = group_of(sentence, word)
    return [group] if group is not None else []


def _is_body(sentence: Sentence, word: Word) -> bool:
    return any(body.start <= word.start < body.end for body in sentence.bodies)
