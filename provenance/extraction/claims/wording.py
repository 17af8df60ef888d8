"""Writing a proposition as a sentence that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import Proposition, Shape

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_QUOTES = frozenset(("`", '"', "“", "”", "``", "''", "«", "»", "„", "‟"))
_SINGLE = frozenset(("'", "‘", "’"))
_EDGE = frozenset(
    (",", ";", ":", "-", "–", "—", "―", "--", ".", "(", ")", "…", "...", "?", "!", "’", "‘", "'", "•", "*")
)
_GAP = frozenset((",", "–", "—", "―", "--", "(", ")"))
_MARKS = frozenset(("that", "as", "because", "although", "though", "while", "whereas", "after", "since", "when", "so"))


@dataclass(frozen=True, slots=True)
class Changes:
    """What is written instead of a token, and what is put before one; in square brackets, as not the text's words."""

    instead: Mapping[int, str] = field(default_factory=dict)
    before: Mapping[int, str] = field(default_factory=dict)
    ahead: str = ""  # put before everything
    behind: str = ""  # and after everything


def worded(proposition: Proposition, changes: Changes, *, drop_quotes: bool, question: bool = False) -> str:
    """Return the proposition as one sentence; empty where no word is left."""
    doc = proposition.doc
    words = _trimmed(proposition, changes)
    quotes = sum(_is_quote(doc[i]) for i in words)
    dropped = drop_quotes or quotes % 2 == 1
    if proposition.shape is Shape.APPOSITION:
        body = _joined(doc, proposition.about, changes, dropped) + f" [{_copula(proposition)}] "
        body += _joined(doc, words, changes, dropped)
    elif proposition.shape is Shape.PARTICIPLE:
        body = f"{_joined(doc, proposition.about, changes, dropped)} [was] {_joined(doc, words, changes, dropped)}"
    elif proposition.shape is Shape.RELATIVE:
        body = _relative(proposition, words, changes, dropped)
    else:
        body = _joined(doc, words, changes, dropped)
    return _finished(f"{changes.ahead}{body}{changes.behind}", question)


def _copula(proposition: Proposition) -> str:
    return "are" if proposition.verb.tag_ in ("NNS", "NNPS") else "is"


def _relative(proposition: Proposition, words: list[int], changes: Changes, dropped: bool) -> str:
    """Return the clause with the pronoun's noun in its place: before the verb, or where an object stands."""
    doc = proposition.doc
    about = _joined(doc, proposition.about, changes, dropped)
    at = next((i for i in words if doc[i].tag_ in ("WP", "WDT", "WRB", "WP$")), None)
    if at is None:
        gap = _gap(proposition, words)
        held = doc[gap].whitespace_ or not doc[gap].i + 1 < len(doc)
        filled = f"{changes.instead.get(gap, doc[gap].text)} [{about}]" + ("" if held else " ")
        return _joined(doc, words, _with(changes, gap, filled), dropped)
    pronoun, rest = doc[at], [i for i in words if i != at]
    if pronoun.lower_ == "where":
        return f"{_joined(doc, rest, changes, dropped)} [in {about}]"
    if pronoun.tag_ == "WP$":
        return _joined(doc, words, _with(changes, at, f"[{possessive(about)}]"), dropped)
    if pronoun.dep_ == "dobj" and pronoun.head.i in rest:
        after = pronoun.head.i
        placed = _with(changes, after, f"{changes.instead.get(after, pronoun.head.text)} [{about}]")
        return _joined(doc, rest, placed, dropped)
    return _joined(doc, words, _with(changes, at, f"[{about}]"), dropped)


def _gap(proposition: Proposition, words: list[int]) -> int:
    """Return the word behind which the noun belongs: "they faced [the crowd]", "she asked for [a lawyer]"."""
    verb = proposition.verb
    while below := next((c for c in verb.children if c.dep_ == "xcomp" and c.i in words), None):
        if any(c.dep_ == "dobj" for c in verb.children):
            break
        verb = below
    bare = (c for c in verb.children if c.dep_ == "prep" and c.i in words and not list(c.children))
    return next((c.i for c in bare), verb.i)


def _with(changes: Changes, position: int, words: str) -> Changes:
    return Changes({**changes.instead, position: words}, changes.before, changes.ahead, changes.behind)


def phrase(doc: Doc, words: Iterable[int], changes: Changes) -> str:
    """Return the words of a phrase as they stand, without quotation marks."""
    return re.sub(r"\s+([,.;:!?%)])", r"\1", _joined(doc, words, changes, dropped=True))


