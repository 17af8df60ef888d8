"""The rules: an engine over the parse, the quotation marks and the lexicon of cues."""

from __future__ import annotations

from provenance.extraction.attribution.formulas import formula_triples
from provenance.extraction.attribution.quoted import quoted_clause, with_quotations
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.verbal import verbal_triples
from provenance.extraction.reading import Reading


class Rules:
    """The default engine."""

    def find(self, reading: Reading) -> tuple[Triple, ...]:
        """Return the triples in the order of the text, nested ones too."""
        triples: list[Triple] = []
        for sentence in reading.sentences:
            triples.extend(verbal_triples(reading, sentence))
            triples.extend(formula_triples(reading, sentence))
        return tuple(sorted(with_quotations(reading, triples), key=lambda triple: (triple.start, triple.place)))


class QuotationsOnly:
    """The engine for a language whose grammar is not known: words in quotation marks, credited to nobody by name."""

    def find(self, reading: Reading) -> tuple[Triple, ...]:
        """Return a triple without source and cue for each full utterance in quotation marks."""
        return tuple(
            Triple((), (), (quotation.span,), "say", "quoted", 0.5)
            for quotation in reading.quotations
            if quoted_clause(reading, quotation)
        )
