"""One phrase stands in the place of another, and all the other words of the shorter claim are in the longer one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from provenance.languages.english.exchanging import ABOVE, BELOW, COLOURS, LIGHT, NEGATING_PREFIXES, ONE_NAMED
from provenance.model.frame import Modality, PlaceMention
from provenance.model.relation import Finding, Slot, Verdict
from provenance.relations.align import Alignment, Match
from provenance.relations.lexicon import antonyms_between
from provenance.relations.statement import Statement
from provenance.relations.subjects import is_name, names_subject, subject_of
from provenance.relations.where import lie_apart
from provenance.text.places import find_place
from provenance.text.places.names import DEMONYMS
from provenance.text.words import STOP_WORDS, stem, weight

_RULE = "exchanged.phrase"
_WORD = re.compile(r"[,;]|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:\.[^\W\d_]+)+|[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARENTHESES = re.compile(r"\s?\([^()]*\)?")
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$")
_NOT_PLACED = frozenset(map(stem, ["compete", "play"]))
_ENOUGH = 1.5  # weight of the words, beside the subject, that both have
_NEAR = 4  # words between a word and the name that belongs to it
_WHOLE = 5  # letters of a word that stands by itself after "un"
_LIGHT = frozenset(map(stem, LIGHT))
_LINKS = frozenset({"in", "at", "to", "from", "on", "by", "of", "with", "for", "as"})
_ONE_NAMED = {word: frozenset(map(stem, words)) for word, words in ONE_NAMED.items()}


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    stem: str

    @property
    def telling(self) -> bool:
        return self.text[0].isalnum() and self.text.casefold() not in STOP_WORDS

    @property
    def named(self) -> bool:
        return self.text[:1].isupper()

    @property
    def ordinal(self) -> bool:
        return _ORDINAL.match(self.stem) is not None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What stands in the place of what."""

    slot: Slot
    mine: str  # in the shorter claim
    theirs: str
    doubt: str | None = None  # why both may hold


def phrase(a: Statement, b: Statement, alignment: Alignment) -> Finding | None:
    """The longer claim has all words of the shorter but one name, rank or adjective, and has another in its place:
    "born in Porto" and "born in Lisbon", "the first album" and "the eighth album", "positive" and "negative reviews".
    They contradict only where one thing has one of it, and where no day tells the two apart."""
    if not (a.asserted and b.asserted) or {a.standing, b.standing} != {Modality.FACT} or a.affirmed != b.affirmed:
        return None
    if alignment.times is Match.DIFFERENT or alignment.remote or not a.affirmed:
        return None
    for short, long in ((a, b), (b, a)):
        found = _exchanged(short, long)
        if found is not None:
            left, right = (found.mine, found.theirs) if short is a else (found.theirs, found.mine)
            detail = f"in the same words, “{left}” stands where the other has “{right}”"
            if found.doubt:
                return Finding(_RULE, found.slot, Verdict.ABSTAINS, left, right, f"{detail}, but {found.doubt}", 0.5)
            return Finding(_RULE, found.slot, Verdict.CONFLICTS, left, right, detail, 0.7)
    return None


def _exchanged(short: Statement, long: Statement) -> Exchange | None:
    subject = subject_of(short.text)
    if subject is None or not is_name(subject, short, long) or not names_subject(long, subject, sure=False):
        return None
    rest = _PARENTHESES.sub("", short.text)
    start = rest.find(subject) + len(subject)
    words, others = _words(rest[start:]), _words(_PARENTHESES.sub("", long.text))
    known = long.words | frozenset(long.order) | {word.stem for word in others}
    missing = [i for i, word in enumerate(words) if word.telling and word.stem not in known | _LIGHT]
    if not missing:
        return _of_bound(words, others)
    first, last = missing[0], missing[-1]
    while first and words[first].named and words[first - 1].named:
        first -= 1
    while last + 1 < len(words) and words[last].named and words[last + 1].named:
        last += 1
    filler = words[first : last + 1]
    if any(word.telling and word.stem in known for word in filler) and not all(word.named for word in filler):
        return None
    held = sum(weight(w.stem) for i, w in enumerate(words) if w.telling and not first <= i <= last)
    if held < (_ENOUGH if not names_subject(long, subject, sure=True) else 0.3):
        return None
    before, after = words[:first], words[last + 1 :]
    found = _of_name(filler, before, others) or _of_rank(filler, after, others)
    if found is not None and not {stem(word) for word in found.theirs.split()}.isdisjoint(
        w.stem for w in (*before, *after)
    ):
        return None  # the shorter names several, the other's among them
    return found or _of_opposite(filler, before, after, others)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word(found, stem(found)) for found in _WORD.findall(text))


