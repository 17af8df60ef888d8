"""The corroboration report as CSV: one row for the claim, one for each finding about each other claim."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.fact_check import CheckMatch
from provenance.model.report import CorroborationReport
from provenance.reports.account import Account, OtherClaim, give_account
from provenance.reports.fact_checks import rated, why
from provenance.reports.phrases import source_phrase
from provenance.reports.screen import Screen
from provenance.reports.tables import csv_line

HEADER = (
    "claim",
    "is",
    "text",
    "outlet",
    "published",
    "chain",
    "root",
    "independent",
    "score",
    "slot",
    "verdict",
    "words of this claim",
    "words of the other",
    "detail",
    "rule",
    "sentence",
    "source",
)


class CsvReport:
    """Cells that would start a formula get a leading apostrophe; numbers stay numbers."""

    name = "csv"
    suffix = ".csv"

    def render(self, report: CorroborationReport, screen: Screen) -> str:
        return "".join(csv_line(row) for row in _rows(report, give_account(report)))


def _rows(report: CorroborationReport, account: Account) -> Iterator[tuple[object, ...]]:
    claim = report.claim
    yield HEADER
    chain, root = account.facts[0].text, claim.attribution.root.name
    sentence = report.sentences.get(claim.id)
    head = (claim.id, account.verdict, claim.text, claim.article.outlet, claim.article.published, chain, root)
    source = source_phrase(claim.attribution.root)
    yield (*head, None, None, None, None, None, None, None, None, sentence, source)
    for other in (*account.contradicting, *account.corroborating, *account.less_precise, *account.updating):
        yield from _finding_rows(other)
    for match in report.checks.matches if report.checks else ():
        yield _check_row(match)


def _check_row(match: CheckMatch) -> tuple[object, ...]:
    check = match.check
    head = (check.id, "checked", check.claim, check.author, check.published, None, None)
    return (*head, None, match.score, None, rated(check), None, None, why(match), None, check.title, check.url)


def _finding_rows(other: OtherClaim) -> Iterator[tuple[object, ...]]:
    claim = other.claim
    article, root = claim.article, claim.attribution.root.name
    head = (claim.id, other.kind, claim.text, article.outlet, article.published, other.chain, root)
    about = (*head, other.independence, round(other.score, 4))
    ending = ("".join(piece.text for piece in other.sentence), other.source)
    for reason in other.reasons:
        yield (*about, reason.slot, reason.verdict, reason.ours, reason.theirs, reason.detail, reason.rule, *ending)
    if not other.reasons:
        yield (*about, None, None, None, None, None, None, *ending)


CSV = CsvReport()
