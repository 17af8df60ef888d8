"""Which quotations each triple has been given, and which triple a quotation that stands alone goes on with."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from provenance.extraction.attribution.form import kind_of
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading
from provenance.languages.english.cues import SPEECH
from provenance.model.attribution import AttributionKind
from provenance.model.span import Span, Spans, merged
from provenance.text.quotations import Quotation

_FINAL = frozenset(".?!…,")
_OPENING = frozenset("“\"„«`'‘")
_CLOSING = frozenset("”\"“»'’")
_FEWEST_SHARED = 3  # characters of a quotation that a content must hold to touch it
_SPEAKING_FRAMES = frozenset(("that", "that before", "around", "wh", "comp", "quoted", "colon", "obj"))
_TELLING_FRAMES = _SPEAKING_FRAMES - {"obj", "comp", "wh"}
_LONGEST_TURN = 240  # characters of a paragraph that may be one turn of a dialogue


class Credits:
    """The triples of a reading, found by the sentences they touch, and the quotations that were given to them.

    Every question is answered from one sentence or paragraph, so that a long text costs no more a quotation than a
    short one.
    """

    def __init__(self, reading: Reading, triples: Iterable[Triple]) -> None:
        self._reading = reading
        self.found: list[Triple] = []
        self._further: dict[int, list[Span]] = defaultdict(list)
        self._by_content: dict[int, list[int]] = defaultdict(list)
        self._by_cue: dict[int, list[int]] = defaultdict(list)
        self.by_paragraph: dict[int, int] = {}  # whose quotation each paragraph ends with
        self.last: int | None = None  # the triple whose quotation went before
        for triple in triples:
            self.add(triple)

    def add(self, triple: Triple) -> int:
        at = len(self.found)
        self.found.append(triple)
        for span in triple.content:
            for index in self._sentences(span):
                self._by_content[index].append(at)
        self._by_cue[self._index(triple.place.start)].append(at)
        return at

    def put(self, triple: Triple) -> int:
        """Add a triple in the place of any other with its cue."""
        at = self._with_cue(triple)
        if at is None:
            return self.add(triple)
        self.found[at] = triple
        return at

    def same_cue(self, fresh: Triple) -> int | None:
        at = self._with_cue(fresh)
        return at if at is not None and self.found[at].frame in _SPEAKING_FRAMES else None

    def _with_cue(self, fresh: Triple) -> int | None:
        near = self._by_cue.get(self._index(fresh.place.start), ())
        return next((at for at in near if any(a.overlaps(b) for a in self.found[at].cue for b in fresh.cue)), None)

    def touching(self, quotation: Quotation) -> int | None:
        """Return the triple whose content holds words of the quotation: the one with most of them."""
        best, most = None, 0
        near = sorted({at for index in self._sentences(quotation.span) for at in self._by_content.get(index, ())})
        for at in near:
            triple = self.found[at]
            if any(quotation.span.covers(cue) for cue in triple.cue):
                continue
            shared = sum(_shared(span, quotation.span) for span in triple.content)
            if shared > most:
                best, most = at, shared
        return best if most >= _FEWEST_SHARED else None

    def credited_last(self, paragraph: int) -> int | None:
        """Return the outermost triple that tells what was said in the last sentence of a paragraph."""
        sentence = self._reading.sentence_at(self._reading.paragraphs[paragraph].end - 1)
        if sentence is None:
            return None
        told = [
            at
            for at in self._by_cue.get(sentence.index, ())
            if self.found[at].source and self.found[at].lemma in SPEECH and self.found[at].frame in _TELLING_FRAMES
        ]
        return max(told, key=lambda at: (sum(len(span) for span in self.found[at].content), -at), default=None)

    def give(self, at: int, quotation: Quotation) -> None:
        """Make the quotation part of what a triple is credited with."""
        triple = self.found[at]
        if any(span.overlaps(quotation.span) for span in triple.content):
            self.found[at] = _joined(triple, quotation)
        else:
            self._further[at].append(quotation.span)
        self.last = at
        paragraph = paragraph_of(self._reading, quotation.span)
        if paragraph is not None:
            self.by_paragraph[paragraph] = at

    def end_of(self, at: int) -> int:
        """Return where the triple's words end, with those given to it."""
        triple = self.found[at]
        return max(span.end for span in (*triple.content, *triple.cue, *triple.source, *self._further[at][-1:]))

    def reaches(self, at: int, paragraph: Span) -> bool:
        """True where the triple has words in the paragraph."""
        return any(paragraph.overlaps(span) for span in (*self.found[at].content, *self._further[at][-1:]))

    def triples(self) -> Iterator[Triple]:
        for at, triple in enumerate(self.found):
            further = self._further.get(at)
            if further:
                triple = replace(triple, content=_outside([*triple.content, *further], (*triple.source, *triple.cue)))
            yield triple

    def _index(self, position: int) -> int:
        sentence = self._reading.sentence_at(position)
        return sentence.index if sentence is not None else -1

    def _sentences(self, span: Span) -> range:
        sentences = self._reading.sentences
        first = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
        last = bisect_right(sentences, span.end - 1, key=lambda sentence: sentence.span.start) - 1
        return range(max(first, 0), last + 1)


