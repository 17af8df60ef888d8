"""The corroboration report for a terminal; in a pipe the same lines, unbroken, with the marks in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from provenance.model.report import CorroborationReport
from provenance.reports.account import Account, Appearance, CheckedClaim, Group, OtherClaim, Reason, give_account
from provenance.reports.disputes import HINT, SIDES, WHO, ConflictTable, Hint
from provenance.reports.escaping import one_line
from provenance.reports.marked import Piece, Role
from provenance.reports.phrases import id_phrase, plural
from provenance.reports.screen import Screen, canvas, drawn

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

VERDICT_STYLES = {
    "corroborated": "bold green",
    "disputed": "bold red",
    "single origin": "bold yellow",
    "unmatched": "bold",
}
ROLE_STYLES = {
    Role.SOURCE: "bold cyan",
    Role.CUE: "yellow",
    Role.CONTENT: "green",
    Role.CLAIM: "bold green",
}
REASON_STYLES = {"conflicts": "red", "narrows": "cyan", "agrees": "green", "abstains": "dim"}
INDENT = 2
WIDE = 120  # columns from which a table has room for whole claims


class TerminalReport:
    """Fits the screen's width; without colour, marks are words in square brackets."""

    name = "terminal"
    suffix = ".txt"

    def render(self, report: CorroborationReport, screen: Screen) -> str:
        account = give_account(report)
        console = canvas(screen)
        for block in _blocks(account, screen):
            console.print(block)
        return drawn(console)


def styled(text: str, style: str = "") -> Text:
    """Return one line of an article's or our own words, with nothing in it that a terminal would act on."""
    from rich.text import Text

    return Text(one_line(text), style=style)


def marked_text(pieces: Iterable[Piece], screen: Screen) -> Text:
    """Return the sentence with its parts in colours, or in words where there is no colour: "[source: KCNA]"."""
    from rich.text import Text

    text = Text()
    for piece in pieces:
        words = _keeping_edges(piece.text)
        if piece.role is None:
            text.append(words)
        elif screen.color:
            text.append(words, ROLE_STYLES[piece.role])
        else:
            text.append(f"[{piece.role.value}: {words}]")
    return text


def _keeping_edges(text: str) -> str:
    """Return one visible line that keeps a blank at either end, so that pieces still join to a sentence."""
    line = one_line(text)
    before = " " if text[:1].isspace() and line else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{line}{after}"


def indented(block: RenderableType, by: int = INDENT) -> RenderableType:
    from rich.padding import Padding

    return Padding(block, (0, 0, 0, by))


