"""The corroboration report as Markdown, to paste into a note or an issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.model.report import CorroborationReport
from provenance.reports.account import Account, OtherClaim, give_account
from provenance.reports.disputes import HINT, SIDES, WHO, ConflictTable
from provenance.reports.escaping import link, markdown
from provenance.reports.marked import Piece
from provenance.reports.phrases import id_phrase
from provenance.reports.screen import Screen
from provenance.reports.tables import markdown_row


class MarkdownReport:
    """CommonMark with GitHub's tables; every word of an article is escaped."""

    name = "md"
    suffix = ".md"

    def render(self, report: CorroborationReport, screen: Screen) -> str:
        return "\n".join(_lines(give_account(report))) + "\n"


def _lines(account: Account) -> Iterator[str]:
    yield f"# {markdown(account.text)}"
    yield ""
    yield f"**{markdown(account.verdict)}** ({markdown(account.meaning)}). Claim `{account.id}`."
    yield ""
    yield from _facts(account)
    yield from _quote(account.sentence)
    yield from _origins(account)
    yield from _hints(account)
    yield from conflict_lines(account.conflicts)
    yield from _others("Contradicted by", account.contradicting)
    yield from _others("Corroborated by", account.corroborating)
    if account.less_precise:
        yield from _others("Agrees as far as it goes, says less (not counted)", account.less_precise)
    if account.updating:
        yield from _others("Updates", account.updating)
    yield from _checks(account)
    yield from _timeline(account)


def _facts(account: Account) -> Iterator[str]:
    for fact in account.facts:
        url = link(fact.url)
        shown = f"[{markdown(fact.text)}](<{url}>)" if url else markdown(fact.text)
        unlinked = f" ({markdown(fact.url)})" if fact.url and not url else ""
        yield f"- {fact.label}: {shown}{unlinked}"
    yield ""


def _quote(pieces: Iterable[Piece], indent: str = "") -> Iterator[str]:
    """Yield the sentence as a quotation, the claim's words in bold."""
    words = "".join(_piece(piece) for piece in pieces)
    if words:
        yield f"{indent}> {words}"
        yield ""


def _piece(piece: Piece) -> str:
    words = markdown(piece.text)
    if piece.role and words:
        words = f"**{words}**"
    before = " " if piece.text[:1].isspace() else ""
    after = " " if piece.text[-1:].isspace() and words else ""
    return f"{before}{words}{after}"


def _origins(account: Account) -> Iterator[str]:
    yield f"## Origins: {account.origins}, {account.outlets}"
    yield ""
    yield markdown_row(["origin", "why", "certain", "claims", "outlets"]).rstrip()
    yield "| --- | --- | --- | ---: | --- |"
    for group in account.groups:
        certain = "yes" if group.certain else "no"
        yield markdown_row([group.root, group.why, certain, len(group.claims), group.outlets]).rstrip()
    yield ""
    yield from (f"- In doubt: {markdown(doubt)}" for doubt in account.doubts)
    if account.doubts:
        yield ""


def _hints(account: Account) -> Iterator[str]:
    if not account.hints:
        return
    yield f"## {HINT}"
    yield ""
    for hint in account.hints:
        yield f"- {hint.slot}: {markdown(hint.counts)}"
        yield f"  - {markdown(hint.reading)}"
        yield from (f"  - {markdown(note)}" for note in hint.notes)
    yield ""


def conflict_lines(table: ConflictTable) -> Iterator[str]:
    """Yield who contradicts whom as a section with a table; nothing where nobody does."""
    if not table:
        return
    yield f"## {WHO}"
    yield ""
    yield markdown_row(table.header).rstrip()
    yield f"| {' | '.join('---:' if title == 'pairs' else '---' for title in table.header)} |"
    yield from (markdown_row(row).rstrip() for row in table.rows)
    yield ""
    yield f"({SIDES})"
    yield ""


def _others(title: str, others: tuple[OtherClaim, ...]) -> Iterator[str]:
    yield f"## {title}: {len(others) or 'no stored claim'}"
    yield ""
    for other in others:
        yield f"- **{markdown(other.text)}** {other.kind}, score {other.score:.2f}, `{id_phrase(other.claim.id)}`"
        yield f"  - {markdown(other.chain)}, {markdown(other.published)}; {markdown(other.independence)}"
        if other.source:
            yield f"  - source: {markdown(other.source)}"
        for reason in other.reasons:
            sides = f"here “{markdown(reason.ours)}”, there “{markdown(reason.theirs)}”"
            yield f"  - {reason.slot} {reason.verdict}: {sides}: {markdown(reason.detail)} (`{reason.rule}`)"
        yield ""
        yield from _quote(other.sentence, "  ")


def _checks(account: Account) -> Iterator[str]:
    if not account.tells_of_checks:
        return
    yield "## Checked already"
    yield ""
    for check in account.checks:
        url = link(check.url)
        title = markdown(check.title or "the review")
        shown = f"[{title}](<{url}>)" if url else title
        yield f"- **{markdown(check.text)}** {markdown(check.by)}, score {check.score}"
        yield f"  - {shown}; {markdown(check.why)}"
    if account.unchecked:
        yield f"({markdown(account.unchecked)})"
    yield ""


def _timeline(account: Account) -> Iterator[str]:
    if not account.timeline:
        return
    yield "## First known appearances"
    yield ""
    yield markdown_row(["place", "when", "who", "what", "claim"]).rstrip()
    yield "| --- | --- | --- | --- | --- |"
    for entry in account.timeline:
        yield markdown_row([entry.place, entry.at, entry.chain, entry.event, entry.text]).rstrip()
    if account.order:
        yield ""
        yield f"({markdown(account.order)})"


MARKDOWN = MarkdownReport()
