"""Where what somebody is credited with ends: what the parse adds to it, but the outlet or another source says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.attribution.predicates import lemma_of, subtree
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.people import PRONOUNS
from provenance.languages.english.silence import LEFT_OPEN_WHEN_REFUSED, SILENT_VERBS
from provenance.languages.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = words("""
    say tell add warn note insist argue claim write report explain state announce acknowledge concede admit point_out
    stress reply answer testify declare maintain
    """)
_CONTRAST = frozenset(("but", "while", "whereas", "though", "although"))


def told_by_others(doc: Doc, content: frozenset[int], cue: int) -> frozenset[int]:
    """Return the words of the content that are not the source's.

    What it left unsaid ("..., but it did not say when"), what others say to it ("..., while supporters argue"), and
    what the outlet sets against it ("Some 900, the union said, but the company put it at 600").
    """
    others: frozenset[int] = frozenset()
    for i in content:
        verb = doc[i]
        if verb.dep_ in ("conj", "advcl") and (
            _is_silent(verb) or _is_of_another(verb, cue) or _is_set_against(verb, cue)
        ):
            joins = {j for j in content if j < i and doc[j].dep_ == "cc" and doc[j].head == verb.head}
            others |= subtree(verb) | joins
    after = [i for i in sorted(content) if i > cue and not doc[i].is_punct]
    if min(content) < cue and after and doc[after[0]].lower_ in _CONTRAST:
        others |= frozenset(after)
    return others if content - others else frozenset()


def _is_set_against(verb: Token, cue: int) -> bool:
    """True for "polls suggest that she leads, but *the gap has narrowed*": who says something may go on with "but".

    Whoever only shows, thinks or wants it does so seldom; "but that" does go on.
    """
    if verb.dep_ != "conj" or lemma_of(verb.doc[cue]) in _SAYING or cue not in (verb.head.i, verb.head.head.i):
        return False
    join = next((c for c in verb.head.children if c.dep_ == "cc" and verb.head.i < c.i < verb.i), None)
    if join is None or join.lower_ != "but" or not join.i or join.nbor(-1).text != ",":
        return False
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    return own and not any(c.dep_ == "mark" for c in verb.children)


def _is_silent(verb: Token) -> bool:
    """True for "..., but it did not say when" and "... but declined to say when"."""
    if verb.dep_ == "conj" and verb.lemma_.lower() in ("decline", "refuse"):
        own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        return not own and any(c.dep_ == "xcomp" and c.lemma_.lower() in LEFT_OPEN_WHEN_REFUSED for c in verb.children)
    if verb.lemma_.lower() not in SILENT_VERBS or not any(child.dep_ == "neg" for child in verb.children):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in PRONOUNS for child in verb.children)


def _is_of_another(verb: Token, cue: int) -> bool:
    """True for a clause with a verb of speech and a subject of its own, set beside what the cue credits."""
    if lemma_of(verb) not in SPEECH or verb.head.head.i != cue:
        return False
    if verb.dep_ == "advcl" and not any(c.dep_ == "mark" and c.lower_ in _CONTRAST for c in verb.children):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ not in PRONOUNS for child in verb.children)
