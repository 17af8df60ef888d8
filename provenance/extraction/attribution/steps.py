"""The steps of a chain that stand beside a crediting: "citing X", "in comments carried by X", "papers seen by X".

They are read from the words, since the parse hangs them on whatever verb is near: each is found once in a sentence, and
then given to the one crediting that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from provenance.extraction.attribution.posts import names_platform
from provenance.extraction.attribution.stretches import inside_marks
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.passing_on import (
    AUTHORED,
    CARRIED,
    CITABLE,
    CITES,
    CITING,
    GIVEN,
    GROUNDS,
    OCCASIONS,
    QUOTED,
    REFERRING,
    SEEN,
    SPEAKING,
)
from provenance.languages.english.sources import (
    AGENCIES,
    COURTS,
    DATA,
    DOCUMENTS,
    GOVERNMENT,
    IMAGES,
    ORGANIZATIONS,
    OUTLETS,
    PEOPLE,
    SOCIAL,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "PART", "X"))
_LONGEST = 14  # tokens of a noun phrase
_FAR = 4  # tokens between a participle and its preposition: "broadcast late on Sunday by"
_SPEAKERS = (
    PEOPLE | AGENCIES | OUTLETS | DOCUMENTS | IMAGES | DATA | GOVERNMENT | COURTS | ORGANIZATIONS | CITABLE
) - GROUNDS
_PAPERS = DOCUMENTS | DATA | IMAGES | SOCIAL


class Part(Enum):
    """What a step does in the chain."""

    CITED = "cited"  # the source has it from them
    CARRIED = "carried"  # they carried it
    QUOTED = "quoted"  # they quoted it
    SEEN = "seen"  # they have seen the paper that says it
    AUTHORED = "authored"  # the paper that says it is theirs


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the word that it begins with, and the head of the noun phrase that it names."""

    part: Part
    anchor: int  # token offsets count in the sentence
    named: int


def steps_in(reading: Reading, sentence: Sentence) -> tuple[Step, ...]:
    """Return the steps of a sentence in the order of the text; what stands in quotation marks is no step."""
    found: list[Step] = []
    for token in sentence.doc:
        step = _citing(token) or _carried(token) or _occasion(token)
        if step is None or inside_marks(reading, sentence.token_span(token).start) is not None:
            continue
        if not any(step.named == other.named for other in found):
            found.append(step)
    return tuple(found)


def _citing(token: Token) -> Step | None:
    """ "citing X", "which cited X", "referring to X", "with reference to X"; not "cited X as saying"."""
    doc = token.doc
    if token.lower_ in REFERRING and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        set_off = token.tag_ == "VBG" or (token.i and doc[token.i - 1].lower_ == "with")
        return _named(Part.CITED, token, token.i + 2) if set_off and _after_comma(token) else None
    relative = token.i and doc[token.i - 1].tag_ in ("WDT", "WP") and token.lemma_.lower() in CITES
    clause = any(child.dep_ == "aux" or (child.dep_ == "nsubj" and not _after_comma(token)) for child in token.children)
    gerund = token.lower_ in CITING and not clause
    headed = token.lower_ in ("cites", "quotes") and doc[-1].text not in (
        ".",
        "?",
        "!",
    )  # "... - Interfax cites source"
    if not (relative or gerund or headed):
        return None
    start = token.i + 1
    return None if _as_saying(doc, start) else _named(Part.CITED, token, start)


def _after_comma(token: Token) -> bool:
    before = [t.text for t in token.doc[max(0, token.i - 2) : token.i]]
    return "," in before or not before


def _as_saying(doc: Doc, start: int) -> bool:
    """True for "quoted X as saying", which credits X by itself."""
    for token in doc[start : start + 14]:
        if token.lower_ == "as" and token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "VBG":
            return True
        if token.text in (".", ";"):
            return False
    return False


