"""What two sentences are to each other: one pair in full, or many as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model.answer import ComparedSentences
from provenance.model.relation import Finding, RelationKind, Verdict
from provenance.reports.escaping import json_text
from provenance.reports.screen import Screen, canvas, drawn
from provenance.reports.shapes import comparison_shape
from provenance.reports.tables import Column, Listing, TableFormat, render_rows
from provenance.reports.terminal import REASON_STYLES, indented, pairs, side_by_side, styled

if TYPE_CHECKING:
    from rich.text import Text

RELATION_STYLES = {
    RelationKind.CONTRADICTS: "bold red",
    RelationKind.CORROBORATES: "bold green",
    RelationKind.REFINES: "bold cyan",
    RelationKind.UPDATES: "bold cyan",
    RelationKind.RELATED: "bold",
    RelationKind.UNRELATED: "bold dim",
}


def _findings(compared: ComparedSentences) -> str:
    telling = (f for f in compared.comparison.findings if f.verdict is not Verdict.AGREES)
    chosen = list(telling) or list(compared.comparison.findings)
    return "; ".join(f"{finding.slot.value} {finding.verdict.value}: {finding.detail}" for finding in chosen)


COMPARISONS: Listing[ComparedSentences] = Listing(
    columns=(
        Column("id", lambda c: c.ref, least=4, most=16),
        Column("relation", lambda c: c.comparison.kind.value, least=12),
        Column("score", lambda c: round(c.comparison.score, 3), least=5, numeric=True),
        Column("why", _findings, least=20, most=60),
        Column("claim a", lambda c: c.about[0], rank=1, least=20),
        Column("claim b", lambda c: c.about[1], rank=1, least=20),
    ),
    record=lambda c: comparison_shape(c.comparison, c.about, c.ref),
)


def render_comparison(compared: ComparedSentences, form: TableFormat, screen: Screen) -> str:
    """Return one comparison with everything that was found."""
    if form is TableFormat.JSON:
        return json_text(COMPARISONS.record(compared), indent=2) + "\n"
    if form is not TableFormat.TABLE:
        return "".join(render_rows(COMPARISONS, [compared], form, screen))
    comparison, likely = compared.comparison, compared.comparison.probabilities
    console = canvas(screen)
    console.print(styled(f"{comparison.kind.value} ({comparison.score:.2f})", RELATION_STYLES[comparison.kind]))
    console.print(indented(pairs((side, styled(text)) for side, text in zip("AB", compared.about, strict=True))))
    for finding in comparison.findings:
        console.print(indented(side_by_side(*_finding(finding))))
    console.print(
        styled(
            f"same {likely.same:.2f}, contradict {likely.contradict:.2f}, neither {likely.neither:.2f}",
            "dim",
        )
    )
    return drawn(console)


def _finding(finding: Finding) -> tuple[Text, Text]:
    lead = styled(f"{finding.slot.value} {finding.verdict.value}:", REASON_STYLES[finding.verdict.value])
    sides = f"A “{finding.left}”, B “{finding.right}”: {finding.detail} [{finding.rule}]"
    return lead, styled(sides)
