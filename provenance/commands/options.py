"""Options that several commands share, each said once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from provenance.commands.console import Invocation, Output
from provenance.errors import UsageError
from provenance.settings import Limits, Settings

Function = TypeVar("Function", bound=Callable[..., Any])

TABLE_FORMS = ("table", "json", "jsonl", "csv", "md")
FORM_MEANINGS = {
    "table": "for people",
    "terminal": "for people",
    "json": "one JSON value",
    "jsonl": "one JSON object a line",
    "csv": "for spreadsheets",
    "md": "Markdown",
    "html": "a page that stands alone",
}

SHORT_FORMS = {
    "json": "Short for --format json.",
    "csv": "Short for --format csv. A cell that a spreadsheet would run as a formula gets a leading apostrophe.",
}


def examples(*lines: str) -> str:
    """Return an epilog that shows the lines as they are."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _remember(name: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def remember(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        root = ctx.find_root()
        if not isinstance(root.obj, Invocation):
            root.obj = Invocation()
        if value:
            setattr(root.obj, name, True)

    return remember


DEBUG = click.Option(
    ["--debug"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_remember("debug"),
    help="Show the program's traceback where something fails.",
)
QUIET = click.Option(
    ["-q", "--quiet"],
    is_flag=True,
    expose_value=False,
    callback=_remember("quiet"),
    help="No progress, counts or hints on stderr; failures are still told.",
)


def command(name: str, *, examples_: tuple[str, ...]) -> Callable[[Callable[..., Any]], click.Command]:
    """A click command that takes --debug and --quiet, and shows how it is used."""

    def make(function: Callable[..., Any]) -> click.Command:
        meant = (function.__doc__ or "").partition("\n")[0].rstrip(".:")
        made = click.command(name, epilog=examples(*examples_), short_help=meant)(function)
        made.params += [QUIET, DEBUG]
        return made

    return make


def output_options(*forms: str, in_a_pipe: str | None = None) -> Callable[[Function], Function]:
    """Adds --format with these forms, their short forms, -o and --color; passes `output`.

    The first form is the default, or, where the data does not go to a terminal, the one `in_a_pipe`.
    """
    default = f"default {forms[0]}, or {in_a_pipe} in a pipe or file" if in_a_pipe else f"default {forms[0]}"

    def add(function: Function) -> Function:
        @wraps(function)
        def with_output(*args: Any, **kwargs: Any) -> Any:
            form = kwargs.pop("form", None)
            shorts = [name for name in ("json", "csv") if kwargs.pop(f"as_{name}", False)]
            if len({*shorts, *([form] if form else [])}) > 1:
                raise UsageError("--format, --json and --csv ask for different formats", hint="give one of them")
            output = Output(forms[0], kwargs.pop("path"), kwargs.pop("color"))
            if asked := form or next(iter(shorts), None) or (None if output.on_terminal else in_a_pipe):
                output = replace(output, form=asked)
            return function(*args, output=output, **kwargs)

        decorated = _color_option(_file_option(with_output))
        for name in reversed([form for form in ("json", "csv") if form in forms]):
            decorated = click.option(f"--{name}", f"as_{name}", is_flag=True, help=SHORT_FORMS[name])(decorated)
        meanings = ", ".join(f"{form} ({FORM_MEANINGS[form]})" for form in forms)
        return click.option(
            "--format", "form", type=click.Choice(forms), metavar="FORM", help=f"{meanings}; {default}."
        )(decorated)  # type: ignore[return-value]  # wraps keeps the callable's name, not its type

    return add


_file_option = click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of stdout; it appears whole or not at all.",
)
_color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours; auto: on a terminal, unless NO_COLOR is set.",
)


def database_option(function: Function) -> Function:
    """Adds --db; passes `settings` with the database's URL."""

    @click.option(
        "--db",
        envvar="PROVENANCE_DB_URL",
        metavar="URL|FILE",
        help="The database: an SQLite file or a URL. "
        "Default: $PROVENANCE_DB_URL, else a file in your user data folder (`provenance db path` names it).",
    )
    @wraps(function)
    def with_settings(*args: Any, db: str | None, **kwargs: Any) -> Any:
        return function(*args, settings=Settings(database_url=database_url(db)), **kwargs)

    return with_settings  # type: ignore[return-value]  # wraps keeps the callable's name, not its type


def database_url(given: str | None) -> str:
    """Return the URL of what was given: a URL as it is, a file's path as an SQLite URL, the default for None."""
    if given and "://" in given:
        return given
    if given:
        path = Path(given).expanduser().absolute()
    else:
        from platformdirs import user_data_path

        path = user_data_path("provenance", appauthor=False) / "provenance.db"
    if "?" in str(path):
        raise UsageError("a database's path cannot hold a question mark", where=str(path))
    return f"sqlite:///{path}"


