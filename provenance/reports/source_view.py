"""One source: what the registry knows, how often it is credited, and what people decided."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model.answer import SourceAccount
from provenance.model.decision import Decision
from provenance.model.exchange import Json
from provenance.model.source import Holder, KnownSource
from provenance.reports.escaping import json_text
from provenance.reports.phrases import plural
from provenance.reports.screen import Screen, canvas, drawn
from provenance.reports.tables import TableFormat
from provenance.reports.terminal import pairs, styled


def render_source(account: SourceAccount, form: TableFormat, screen: Screen) -> str:
    """Return what is known of a source, as lines for people or as one JSON object."""
    if form is not TableFormat.TABLE:
        return json_text(_shape(account), indent=2 if form is TableFormat.JSON else None) + "\n"
    console = canvas(screen)
    console.print(styled(account.name, "bold"))
    console.print(pairs((label, styled(text)) for label, text in _rows(account)))
    return drawn(console)


def _rows(account: SourceAccount) -> Iterator[tuple[str, str]]:
    if account.known is None:
        yield "registry", "not in it: a source of its own"
    else:
        yield from _known_rows(account.known)
    for count in account.counts:
        credited = f"{plural(count.claims, 'claim')}, of {count.as_root:,} the last known origin"
        yield "credited", f"as “{count.name}”: {credited}, in {plural(count.articles, 'article')}"
    if not account.counts:
        yield "credited", "with no stored claim"
    for alias in account.aliases:
        yield "alias", f"{alias.alias} ({_decided(alias.decision)})"
    for merge in account.merges:
        yield "merged", f"{merge.merged} into {merge.kept} ({_decided(merge.decision)})"


def _known_rows(known: KnownSource) -> Iterator[tuple[str, str]]:
    yield "registry id", known.id
    yield "kind", known.kind.value + (", sells its text to other outlets" if known.wire else "")
    if known.aliases:
        yield "also", ", ".join(known.aliases)
    for label, text in (
        ("country", known.country),
        ("domain", known.domain),
        ("owner", known.owner),
        ("part of", known.part_of),
    ):
        if text:
            yield label, text
    state = {True: "yes", False: "no", None: "not known"}[known.state_controlled]
    yield "state-controlled", state
    for holder in known.holders:
        yield "held by", _held(holder)


def _held(holder: Holder) -> str:
    return f"{holder.name} ({holder.start or ''}..{holder.end or ''})" if holder.start or holder.end else holder.name


def _decided(decision: Decision) -> str:
    why = f": {decision.why}" if decision.why else ""
    undone = f", taken back by {decision.undone_by}, {decision.undone_at}" if decision.undone_at else ""
    return f"{decision.by}, {decision.at}{undone}{why}"


def _shape(account: SourceAccount) -> Json:
    known = account.known
    return {
        "name": account.name,
        "registry_id": known.id if known else None,
        "kind": known.kind.value if known else None,
        "aliases": list(known.aliases) if known else [],
        "country": known.country if known else None,
        "domain": known.domain if known else None,
        "state_controlled": known.state_controlled if known else None,
        "wire": known.wire if known else None,
        "owner": known.owner if known else None,
        "part_of": known.part_of if known else None,
        "holders": [
            {
                "name": holder.name,
                "start": holder.start.isoformat() if holder.start else None,
                "end": holder.end.isoformat() if holder.end else None,
            }
            for holder in (known.holders if known else ())
        ],
        "credited": [
            {"name": c.name, "claims": c.claims, "as_root": c.as_root, "articles": c.articles} for c in account.counts
        ],
        "decided_aliases": [{"id": a.id, "alias": a.alias, **_decision_shape(a.decision)} for a in account.aliases],
        "decided_merges": [
            {"id": m.id, "merged": m.merged, "kept": m.kept, **_decision_shape(m.decision)} for m in account.merges
        ],
    }


def _decision_shape(decision: Decision) -> Json:
    return {
        "by": decision.by,
        "at": decision.at,
        "why": decision.why,
        "undone_by": decision.undone_by,
        "undone_at": decision.undone_at,
    }
