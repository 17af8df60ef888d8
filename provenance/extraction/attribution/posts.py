"""On which platform something was posted: "wrote on Telegram", "in a tweet", "a video shared on X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.languages.english.posting import COMMON, PAGES, PLATFORMS, POSTING, TWEETING
from provenance.languages.english.sources import IMAGES, SOCIAL

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = frozenset(("on", "in", "via", "to", "through"))
_UPWARDS = 4


def platform_of(head: Token) -> str | None:
    """Return the platform that a source posted on; None where none is named."""
    for place in (*_own(head), *_of_verb(head)):
        found = _platform(place)
        if found is not None:
            return found
    return None


def is_account(head: Token) -> bool:
    """True for "the Telegram channel Severka" and "a post on Facebook": nobody is named who keeps it."""
    if head.lemma_.lower() in SOCIAL:
        return True
    nouns = [head, *(c for c in head.children if c.dep_ in ("compound", "nmod", "appos"))]
    return any(noun.lemma_.lower() in PAGES for noun in nouns) and any(_platform(noun) for noun in nouns)


def account_name(head: Token, words: str) -> str:
    """Return what an account is called, with the name beside it: "Telegram channel Severka"."""
    beside = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i == head.i + 1), None)
    return f"{words} {beside.text}" if beside is not None and beside.text not in words else words


def _own(head: Token) -> Iterator[Token]:
    """Yield the words of a noun phrase that may name a platform: a channel's, a post's, a video's."""
    paper = head.lemma_.lower() in PAGES | SOCIAL | IMAGES
    yield from (c for c in head.children if c.dep_ in ("compound", "nmod", "appos", "amod"))
    if head.lower_ in TWEETING:
        yield head
    for child in head.children if paper else ():
        if child.dep_ == "prep" and child.lower_ in _WHERE:
            yield from _named_by(child)
        if child.dep_ in ("acl", "relcl") and child.lower_ in POSTING:
            yield from (t for prep in child.children if prep.lower_ in _WHERE for t in _named_by(prep))
    if head.dep_ in ("pobj", "poss") and head.head.lower_ in ("by", "from", "'s", "’s"):  # "a tweet by the embassy"
        yield head.head.head
    if head.dep_ == "poss":
        yield head.head


def _of_verb(head: Token) -> Iterator[Token]:
    """Yield what names a platform beside the verb whose subject the source is."""
    token = head
    for _ in range(_UPWARDS):
        if token.dep_ in ("nsubj", "nsubjpass"):
            break
        if token.dep_ not in ("appos", "compound", "nmod", "conj") or token.head.i == token.i:
            return
        token = token.head
    else:
        return
    verb = token.head
    if verb.lower_ in TWEETING:
        yield verb
    for prep in verb.children:
        if prep.dep_ in ("prep", "dative") and prep.lower_ in _WHERE:
            yield from _named_by(prep, posts_alone=verb.lower_ not in POSTING)


def _named_by(prep: Token, *, posts_alone: bool = False) -> Iterator[Token]:
    """Yield the words that may name a platform after a preposition: "on her Instagram account", "in a post on X".

    With `posts_alone`, only what speaks of a post: "apologised in a video posted to YouTube".
    """
    for named in prep.children:
        if named.dep_ != "pobj":
            continue
        post = named.lemma_.lower() in PAGES | SOCIAL | IMAGES
        if post or not posts_alone:
            yield named
        if not post:
            continue
        yield from (c for c in named.children if c.dep_ in ("compound", "nmod", "poss", "amod"))
        for inner in named.children:
            if inner.lower_ in _WHERE and inner.dep_ == "prep":
                yield from (c for c in inner.children if c.dep_ == "pobj")
            if inner.dep_ == "acl" and inner.lower_ in POSTING:
                yield from (c for p in inner.children if p.lower_ in _WHERE for c in p.children if c.dep_ == "pobj")


def names_platform(token: Token) -> bool:
    """True for "Telegram", and for "X" but not for "line"."""
    return token.lower_ in PLATFORMS and (token.lower_ not in COMMON or token.text[:1].isupper())


def _platform(token: Token) -> str | None:
    if token.lower_ in TWEETING:
        return "Twitter"
    before = token.nbor(-1) if token.i else None
    two = f"{before.lower_} {token.lower_}" if before is not None else ""
    if two in PLATFORMS:
        return PLATFORMS[two]
    return PLATFORMS[token.lower_] if names_platform(token) else None
