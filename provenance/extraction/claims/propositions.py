"""Cutting the words of one voice into propositions: one clause each, with the subject that it shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from provenance.text.listed import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_AUXILIARIES = frozenset(("aux", "auxpass"))
_CHAINED = frozenset(("xcomp", "ccomp"))
_JOINS = frozenset(("and", "but", "yet", "while", "&", "so"))
# Clauses that state what they say, whatever the main clause does: each is a claim of its own.
FACTIVE = frozenset(("as", "while", "after", "because", "although", "though", "whereas", "since", "when"))
_SEPARATE = frozenset(("while", "although", "though", "whereas"))  # and the main clause says enough without them
_NO_CLAUSES = listed(
    "amod compound nmod acl pcomp prep relcl nsubj nsubjpass dobj pobj attr poss"
)  # a verb in one of these places describes or names
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


class Shape(Enum):
    """How a proposition stands in its sentence."""

    CLAUSE = "clause"
    APPOSITION = "apposition"  # "Vladivostok, a port city": the words lack a verb
    RELATIVE = "relative"  # "Beijing, which is close": the pronoun stands for the noun before it
    PARTICIPLE = "participle"  # "the limousine, built in Germany,"
    PHRASE = "phrase"  # "the possibility of a third summit": credited words without a verb


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that is stated: its predicate, and its words as token numbers in the order of the sentence."""

    doc: Doc
    head: int  # the verb; of an apposition or phrase its noun
    words: tuple[int, ...]
    shape: Shape = Shape.CLAUSE
    about: tuple[int, ...] = ()  # of an aside: the words of the noun phrase that it speaks of
    about_head: int | None = None
    stays: bool = False  # of an aside: its words belong to the main clause as well

    @property
    def verb(self) -> Token:
        return self.doc[self.head]

    def tokens(self) -> Iterator[Token]:
        return (self.doc[i] for i in self.words)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way through a clause: its words with one of the coordinated verbs, and that verb."""

    words: frozenset[int]
    head: int


def is_verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def is_finite(token: Token) -> bool:
    """True for a verb with a tense of its own or of its auxiliary."""
    return token.tag_ in _FINITE or any(c.tag_ in _FINITE for c in token.children if c.dep_ in _AUXILIARIES)


def is_bare(verb: Token) -> bool:
    """True for the verb of a demand: "that Turkey withdraw", "that the vote be repeated"."""
    helpers = [c for c in verb.children if c.dep_ in _AUXILIARIES]
    if verb.tag_ == "VB" or (verb.tag_ == "VBP" and verb.dep_ == "ccomp" and opening_word(verb) == "that"):
        return not helpers
    return verb.tag_ == "VBN" and [c.tag_ for c in helpers] == ["VB"]


def subject_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def subtree(token: Token) -> frozenset[int]:
    return frozenset(t.i for t in token.subtree)


def find_propositions(
    doc: Doc, allowed: frozenset[int], asides: Iterable[Proposition], *, joined: bool = False
) -> Iterator[Proposition]:
    """Yield the clauses among the allowed words; words of asides belong to none of them.

    With `joined`, a clause joined to one that lies outside takes over its subject ("denied it *and blamed her*").
    """
    free = allowed - frozenset(i for aside in asides if not aside.stays for i in aside.words)
    for token in doc:
        if token.i in free and (token.head.i not in free or token.head.i == token.i) and _opens_clause(token):
            lent = shared_words(token) if joined and token.dep_ == "conj" and token.head.i not in free else frozenset()
            for reading in _readings(token, free):
                yield Proposition(doc, reading.head, tuple(sorted(reading.words | lent)))
            for reading in _subordinate(token, free):
                yield Proposition(doc, reading.head, tuple(sorted(reading.words)))


def _opens_clause(token: Token) -> bool:
    """True for a verb that states something: one with a tense, or the content of a "to" or "-ing" clause."""
    if not is_verbal(token) or token.dep_ in _AUXILIARIES:
        return False
    return token.dep_ not in _NO_CLAUSES or (token.dep_ in ("acl", "pcomp") and _stands_alone(token))


def _stands_alone(clause: Token) -> bool:
    """True for the clause of "concerns that the bridge would close", false for that of "news of how it fell"."""
    subject = subject_of(clause)
    asked = any(t.tag_ in ("WP", "WDT", "WRB", "WP$") for c in clause.lefts for t in c.subtree)
    return subject is not None and is_finite(clause) and not asked


def _readings(verb: Token, free: frozenset[int]) -> list[_Reading]:
    """Return the ways through a clause, in the order of their verbs."""
    joined = [child for child in verb.children if _is_joined(verb, child, free)]
    cut = frozenset(i for child in joined for i in subtree(child))
    for child in verb.children:
        if child.i not in free:
            continue
        if child.dep_ in ("cc",) and joined:
            cut |= {child.i}
        if (child.dep_ == "advcl" and opening_word(child) in _SEPARATE and _states(child)) or _stands_apart(child):
            cut |= subtree(child)
    base = (subtree(verb) & free) - cut
    readings = [_Reading(base, verb.i)]
    for child in verb.children:
        if child.dep_ in _CHAINED and is_verbal(child) and child.i in base and not _stands_apart(child):
            inner = _readings(child, base)
            if len(inner) > 1:
                rest = base - subtree(child)
                readings = [_Reading(rest | reading.words, verb.i) for reading in inner]
    for child in verb.children:
        if _stands_apart(child) and child.i in free:
            readings = [*_readings(child, free), *readings]
    for child in joined:
        shared = _shared(verb, child)
        readings += [_Reading(reading.words | shared, reading.head) for reading in _readings(child, free)]
    return readings


def _stands_apart(child: Token) -> bool:
    """True for a clause set off by a semicolon or dash, which the parser hangs on its neighbour."""
    if child.dep_ not in ("ccomp", "parataxis") or not subject_of(child) or not is_finite(child):
        return False
    last = child.right_edge.i + 1
    first = child.left_edge.i - 1
    doc = child.doc
    near = [doc[i].text for i in (last, first) if 0 <= i < len(doc)]
    return any(mark in (";", ":", "—", "–", "--") for mark in near) and not opening_word(child)


def _is_joined(verb: Token, child: Token, free: frozenset[int]) -> bool:
    """True for a verb coordinated with this one so that each states something of its own."""
    if child.dep_ != "conj" or not is_verbal(child) or child.i not in free:
        return False
    if verb.tag_ == "VBG" and child.tag_ == "VBG" and not is_finite(child) and verb.dep_ not in ("ROOT", "conj"):
        return False
    words = [t for t in verb.doc[verb.i + 1 : child.i] if t.dep_ in ("cc", "punct") and t.head.i == verb.i]
    join = next((t.lower_ for t in reversed(words) if t.dep_ == "cc"), None)
    if join is not None and join not in _JOINS:
        return False  # with "or" and "nor" neither is stated alone
    if join is None and not (subject_of(child) or any(t.text in (",", ";") for t in words)):
        return False
    lone = not any(c.dep_ in ("dobj", "prep", "attr", "acomp", "xcomp", "ccomp") for c in verb.rights)
    shares_object = any(c.dep_ == "dobj" for c in child.children) and bool(words) and words[0].i == verb.i + 1
    return not (lone and shares_object and _transitive(verb))


def _transitive(verb: Token) -> bool:
    """True where a verb right before "and" is likely to share the object that follows ("built and sold cars")."""
    return not any(c.dep_ in ("nsubjpass", "auxpass", "prt", "advmod") for c in verb.children)


def _shared(verb: Token, child: Token) -> frozenset[int]:
    """Return the words at the first verb that hold for the coordinated one too: subject, auxiliaries, time, place."""
    if subject_of(child) is not None:
        return frozenset()
    shared: set[int] = set()
    bearer = verb
    while subject_of(bearer) is None and bearer.dep_ in ("conj",) and bearer.head.i != bearer.i:
        bearer = bearer.head
    subject = subject_of(bearer)
    if subject is not None:
        shared |= without_asides(subject)
        shared |= {
            i
            for left in bearer.lefts
            if left.dep_ in ("prep", "npadvmod") and left.i < subject.i
            for i in subtree(left)
        }
    for marker in bearer.children:
        if marker.dep_ == "mark" and marker.lower_ in ("if", "whether"):
            shared.add(marker.i)
    return frozenset(shared | _shared_auxiliaries(verb, child))


def shared_words(verb: Token) -> frozenset[int]:
    """Return the words that a joined verb shares with the one before it: subject, auxiliaries; none for others."""
    if verb.dep_ != "conj" or verb.head.i == verb.i:
        return frozenset()
    if is_escaped(verb):
        governor = verb.head.head
        subject = subject_of(governor)
        return frozenset(without_asides(subject)) if subject is not None else frozenset()
    bearer = verb.head
    while bearer.dep_ == "conj" and subject_of(bearer) is None and bearer.head.i != bearer.i:
        bearer = bearer.head
    subject = subject_of(bearer)
    if bearer.dep_ == "relcl" and subject is not None and subject.tag_ in ("WP", "WDT"):
        return subtree(bearer.head) - subtree(
            bearer
        )  # "an aide who took notes and described it" -> "an aide described"
    return _shared(verb.head, verb)


def is_escaped(verb: Token) -> bool:
    """True for the second verb of "said it would be signed and dismissed the complaint", which the sayer does.

    The parser joins it to the passive before it; but what is done to somebody has no object besides.
    """
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or verb.head.dep_ != "ccomp":
        return False
    before = verb.head
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in before.children)
    bare = not any(c.dep_ in _AUXILIARIES or c.dep_ in SUBJECTS for c in verb.children)
    told = any(c.dep_ == "dobj" for c in verb.children)
    return passive and bare and told and subject_of(before.head) is not None


def _shared_auxiliaries(verb: Token, child: Token) -> set[int]:
    """Return the auxiliaries that "and" carries over: "will visit and meet", "was seen and filmed", "to go and see"."""
    if any(c.dep_ in _AUXILIARIES for c in child.children):
        return set()
    own = [c for c in verb.children if c.dep_ in _AUXILIARIES and c.i < verb.i]
    unmarked = child.tag_ in ("VBD", "VBP") and child.lower_ == child.lemma_.lower()  # "to cut costs and shut a shop"
    if child.tag_ == "VB" or (unmarked and verb.tag_ == "VB" and child.i > verb.i):
        kept = [c for c in own if c.tag_ in ("MD", "TO") or c.lemma_ == "do"]
    elif child.tag_ == "VBN" or (child.tag_ == "VBD" and verb.tag_ == "VBN" and own):
        kept = [c for c in own if c.lemma_ in ("have", "be") or c.tag_ == "MD"] if verb.tag_ == "VBN" else []
    elif child.tag_ == "VBG":
        kept = [c for c in own if c.lemma_ in ("be", "have") or c.tag_ == "MD"] if verb.tag_ == "VBG" else []
    else:
        kept = []
    words = {c.i for c in kept}
    if kept:
        words |= {c.i for c in verb.children if c.dep_ == "neg" and kept[0].i < c.i < verb.i}
    return words


def without_asides(subject: Token) -> set[int]:
    """Return the subject's words without what is set off after a comma."""
    words = set(subtree(subject))
    for child in subject.rights:
        if (
            child.dep_ in ("appos", "relcl", "acl")
            and child.left_edge.i > 0
            and child.doc[child.left_edge.i - 1].is_punct
        ):
            words -= subtree(child)
    kept = sorted(words)
    while kept and subject.doc[kept[-1]].is_punct:
        kept.pop()
    return set(kept)


def _subordinate(verb: Token, free: frozenset[int]) -> Iterator[_Reading]:
    """Yield the clauses under a main one that state what they say ("as his administration is pushing for a deal")."""
    for child in (t for t in verb.subtree if t.i in free and t.dep_ == "advcl"):
        if opening_word(child) in FACTIVE and _states(child):
            yield from _readings(child, free)


def _states(clause: Token) -> bool:
    """True for a clause with a subject and a tense that depends on no condition."""
    if clause.lemma_ == "do" and not any(c.dep_ == "dobj" for c in clause.children):
        return False  # "as it did in 2012"
    return (
        subject_of(clause) is not None
        and is_finite(clause)
        and not any(c.tag_ == "MD" and c.lower_ in ("would", "could", "might", "may", "can") for c in clause.children)
    )


def opening_word(clause: Token) -> str:
    """Return the word that opens a subordinate clause; empty for none."""
    for child in clause.children:
        if child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB"):
            return str(child.lower_)
    return ""
