"""Ids named by their first characters."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import InstrumentedAttribute

from provenance.errors import AmbiguousId, NotFound
from provenance.model.identity import ID_LENGTH, MIN_PREFIX

_HEXADECIMAL = frozenset("0123456789abcdef")


def whole_id(connection: Connection, column: InstrumentedAttribute[Any], prefix: str, kind: str) -> str:
    """Return the id that starts so; raises NotFound, or AmbiguousId where several do. `kind` names it in errors."""
    wanted = prefix.strip().lower()
    shown = prefix[:ID_LENGTH]
    if len(wanted) < MIN_PREFIX:
        raise NotFound(f"no {kind} is named by {shown!r}", hint=f"give at least {MIN_PREFIX} characters of its id")
    if len(wanted) > ID_LENGTH or not _HEXADECIMAL.issuperset(wanted):
        raise NotFound(f"{shown!r} is no id", hint=f"ids are {ID_LENGTH} hexadecimal digits")
    # A range, unlike LIKE, is answered from the index; "g" comes after every hexadecimal digit.
    within = (column >= wanted, column < wanted + "g")
    found = connection.execute(select(column).where(*within).order_by(column).limit(4)).scalars().all()
    if not found:
        raise NotFound(f"no {kind} has an id that starts with {wanted}")
    if len(found) > 1:
        some = ", ".join(each[: len(wanted) + 4] for each in found[:3]) + (", ..." if len(found) > 3 else "")
        raise AmbiguousId(f"several {kind}s have an id that starts with {wanted}: {some}", hint="give more characters")
    return str(found[0])