def pairs(rows: Iterable[tuple[str, Text]]) -> RenderableType:
    """Return labels and what they name, in two columns."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for label, text in rows:
        grid.add_row(styled(label), text)
    return grid


def _blocks(account: Account, screen: Screen) -> Iterable[RenderableType]:
    yield styled(f"Claim {id_phrase(account.id)}", "dim")
    yield styled(account.text, "bold")
    yield ""
    yield styled(account.verdict, VERDICT_STYLES[account.assessment])
    yield styled(f"({account.meaning})", "dim")
    yield ""
    yield pairs(_facts(account, screen))
    yield from _section(f"Origins: {account.origins}, {account.outlets}", map(_group, account.groups))
    yield from (indented(hanging(styled("?", "yellow"), [styled(doubt, "yellow")])) for doubt in account.doubts)
    yield from _section(HINT, hint_blocks(account.hints)) if account.hints else ()
    yield from _section(WHO, conflict_blocks(account.conflicts)) if account.conflicts else ()
    for title, others in (
        ("Contradicted by", account.contradicting),
        ("Corroborated by", account.corroborating),
        ("Agrees as far as it goes, says less (not counted)", account.less_precise),
        ("Updates", account.updating),
    ):
        if others or title in ("Contradicted by", "Corroborated by"):
            yield from _section(
                f"{title}: {len(others) or 'no stored claim'}", _apart(_other(o, screen) for o in others)
            )
    if account.tells_of_checks:
        none = [styled(f"({account.unchecked})", "dim")] if account.unchecked else []
        yield from _section("Checked already", [*map(_check, account.checks), *none])
    order = [styled(account.order, "dim")] if account.order else []
    yield from _section(
        "First known appearances", [_timeline(account.timeline, screen), *order] if account.timeline else []
    )


def hint_blocks(hints: Iterable[Hint]) -> Iterable[RenderableType]:
    """Yield each slot with the count behind each value, and what that hints at."""
    for hint in hints:
        lines = [styled(hint.counts), styled(hint.reading, "cyan"), *(styled(note, "dim") for note in hint.notes)]
        yield hanging(styled(f"{hint.slot}:", "bold"), lines)


def conflict_blocks(table: ConflictTable) -> Iterable[RenderableType]:
    """Yield who contradicts whom as a table that folds its words on a narrow screen, and what its fields hold."""
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for title in table.header:
        numeric = title == "pairs"
        grid.add_column(styled(title), overflow="fold", justify="right" if numeric else "left", no_wrap=numeric)
    for row in table.rows:
        grid.add_row(*map(styled, row))
    yield grid
    yield styled(f"({SIDES})", "dim")


def _apart(blocks: Iterable[RenderableType]) -> Iterable[RenderableType]:
    """Yield the blocks with an empty line between two."""
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield block


def _facts(account: Account, screen: Screen) -> Iterable[tuple[str, Text]]:
    for fact in account.facts:
        yield fact.label, styled(f"{fact.text} <{fact.url}>" if fact.url else fact.text)
    if account.sentence:
        yield "sentence", marked_text(account.sentence, screen)


def _section(title: str, blocks: Iterable[RenderableType]) -> Iterable[RenderableType]:
    yield ""
    yield styled(title, "bold underline")
    for block in blocks:
        yield indented(block)


def side_by_side(*parts: Text) -> Text:
    """Return the parts on one line, each in its own style."""
    from rich.text import Text

    return Text(" ").join(parts)


def hanging(lead: Text, lines: Iterable[RenderableType]) -> RenderableType:
    """Return lines that hang beside what leads them."""
    from rich.console import Group as Stack
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(lead, Stack(*lines))
    return grid


def _group(group: Group) -> RenderableType:
    style = "" if group.certain else "yellow"
    line = side_by_side(styled(f"{group.root}:", f"bold {style}"), styled(group.why, style))
    detail = f"{plural(len(group.claims), 'claim')} in {group.outlets or 'an unknown outlet'}"
    return hanging(styled("•" if group.certain else "?", style), [line, styled(detail, "dim")])


def _other(other: OtherClaim, screen: Screen) -> RenderableType:
    about = styled(f"{other.kind} ({other.score:.2f}): {other.chain}, {other.published}", "cyan")
    source = [styled(f"source: {other.source}", "dim")] if other.source else []
    lines: list[RenderableType] = [styled(other.text, "bold"), about, *source, *_reasons(other.reasons)]
    lines.append(styled(other.independence, "green" if other.independent else "yellow"))
    if other.sentence:
        lines.append(marked_text(other.sentence, screen))
    return hanging(styled(id_phrase(other.claim.id), "dim"), lines)


def _check(check: CheckedClaim) -> RenderableType:
    lines: list[RenderableType] = [styled(check.text, "bold"), styled(check.by, "cyan")]
    if check.url:
        lines.append(styled(f"<{check.url}>"))
    return hanging(styled(check.score, "dim"), [*lines, styled(check.why, "dim")])


def _reasons(reasons: Iterable[Reason]) -> Iterable[Text]:
    """Yield every conflict and narrowing with both sides' words; what agrees or is left open is named on one line each.

    The other formats give those in full as well.
    """
    briefly: dict[str, list[str]] = {"agrees": [], "abstains": []}
    for reason in reasons:
        if reason.verdict in briefly:
            briefly[reason.verdict].append(reason.slot)
            continue
        sides = f"here “{reason.ours}”, there “{reason.theirs}”: {reason.detail} [{reason.rule}]"
        yield side_by_side(styled(f"{reason.slot} {reason.verdict}:", REASON_STYLES[reason.verdict]), styled(sides))
    for verdict, label in (("agrees", "agrees in"), ("abstains", "left open")):
        if briefly[verdict]:
            yield styled(f"{label}: {', '.join(dict.fromkeys(briefly[verdict]))}", REASON_STYLES[verdict])


def _timeline(appearances: Iterable[Appearance], screen: Screen) -> RenderableType:
    """Return when each appeared and with whom; a wide screen has room for what it says, too."""
    from rich.table import Table

    wide = screen.width is None or screen.width >= WIDE
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    for _ in range(2 if wide else 1):
        grid.add_column(overflow="fold")
    for entry in appearances:
        cells = [entry.place, entry.at, id_phrase(entry.id), entry.event, entry.chain, *([entry.text] if wide else [])]
        grid.add_row(*map(styled, cells))
    return grid


TERMINAL = TerminalReport()
