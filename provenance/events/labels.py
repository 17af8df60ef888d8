"""What an event is called in a list: its most telling names and words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from provenance.events.weighing import NAME, Weighed
from provenance.model.event import Profile, Term

NAMES = 3
WORDS = 2


def label_of(members: Sequence[Profile], weighed: Weighed) -> str:
    """Return up to three names and two other words that at least half of the articles hold, the most telling first.

    Of an event without telling words, as of an empty article, the label is empty.
    """
    rarity = weighed.rarity_of
    forms: dict[str, list[Term]] = defaultdict(list)
    for member in members:
        for term in member.terms:
            if term.word in rarity and not term.word[:1].isdigit():
                forms[term.word].append(term)
    shared = {word: terms for word, terms in forms.items() if 2 * len(terms) >= len(members)}
    ordered = sorted(shared, key=lambda word: (-_telling(shared[word]) * rarity[word], word))
    names = [_shown(shared[word]) for word in ordered if _is_name(shared[word])]
    words = [_shown(shared[word]) for word in ordered if not _is_name(shared[word])]
    chosen = _apart(names, NAMES, [])
    return ", ".join(_apart(words, NAMES + WORDS, chosen))


def _telling(terms: list[Term]) -> float:
    weight = sum(min(term.count, 6) for term in terms)
    return weight * (NAME if _is_name(terms) else 1.0)


def _is_name(terms: list[Term]) -> bool:
    return 2 * sum(term.is_name for term in terms) > len(terms)


def _shown(terms: list[Term]) -> str:
    """Return the form that most articles use; where they differ as often, the longest."""
    forms = Counter(term.shown for term in terms)
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def _apart(names: list[str], most: int, kept: list[str]) -> list[str]:
    """Return what is kept with the next names, up to so many, that share no word: "Kim Jong Un" stands for "Kim"."""
    kept = list(kept)
    used = {part for name in kept for part in name.casefold().split()}
    for name in names:
        parts = set(name.casefold().split())
        if len(kept) < most and parts.isdisjoint(used):
            kept.append(name)
            used |= parts
    return kept
