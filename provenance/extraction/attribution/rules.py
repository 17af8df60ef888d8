"""The rules: an engine over the parse, the quotation marks and the lexicon of cues."""

from __future__ import annotations

from provenance.extraction.attribution.closings import closing_triples
from provenance.extraction.attribution.formulas import formula_triples
from provenance.extraction.attribution.headings import headline_triples, within_headline
from provenance.extraction.attribution.quoted import uncredited, with_quotations
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.verbal import BY_NOBODY, verbal_triples, without_closings
from provenance.extraction.reading import Reading


class Rules:
    """The default engine."""

    def find(self, reading: Reading) -> tuple[Triple, ...]:
        """Return the triples in the order of the text, nested ones too."""
        triples: list[Triple] = []
        for sentence in reading.sentences:
            found = [*verbal_triples(reading, sentence), *formula_triples(reading, sentence)]
            if closing := closing_triples(reading, sentence, found):
                found = [t for t in found if not any(s.overlaps(closing[0].cue[0]) for s in t.cue)] + closing
            triples.extend(without_closings(within_headline(found)) or headline_triples(sentence))
        credited = [t for t in with_quotations(reading, triples) if t.source or t.frame in BY_NOBODY]
        credited += uncredited(reading, credited)
        return tuple(sorted(credited, key=lambda triple: (triple.start, triple.place)))