def _carried(token: Token) -> Step | None:
    """ "carried by X", "broadcast on X", "quoted by X", "seen by X", "leaked to X", "filed by X"."""
    if not token.lower_.endswith(("d", "n", "t")) or token.dep_ == "amod" or not token.i:
        return None
    if any(child.dep_ in ("auxpass", "aux", "nsubj", "nsubjpass") for child in token.children):
        return None
    before = token.nbor(-1)
    if not (before.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADV") or before.text in (",", "as", "-")):
        return None
    for preposition in token.doc[token.i + 1 : token.i + 1 + _FAR]:
        if preposition.text == ",":
            return None
        part = _handed(token.lower_, preposition.lower_)
        named = phrase_after(token.doc, preposition.i + 1) if part is not None else None
        if part is not None and named is not None and named.ent_type_ not in ("DATE", "TIME"):
            if preposition.lower_ == "on" and names_platform(named):
                return None  # "posted on Telegram": it hands nothing on
            return Step(part, token.i, named.i)
    return None


def _handed(participle: str, preposition: str) -> Part | None:
    """Return what "seen by", "broadcast on" and "leaked to" make of whoever follows."""
    if preposition == "by":
        of_words = ((QUOTED, Part.QUOTED), (SEEN, Part.SEEN), (CARRIED, Part.CARRIED), (AUTHORED, Part.AUTHORED))
        return next((part for words, part in of_words if participle in words), None)
    if preposition in ("to", "with"):
        return Part.SEEN if participle in GIVEN else None
    return Part.CARRIED if preposition in ("on", "in") and participle in CARRIED else None


def _occasion(token: Token) -> Step | None:
    """ "in an interview with X", "speaking to X"."""
    doc = token.doc
    if token.i + 1 >= len(doc):
        return None
    following = doc[token.i + 1].lower_
    spoke = token.lower_ == "spoke" and token.i and doc[token.i - 1].tag_ == "WP"  # "officials, who spoke to AP"
    if spoke or (token.lower_ in SPEAKING and token.tag_ == "VBG"):
        following = following if following in ("to", "with", "on", "in") else ""
    if following and (spoke or token.lower_ in SPEAKING):
        return _named(Part.CARRIED, token, token.i + 2)
    if token.lemma_.lower() in OCCASIONS and token.pos_ == "NOUN" and following in ("with", "to", "for", "in", "on"):
        return _named(Part.CARRIED, token, token.i + 2)
    return None


def _named(part: Part, token: Token, start: int) -> Step | None:
    named = next((c for c in token.children if c.dep_ == "dobj" and c.left_edge.i == start and c.pos_ != "ADJ"), None)
    named = named or phrase_after(token.doc, start)
    return Step(part, token.i, named.i) if named is not None else None


def phrase_after(doc: Doc, start: int) -> Token | None:
    """Return the head of the noun phrase that begins here, by its words: the last noun before anything else."""
    head: Token | None = None
    for token in doc[start : start + _LONGEST]:
        if token.pos_ not in _NOMINAL or token.tag_ in ("WDT", "WP"):
            break
        if head is not None and (token.pos_ in ("DET", "ADJ") or token.ent_type_ in ("DATE", "TIME")):
            break  # "two sources | close to the board"
        if token.tag_ != "POS" and (token.pos_ not in ("DET", "ADJ", "PART") or token.ent_type_ in ("ORG", "PERSON")):
            head = token
    if head is not None and head.pos_ == "NUM" and head.ent_type_ != "ORG":
        return head if is_part(head) else None
    return head


def is_part(head: Token) -> bool:
    """True for the "two" of "two of his aides"."""
    of = head.nbor() if head.i + 1 < len(head.doc) else None
    whole = phrase_after(head.doc, of.i + 1) if of is not None and of.lower_ == "of" else None
    return whole is not None and whole.lower_ in PEOPLE


@dataclass(frozen=True, slots=True)
class Assigned:
    """The steps that belong to one crediting."""

    steps: tuple[Step, ...]

    def of(self, *parts: Part) -> Iterator[Step]:
        return (step for step in self.steps if step.part in parts)


def assign(
    sentence: Sentence, steps: Sequence[Step], triples: Sequence[Triple], hands_on: Sequence[bool]
) -> dict[int, Assigned]:
    """Return the steps of each triple of a sentence, by its place; `hands_on` tells which are a medium's."""
    result: dict[int, list[Step]] = {}
    taken: list[range] = []
    for step in steps:
        if any(step.anchor in stretch for stretch in taken):
            continue  # "citing Interfax, which quoted a policeman": told with Interfax
        owner = _owner(sentence, step, triples, hands_on)
        if owner is not None:
            result.setdefault(owner, []).append(step)
            if step.part is Part.CITED:
                clause = [t.i for t in sentence.doc[step.named].subtree]
                taken.append(range(step.named, max(clause) + 1))
    return {place: Assigned(tuple(found)) for place, found in result.items()}


def _owner(sentence: Sentence, step: Step, triples: Sequence[Triple], hands_on: Sequence[bool]) -> int | None:
    place = sentence.token_span(sentence.doc[step.anchor])
    here = [k for k, triple in enumerate(triples) if triple.cue and sentence.span.covers(triple.place)]
    inside = [k for k in here if any(span.covers(place) for span in triples[k].source)]
    if inside:
        return inside[0]
    leading = [k for k in here if any(0 <= place.start - span.start < 3 for span in triples[k].content)]
    if step.part is Part.CITED and (ahead := [k for k in leading if triples[k].place.end <= place.start]):
        return ahead[-1]
    outer = [k for k in here if not any(span.covers(place) for span in triples[k].content)]
    beside = [k for k in outer if _is_between(sentence, triples[k], place.start)]
    if beside:
        return min(beside, key=lambda k: abs(triples[k].place.start - place.start))
    if step.part is Part.CITED:
        closing = [k for k in here if hands_on[k] and triples[k].place.start < place.start]
        if closing:
            return closing[-1]
        tail = [k for k in here if k not in outer and _ends_with(sentence, triples[k], step)]
        if tail:
            return tail[0]
    above = _above(sentence, step.anchor, outer, triples)
    if above is not None:
        return above
    before = [k for k in outer if triples[k].place.start < place.start]
    return before[-1] if before else next(iter(outer), None)


def _ends_with(sentence: Sentence, triple: Triple, step: Step) -> bool:
    """True where the content, so far as the engine cut it, ends with whom the step names."""
    named = sentence.doc[step.named]
    end = sentence.token_span(named.doc[named.right_edge.i]).end
    return triple.frame == "that" and any(abs(span.end - end) < 3 for span in triple.content)


def _is_between(sentence: Sentence, triple: Triple, start: int) -> bool:
    """True between a source and its cue, and between a cue and what it credits: "reported, citing X, that"."""
    cue = triple.place
    if any(span.end <= start < cue.start for span in triple.source):
        return True
    later = [span.start for span in triple.content if span.start > cue.end]
    return bool(later) and cue.end <= start < min(later)


def _above(sentence: Sentence, anchor: int, among: Iterable[int], triples: Sequence[Triple]) -> int | None:
    """Return the triple whose cue the word hangs on, through whatever verbs."""
    cues = {token.i: k for k in among for span in triples[k].cue for token in sentence.tokens_in(span)}
    for token in sentence.doc[anchor].ancestors:
        if token.i in cues:
            return cues[token.i]
    return None


def is_paper(token: Token) -> bool:
    return token.lemma_.lower() in _PAPERS or token.lower_ in _PAPERS


def can_speak(head: Token) -> bool:
    """True for what words can come from: somebody, a body, a paper; not for "bad weather" or "the constitution"."""
    if head.lower_ in GROUNDS or head.lemma_.lower() in GROUNDS:
        return False
    if head.lower_ in _SPEAKERS or head.lemma_.lower() in _SPEAKERS:
        return True
    return head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or head.pos_ == "PROPN" or is_part(head)
