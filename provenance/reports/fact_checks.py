"""Fact-checks: as a list, and as the answer to "has it been checked already?"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from provenance.model.fact_check import CheckMatch, Coverage, FactCheck, StoredCheck
from provenance.reports.phrases import id_phrase
from provenance.reports.shapes import check_shape, coverage_shape, truth
from provenance.reports.tables import Cell, Column, Listing


def why(match: CheckMatch) -> str:
    """Return in words what a match rests on: "means nearly the same (0.81); same words: ferry, Halmstrand"."""
    said = []
    if match.meaning is not None:
        near = "means nearly the same" if match.meaning >= 0.75 else "means something near"
        said.append(f"{near if match.meaning >= 0.5 else 'means something else'} ({match.meaning:.2f})")
    said.append(f"same words: {', '.join(match.words)}" if match.words else "no word in common")
    return "; ".join(said)


def sure(match: CheckMatch) -> str:
    """Return the score with two digits; no machine is sure enough of it for 1.00."""
    return f"{min(match.score, 0.99):.2f}"


def rated(check: FactCheck) -> str:
    """Return the rating as written, with the number where its scale gives one: "Mostly false (0.25)"."""
    number = truth(check)
    return check.rating if number is None else f"{check.rating} ({number:g})"


def checked_by(check: FactCheck) -> str:
    """Return who rated it how, and when: "False (0), says Norvik Fact Desk, 2021-03-04"."""
    said = f"{rated(check)}, says {check.author or 'an author who is not named'}"
    return f"{said}, {_day(check)}" if check.published else said


def none_covers(coverage: Coverage) -> str:
    return f"no check covers this, of {coverage.searched:,} that are imported"


def _day(check: FactCheck) -> str | None:
    return check.published[:10] if check.published else None


CHECKS: Listing[StoredCheck] = Listing(
    columns=(
        Column("id", lambda s: s.check.id, lambda s: id_phrase(s.check.id), least=8),
        Column("claim", lambda s: s.check.claim, least=24),
        Column("rating", lambda s: s.check.rating, least=8, most=24),
        Column("truth", lambda s: truth(s.check), rank=4, least=5, numeric=True),
        Column("author", lambda s: s.check.author, least=10, most=28),
        Column("date", lambda s: s.check.published, lambda s: _day(s.check), rank=1, least=10),
        Column("version", lambda s: s.version, rank=5, least=7, numeric=True),
        Column("language", lambda s: s.check.language, rank=5, least=8),
        Column("url", lambda s: s.check.url, rank=2, least=24),
        Column("title", lambda s: s.check.title, rank=3, least=20, most=60),
    ),
    record=lambda stored: {**check_shape(stored.check), "version": stored.version},
)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line of the answer; without a match, that none covers the query."""

    coverage: Coverage
    match: CheckMatch | None = None


def answer_lines(answers: Iterable[Coverage]) -> Iterator[AnswerLine]:
    for coverage in answers:
        if not coverage.matches:
            yield AnswerLine(coverage)
        for match in coverage.matches:
            yield AnswerLine(coverage, match)


def _covered(line: AnswerLine) -> str:
    if line.match is not None:
        return line.match.check.claim
    return none_covers(line.coverage)


def _of(told: Callable[[CheckMatch], Cell]) -> Callable[[AnswerLine], Cell]:
    """Return what tells something of a line's match, and nothing where there is none."""
    return lambda line: told(line.match) if line.match is not None else None


ANSWERS: Listing[AnswerLine] = Listing(
    columns=(
        Column("score", _of(lambda m: m.score), _of(sure), least=5, numeric=True),
        Column("checked claim", _covered, least=24),
        Column("rating", _of(lambda m: rated(m.check)), least=10, most=24),
        Column("author", _of(lambda m: m.check.author), least=10, most=28),
        Column("date", _of(lambda m: m.check.published), _of(lambda m: _day(m.check)), rank=1, least=10),
        Column("why", _of(why), rank=1, least=20, most=60),
        Column("url", _of(lambda m: m.check.url), rank=2, least=24),
        Column("title", _of(lambda m: m.check.title), rank=4, least=20, most=60),
        Column("id", _of(lambda m: m.check.id), _of(lambda m: id_phrase(m.check.id)), rank=3, least=8),
        Column("query", lambda line: line.coverage.query, rank=5, least=20, most=60),
    ),
    record=lambda line: coverage_shape(line.coverage),
)

COVERAGES: Listing[Coverage] = Listing(columns=(), record=coverage_shape)
