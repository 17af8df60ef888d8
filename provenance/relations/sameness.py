"""May two claims say the same? A difference that no rule can explain says no, however many words they share.

Claims that contradict share more words than claims that agree, so likeness alone proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from provenance.model.attribution import Stance
from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, Match, Tie, matched
from provenance.relations.lexicon import antonyms_between
from provenance.relations.statement import Statement, Term
from provenance.relations.what import SAME_WORDS
from provenance.relations.who import SHARED

_VERBATIM = 8  # content words in the same order
_MOST = 0.8  # of the telling words of both
_SOME = 3
_ANYBODY = frozenset({"i", "we", "you", "he", "she", "they", "it", "that", "this", "there", "some", "others", "those"})
_TOLD = 0.3  # of the shorter claim's words besides doer and verb
_FRAGMENTS = 0.8  # words in common from which two headlines without a verb are one
_BARE = "be"
_AGREEING = (Verdict.AGREES, Verdict.NARROWS)


def may_be_same(a: Statement, b: Statement, alignment: Alignment, findings: Iterable[Finding]) -> bool:
    """False where a rule saw a difference that it could not explain, or the two hold in different ways."""
    if _word_for_word(a, b, alignment):
        return True
    if a.affirmed != b.affirmed or a.standing != b.standing or a.asserted != b.asserted:
        return False
    if Match.DIFFERENT in (alignment.agents, alignment.patients) or exclude_each_other(a, b):
        return False
    if not _same_figure(findings) and not speak_of_one(a, b, alignment):
        return False
    if _other_figures(a, b, findings):
        return False
    if alignment.run < SAME_WORDS and not _same_figure(findings) and _another_matter(a, b, alignment):
        return False
    return not any(f.verdict is Verdict.ABSTAINS and f.rule != SHARED for f in findings)


def exclude_each_other(a: Statement, b: Statement) -> bool:
    """True for "a big wave" and "a small wave": one side has a word that excludes a word of the other."""
    return antonyms_between(a.words, b.words)


def speak_of_one(a: Statement, b: Statement, alignment: Alignment) -> bool:
    """False where only a verb, or a verb and its doer, say that both speak of one thing at one time.

    "She has a lot of friends" and "We have a lot to do" share a verb, and "Democrats want" is a part of many claims.
    """
    if not alignment.anchored or alignment.remote:
        return False
    if alignment.run >= SAME_WORDS or (alignment.balance >= _MOST and min(len(a.core), len(b.core)) >= _SOME):
        return True
    if alignment.shared_names == 0 and any(term.text.casefold() in _ANYBODY for term in (*a.agents, *b.agents)):
        return False
    return alignment.deed_tells_all or alignment.told >= _TOLD


def _word_for_word(a: Statement, b: Statement, alignment: Alignment) -> bool:
    """True where the same long stretch of words stands in both, and neither is denied: it says the same in both."""
    if alignment.run < _VERBATIM or Stance.DENIES in (a.claim.attribution.stance, b.claim.attribution.stance):
        return False
    return a.order.count("not") == b.order.count("not") and a.figures == b.figures


def _another_matter(a: Statement, b: Statement, alignment: Alignment) -> bool:
    """True where predicate, doers or objects are other words: "killed 9" and "injured 9" have the rest in common."""
    if alignment.tie is Tie.NONE and ((a.predicate and b.predicate) or alignment.balance < _FRAGMENTS):
        return True
    if _BARE in (a.predicate, b.predicate) and matched(a.patients, b.patients) is not Match.SAME:
        return alignment.containment < _FRAGMENTS
    proper = [tuple(term for term in statement.agents if term.proper) for statement in (a, b)]
    return _strangers(*proper) or _strangers(a.patients, b.patients)


def _other_figures(a: Statement, b: Statement, findings: Iterable[Finding]) -> bool:
    """True where each side has a figure that the other lacks, and no rule found them to agree."""
    return bool(a.figures - b.figures and b.figures - a.figures) and not _same_figure(findings)


def _strangers(left: tuple[Term, ...], right: tuple[Term, ...]) -> bool:
    """True where both sides name something and no word of one is a word of the other."""
    if not left or not right or matched(left, right) is Match.SAME:
        return False
    return all(one.all_words.isdisjoint(other.all_words) for one in left for other in right)


def _same_figure(findings: Iterable[Finding]) -> bool:
    return any(f.slot is Slot.QUANTITY and f.verdict in _AGREEING for f in findings)
