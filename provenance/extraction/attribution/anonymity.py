"""Sources without a name: how many, close to what, and why unnamed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.reading import Sentence
from provenance.languages.english.numbers import AT_LEAST, COUNTS, MORE_THAN
from provenance.languages.words import words
from provenance.model.source import Count

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSE = words("close familiar near knowledge briefed involved informed acquainted aware privy inside")
_UNNAMED = re.compile(
    r"(?:on (?:the )?condition of anonymity|condition of not being (?:named|identified|quoted by name)"
    r"|(?:asked|requested|wished|wanted) (?:not to be|to remain) (?:named|identified|anonymous|unnamed|unidentified)"
    r"|declined to be (?:named|identified)|request(?:ed|ing) anonymity|(?:spoke|speaking) anonymously)"
    r"(?:,? (?:because|as|since|due to|citing|out of|for fear of|to) (?P<why>[^.,;”\"]+))?",
    re.IGNORECASE,
)
_NOT_ALLOWED = re.compile(
    r"(?:(?:is|are|was|were|being)(?: not|n['’]t) (?:authori[sz]ed|allowed|permitted) to [^.,;”\"]+)", re.IGNORECASE
)


def count_of(head: Token) -> Count | None:
    """Return how many people an unnamed mention stands for: "two sources" 2..2, "sources" 2..None, "an aide" 1..1."""
    words = [child for child in head.children if child.dep_ in ("nummod", "det", "amod", "quantmod", "predet")]
    bounds = {token.lower_ for child in words for token in child.subtree if token.i < head.i}
    for child in words:
        low_high = COUNTS.get(child.lower_)
        if low_high is None and child.lower_.replace(",", "").isdigit():
            number = int(child.lower_.replace(",", ""))
            low_high = (number, number)
        if low_high is not None and child.dep_ != "det":
            low, high = low_high
            if bounds & MORE_THAN:
                return Count(low + 1, None)
            return Count(low, None) if bounds & AT_LEAST else Count(low, high)
    for child in words:
        if child.lower_ in COUNTS:
            return Count(*COUNTS[child.lower_])
    if head.lower_ in COUNTS:
        return Count(*COUNTS[head.lower_])
    if head.tag_ in ("NNS", "NNPS"):
        return Count(2, None)
    return Count(1, 1) if head.tag_ in ("NN", "NNP") else Count(1, None)


def close_to(sentence: Sentence, head: Token) -> str | None:
    """Return what an unnamed source is close to or familiar with, in the article's words."""
    own = {token.i for token in head.subtree}
    for token in sentence.doc:
        if token.lower_ not in _CLOSE or token.i not in own:
            continue
        following = [
            child
            for child in (*token.children, *token.head.children)
            if child.dep_ in ("prep", "pobj") and child.i > token.i
        ]
        for prep in following:
            for named in (prep, *prep.children):
                if named.dep_ in ("pobj", "pcomp"):
                    aside = {t.i for c in named.subtree if c.dep_ == "relcl" for t in c.subtree}
                    return "".join(t.text_with_ws for t in named.subtree if t.i not in aside).strip(" ,.")
    return None


def unnamed_because(sentence: Sentence) -> str | None:
    """Return why the source goes without a name, in the article's words; None where nothing is said of it."""
    text = sentence.doc.text
    asked = _UNNAMED.search(text)
    if asked and asked["why"]:
        return asked["why"].strip(" ,")
    barred = _NOT_ALLOWED.search(text)
    if barred:
        return barred[0].strip(" ,")
    return asked[0].strip(" ,") if asked else None
