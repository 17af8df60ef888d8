"""What covers a claim, for a terminal: each check with its rating, its author, where it stands, and why it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from provenance.model.fact_check import CheckMatch, Coverage
from provenance.reports.fact_checks import checked_by, none_covers, sure, why
from provenance.reports.screen import Screen, canvas, drawn
from provenance.reports.terminal import hanging, styled

if TYPE_CHECKING:
    from rich.console import RenderableType


def render_answers(answers: Iterable[Coverage], screen: Screen) -> Iterator[str]:
    """Yield a block for each text that was asked about."""
    for number, coverage in enumerate(answers):
        console = canvas(screen)
        if number:
            console.print()
        console.print(styled(coverage.query, "bold"))
        for block in answer_blocks(coverage):
            console.print(block)
        yield drawn(console)


def answer_blocks(coverage: Coverage) -> Iterator[RenderableType]:
    """Yield each check that may cover it, or that none does."""
    if not coverage.matches:
        yield styled(f"({none_covers(coverage)})", "dim")
    for match in coverage.matches:
        yield _block(match)


def _block(match: CheckMatch) -> RenderableType:
    check = match.check
    lines: list[RenderableType] = [styled(check.claim, "bold"), styled(checked_by(check), "cyan")]
    if check.title:
        lines.append(styled(f"“{check.title}”"))
    if check.url:
        lines.append(styled(f"<{check.url}>"))
    lines.append(styled(why(match), "dim"))
    return hanging(styled(sure(match), "dim"), lines)
