"""Misspelt names, led back to a known one: by whole words only, and never to a word that is itself a name.

The partial and the token-set scores of rapidfuzz give "South Korea" and "North Korea" 82 of 100, and any subset of a
name's words 100; only the plain ratio and the token-sort ratio are asked, with a high bar.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from provenance.registry.names import guards_of

MIN_LENGTH = 7  # characters: below, one letter makes another name (Iran, Iraq)
MIN_WORD = 5  # a shorter word must be the same
MIN_RATIO = 90.0  # of the whole name, 0..100
MIN_WORD_RATIO = 84.0  # of a word that differs
ENDINGS = ("an", "ans", "ian", "ians", "ese", "ish")  # a word that names people by what they belong to is spelt so
MIN_LEAD = 3.0  # over the best of another source


def nearest_name(
    key: str, names: Sequence[str], owners: Mapping[str, str], vocabulary: Collection[str]
) -> tuple[str, float] | None:
    """Return the known name that the folded name misspells, and the ratio as 0..1; None for none or several.

    `names` are those with as many words; `owners` says whose each name is; `vocabulary` holds the words of all known
    names: one of them is never a misspelling of another ("Austrian Foreign Ministry" is not the Australian one).
    """
    if len(key) < MIN_LENGTH or not key[0].isalpha():
        return None
    from rapidfuzz import fuzz, process

    near = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=MIN_RATIO - 4, limit=12)
    near += process.extract(key, names, scorer=fuzz.token_sort_ratio, score_cutoff=MIN_RATIO, limit=12)
    best: dict[str, tuple[float, str]] = {}
    for name, ratio, _ in near:
        if ratio < MIN_RATIO or not _same_but_for_spelling(key, name, vocabulary):
            continue
        best[owners[name]] = max(best.get(owners[name], (0.0, "")), (ratio, name))
    ranked = sorted(best.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MIN_LEAD):
        return None
    return ranked[0][1], round(ranked[0][0] / 100, 3)


def _same_but_for_spelling(key: str, name: str, vocabulary: Collection[str]) -> bool:
    """True where both have the same number of words, the same guards, and differ only in long unknown words."""
    from rapidfuzz import fuzz

    if guards_of(key) != guards_of(name) or len(name) < MIN_LENGTH:
        return False
    left, right = key.split(), name.split()
    if len(left) != len(right):
        return False
    if sorted(left) == sorted(right):
        return len(left) > 1
    for word, known in zip(left, right, strict=True):
        if word == known:
            continue
        if word.endswith(ENDINGS) and not known.endswith(ENDINGS):
            return False  # a Republican is no Repubblica
        if word in vocabulary or min(len(word), len(known)) < MIN_WORD or word[0] != known[0]:
            return False
        if fuzz.ratio(word, known) < MIN_WORD_RATIO:
            return False
    return True
