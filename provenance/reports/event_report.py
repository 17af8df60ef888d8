"""All claims of one event, the most disputed first, in every format that a report has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.model.event import EventReport
from provenance.model.exchange import Json
from provenance.model.report import Assessment, CorroborationReport
from provenance.reports import phrases
from provenance.reports.disputes import WHO, conflict_shape, hints_of, table_of
from provenance.reports.escaping import json_text, markdown
from provenance.reports.events import days_phrase, event_shape, label_phrase
from provenance.reports.listings import telling_findings
from provenance.reports.markdown import conflict_lines
from provenance.reports.page import render_page
from provenance.reports.screen import Screen, canvas, drawn
from provenance.reports.shapes import report_shape
from provenance.reports.tables import csv_line
from provenance.reports.terminal import VERDICT_STYLES, conflict_blocks, hanging, indented, styled
from provenance.text.slight import is_slight

if TYPE_CHECKING:
    from rich.console import RenderableType

TITLES = {
    Assessment.DISPUTED: "Disputed",
    Assessment.CORROBORATED: "Corroborated",
    Assessment.SINGLE_ORIGIN: "From one origin as far as is known",
    Assessment.UNMATCHED: "Told by one article only",
}

IN_PASSING = "Who is who, and other short claims that articles share"

CSV_HEADER = (
    "claim",
    "assessment",
    "text",
    "contradicted by",
    "corroborated by",
    "outlets",
    "origins min",
    "origins max",
    "outlet",
    "published",
    "chain",
    "against",
    "sentence",
)


def render_event_report(report: EventReport, form: str, screen: Screen) -> Iterator[str]:
    """Yield the report in one of: terminal, md, json, jsonl, csv, html."""
    return FORMS[form](report, screen)


def event_report_shape(report: EventReport) -> Json:
    """Return the object of `report --event`; each of its claims is the object of `report`."""
    return {
        "event": event_shape(report.summary),
        "claims": [report_shape(claim) for claim in report.claims],
        "relations_elsewhere": report.elsewhere,
        "outlet_conflicts": [conflict_shape(conflict) for conflict in report.conflicts],
    }


def _json(report: EventReport, screen: Screen) -> Iterator[str]:
    yield json_text(event_report_shape(report), indent=2) + "\n"


def _json_lines(report: EventReport, screen: Screen) -> Iterator[str]:
    for claim in report.claims:
        yield json_text({"event": report.summary.event.id, **report_shape(claim)}) + "\n"


def _csv(report: EventReport, screen: Screen) -> Iterator[str]:
    yield csv_line(CSV_HEADER)
    for each in report.claims:
        claim, article = each.claim, each.claim.article
        yield csv_line(
            (
                claim.id,
                each.assessment.value,
                claim.text,
                len(each.contradicting),
                len(each.corroborating),
                each.outlets,
                each.origins.min,
                each.origins.max,
                article.outlet,
                article.published,
                phrases.chain_phrase(claim.attribution),
                "; ".join(_against(each)),
                each.sentences.get(claim.id),
            )
        )


def _against(report: CorroborationReport) -> Iterator[str]:
    """Yield each contradiction: who says what instead, and in which slot the two conflict."""
    for relation in report.contradicting:
        other = relation.other(report.claim.id)
        why = "; ".join(f"{finding.slot.value}: {finding.detail}" for finding in telling_findings(relation))
        chain = phrases.chain_phrase(other.attribution)
        yield f"{phrases.id_phrase(other.id)} {phrases.claim_phrase(other)} ({chain}) {why}"


@dataclass(slots=True)
class Told:
    """A claim, and those of the same standing that agree with it: people read once what three articles say."""

    report: CorroborationReport
    also: list[CorroborationReport] = field(default_factory=list)

    @property
    def is_slight(self) -> bool:
        """True where one line is enough for it."""
        return is_slight(self.report.claim.text) and not self.report.contradicting

    def also_lines(self) -> Iterator[str]:
        """Yield what others say alike; those who say it in the same words are on one line."""
        alike: dict[str, list[CorroborationReport]] = {}
        for each in self.also:
            alike.setdefault(phrases.claim_phrase(each.claim), []).append(each)
        for text, own in alike.items():
            first, *others = own
            yield f"also: {phrases.id_phrase(first.claim.id)} {text} ({'; '.join([_about(first), *_named(others)])})"

    def one_line(self) -> str:
        """Return the claim with all who say it: "Ada Lund [is] the mayor. (Post, ...; b82d7254 Tribune, ...)"."""
        names = "; ".join([_about(self.report), *_named(self.also)])
        return f"{phrases.claim_phrase(self.report.claim)} ({names})"


def _named(reports: Iterable[CorroborationReport]) -> Iterator[str]:
    """Yield who else says it: "b82d7254 Tribune, 2031-04-15"."""
    return (f"{phrases.id_phrase(each.claim.id)} {_about(each)}" for each in reports)


def _parts(report: EventReport) -> Iterator[tuple[str, Assessment, list[Told]]]:
    """Yield the claims by assessment; who is who comes before what one article alone tells, whatever its assessment."""
    slight: list[Told] = []
    for assessment, title in TITLES.items():
        own = _once(claim for claim in report.claims if claim.assessment is assessment)
        if assessment is Assessment.UNMATCHED:
            if slight:
                yield f"{IN_PASSING}: {_count(slight)}", assessment, slight
        else:
            slight += [told for told in own if told.is_slight]
            own = [told for told in own if not told.is_slight]
        if own:
            yield f"{title}: {_count(own)}", assessment, own


def _count(told: Iterable[Told]) -> int:
    return sum(1 + len(each.also) for each in told)


def _once(claims: Iterable[CorroborationReport]) -> list[Told]:
    """Return the claims, each under the first that it was itself found to agree with; disputed ones stand alone."""
    told: list[Told] = []
    under: dict[str, Told] = {}
    for each in claims:
        lead = under.get(each.claim.id) if not each.contradicting else None
        if lead is not None:
            lead.also.append(each)
            continue
        told.append(own := Told(each))
        for relation in each.corroborating:
            under.setdefault(relation.other(each.claim.id).id, own)
    return told


def _summary(report: EventReport) -> Iterator[str]:
    summary = report.summary
    outlets, articles = len(summary.outlets), len(summary.event.articles)
    yield (
        f"{phrases.plural(articles, 'article')} of {phrases.plural(outlets, 'known outlet')}, "
        f"{days_phrase(summary.first, summary.last)}; {phrases.plural(len(report.claims), 'claim')}, "
        f"{phrases.plural(summary.disputed, 'disputed pair')}"
    )
    if report.elsewhere:
        relations = phrases.plural(report.elsewhere, "relation")
        yield f"not counted: {relations} with claims of other events, which speak of something else"


def _hints(report: CorroborationReport) -> Iterator[str]:
    """Yield how many origins stand behind each value that is disputed: a hint, and no verdict."""
    for hint in hints_of(report.rankings, report.claim.id):
        yield f"hint, no verdict: {hint.slot}: {hint.counts}; {'; '.join((hint.reading, *hint.notes))}"


def _about(report: CorroborationReport) -> str:
    claim = report.claim
    return f"{phrases.chain_phrase(claim.attribution)}, {phrases.moment_phrase(claim.article.published)}"


def _terminal(report: EventReport, screen: Screen) -> Iterator[str]:
    console = canvas(screen)
    for block in _blocks(report):
        console.print(block)
    yield drawn(console)


def _blocks(report: EventReport) -> Iterator[RenderableType]:
    yield styled(f"Event {phrases.id_phrase(report.summary.event.id)}", "dim")
    yield styled(label_phrase(report.summary.event.label), "bold")
    for line in _summary(report):
        yield styled(line, "dim")
    if table := table_of(report.conflicts):
        yield ""
        yield styled(WHO, "bold underline")
        yield from map(indented, conflict_blocks(table))
    for title, assessment, claims in _parts(report):
        yield ""
        yield styled(title, VERDICT_STYLES[assessment.value.replace("_", " ")] + " underline")
        for told in claims:
            yield indented(hanging(styled(phrases.id_phrase(told.report.claim.id), "dim"), _lines(told)))


def _lines(told: Told) -> Iterable[RenderableType]:
    report = told.report
    if told.is_slight:
        yield styled(told.one_line(), "dim")
        return
    yield styled(phrases.claim_phrase(report.claim), "bold")
    yield styled(_about(report), "cyan")
    if report.assessment is not Assessment.UNMATCHED:
        yield styled(phrases.verdict_phrase(report))
    for line in _against(report):
        yield styled(f"against: {line}", "red")
    for line in _hints(report):
        yield styled(line, "cyan")
    for line in told.also_lines():
        yield styled(line, "dim")


def _markdown(report: EventReport, screen: Screen) -> Iterator[str]:
    yield f"# {markdown(label_phrase(report.summary.event.label))}\n\n"
    yield f"Event `{report.summary.event.id}`.\n"
    yield from (f"{markdown(line)}.\n" for line in _summary(report))
    if table := table_of(report.conflicts):
        yield "\n" + "\n".join(conflict_lines(table))
    for title, _, claims in _parts(report):
        yield f"\n## {title}\n\n"
        for told in claims:
            each = told.report
            if told.is_slight:
                yield f"- {markdown(told.one_line())} `{phrases.id_phrase(each.claim.id)}`\n"
                continue
            verdict = "" if each.assessment is Assessment.UNMATCHED else f"; {phrases.verdict_phrase(each)}"
            claim = f"**{markdown(phrases.claim_phrase(each.claim))}** `{phrases.id_phrase(each.claim.id)}`"
            yield f"- {claim} {markdown(_about(each) + verdict)}\n"
            yield from (f"  - against: {markdown(line)}\n" for line in _against(each))
            yield from (f"  - {markdown(line)}\n" for line in _hints(each))
            yield from (f"  - {markdown(line)}\n" for line in told.also_lines())


def _html(report: EventReport, screen: Screen) -> Iterator[str]:
    event = report.summary.event
    yield render_page(
        "event.html.j2",
        label=label_phrase(event.label),
        id=event.id,
        summary=list(_summary(report)),
        conflicts=table_of(report.conflicts),
        parts=[{"title": title, "claims": list(map(_html_claim, claims))} for title, _, claims in _parts(report)],
    )


def _html_claim(told: Told) -> Json:
    each = told.report
    return {
        "id": each.claim.id,
        "text": phrases.claim_phrase(each.claim),
        "about": _about(each),
        "verdict": phrases.verdict_phrase(each),
        "against": list(_against(each)),
        "hints": list(_hints(each)),
        "also": list(told.also_lines()),
        "sentence": "" if told.is_slight else each.sentences.get(each.claim.id, ""),
        "slight": told.one_line() if told.is_slight else None,
        "url": each.claim.article.url,
    }


FORMS: dict[str, Callable[[EventReport, Screen], Iterator[str]]] = {
    "terminal": _terminal,
    "md": _markdown,
    "json": _json,
    "jsonl": _json_lines,
    "csv": _csv,
    "html": _html,
}