def _of_name(filler: Sequence[Word], before: Sequence[Word], others: Sequence[Word]) -> Exchange | None:
    """Return the two names after one word and its preposition, of which there is one."""
    if not all(word.named or not word.telling for word in filler) or len(before) < 2:
        return None
    tail = [word for word in before if word.text.casefold() not in ("the", "a", "an")]
    while tail and tail[-1].named:
        tail.pop()
    if len(tail) < 2 or not tail[-2].telling or tail[-1].text.casefold() not in _LINKS:
        return None
    holder, link = tail[-2].stem, tail[-1].text.casefold()
    mine = " ".join(word.text for word in filler)
    if mine.split()[0] in DEMONYMS:
        return None
    theirs = [_name_after(others, i, link) for i, word in enumerate(others) if word.stem == holder]
    names = [name for name in theirs if name]
    if not names or len(names) != len(theirs):
        return None
    place, other = find_place(mine), find_place(names[0])
    if place and other and place.country == other.country and not lie_apart(place, other):
        return None  # one may lie in the other
    slot = Slot.WHERE if place and other else Slot.WHO
    return Exchange(slot, mine, names[0], None if _one_only(holder, link, place, other) else "both may hold")


def _one_only(holder: str, link: str, place: PlaceMention | None, other: PlaceMention | None) -> bool:
    """True where there is one name after the word and its preposition; two places must lie apart for that."""
    if holder not in _ONE_NAMED.get(link, ()):
        return False
    if link == "in" and holder not in _NOT_PLACED:
        return place is not None and other is not None and lie_apart(place, other)
    return True


def _name_after(words: Sequence[Word], index: int, link: str) -> str | None:
    """Return the name that follows the word and the preposition, a few words of description between them."""
    after = words[index + 1 : index + 3]
    at = next((index + 1 + i for i, word in enumerate(after) if word.text.casefold() == link), None)
    if at is None:
        return None
    start = next((i for i in range(at + 1, min(at + 1 + _NEAR, len(words))) if words[i].named), None)
    if start is None or any(
        not words[i].telling and words[i].text.casefold() not in ("the", "a", "an") for i in range(at + 1, start)
    ):
        return None
    end = start
    while end < len(words) and words[end].named:
        end += 1
    return " ".join(word.text for word in words[start:end])


def _of_rank(filler: Sequence[Word], after: Sequence[Word], others: Sequence[Word]) -> Exchange | None:
    """Return the two ranks before one noun: "the first album", "the eighth studio album"."""
    if len(filler) != 1 or not filler[0].ordinal:
        return None
    follower = next((word for word in after if word.telling), None)
    if follower is None:
        return None
    for i, word in enumerate(others):
        if word.stem == follower.stem:
            ranks = [w for w in others[max(0, i - 3) : i] if w.ordinal]
            if len(ranks) == 1:
                return Exchange(Slot.QUANTITY, filler[0].text, ranks[0].text)
    return None


def _of_opposite(
    filler: Sequence[Word], before: Sequence[Word], after: Sequence[Word], others: Sequence[Word]
) -> Exchange | None:
    """Return the two words beside one word that exclude each other: "positive" and "negative reviews"."""
    if len(filler) != 1 or filler[0].named:
        return None
    follower = next((word.stem for word in after if word.telling), None)
    leader = next((word.stem for word in reversed(before) if word.telling), None)
    for i, other in enumerate(others):
        if not _exclude(filler[0], other):
            continue
        beside = {word.stem for word in others[i + 1 : i + 3]}, {word.stem for word in others[max(0, i - 2) : i]}
        if follower in beside[0] or (follower is None and (leader is None or leader in beside[1])):
            return Exchange(Slot.WHAT, filler[0].text, other.text)
    return None


def _exclude(one: Word, other: Word) -> bool:
    """True for "positive" and "negative", "red" and "green", "fictional" and "nonfictional"."""
    if antonyms_between(frozenset([one.stem]), frozenset([other.stem])):
        return True
    mine, theirs = one.text.casefold(), other.text.casefold()
    if mine != theirs and mine in COLOURS and theirs in COLOURS:
        return True
    long, short = sorted((mine, theirs), key=len, reverse=True)
    return len(short) >= _WHOLE and any(long == prefix + short for prefix in NEGATING_PREFIXES)


def _of_bound(words: Sequence[Word], others: Sequence[Word]) -> Exchange | None:
    """Return the two bounds of one figure, of which one lies above it and the other below: "over", "under"."""
    mine, theirs = (dict(_bounds(each)) for each in (words, others))
    for figure, bound in mine.items():
        if figure in theirs and (bound in ABOVE) != (theirs[figure] in ABOVE):
            return Exchange(Slot.QUANTITY, f"{bound} {figure}", f"{theirs[figure]} {figure}")
    return None


def _bounds(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(words):
        if one.text.casefold() in ABOVE | BELOW and other.stem[:1].isdigit():
            yield other.stem, one.text.casefold()