def reading_options(function: Function) -> Function:
    """Adds what shapes the reading of articles; passes it on in `settings`."""
    defaults = Limits()

    @click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        default=Settings().jobs,
        show_default=True,
        metavar="N",
        help="Read in this many processes.",
    )
    @click.option(
        "--max-characters",
        type=click.IntRange(min=1),
        default=defaults.document_characters,
        show_default=True,
        metavar="N",
        help="Refuse documents that are longer.",
    )
    @click.option(
        "--max-claims",
        type=click.IntRange(min=1),
        default=defaults.claims_per_article,
        show_default=True,
        metavar="N",
        help="Keep at most this many claims of an article; a notice says where more were left.",
    )
    @click.option(
        "--max-sentence",
        type=click.IntRange(min=1),
        default=defaults.sentence_characters,
        show_default=True,
        metavar="N",
        help="Parse at most this many characters of a sentence; a notice says where one was cut.",
    )
    @click.option(
        "--spacy-model",
        envvar="PROVENANCE_SPACY_MODEL",
        metavar="NAME",
        help="The spaCy pipeline to parse with: a package or a folder. Default: the English one that is installed.",
    )
    @click.option(
        "--engine",
        type=click.Choice(["auto", "rules", "tagger"]),
        default=Settings().engine,
        show_default=True,
        help="Who finds what is credited to whom: rules over the grammar, or a trained tagger with the rules as its "
        "second opinion; auto: the tagger where its weights are installed.",
    )
    @wraps(function)
    def with_reading(
        *args: Any,
        jobs: int,
        max_characters: int,
        max_claims: int,
        max_sentence: int,
        spacy_model: str | None,
        engine: str,
        settings: Settings | None = None,
        **kwargs: Any,
    ) -> Any:
        settings = settings or Settings()
        limits = Limits(max_characters, max_sentence, max_claims)
        shaped = replace(settings, jobs=jobs, limits=limits, spacy_model=spacy_model, engine=engine)
        return function(*args, settings=shaped, **kwargs)

    return with_reading  # type: ignore[return-value]  # wraps keeps the callable's name, not its type


def comparing_options(function: Function) -> Function:
    """Adds what shapes the comparing of claims; passes it on in `settings`."""

    @click.option(
        "--cross-encoder",
        envvar="PROVENANCE_CROSS_ENCODER",
        default=Settings().cross_encoder,
        show_default=True,
        metavar="auto|none|FOLDER",
        help="Who reads two sentences at once, as one witness of several: the network that is shipped, none, or one of "
        "your own, as transformers saves it.",
    )
    @wraps(function)
    def with_comparing(*args: Any, cross_encoder: str, settings: Settings | None = None, **kwargs: Any) -> Any:
        shaped = replace(settings or Settings(), cross_encoder=cross_encoder)
        return function(*args, settings=shaped, **kwargs)

    return with_comparing  # type: ignore[return-value]  # wraps keeps the callable's name, not its type


def metadata_options(function: Function) -> Function:
    """Adds what the user knows about the articles; passes `given`, which wins over what a document says of itself."""

    @click.option("--outlet", metavar="NAME", help="Who published them.")
    @click.option("--date", "day", metavar="DATE", help="When: 2019-04-23, or with a time and zone.")
    @click.option("--url", metavar="URL", help="Where they can be read.")
    @click.option("--title", metavar="TITLE", help="The headline.")
    @wraps(function)
    def with_metadata(
        *args: Any, outlet: str | None, day: str | None, url: str | None, title: str | None, **kwargs: Any
    ) -> Any:
        from provenance.ingest.metadata import GivenMetadata

        given = GivenMetadata(outlet=outlet, date=day, url=url, title=title)
        return function(*args, given=given, **kwargs)

    return with_metadata  # type: ignore[return-value]  # wraps keeps the callable's name, not its type


input_format_option = click.option(
    "--input-format",
    type=click.Choice(["auto", "text", "html", "jsonl"]),
    default="auto",
    show_default=True,
    help="What the input is; auto: told by its name and its first line.",
)


def limit_option(noun: str) -> Callable[[Function], Function]:
    return click.option("--limit", type=click.IntRange(min=1), metavar="N", help=f"At most this many {noun}.")


class Day(click.ParamType[date]):
    """A day in ISO 8601."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2019-04-23", param, ctx)


DAY = Day()
