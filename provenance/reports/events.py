"""Events as a list, and one event with the articles that tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from provenance.model.event import Event, EventMove, EventSummary, EventView
from provenance.model.exchange import Json
from provenance.model.version import ArticleSummary
from provenance.reports import phrases
from provenance.reports.escaping import json_text, markdown
from provenance.reports.listings import ARTICLES
from provenance.reports.screen import Screen, canvas, drawn
from provenance.reports.tables import Column, Listing, TableFormat, render_rows
from provenance.reports.terminal import pairs, styled

if TYPE_CHECKING:
    from rich.console import RenderableType

NO_LABEL = "(no telling words)"


def label_phrase(label: str | None) -> str:
    return label or NO_LABEL


def days_phrase(first: date | None, last: date | None) -> str:
    """Return the days between which an event's articles were published: "2019-04-22..25"."""
    if first is None or last is None:
        return "date not known"
    if first == last:
        return first.isoformat()
    same = "%d" if (first.year, first.month) == (last.year, last.month) else "%Y-%m-%d"
    return f"{first.isoformat()}..{last.strftime(same)}"


def event_shape(summary: EventSummary) -> Json:
    """Return a line of `events`."""
    event = summary.event
    return {
        "id": event.id,
        "label": event.label,
        "first": summary.first.isoformat() if summary.first else None,
        "last": summary.last.isoformat() if summary.last else None,
        "articles": len(event.articles),
        "article_ids": list(event.articles),
        "outlets": list(summary.outlets),
        "claims": summary.claims,
        "disputed": summary.disputed,
        "topic": {"id": event.topic, "label": event.topic_label} if event.topic else None,
    }


EVENTS: Listing[EventSummary] = Listing(
    columns=(
        Column("id", lambda s: s.event.id, lambda s: phrases.id_phrase(s.event.id), least=8),
        Column("event", lambda s: label_phrase(s.event.label), least=28),
        Column("published", lambda s: days_phrase(s.first, s.last), least=22, most=22),
        Column("articles", lambda s: len(s.event.articles), least=8, numeric=True),
        Column("outlets", lambda s: len(s.outlets), rank=2, least=7, numeric=True),
        Column("claims", lambda s: s.claims, rank=1, least=6, numeric=True),
        Column("disputed", lambda s: s.disputed, least=8, numeric=True),
        Column("topic", lambda s: s.event.topic_label, rank=3, least=16, most=40),
    ),
    record=event_shape,
)


def render_event(view: EventView, form: TableFormat, screen: Screen) -> Iterator[str]:
    """Yield one event: what is known of it, and its articles as a table."""
    if form in (TableFormat.JSON, TableFormat.JSONL):
        yield json_text(_shape(view), indent=2 if form is TableFormat.JSON else None) + "\n"
        return
    if form is TableFormat.MARKDOWN:
        yield from _markdown(view)
    elif form is TableFormat.TABLE:
        console = canvas(screen)
        for block in _blocks(view):
            console.print(block)
        yield drawn(console)
    yield from render_rows(ARTICLES, view.articles, form, screen)


def _shape(view: EventView) -> Json:
    return {
        **event_shape(view.summary),
        "article_list": [_article(article) for article in view.articles],
        "same_topic": [{"id": event.id, "label": event.label} for event in view.same_topic],
        "moves": [move_shape(move) for move in view.moves],
    }


def move_shape(move: EventMove) -> Json:
    return {"article": move.article, "came_from": move.came_from, "goes_to": move.goes_to}


def _article(summary: ArticleSummary) -> Json:
    return ARTICLES.record(summary)


def _facts(view: EventView) -> Iterator[tuple[str, str]]:
    summary = view.summary
    yield "published", days_phrase(summary.first, summary.last)
    yield "outlets", ", ".join(summary.outlets) or "not known"
    yield "claims", f"{summary.claims:,}, {phrases.plural(summary.disputed, 'disputed pair')}"
    if summary.event.topic:
        yield "topic", f"{label_phrase(summary.event.topic_label)} ({phrases.id_phrase(summary.event.topic)})"
    for event in view.same_topic:
        yield "see also", _named(event)
    for move in view.moves:
        yield "moved", move_phrase(move)


def _named(event: Event) -> str:
    return f"{phrases.id_phrase(event.id)} {label_phrase(event.label)}"


def move_phrase(move: EventMove) -> str:
    """Return where an article was and is: "“Quake hits island” (Sea Post) was in 1a2b3c4d, is in 5e6f7a8b"."""
    what = f"“{move.title}”" if move.title else phrases.id_phrase(move.article)
    came, goes = phrases.id_phrase(move.came_from), phrases.id_phrase(move.goes_to)
    return f"{what} ({phrases.outlet_phrase(move.outlet)}) was in {came}, is in {goes}"


def _markdown(view: EventView) -> Iterator[str]:
    yield f"# {markdown(label_phrase(view.summary.event.label))}\n\n"
    yield f"Event `{view.summary.event.id}`\n\n"
    for label, text in _facts(view):
        yield f"- {label}: {markdown(text)}\n"
    yield "\n"


def _blocks(view: EventView) -> Iterator[RenderableType]:
    yield styled(f"Event {view.summary.event.id}", "dim")
    yield styled(label_phrase(view.summary.event.label), "bold")
    yield ""
    yield pairs((label, styled(text)) for label, text in _facts(view))
    yield ""
