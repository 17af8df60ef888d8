"""Sources without a name: close to what, of which body, there themselves or not, and why unnamed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.attribution.phrases import compact, without_article
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.anonymous import (
    ASKED,
    BELONGS,
    BY_HEARSAY,
    CLOSE,
    NOT_ALLOWED,
    NOT_SEEN,
    REASON,
    SEEN,
    SERVING,
)
from provenance.languages.english.callings import FIRST_HAND, KIND_OF_PERSON, OF_ANYBODY, OF_OFFICES, REGIONS
from provenance.languages.english.people import PRONOUNS
from provenance.languages.english.sources import COURTS, GOVERNMENT, ORGANIZATIONS, OUTLETS, PEOPLE
from provenance.languages.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODY_NOUNS = (
    GOVERNMENT
    | ORGANIZATIONS
    | COURTS
    | OUTLETS
    | words(
        """police family hospital school village board palace airline airport port factory plant bank shipyard campaign
    opposition club clinic prison customs theatre theater museum monastery railway navy orchestra embassy zoo mine"""
    )
) - (words("minister spokesman spokeswoman judge judges justices state site press media"))
_STANDING_FOR = words("both all each he she they one neither")
_UPWARDS = 6
_LONGEST = 160  # characters of a reason or of what somebody is close to


@dataclass(frozen=True, slots=True)
class Withheld:
    """That a name was withheld, and why: "on condition of anonymity", "he feared reprisals"."""

    words: str | None = None
    because: str | None = None


def own_words(sentence: Sentence, head: Token, extra: frozenset[int] = frozenset()) -> str:
    """Return the words that hang on a noun, from the noun on; `extra` are places that the source is known to hold."""
    places = {token.i for token in head.subtree if token.i >= head.i} | {i for i in extra if i >= head.i}
    return "".join(sentence.doc[i].text_with_ws for i in sorted(places)).strip()


def close_to(sentence: Sentence, head: Token) -> str | None:
    """Return what an unnamed source is close to or familiar with, in the article's words."""
    own = {token.i for token in head.subtree}
    for token in sentence.doc:
        if token.lower_ not in CLOSE or token.i not in own or token.i < head.i:
            continue
        following = [
            child
            for child in (*token.children, *token.head.children)
            if child.dep_ in ("prep", "pobj", "agent") and child.i > token.i
        ]
        for prep in following:
            for named in (prep, *prep.children):
                if prep.lower_ != "by" and named.dep_ in ("pobj", "pcomp"):
                    return _named(named)
    return None


def _named(named: Token) -> str:
    aside = {
        t.i
        for c in named.subtree
        if c.dep_ in ("relcl", "appos", "advcl") or c.lower_ == "because"
        for t in c.subtree
        if c.i != named.i
    }
    return "".join(t.text_with_ws for t in named.subtree if t.i not in aside).strip(" ,.")[:_LONGEST]


def belongs_to(noun: Token) -> str | None:
    """Return the body, country or place that unnamed people are of: "Pentagon official", "a source in the ministry"."""
    return _of_words_before(noun) or _of_words_after(noun)


def _of_words_before(noun: Token) -> str | None:
    owner = next((c for c in noun.lefts if c.dep_ == "poss" and c.lower_ not in PRONOUNS), None)
    if owner is not None:
        return without_article(compact(owner))
    first = min((child.left_edge.i for child in noun.lefts), default=noun.i)
    run: list[Token] = []
    for token in reversed(noun.doc[first : noun.i]):
        if is_of_body(token) or (run and token.text == "-"):
            run.insert(0, token)
        elif run:
            break
    return "".join(token.text_with_ws for token in run).strip(" -") or None


def is_of_body(token: Token) -> bool:
    if token.lower_ in OF_OFFICES or token.lower_ in PEOPLE:
        return False
    if token.ent_type_ in ("ORG", "GPE", "NORP", "FAC", "LOC") and token.pos_ in ("PROPN", "ADJ", "NOUN"):
        return token.lower_ not in ("the", "'s")
    if token.lower_ in REGIONS and token.text[:1].isupper():
        return True
    if token.pos_ == "PROPN" or (token.is_title and token.i > 0 and token.pos_ == "ADJ"):
        return token.ent_type_ not in ("DATE", "TIME", "CARDINAL", "ORDINAL")
    return token.pos_ == "NOUN" and token.lower_ in _BODY_NOUNS


