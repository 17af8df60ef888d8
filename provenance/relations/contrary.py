"""A short denial of what a longer sentence tells on the way: "never played for the Foxes", "in 13 seasons with ..."."""

from __future__ import annotations

import re

from provenance.languages.english.denying import ADDING_NOTHING, DENIERS
from provenance.model.attribution import Stance
from provenance.model.frame import Modality
from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, Match
from provenance.relations.lexicon import deeds_of_stem
from provenance.relations.polarity import elsewhere
from provenance.relations.statement import Statement
from provenance.relations.subjects import is_name, names_subject, subject_of
from provenance.text.words import content_words, stem, weight

_RULE = "contrary.told"
_TOLD = 0.8  # of what is denied, the other tells
_ONE = 0.8  # weight of one telling word
_ROOT = 4  # letters that "write" and "writer" must have in common
_HOW = {Modality.FACT, Modality.POSSIBILITY, Modality.DEMAND}  # "unable to", "has yet to"
_SILENT = frozenset({"say", "confirm", "deny", "meet"})  # who declined to say it may have said it since
_PARENTHESES = re.compile(r"\s?\([^()]*\)")
_FILLING = frozenset(map(stem, ADDING_NOTHING)) | {"not"}


def told(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """One says in few words that something is not so, and the other tells all of it of the same one. Nothing is said
    where what is denied goes beyond what is told, or where the other denies something too."""
    denials = [DENIERS.findall(each.text) for each in (a, b)]
    if bool(denials[0]) == bool(denials[1]) or len(denials[0] or denials[1]) > 1:
        return None
    denial, teller = (a, b) if denials[0] else (b, a)
    if not teller.asserted or not teller.affirmed or teller.standing is not Modality.FACT or not _is_denied(denial):
        return None
    if (
        alignment.times is Match.DIFFERENT
        or alignment.remote
        or elsewhere(denial, teller)
        or not _tells(teller, denial)
    ):
        return None
    return Finding(_RULE, Slot.POLARITY, Verdict.CONFLICTS, a.text, b.text, "all that is denied is told", 0.75)


def _is_denied(denial: Statement) -> bool:
    """True where it is said, and not only asked or supposed, that something is not so."""
    return denial.standing in _HOW and denial.claim.attribution.stance in (Stance.ASSERTS, Stance.DECLINES)


def _tells(teller: Statement, denial: Statement) -> bool:
    """True where the one tells nearly all that the other denies, of the one that it names."""
    text = _PARENTHESES.sub("", denial.text)
    name = subject_of(text)
    if name is None or not is_name(name, denial, teller):
        return False
    subject = frozenset(content_words(name))
    denied = frozenset(content_words(DENIERS.sub(" ", text))) - subject - _FILLING
    held = frozenset(word for word in denied if _says(teller, word))
    total, most = sum(map(weight, denied)), sum(map(weight, held))
    if total < _ONE or most < _TOLD * total or any(word[0].isdigit() for word in denied - held):
        return False
    if denial.claim.attribution.stance is Stance.DECLINES and denial.deeds & _SILENT:
        return False
    return names_subject(teller, name, sure=total < 2 * _ONE)


def _says(statement: Statement, word: str) -> bool:
    """True where the word, or one of its root, stands in the statement: "write" in "a writer"."""
    if word in statement.words or word in statement.order or deeds_of_stem(word) & statement.mentioned:
        return True
    return len(word) >= _ROOT and any(other.startswith(word) for other in statement.words)
