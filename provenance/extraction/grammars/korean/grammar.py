"""The Korean grammar: sentences, credited words, negation."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from provenance.extraction.grammars.grammar import Credited, Page
from provenance.extraction.grammars.korean.afterwards import alone, by_nobody, spoken_by
from provenance.extraction.grammars.korean.crediting import Crediting
from provenance.extraction.grammars.korean.headlines import headline
from provenance.extraction.grammars.korean.morphs import Morph, is_installed, morphs_of
from provenance.extraction.grammars.korean.naming import Naming
from provenance.extraction.grammars.korean.people import People
from provenance.extraction.grammars.korean.phrases import Morphs
from provenance.extraction.grammars.korean.sentences import read_together, split_korean
from provenance.model.span import Span, Spans

_LONGEST = 6_000  # characters of a unit; of what is longer, or of more parts, only the quotations are taken
_END = 160  # characters that hold a last predicate for sure
_LONGEST_BESIDE = 1_000  # characters outside quotations
_MOST_MORPHS = 600  # outside quotations: no sentence of news has so many
_DENYING = ("않", "못하", "말")
_LACKING = ("없", "아니", "모르")


@dataclass(frozen=True, slots=True)
class Korean:
    """Korean news, read with kiwipiepy, which is loaded with the first article."""

    code: str = "ko"

    def missing(self) -> str | None:
        return None if is_installed() else "claim-provenance[ko]"

    def sentences(self, text: str, boilerplate: Spans) -> Spans:
        return split_korean(text, boilerplate)

    def credited(self, page: Page) -> tuple[Credited, ...]:
        marks = tuple(quotation.span for quotation in page.quotations if quotation.closed)
        naming = Naming(page.text, page.registry, People(), page.published)
        found: list[Credited] = []
        waiting: list[Span] = []  # quotations that are sentences of their own, until somebody is named
        for index, unit in enumerate(read_together(page.sentences, page.quotations)):
            first = bisect_left(marks, unit.start, key=lambda mark: mark.start)
            after = bisect_left(marks, unit.end, key=lambda mark: mark.start)
            inside = tuple(mark for mark in marks[first:after] if unit.covers(mark))
            if len(unit) > _LONGEST or len(unit) - sum(map(len, inside)) > _LONGEST_BESIDE:
                found.extend(by_nobody(span) for span in (*waiting, *inside))
                waiting = []
                continue
            morphs = morphs_of(page.text, unit, inside)
            if (spoken := alone(morphs)) is not None:
                waiting.append(spoken)
                continue
            naming.people.note_names(morphs)
            if len(morphs) > _MOST_MORPHS:
                found.extend(by_nobody(span) for span in (*waiting, *inside))
                waiting = []
                continue
            here = Crediting(page.text, morphs, index, naming).credited() or headline(morphs, index, naming)
            if waiting:
                found.extend(_credited_afterwards(waiting, morphs, index, naming, full=bool(here)))
                waiting = []
            found.extend(here)
        found.extend(by_nobody(span) for span in waiting)
        return tuple(found)

    def is_negated(self, words: str) -> bool:
        """True where the last predicate is negated: 않다, 못하다, 없다, 아니다, or 안 and 못 before it."""
        if not words:
            return False
        morphs = _end_of(words)
        last = next((i for i in range(len(morphs) - 1, -1, -1) if _is_predicate(morphs[i])), None)
        if last is None:
            return False
        morph = morphs[last]
        if (morph.base == "VX" and morph.form in _DENYING) or morph.form in _LACKING:
            return True
        before = morphs[max(0, last - 3) : last]
        return any(m.tag == "MAG" and m.form in ("안", "못") for m in before)

    def is_statement(self, words: str) -> bool:
        """True where the words end with a predicate that states: "-다", "-요", or a noun and a copula."""
        if not words.strip():
            return False
        morphs = _end_of(words)
        ended = any(morph.tag == "EF" for morph in morphs[-4:])
        return ended and any(morph.is_nominal or morph.tag in ("Q", "MAG") for morph in morphs)


def _end_of(words: str) -> Morphs:
    """Return the last words cut into their parts: the predicate stands there."""
    return morphs_of(words, Span(max(0, len(words) - _END), len(words)))


def _credited_afterwards(
    waiting: list[Span], morphs: Morphs, unit: int, naming: Naming, *, full: bool
) -> list[Credited]:
    """Return the quotations before a unit, the last with whom the unit names, unless that credits words of its own."""
    last = None if full else spoken_by(waiting[-1], morphs, unit, naming)
    if last is not None:
        naming.people.note(unit, last.hops[-1], "")
    return [*(by_nobody(span) for span in waiting[:-1]), last or by_nobody(waiting[-1])]


def _is_predicate(morph: Morph) -> bool:
    return morph.base in ("VV", "VA", "VX", "VCN", "VCP", "XSV", "XSA")


KOREAN = Korean()
