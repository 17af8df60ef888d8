"""Where output is shown: how wide, and whether in colour."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

UNBOUNDED = 100_000  # columns: what is not shown on a terminal is never broken


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal of this width; a width of None is a pipe or a file, whose lines are plain and never broken."""

    width: int | None = None
    color: bool = False


PLAIN = Screen()


def canvas(screen: Screen) -> Console:
    """Return a console that draws for the screen into memory; read it back with `drawn`."""
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=screen.width or UNBOUNDED,
        force_terminal=screen.color,
        no_color=not screen.color,
        color_system="standard" if screen.color else None,  # the 16 colours that the user's own theme sets
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def drawn(console: Console) -> str:
    """Return what was drawn, without blanks at the ends of lines."""
    file = console.file
    assert isinstance(file, StringIO), "a canvas draws into memory"
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
