"""What an event is called in a list: its most telling names and words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

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
    named = {word for word, terms in shared.items() if _is_name(terms)}
    telling = {
        word: -sum(min(term.count, 6) for term in terms) * (NAME if word in named else 1.0) * rarity[word]
        for word, terms in shared.items()
    }
    ordered = sorted(shared, key=lambda word: (telling[word], word))
    chosen = _apart((_shown(shared[word]) for word in ordered if word in named), NAMES, [])
    return ", ".join(_apart((_shown(shared[word]) for word in ordered if word not in named), NAMES + WORDS, chosen))


def _is_name(terms: list[Term]) -> bool:
    return 2 * sum(term.is_name for term in terms) > len(terms)


def _shown(terms: list[Term]) -> str:
    """Return the form that most articles use; where they differ as often, the longest."""
    if len(terms) == 1:
        return terms[0].shown
    forms = Counter(term.shown for term in terms)
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def _apart(names: Iterable[str], most: int, kept: list[str]) -> list[str]:
    """Return what is kept with the next names, up to so many, that share no word: "Kim Jong Un" stands for "Kim"."""
    kept = list(kept)
    used = {part for name in kept for part in name.casefold().split()}
    for name in names:  # as they are asked for: of hundreds of words only the first ones are shown
        if len(kept) >= most:
            break
        parts = set(name.casefold().split())
        if parts.isdisjoint(used):
            kept.append(name)
            used |= parts
    return kept
