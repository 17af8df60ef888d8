"""One claim where it stands: its sentence with source, cue and content, its chain as a tree, its frame as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.model.answer import ClaimInContext
from provenance.model.attribution import Attribution
from provenance.model.exchange import Json, spans_out
from provenance.model.source import Hop
from provenance.model.span import Span
from provenance.reports import phrases
from provenance.reports.account import claim_facts
from provenance.reports.escaping import json_text, markdown
from provenance.reports.marked import Piece, Role, mark
from provenance.reports.screen import Screen, canvas, drawn
from provenance.reports.shapes import claim_shape
from provenance.reports.tables import TableFormat, csv_line, markdown_row
from provenance.reports.terminal import indented, marked_text, pairs, side_by_side, styled

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

VIEW_FORMATS = (TableFormat.TABLE, TableFormat.JSON, TableFormat.JSONL, TableFormat.CSV, TableFormat.MARKDOWN)


TOLD_ELSEWHERE = ("said by", "source", "speaks of", "places")  # the tree and the frame tell them in full


def attributed(view: ClaimInContext) -> tuple[Piece, ...]:
    """Return the sentence cut into source, cue, content and the rest."""
    attribution = view.claim.attribution
    roles = {Role.SOURCE: attribution.source, Role.CUE: attribution.cue, Role.CONTENT: attribution.content}
    return mark(view.sentence, view.start, roles)


def own_words(view: ClaimInContext) -> str | None:
    """Return the claim's own words, joined by dots where they are broken; None where they are the whole content."""
    claim, content = view.claim.claim.span, view.claim.attribution.content
    if claim == content:
        return None
    return " ... ".join(piece.text for piece in mark(view.sentence, view.start, {Role.CLAIM: claim}) if piece.role)


def render_claim(view: ClaimInContext, form: TableFormat, screen: Screen) -> str:
    """Return the claim in one of VIEW_FORMATS."""
    if form is TableFormat.JSON:
        return json_text(_shape(view), indent=2) + "\n"
    if form is TableFormat.JSONL:
        return json_text(_shape(view)) + "\n"
    if form is TableFormat.CSV:
        return "".join(csv_line(row) for row in (("slot", "value"), *_rows(view)))
    if form is TableFormat.MARKDOWN:
        return "".join(_markdown(view))
    console = canvas(screen)
    for block in _blocks(view, screen):
        console.print(block)
    return drawn(console)


def _shape(view: ClaimInContext) -> Json:
    """Return the claim's shape with its sentence, and where the source, cue and content stand in the article."""
    attribution = view.claim.attribution
    return {
        **claim_shape(view.claim),
        "sentence_text": view.sentence,
        "sentence_span": spans_out([Span(view.start, view.start + len(view.sentence))] if view.sentence else []),
        "source": spans_out(attribution.source),
        "cue": spans_out(attribution.cue),
        "content": spans_out(attribution.content),
    }


def _rows(view: ClaimInContext) -> Iterator[tuple[str, str]]:
    yield "claim", view.claim.text
    yield "id", view.claim.id
    for fact in claim_facts(view.claim):
        yield fact.label, fact.text
        if fact.url:
            yield "url", fact.url
    yield "sentence", view.sentence
    yield from phrases.frame_phrases(view.claim.frame)


def _markdown(view: ClaimInContext) -> Iterator[str]:
    yield f"# {markdown(view.claim.text)}\n\n"
    yield f"> {markdown(view.sentence)}\n\n"
    yield markdown_row(("slot", "value"))
    yield "| --- | --- |\n"
    yield from (markdown_row(row) for row in _rows(view) if row[0] not in ("claim", "sentence"))


def _blocks(view: ClaimInContext, screen: Screen) -> Iterator[RenderableType]:
    yield styled(f"Claim {view.claim.id}", "dim")
    yield styled(view.claim.text, "bold")
    yield ""
    yield marked_text(attributed(view), screen)
    if words := own_words(view):
        yield styled(f"words of this claim: {words}", "dim")
    yield ""
    yield styled("Who says so", "bold underline")
    yield indented(_chain(view.claim.attribution, screen))
    yield ""
    facts = (fact for fact in claim_facts(view.claim) if fact.label not in TOLD_ELSEWHERE)
    yield pairs((fact.label, styled(_with_address(fact.text, fact.url))) for fact in facts)
    yield ""
    yield styled("What it says", "bold underline")
    yield indented(pairs((slot, styled(value)) for slot, value in phrases.frame_phrases(view.claim.frame)))


def _with_address(text: str, url: str | None) -> str:
    return f"{text} <{url}>" if url else text


def _chain(attribution: Attribution, screen: Screen) -> RenderableType:
    """Return the chain, the outlet on top, each step under who took it from there; in a pipe by indents alone."""
    from rich.console import Group
    from rich.tree import Tree

    outlet, *others = attribution.chain
    steps = [_step(outlet), *(side_by_side(styled(f"{hop.via}:", "dim"), _step(hop)) for hop in others)]
    if screen.width is None:
        return Group(*(indented(step, 2 * depth) for depth, step in enumerate(steps)))
    tree = node = Tree(steps[0], guide_style="dim")
    for step in steps[1:]:
        node = node.add(step)
    return tree


def _step(hop: Hop) -> Text:
    details = styled(f"({', '.join(phrases.hop_details(hop))})", "dim")
    return side_by_side(styled(phrases.hop_phrase(hop), "bold"), details)
