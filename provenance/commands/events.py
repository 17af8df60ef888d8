"""events: which articles tell of one event."""

from __future__ import annotations

from datetime import date

import click

from provenance.commands.console import Output, note
from provenance.commands.measured import measured, telling_empty_from_unknown
from provenance.commands.options import (
    DAY,
    TABLE_FORMS,
    command,
    database_option,
    examples,
    limit_option,
    output_options,
)
from provenance.commands.sources import ListsByDefault
from provenance.errors import UsageError
from provenance.model.event import EventFilter, Regrouping
from provenance.settings import Settings


@click.group(
    "events",
    short_help="List events, and show the articles of one",
    cls=ListsByDefault,
    epilog=examples(
        "provenance events",
        "provenance events --since 2019-04-20 --until 2019-04-30",
        "provenance events --outlet Yonhap --json",
        "provenance events show 1f0c2a9e",
        "provenance report --event 1f0c2a9e",
    ),
)
def events() -> None:
    """List events: articles that tell of the same thing that happened; and show the articles of one.

    Without a command: list. Articles are grouped by the names and words that they share and by when they were
    published; two events of one kind, such as two quakes, are told apart by what each has of its own.
    """


@command("list", examples_=("provenance events list", "provenance events list --topic Vladivostok --csv"))
@click.option("--since", type=DAY, metavar="DAY", help="Told of on this day or later.")
@click.option("--until", type=DAY, metavar="DAY", help="Told of on this day or earlier.")
@click.option("--outlet", metavar="NAME", help="Told of by this outlet: part of its name.")
@click.option("--topic", metavar="ID|WORDS", help="Of this topic: the start of its id, or words of its label.")
@click.option("--rebuild", is_flag=True, help="First read what all articles speak of again, and group them anew.")
@limit_option("events")
@database_option
@output_options(*TABLE_FORMS)
def list_(
    since: date | None,
    until: date | None,
    outlet: str | None,
    topic: str | None,
    rebuild: bool,
    limit: int | None,
    settings: Settings,
    output: Output,
) -> None:
    """List events, the latest first.

    With the days on which they were told of, how many articles, outlets and claims there are, how many pairs of claims
    contradict each other, and the topic: a coarse group of events about the same people and places.
    """
    from provenance.reports.events import EVENTS
    from provenance.services.events import bring_up_to_date, list_events, regroup

    if since is not None and until is not None and since > until:
        raise UsageError(f"--since {since} is after --until {until}", hint="swap the two days")
    tell_regrouping(regroup(settings, afresh=True) if rebuild else bring_up_to_date(settings))
    found = list_events(EventFilter(since, until, outlet, topic), settings, limit)
    output.write_rows(EVENTS, measured(found, "events", settings))


@command("show", examples_=("provenance events show 1f0c2a9e", "provenance events show 1f0c2a9e --json"))
@click.argument("event", metavar="EVENT")
@database_option
@output_options(*TABLE_FORMS)
def show(event: str, settings: Settings, output: Output) -> None:
    """Show one event with its articles, the other events of its topic, and what moved in or out of it.

    EVENT is an id or its first characters, at least 6.
    """
    from provenance.reports.events import render_event
    from provenance.reports.tables import TableFormat
    from provenance.services.events import show_event

    with telling_empty_from_unknown(settings):
        view = show_event(event, settings)
    output.write(render_event(view, TableFormat(output.form), output.screen))


def tell_regrouping(regrouping: Regrouping | None) -> None:
    """Tell on stderr which articles are in another event than they were; nothing moves silently."""
    from provenance.reports.events import move_phrase

    for move in regrouping.moves if regrouping else ():
        note(f"provenance: moved: {move_phrase(move)}")


events.add_command(list_)
events.add_command(show)
