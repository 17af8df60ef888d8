"""Column types that turn a value of the model into one column, and back."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Dialect, Enum, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

from provenance.model.span import Span, Spans

EnumT = TypeVar("EnumT", bound=StrEnum)


class SpansText(TypeDecorator[Spans]):
    """Stretches of text as JSON pairs, "[[0, 4], [9, 12]]": readable by SQLite's json_each and PostgreSQL's jsonb.

    Used where the spans hang on a row and are never searched; those of sentences, attributions and claims have tables.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Spans | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps([[span.start, span.end] for span in value])

    def process_result_value(self, value: str | None, dialect: Dialect) -> Spans | None:
        if value is None or value == "[]":  # most are empty, and claims are read by the thousand
            return None if value is None else ()
        return tuple(Span(*pair) for pair in json.loads(value))


def enum_column(values: type[EnumT]) -> Enum:
    """Return a column of the enum's values; plain text without a CHECK, so that a new member needs no migration."""
    return Enum(
        values,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


class lowered(FunctionElement[str]):  # noqa: N801  # reads as the function of SQL that it is
    """A column's text in lower case, in every script.

    SQLite asks Python for it (see engine.py). The columns of PostgreSQL are sorted by their characters, COLLATE "C",
    and in that collation it knows the letters of ASCII alone; the letters of all scripts are ICU's.
    """

    type = Text()
    inherit_cache = True


class outer(FunctionElement[str]):  # noqa: N801
    """The same column, by which SQLite looks up no row: it reads that table first, and the joined one for each row.

    SQLite, unlike PostgreSQL, does not count how many rows there are.
    """

    type = Text()
    inherit_cache = True


@compiles(outer)
def _plain(element: outer, compiler: SQLCompiler, **options: Any) -> str:
    return str(compiler.process(element.clauses, **options))


@compiles(outer, "sqlite")
def _not_by_index(element: outer, compiler: SQLCompiler, **options: Any) -> str:
    return f"+{compiler.process(element.clauses, **options)}"


@compiles(lowered)
def _lower(element: lowered, compiler: SQLCompiler, **options: Any) -> str:
    return f"lower({compiler.process(element.clauses, **options)})"


@compiles(lowered, "postgresql")
def _lower_in_postgresql(element: lowered, compiler: SQLCompiler, **options: Any) -> str:
    return f'lower({compiler.process(element.clauses, **options)} COLLATE "und-x-icu")'