def _of_words_after(noun: Token) -> str | None:
    for prep in noun.rights:
        if prep.dep_ != "prep" or prep.lower_ not in BELONGS:
            continue
        named = next((child for child in prep.children if child.dep_ == "pobj"), None)
        if prep.lower_ == "to" and noun.lower_ not in SERVING:
            continue
        if (
            named is not None
            and named.lower_ not in CLOSE
            and (_is_body_after(prep.lower_, named) or (prep.lower_ == "of" and _is_somebodys(noun)))
        ):
            return without_article(compact(named))
    return None


def _is_somebodys(noun: Token) -> bool:
    return KIND_OF_PERSON.get(noun.lemma_.lower()) in OF_ANYBODY


def _is_body_after(prep: str, named: Token) -> bool:
    """True for "at the Treasury" and "of Varn"; "officials in Brussels" says only where they are."""
    if named.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"):
        return False
    if prep in ("of", "from") and (named.ent_type_ in ("GPE", "LOC", "NORP") or named.pos_ == "PROPN"):
        return True
    if prep in ("for", "to"):
        return named.pos_ in ("NOUN", "PROPN")
    if named.pos_ == "PROPN":
        return named.ent_type_ not in ("GPE", "LOC", "PERSON")
    return named.lower_ in _BODY_NOUNS or named.lemma_.lower() in _BODY_NOUNS


def first_hand(noun: Token, said: str) -> bool | None:
    """Return whether the words say that the source was there or has seen it; None where they do not tell.

    What is told first holds: "who was briefed by someone in the room" is hearsay.
    """
    if (absent := NOT_SEEN.search(said)) is not None:
        return False if absent else None
    seen, heard = SEEN.search(said), BY_HEARSAY.search(said)
    if seen is not None and (heard is None or seen.start() <= heard.start()):
        return True
    if heard is not None:
        return False
    return True if noun.lower_ in FIRST_HAND else None


def withheld(reading: Reading, sentence: Sentence, head: Token, noun: Token, said: str) -> Withheld:
    """Return by which words a name was withheld and why: in the source's own words, in what it does there, or in the
    sentence that follows ("The aide spoke on condition of anonymity because ...").
    """
    for found in (_withheld_in(said), _beside(sentence, head), _afterwards(reading, sentence, noun)):
        if found != Withheld():
            return _in_full(found, sentence.doc.text)
    return Withheld()


def _withheld_in(text: str) -> Withheld:
    asked, barred = ASKED.search(text), NOT_ALLOWED.search(text)
    if asked is None:
        return Withheld(None, _reason(barred[0], barred["because"])) if barred else Withheld()
    why = REASON.match(text, asked.end())
    if why is not None:
        return Withheld(asked[0], why["why"].strip(" ,")[:_LONGEST])
    return Withheld(asked[0], _reason(barred[0], barred["because"]) if barred else None)


def _in_full(found: Withheld, text: str) -> Withheld:
    """Return a reason with the adverb that the parse has hung on another verb: "not authorized to speak publicly"."""
    for more in (" publicly", " openly", " on the record"):
        if found.because is not None and f"{found.because}{more}" in text:
            return Withheld(found.words, f"{found.because}{more}")
    return found


def _reason(words: str, because: str | None) -> str:
    return words.removeprefix(because or "").strip(" ,")[:_LONGEST]


def _beside(sentence: Sentence, head: Token) -> Withheld:
    """Return what the clause says whose subject the source is: "an official said on condition of anonymity"."""
    text = sentence.doc.text
    for asked in ASKED.finditer(text):
        token = next((t for t in sentence.doc if t.idx <= asked.start() < t.idx + len(t)), None)
        for _ in range(_UPWARDS):
            if token is None or token.i in (head.i, head.head.i):
                break
            token = token.head
        if token is not None and token.i in (head.i, head.head.i):
            return _withheld_in(text[asked.start() :])
    return Withheld()


def _afterwards(reading: Reading, sentence: Sentence, noun: Token) -> Withheld:
    if sentence.index + 1 >= len(reading.sentences):
        return Withheld()
    doc = reading.sentences[sentence.index + 1].doc
    subject = next((token for token in doc[:_UPWARDS] if token.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or (subject.lower_ not in _STANDING_FOR and subject.lemma_.lower() != noun.lemma_.lower()):
        return Withheld()
    return _withheld_in(doc.text) if subject.head.dep_ == "ROOT" else Withheld()
