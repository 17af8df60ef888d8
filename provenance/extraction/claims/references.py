"""What the pronouns of a claim mean, so that it can stand alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import Proposition
from provenance.extraction.claims.wording import possessive
from provenance.extraction.coreference import Mention, References
from provenance.extraction.reading import Sentence
from provenance.languages.english.people import HE, IT, SHE, THEY
from provenance.model.attribution import Attribution
from provenance.model.source import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST_PERSON = frozenset(("i", "me", "my", "mine"))
_FIRST_PLURAL = frozenset(("we", "us", "our", "ours"))
_BODIES = frozenset(
    (SourceKind.ORGANIZATION, SourceKind.GOVERNMENT, SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.COURT)
)
_PRESS = frozenset(
    "newspaper paper agency daily magazine outlet broadcaster channel station website site network tabloid weekly ministry "
    "company party group organization organisation".split()
)
_POSSESSIVE = frozenset(("PRP$", "WP$"))


@dataclass(frozen=True, slots=True)
class Referents:
    """What is written instead of which token, and the plain names that were found."""

    instead: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)


def find_referents(
    proposition: Proposition, sentence: Sentence, speaker: Attribution | None, quoted: frozenset[int], references: References
) -> Referents:
    """Return what the pronouns and "the newspaper" mean; those that cannot be told are left as they are.

    A pronoun whose name stands in the same claim is left too: the claim already says whom it means. "I" inside a
    quotation is its speaker.
    """
    instead: dict[int, str] = {}
    names: dict[int, str] = {}
    words = set(proposition.words) | set(proposition.about)
    for i in sorted(words):
        token = proposition.doc[i]
        if _bracketed_next(token):
            instead[i] = ""  # "They [Kim and Putin]": the outlet has told it already
            continue
        name = _spoken(token, speaker, quoted) or _meant(token, sentence, words, references)
        if name is None:
            continue
        names[i] = name
        instead[i] = f"[{possessive(name) if token.tag_ in _POSSESSIVE else name}]"
        if token.pos_ == "NOUN":
            instead |= {c.i: "" for c in token.children if c.dep_ == "det"}
    return Referents(instead, names)


def _bracketed_next(token: Token) -> bool:
    following = token.i + 1
    return token.pos_ == "PRON" and following < len(token.doc) and token.doc[following].text == "["


def _spoken(token: Token, speaker: Attribution | None, quoted: frozenset[int]) -> str | None:
    """Return the speaker for "I", and for the "we" of a body that speaks."""
    if speaker is None or speaker.is_own_voice or token.i not in quoted:
        return None
    root = speaker.root
    if root.name is None or root.anonymous:
        return None
    if token.lower_ in _FIRST_PERSON and root.kind in (SourceKind.PERSON, SourceKind.UNKNOWN):
        return root.name
    if token.lower_ in _FIRST_PLURAL and root.kind in _BODIES:
        return root.name
    return None


def _meant(token: Token, sentence: Sentence, words: set[int], references: References) -> str | None:
    pronoun = token.lower_ in HE | SHE | IT | THEY and token.tag_ in ("PRP", "PRP$")
    described = token.pos_ == "NOUN" and token.lower_ in _PRESS and _is_bare_definite(token)
    if not (pronoun or described) or (pronoun and _is_empty(token)):
        return None
    mention = references.antecedent(sentence, token)
    if mention is None or _is_inside(mention, sentence, words):
        return None
    return mention.name


def _is_bare_definite(token: Token) -> bool:
    children = [c for c in token.children if c.dep_ != "punct"]
    return len(children) == 1 and children[0].dep_ == "det" and children[0].lower_ == "the"


def _is_empty(token: Token) -> bool:
    """True for the "it" of "it is clear that" and "it was raining"."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass", "expl"):
        return False
    verb = token.head
    clause = any(c.dep_ in ("ccomp", "xcomp", "csubj", "advcl") for c in verb.children)
    told = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
    below = any(g.dep_ in ("ccomp", "xcomp", "relcl", "acl", "advcl") for c in told for g in c.children)
    return token.dep_ == "expl" or (verb.lemma_ in ("be", "seem", "appear", "remain", "take") and (clause or below))


def _is_inside(mention: Mention, sentence: Sentence, words: set[int]) -> bool:
    """True where the name stands among the claim's own words."""
    return any(
        sentence.token_span(sentence.doc[i]).overlaps(mention.span) for i in words if i < len(sentence.doc)
    )