def possessive(name: str) -> str:
    """Return "Kim's", and "Nobel Industries'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _trimmed(proposition: Proposition, changes: Changes) -> list[int]:
    """Return the words without the conjunction, mark and punctuation at their edges."""
    doc, words = proposition.doc, list(proposition.words)
    while words and words[0] not in changes.before and _is_edge(doc[words[0]], proposition):
        words.pop(0)
    while words and (doc[words[-1]].text in _EDGE or _dangles(doc[words[-1]], words)):
        words.pop()
    return words


def _dangles(token: Token, words: list[int]) -> bool:
    """True for a conjunction at the end, whose clause is another's words."""
    if token.dep_ in ("cc", "mark") or (token.dep_ == "advmod" and token.lower_ in ("just", "even", "only")):
        return True
    if token.dep_ == "advmod" and token.head.i > token.i:
        return token.head.i not in words  # ", instead (calling on the mayor ...)"
    if token.tag_ in ("WDT", "WP", "WRB"):
        return token.head.i not in words or token.dep_ == "pobj"
    if token.tag_ == "VBG" and token.dep_ == "advcl":
        return any(
            c.dep_ in ("xcomp", "ccomp") and c.i not in words for c in token.children
        )  # ", refusing (to say ...)"
    if token.dep_ == "prep" and list(token.children):
        return not any(child.i in words for child in token.children)  # "at an event in (which he said ...)"
    return token.lower_ in ("that", "because", "as") and token.dep_ in ("prep", "det") and not list(token.children)


def _is_edge(token: Token, proposition: Proposition) -> bool:
    if token.text in _EDGE or token.dep_ == "cc" or token.is_space:
        return True
    if proposition.shape is not Shape.CLAUSE:
        return False
    if token.lower_ == "that" and 0 < token.i < proposition.head - 1:
        one = token.dep_ == "det" and token.head.tag_ == "NN" and token.head.dep_ in ("nsubj", "nsubjpass")
        return not one  # also where the parser takes it for "that leader Kim"
    if token.lower_ in ("even", "only", "just") and token.i + 1 < len(token.doc) and token.nbor(1).dep_ == "mark":
        return True
    opens = token.dep_ == "mark" or (token.dep_ == "advmod" and token.tag_ == "WRB" and token.head.dep_ == "advcl")
    return opens and token.lower_ in _MARKS and token.head.i == proposition.head


def _joined(doc: Doc, words: Iterable[int], changes: Changes, dropped: bool) -> str:
    """Return the words as they stand; where some between were left out, so are the commas that set them off."""
    numbers = list(words)
    pieces: list[str] = []
    for place, i in enumerate(numbers):
        token = doc[i]
        if dropped and _is_quote(token):
            spaced = token.whitespace_ or (place > 0 and numbers[place - 1] != i - 1)
            pieces.append(" " if spaced and pieces and not pieces[-1].endswith(" ") else "")
            continue
        after_gap = place > 0 and numbers[place - 1] != i - 1
        before_gap = place + 1 < len(numbers) and numbers[place + 1] != i + 1
        if token.text in _GAP and (after_gap or before_gap):
            pieces.append(" ")
            continue
        written = changes.instead.get(i, _uncapitalised(token) if place == 0 else token.text)
        lead = changes.before.get(i, "")
        pieces.append((" " if after_gap else "") + lead + written + (token.whitespace_ if written else ""))
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def _is_quote(token: Token) -> bool:
    if token.text not in _SINGLE or token.tag_ not in ("``", "''"):
        return token.text in _QUOTES
    return token.tag_ == "``" or any(t.text in ("'", "‘", "’", "`") and t.tag_ == "``" for t in token.doc[: token.i])


def _uncapitalised(token: Token) -> str:
    """Return a sentence's first word as it is written inside one; names keep their capital."""
    common = token.i == 0 and token.pos_ in ("DET", "ADJ", "ADP", "NOUN", "PRON", "NUM", "SCONJ", "ADV", "CCONJ")
    kept = token.text.isupper() or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "DATE")
    return str(token.text) if not common or kept else token.text[0].lower() + token.text[1:]


def _finished(body: str, question: bool) -> str:
    text = re.sub(r"\s+", " ", body).strip()
    text = re.sub(r"\s+([,.;:!?%)])", r"\1", text)
    text = re.sub(r",(?=[.;:!?])|,(?=,)", "", text).strip(" ,;:–—-")
    if not any(letter.isalnum() for letter in text):
        return ""
    if text[0] == "[" and text[1:2].islower():
        text = "[" + text[1].upper() + text[2:]
    elif text[0].islower():
        text = text[0].upper() + text[1:]
    if text[-1] in ".?!" or text.endswith((".”", '."', ".)")):
        return text
    return text + ("?" if question else ".")
