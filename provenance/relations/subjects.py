"""Whom a claim is about, by its words: the name before its verb."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.relations.statement import Statement
from provenance.text.words import content_words, weight

_HALF = 0.5  # of a name
_DETERMINER = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_PARENTHESES = re.compile(r"\s?\([^()]*\)?")
_OF_A_PLACE = re.compile(r"\b(?:in|at|from|near|of)\b|['’]s?\s")
_ALONE = re.compile(r"\s?(?:\([^()]*\))?,?\s(?:is|was|has|does)\b")
_NOUNS = "film|movie|show|series|album|song|single|band|group|book|novel|club|team|city|game|company|character|building"
_VAGUE = re.compile(
    rf"(?:^|, )(?:(?:he|she|it|they)\b|the (?:[a-z]+ )?(?:{_NOUNS})\b|(?:his|her|its|their)\b)", re.IGNORECASE
)
_BEFORE_VERB = re.compile(
    r"^(.+?)\s(?:is|was|are|were|has|have|had|did|does|do|will|would|can|could|cannot|never|refuse[sd]?|fail(?:s|ed)?|"
    r"boycott(?:s|ed)|neglect(?:s|ed)|lack(?:s|ed)?|\w+n['’]t|[a-z]+ed|[a-z]{3,}s|won|lost|led|wrote|sold|began|made|"
    r"became|took|held|met|gave|got|went|ran|sang|died|left|play|compete|air|appear)\b",
)


@lru_cache(maxsize=4096)
def subject_of(text: str) -> str | None:
    """Return the name that stands before the verb; None where none does, for of a name alone it is sure that two
    claims mean the same."""
    found = _BEFORE_VERB.match(_PARENTHESES.sub("", text))
    if found is None:
        return None
    name = _DETERMINER.sub("", found[1].rpartition(", ")[2]).strip("\"' ")
    return name if name[:1].isupper() else None


def names_subject(statement: Statement, subject: str, *, sure: bool) -> bool:
    """True where the claim names it, or half of its name; if not `sure`, also where it speaks of "it" or "the film"."""
    words = frozenset(content_words(subject))
    held = frozenset(word for word in words if word in statement.words or word in statement.order)
    if _OF_A_PLACE.search(subject):  # "Springfield in Ohio" is not "Springfield in Illinois"
        return held == words
    alike = [name.words for name in statement.names if name.words & words]
    if alike and not any(_of_one_name(words, name) for name in alike):
        return False  # "Ana Ruiz" and "Carlos Ruiz"
    if held and sum(map(weight, held)) >= _HALF * sum(map(weight, words)):
        return True
    return not sure and not alike and _VAGUE.search(statement.text) is not None


def is_name(subject: str, *statements: Statement) -> bool:
    """True for a name of several words, for one word that a claim has as the name of somebody or something, and for
    one that stands without an article before a verb in the singular: "Mohra is", and not "Protesters were".
    """
    if len(re.findall(r"\b[A-Z0-9]", subject)) > 1:
        return True
    if any(_ALONE.match(each.text[len(subject) :]) for each in statements if each.text.startswith(subject)):
        return True
    words = frozenset(content_words(subject))
    return any(name.words & words for statement in statements for name in statement.names)


def _of_one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where one is a part of the other, a first name perhaps cut short: "Tim Roth", "Timothy Simon Roth"."""
    if one <= other or other <= one:
        return True
    left, right = one - other, other - one
    return bool(one & other) and any(a.startswith(b) or b.startswith(a) for a in left for b in right)
