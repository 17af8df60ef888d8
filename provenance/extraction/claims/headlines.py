"""Headlines: few words, most with a capital, no full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.claims.propositions import Proposition, is_verbal
from provenance.text.listed import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FEWEST, _MOST = 4, 25  # words
_SHARE = 0.75  # of the longer words are written with a capital
_FUNCTION = listed("a an the and or but of in on at to for from by with as is are was were not no over after")


def is_headline(doc: Doc) -> bool:
    """True for a sentence written like a title ("Leader Kim To Meet Putin In Russia")."""
    words = [t for t in doc if t.is_alpha]
    if not _FEWEST <= len(words) <= _MOST or doc[-1].text in (".", "!") or (len(doc) > 1 and doc[-2].text == "."):
        return False
    longer = [t for t in words if t.lower_ not in _FUNCTION]
    capitals = sum(t.text[0].isupper() for t in longer)
    named = sum(bool(t.ent_type_) for t in longer)
    return bool(longer) and capitals >= _SHARE * len(longer) and named < capitals


def headline(doc: Doc, words: frozenset[int]) -> Proposition | None:
    """Return the words of a headline as one proposition; None where they hold no verb."""
    kept = tuple(sorted(words))
    verb = _verb(doc, kept)
    if verb is None or len([i for i in kept if doc[i].is_alpha]) < 3:
        return None
    return Proposition(doc, verb.i, kept)


def _verb(doc: Doc, words: tuple[int, ...]) -> Token | None:
    """Return what is done: the word after "to", else the first verb that the tagger sees."""
    for i in words[:-1]:
        if (
            doc[i].lower_ == "to"
            and i > words[0]
            and i + 1 in words
            and doc[i + 1].ent_type_ not in ("GPE", "PERSON", "LOC")
        ):
            return doc[i + 1]
    return next((doc[i] for i in words if is_verbal(doc[i]) and doc[i].dep_ not in ("aux", "auxpass")), None)
