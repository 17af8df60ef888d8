"""Who is credited, and with which words."""

from __future__ import annotations

from provenance.model.attribution import Attribution, Stance
from provenance.model.relation import Finding, Slot, Verdict
from provenance.model.source import SourceKind
from provenance.relations.align import Alignment, Match, same_term, share_held
from provenance.relations.lexicon import deeds_of_stem
from provenance.relations.statement import Statement, Term
from provenance.text.words import content_words, weight

_WORD_FOR_WORD = 0.9
_TELLING = 1.2  # two telling words
_DISOWNED = 0.6  # share of what is denied to have been said
_LONG = 5  # content words: a shorter phrase is common property


def silence(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """A source that declined to comment, or doubted, said neither yes nor no: it confirms and contradicts nothing."""
    quiet = [s for s in (a, b) if s.claim.attribution.stance in (Stance.DECLINES, Stance.DOUBTS, Stance.ASKS)]
    if not quiet:
        return None
    stance = quiet[0].claim.attribution.stance.value
    return Finding(
        "attribution.silence", Slot.ATTRIBUTION, Verdict.ABSTAINS, a.text, b.text, f"one side only {stance}", score=0.5
    )


def quotation(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """The same words are quoted on both sides. Quoted of two different people they contradict, and so they do where
    one quotation of the same person has a "not" that the other lacks."""
    if not (a.quoted and b.quoted) or min(len(a.order), len(b.order)) < _LONG:
        return None
    if alignment.similarity.token_sort < _WORD_FOR_WORD or alignment.balance < _WORD_FOR_WORD:
        return None
    one, other = a.claim.attribution, b.claim.attribution
    left, right = _name(one), _name(other)
    if _different_people(one, other):
        detail = f"the same words are quoted of {left} and of {right}"
        return Finding("attribution.quotation", Slot.ATTRIBUTION, Verdict.CONFLICTS, left, right, detail, score=0.75)
    if a.affirmed != b.affirmed or ("not" in a.order) != ("not" in b.order):
        detail = "the quotations differ by a negation"
        verdict = Verdict.CONFLICTS if alignment.same_source or left == right else Verdict.ABSTAINS
        return Finding("attribution.quotation", Slot.ATTRIBUTION, verdict, a.text, b.text, detail, score=0.75)
    if alignment.same_source:
        return Finding(
            "attribution.quotation", Slot.ATTRIBUTION, Verdict.AGREES, left, right, "the same words of the same source"
        )
    return None


def disowned(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """One side quotes someone; on the other, the same one denies having said so."""
    for quoted, denial in ((a, b), (b, a)):
        if denial.affirmed or not quoted.affirmed or "say" not in denial.deeds or not denial.agents:
            continue
        speaker = _name(quoted.claim.attribution)
        if quoted.claim.attribution.is_own_voice or not _names(speaker, denial.agents):
            continue
        if alignment.containment < 0.6 or _said(denial, speaker, quoted) < _DISOWNED:
            continue
        detail = f"{speaker} is said not to have said so"
        return Finding("attribution.disowned", Slot.ATTRIBUTION, Verdict.CONFLICTS, a.text, b.text, detail, score=0.8)
    return None


def _said(denial: Statement, speaker: str, quoted: Statement) -> float:
    """Return how much of what is denied to have been said the quotation holds, 0..1; 0 where the denial names nothing.

    The speaker's name and the verb of saying tell nothing of it: who "has not announced a closure" may have announced
    a sale.
    """
    own = frozenset(content_words(speaker)).union(*(term.all_words for term in denial.agents))
    told = frozenset(word for word in denial.core - own if "say" not in deeds_of_stem(word))
    return share_held(told, quoted) if sum(map(weight, told)) >= _TELLING else 0.0


def _name(attribution: Attribution) -> str:
    return attribution.root.name or attribution.root.role or "an unnamed source"


def _names(speaker: str, terms: tuple[Term, ...]) -> bool:
    words = frozenset(content_words(speaker))
    return any(words and (words <= term.all_words or (term.words and term.words <= words)) for term in terms)


def _is_name(name: str | None) -> bool:
    """True where the last word has a capital: "committee chairman" is no name."""
    return bool(name and name.split()[-1][:1].isupper())


def _different_people(one: Attribution, other: Attribution) -> bool:
    """True where both roots are persons, known by name, and not the same: an office and its spokesman may be one."""
    roots = (one.root, other.root)
    if any(root.kind is not SourceKind.PERSON or root.anonymous or not _is_name(root.name) for root in roots):
        return False
    terms = [
        Term(root.name or "", frozenset(content_words(root.name or "")), frozenset(), root.registry_id, True, True)
        for root in roots
    ]
    return same_term(*terms) is Match.DIFFERENT
