"""The corroboration report as one HTML page that stands alone: no script, nothing loaded, readable on paper."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from provenance.model.report import CorroborationReport
from provenance.reports.account import give_account
from provenance.reports.disputes import HINT, SIDES, WHO
from provenance.reports.escaping import link, visible
from provenance.reports.phrases import id_phrase
from provenance.reports.screen import Screen

if TYPE_CHECKING:
    from jinja2 import Environment


class HtmlReport:
    """Everything is escaped; only http and https addresses become links; nothing is loaded from anywhere."""

    name = "html"
    suffix = ".html"

    def render(self, report: CorroborationReport, screen: Screen) -> str:
        return render_page("report.html.j2", account=give_account(report))


def render_page(template: str, **values: object) -> str:
    """Return a page of this template, with the style sheet in it and nothing that it would load."""
    style = _template_file("report.css")
    style_hash = b64encode(sha256(style.encode()).digest()).decode()
    titles = {"hint": HINT, "who": WHO, "sides": SIDES}
    page = _environment().get_template(template)
    return page.render(style=style, style_hash=style_hash, titles=titles, **values) + "\n"


def _template_file(name: str) -> str:
    return (files("provenance.reports") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def finalize(value: object) -> object:
        """What is printed has passed `visible` before it is escaped."""
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FunctionLoader(_template_file),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["link"] = link
    environment.filters["short_id"] = id_phrase
    environment.filters["style"] = Markup  # our own style sheet, the one thing that is printed as it is
    return environment


HTML = HtmlReport()
