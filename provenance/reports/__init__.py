"""What a user sees: reports, tables, and the one place where hostile text is made safe to show."""

from __future__ import annotations

from typing import Protocol

from provenance.model.report import CorroborationReport
from provenance.reports.markdown import MARKDOWN
from provenance.reports.page import HTML
from provenance.reports.record import JSON, JSON_LINES
from provenance.reports.screen import PLAIN, Screen
from provenance.reports.sheet import CSV
from provenance.reports.terminal import TERMINAL


class Report(Protocol):
    """One format of the corroboration report."""

    @property
    def name(self) -> str:
        """What `--format` calls it: "md"."""

    @property
    def suffix(self) -> str:
        """What a file of it ends in: ".md"."""

    def render(self, report: CorroborationReport, screen: Screen) -> str:
        """Return the whole report, ending with a line break."""


REPORTS: tuple[Report, ...] = (TERMINAL, MARKDOWN, JSON, JSON_LINES, CSV, HTML)

__all__ = ["PLAIN", "REPORTS", "Report", "Screen"]
