"""What nobody could check: "the claim could not be independently verified", "Reuters was unable to verify it".

The outlet doubts a claim without denying it. Where "the claim" is one that was credited just before, its words are the
content; otherwise the content is what the sentence names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.predicates import lemma_of, subject_of, subtree
from provenance.extraction.attribution.silences import is_negated
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Sentence
from provenance.languages.english.silence import CHECKED_ALONE, CHECKING, CLAIM_NOUNS
from provenance.languages.english.stances import told
from provenance.model.attribution import Attribution
from provenance.model.span import Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TOLD = told("unverified")
UNVERIFIED = "unverified"  # the lemma of its triples; see provenance/languages/english/stances.py
_NEAR = 2  # sentences back in which the claim was credited
_HELPERS = frozenset(("aux", "auxpass", "neg", "advmod"))


@dataclass(frozen=True, slots=True)
class Check:
    """A check that failed; token offsets count in the sentence."""

    verb: Token
    checker: Token | None  # None: it is not said who could not check
    cue: frozenset[int]
    about: Token

    @property
    def is_of_a_claim(self) -> bool:
        """True for "the claim" and "that", which mean what was said before."""
        plain = all(c.dep_ in ("det", "predet", "punct") and c.lower_ != "a" for c in self.about.children)
        return plain and {self.about.lower_, self.about.lemma_.lower()} & CLAIM_NOUNS != set()


def failed_checks(doc: Doc) -> Iterator[Check]:
    """Yield what could not be checked, in the order of the verbs."""
    for verb in doc:
        if verb.lemma_ in CHECKING and verb.pos_ == "VERB":
            found = _passive(verb) or _active(verb) or _impossible(verb)
            if found is not None:
                yield found


def _passive(verb: Token) -> Check | None:
    subject, passive = subject_of(verb)
    able = any(c.dep_ == "aux" and c.lower_ in ("could", "can", "ca") for c in verb.children)
    if not passive or subject is None or not able or not is_negated(verb):
        return None
    if any(c.dep_ == "agent" for c in verb.children):
        return None
    return Check(verb, None, _cue(verb), subject)


def _active(verb: Token) -> Check | None:
    """ "The Post could not verify it", "was unable to verify it", "has not been able to verify it"."""
    about = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if about is None or not (
        lemma_of(verb) in CHECKED_ALONE or any(c.lower_ == "independently" for c in verb.children)
    ):
        return None
    subject, passive = subject_of(verb)
    if any(c.dep_ == "aux" and c.lower_ in ("could", "can", "ca") for c in verb.children) and is_negated(verb):
        return Check(verb, subject, _cue(verb), about) if subject is not None and not passive else None
    above = verb.head
    unable = above.lower_ == "unable" or (above.lower_ == "able" and is_negated(above.head))
    subject = next((c for c in above.head.children if c.dep_ == "nsubj"), None) if unable else None
    if verb.dep_ != "xcomp" or subject is None:
        return None
    return Check(verb, subject, _cue(verb) | _cue(above.head) | {above.i}, about)


def _impossible(verb: Token) -> Check | None:
    """ "It was not possible to verify the account", "there was no way to confirm the figure"."""
    about = next((c for c in verb.children if c.dep_ == "dobj"), None)
    above = next((c for c in verb.head.children if c.dep_ == "acomp"), verb.head)
    impossible = above.lower_ == "impossible" or (above.lower_ == "possible" and is_negated(above.head))
    no_way = above.lower_ == "way" and any(c.lower_ == "no" for c in above.children)
    if about is None or not (impossible or no_way) or not any(c.tag_ == "TO" for c in verb.children):
        return None
    holder = above.head
    return Check(verb, None, frozenset(range(min(_cue(holder) | {above.i}), verb.i + 1)), about)


def _cue(verb: Token) -> frozenset[int]:
    return frozenset((verb.i, *(c.i for c in verb.children if c.dep_ in _HELPERS and not c.is_punct)))


def claim_meant(check: Check, sentence: Sentence, before: Sequence[tuple[int, Triple]]) -> Spans:
    """Return the words of the claim that could not be checked, () where no claim just before is meant.

    `before` holds the triples with the number of the sentence in which they stand, in the order of the text.
    """
    if not check.is_of_a_claim:
        return ()
    place = sentence.token_span(check.verb).start
    for number, triple in reversed(before):
        if sentence.index - number > _NEAR:
            break
        if triple.cue and triple.source and triple.place.start < place and triple.lemma != UNVERIFIED:
            return triple.content
    return ()


def named(check: Check) -> frozenset[int]:
    return subtree(check.about)


def by_the_outlet(attribution: Attribution) -> Attribution:
    """Return the attribution; where it is not said who failed to check, it was the outlet."""
    impersonal = not attribution.source and attribution.root.via == _TOLD
    return replace(attribution, chain=attribution.chain[:1]) if impersonal else attribution
