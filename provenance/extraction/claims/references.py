"""What the pronouns of a claim mean, so that it can stand alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import Proposition
from provenance.extraction.claims.wording import possessive
from provenance.extraction.coreference import References
from provenance.extraction.mentions import Mention
from provenance.extraction.reading import Sentence
from provenance.languages.english.cues import SPEECH, THAT, TO
from provenance.languages.english.given_names import gender_of_given_name
from provenance.languages.english.people import HE, IT, MEN, SHE, THEY, WOMEN
from provenance.languages.english.sources import DATA, DOCUMENTS, IMAGES, OFFICES, PEOPLE, SPOKESPEOPLE
from provenance.model.attribution import Attribution
from provenance.model.source import SourceKind
from provenance.model.span import words_of
from provenance.text.listed import listed
from provenance.text.places import find_place

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST_PERSON = frozenset(("i", "me", "my", "mine"))
_FIRST_PLURAL = frozenset(("we", "us", "our", "ours"))
_BODIES = frozenset(
    (SourceKind.ORGANIZATION, SourceKind.GOVERNMENT, SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.COURT)
)
_PRESS = listed(
    """
    newspaper paper agency daily magazine outlet broadcaster channel station website site network tabloid weekly
    ministry company party group organization organisation
    """
)
# With these verbs "it" is a body that acts; with most others it may be anything ("it passed", "it turned out").
_DEEDS = (
    SPEECH
    | THAT
    | TO
    | listed(
        """
    launch conduct test withdraw sign attack impose sell buy build fire send employ own operate invade deploy
    cancel provide publish release sue hire open close cut pay ban arrest detain invite host
    """
    )
)
_WRITTEN_OUT = {"'m": " is", "'re": " is", "'ve": " has", "'ll": " will", "were": "was"}
_SEVERAL = listed("some many several two three most both these those others critics")
_FAR_PAIR = 3  # sentences
_LONGEST_SOURCE = 60  # characters of a source's words that may stand for a pronoun
_POSSESSIVE = frozenset(("PRP$", "WP$"))


@dataclass(frozen=True, slots=True)
class Referents:
    """What is written instead of which token, and the plain names that were found."""

    instead: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)


def find_referents(
    proposition: Proposition,
    sentence: Sentence,
    speaker: Attribution | None,
    quoted: frozenset[int],
    references: References,
    canonical: Callable[[str], str],
    text: str,
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
        if is_bracketed(token):
            instead[i] = ""  # "They [Kim and Putin]": the outlet has told it already
            continue
        if (pair := _pair(token, sentence, references)) is not None:
            instead |= {i: f"[{pair}]"} | {c.i: "" for c in token.children if c.dep_ == "det"}
            continue
        name = _spoken(token, speaker, quoted, references) or _speaker_meant(token, proposition, speaker, quoted, text)
        name = name or _meant(token, sentence, words, quoted, references)
        if name is None:
            continue
        name = canonical(name) if name != name.lower() else name
        if name in names.values() and token.lower_ not in _FIRST_PERSON | _FIRST_PLURAL:
            if token.dep_ in ("dobj", "dative") or _opposed(token, names, name, proposition):
                instead = {k: v for k, v in instead.items() if names.get(k) != name}
                names = {k: v for k, v in names.items() if v != name}
            continue  # named once, the pronoun is clear; "she sued him" cannot be one person twice
        names[i] = name
        instead[i] = f"[{possessive(name) if token.tag_ in _POSSESSIVE or token.dep_ == 'poss' else name}]"
        if token.lower_ in ("i", "we"):
            instead |= _third_person(token)
        if token.pos_ == "NOUN":
            instead |= {c.i: "" for c in token.children if c.dep_ == "det"}
    return Referents(instead, names)


def _pair(token: Token, sentence: Sentence, references: References) -> str | None:
    """Return both names for "the two": of the nearest sentence before that names people, if those are two."""
    alone = token.lower_ == "two" and token.dep_ in ("nsubj", "nsubjpass") and _is_bare_definite(token)
    if not alone:
        return None
    people = [m for m in references.mentions if m.person and sentence.index - _FAR_PAIR <= m.sentence < sentence.index]
    here = [m for m in references.mentions if m.person and m.sentence == sentence.index]
    names = list(dict.fromkeys(m.name for m in people if m.sentence == people[-1].sentence))
    return " and ".join(names) if len(names) == 2 and not here else None


def _opposed(token: Token, names: Mapping[int, str], name: str, proposition: Proposition) -> bool:
    """True where "he" and "she" were led back to one person."""
    others = {proposition.doc[i].lower_ for i, found in names.items() if found == name}
    return bool((token.lower_ in HE and others & SHE) or (token.lower_ in SHE and others & HE))


def _third_person(pronoun: Token) -> dict[int, str]:
    """Return the verb of "I think", as it is written of somebody named: "thinks"."""
    verb = pronoun.head
    if any(child.dep_ == "conj" for child in pronoun.children):
        return {}  # "I and others are"
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i > pronoun.i), verb)
    short = _WRITTEN_OUT.get(finite.lower_.replace("’", "'"))
    if short is not None and finite.i > pronoun.i:
        return {finite.i: short}
    if finite.lower_.replace("’", "'") == "'d" and finite.i > pronoun.i:
        return {finite.i: " would" if verb.tag_ == "VB" else " had"}
    if finite.tag_ not in ("VBP", "VB") or finite.i < pronoun.i or (finite is verb and finite.tag_ != "VBP"):
        return {}
    lower = finite.lower_
    irregular = {
        "am": "is",
        "are": "is",
        "have": "has",
        "do": "does",
        "go": "goes",
    }
    if lower in irregular:
        return {finite.i: irregular[lower]}
    ending = "es" if lower.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    written = lower[:-1] + "ies" if lower.endswith("y") and lower[-2:-1] not in "aeiou" else lower + ending
    return {finite.i: written}


def is_bracketed(token: Token) -> bool:
    """True for a pronoun that the outlet explains in brackets: "They [Kim and Putin]"."""
    following = token.i + 1
    return token.pos_ == "PRON" and following < len(token.doc) and token.doc[following].text == "["


def _spoken(token: Token, speaker: Attribution | None, quoted: frozenset[int], references: References) -> str | None:
    """Return the speaker for "I", and for the "we" of a body that speaks."""
    if speaker is None or speaker.is_own_voice or token.i not in quoted:
        return None
    root = speaker.root
    if root.name is None or root.anonymous:
        return None
    named = root.name != root.name.lower()  # an "ad" is no "I"
    if token.lower_ in _FIRST_PERSON and named and root.kind in (SourceKind.PERSON, SourceKind.UNKNOWN):
        return root.name
    one = set((root.role or "").lower().split()) & (PEOPLE | OFFICES | MEN | WOMEN) - SPOKESPEOPLE
    if token.lower_ in _FIRST_PLURAL and root.kind in _BODIES and named and not one:
        if any(mention.person and mention.name == root.name for mention in references.mentions):
            return None
        return root.name
    return None


def _speaker_meant(
    token: Token, proposition: Proposition, speaker: Attribution | None, quoted: frozenset[int], text: str
) -> str | None:
    """Return the source for the "he" of "the minister said he would resign": the subject of the credited clause."""
    if speaker is None or speaker.is_own_voice or token.i in quoted or token.tag_ != "PRP":
        return None
    if token.dep_ not in ("nsubj", "nsubjpass") or not _is_outermost(token, proposition):
        return None
    words = " ".join(words_of(speaker.source, text).split())
    root = speaker.root
    if not words or words.lower() in HE | SHE | IT | THEY | {"who", "which", "that", "i", "we"}:
        same = token.lower_ in (HE | SHE if root.kind is SourceKind.PERSON else IT)
        return root.name if root.name and same and root.kind in _BODIES | {SourceKind.PERSON} else None
    if words.split()[-1].lower() in DOCUMENTS | DATA | IMAGES and token.lower_ not in IT:
        return None
    words = words.partition(",")[0]  # without what is said of it by the way
    name = root.name if root.name and root.name != root.name.lower() else words[0].lower() + words[1:]
    if token.lower_ in IT and words.split()[0].lower() in _SEVERAL:
        return None
    plural = words.split()[-1].lower().endswith("s") and root.name in (None, root.name and root.name.lower())
    person = root.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.UNKNOWN, SourceKind.CROWD)
    if len(words) > _LONGEST_SOURCE:
        return None
    if token.lower_ in THEY and plural:
        return name
    if token.lower_ in HE | SHE and person and not plural:
        return name
    acts = token.dep_ == "nsubjpass" or token.head.lemma_.lower() in _DEEDS
    acts = acts and (root.name is None or gender_of_given_name(root.name) is None)
    body = (
        (root.kind is not SourceKind.PERSON or acts)
        and not _is_empty(token)
        and words.split()[-1].lower() not in PEOPLE | SPOKESPEOPLE
    )
    return name if token.lower_ in IT and not plural and body else None


def _is_outermost(token: Token, proposition: Proposition) -> bool:
    verb = token.head
    return (
        verb.i == proposition.head
        or (verb.dep_ in ("conj", "xcomp") and verb.head.i == proposition.head)
        or (proposition.verb.dep_ == "conj" and proposition.verb.head.i == verb.i)
    )


def _meant(
    token: Token, sentence: Sentence, words: set[int], quoted: frozenset[int], references: References
) -> str | None:
    """Return the name that a pronoun or a bare "the newspaper" stands for; "they" is left: it may be anyone."""
    pronoun = token.lower_ in HE | SHE | IT and token.tag_ in ("PRP", "PRP$")
    described = token.pos_ == "NOUN" and token.lower_ in _PRESS and _is_bare_definite(token)
    if not (pronoun or described) or (pronoun and _is_empty(token)):
        return None
    mention = references.antecedent(sentence, token)
    if mention is None or _is_inside(mention, sentence, words):
        return None
    if mention.hop is not None and (mention.hop.anonymous or mention.name.split()[-1].islower()):
        return None  # "he" is the official, whom nobody names
    if described and find_place(mention.name) is not None:
        return None  # "the company" is no town
    if token.lower_ in IT and not _does_something(token, mention, sentence):
        return None
    if token.lower_ in HE | SHE and not _is_clear(token, mention, sentence, quoted, references):
        return None
    return mention.name


def _does_something(token: Token, mention: Mention, sentence: Sentence) -> bool:
    """True where "it" acts as only a body can, and that body was the subject of this sentence or of the one before."""
    near = mention.subject and sentence.index - mention.sentence <= 1
    if token.tag_ == "PRP$":
        return near and mention.sentence == sentence.index
    return near and token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_.lower() in _DEEDS


def _is_clear(
    token: Token, mention: Mention, sentence: Sentence, quoted: frozenset[int], references: References
) -> bool:
    """True for a person who was the subject, or the only one near; inside a quotation, only if named there as well."""
    if token.i in quoted:
        return mention.sentence == sentence.index and any(
            sentence.token_span(sentence.doc[i]).overlaps(mention.span) for i in quoted
        )
    return True


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
    return any(sentence.token_span(sentence.doc[i]).overlaps(mention.span) for i in words if i < len(sentence.doc))
