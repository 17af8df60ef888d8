"""The corroboration report as JSON, in the shape that other programs rely on."""

from __future__ import annotations

from provenance.model.report import CorroborationReport
from provenance.reports.escaping import json_text
from provenance.reports.screen import Screen
from provenance.reports.shapes import report_shape


class JsonReport:
    """One object over several lines."""

    name = "json"
    suffix = ".json"

    def render(self, report: CorroborationReport, screen: Screen) -> str:
        return json_text(report_shape(report), indent=2) + "\n"


class JsonLinesReport:
    """The same object on one line."""

    name = "jsonl"
    suffix = ".jsonl"

    def render(self, report: CorroborationReport, screen: Screen) -> str:
        return json_text(report_shape(report)) + "\n"


JSON = JsonReport()
JSON_LINES = JsonLinesReport()