def goes_on(reading: Reading, given: Credits, quotation: Quotation) -> int | None:
    """Return the triple that a quotation of whole sentences goes on with: by its marks, in its paragraph, or as a
    paragraph of its own after one that ends with the speaker or with his words.
    """
    at = given.last
    if quotation.continues and at is not None:
        return at
    number = paragraph_of(reading, quotation.span)
    inner = quotation.inner
    if number is None or inner is None or inner.of(reading.text)[-1] not in _FINAL or not _is_whole(reading, quotation):
        return None
    paragraph = reading.paragraphs[number]
    if at is not None and given.reaches(at, paragraph):
        return at
    words = paragraph.of(reading.text).strip()
    if number == 0 or len(words) < 2 or words[0] not in _OPENING or words[-1] not in _CLOSING:
        return None
    if _is_a_turn(reading, given, number):
        return None
    if at is not None and _ends(reading, given, at, number - 1):
        return at
    return given.credited_last(number - 1)


def paragraph_of(reading: Reading, span: Span) -> int | None:
    """Return the number of the paragraph that holds a stretch of text."""
    index = bisect_right(reading.paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1
    return index if index >= 0 and reading.paragraphs[index].covers(span) else None


def _is_whole(reading: Reading, quotation: Quotation) -> bool:
    start = reading.sentence_at(quotation.span.start)
    end = reading.sentence_at(quotation.span.end - 1)
    if start is None or end is None:
        return False
    return start.span.start == quotation.span.start and end.span.end <= quotation.span.end + 1


def _ends(reading: Reading, given: Credits, at: int, number: int) -> bool:
    """True for a paragraph that ends with a direct quotation of the triple, or with whoever said it."""
    triple, before = given.found[at], reading.paragraphs[number]
    if kind_of(reading, triple.content) is not AttributionKind.DIRECT:
        return False
    last = given.end_of(at)
    here = given.reaches(at, before) or any(before.overlaps(span) for span in (*triple.cue, *triple.source))
    return here and last <= before.end and not reading.text[last : before.end].strip(" .,\n”\"'’")


def _is_a_turn(reading: Reading, given: Credits, number: int) -> bool:
    """True where two others have just spoken by turns, so that words without a speaker may be either's."""
    turns = [reading.paragraphs[n] for n in (number - 2, number - 1) if n >= 0]
    if len(turns) < 2 or any(len(t) > _LONGEST_TURN or t.of(reading.text)[0] not in _OPENING for t in turns):
        return False
    speakers = [given.by_paragraph.get(n) for n in (number - 2, number - 1)]
    named = {" ".join(s.of(reading.text) for s in given.found[at].source) for at in speakers if at is not None}
    return len(named) > 1


def _joined(triple: Triple, quotation: Quotation) -> Triple:
    kept: list[Span] = []
    for span in triple.content:
        if quotation.span.covers(span):
            continue
        if span.overlaps(quotation.span) and not span.covers(quotation.span):
            span = Span(min(span.start, quotation.span.start), max(span.end, quotation.span.end))
        kept.append(span)
    if not any(span.covers(quotation.span) for span in kept):
        kept.append(quotation.span)
    return replace(triple, content=_outside(kept, (*triple.source, *triple.cue)))


def _outside(content: list[Span], words: Spans) -> Spans:
    """Return the content without the words that credit it, should a stretch have grown over them."""
    return merged(span for span in content if not any(span.covers(word) for word in words)) or merged(content)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
