"""From what the user names to the files that are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from provenance.errors import InputError, UnreadableInput
from provenance.ingest.reader import readable

Skipped = Callable[[str, str], None]  # told a path and why it is not read


def find_files(folder: Path, suffixes: Collection[str], skipped: Skipped) -> Iterator[Path | InputError]:
    """Yield the files below a folder that have one of the suffixes, sorted by path, and what could not be looked at.

    Hidden files and folders, and links to folders (they may lead round in a circle), are left out; each other file that
    is left out is told to `skipped`.
    """
    found = False
    errors: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if os.path.islink(os.path.join(parent, name)):  # noqa: PTH114, PTH118 (os.walk speaks in strings)
                skipped(readable(os.path.join(parent, name)), "is a link to a folder")  # noqa: PTH118
        for path in (Path(parent, name) for name in sorted(names) if not name.startswith(".")):
            if path.suffix.casefold() in suffixes:
                found = True
                yield path if is_document(path, pipes=False) else unreadable(path)
            else:
                skipped(readable(str(path)), "is of no known format")
        yield from map(_unlisted, errors)
        found = found or bool(errors)
        errors.clear()
    if errors:
        yield from map(_unlisted, errors)
    elif not found:
        known = ", ".join(sorted(suffixes))
        yield UnreadableInput("holds no document", where=readable(str(folder)), hint=f"documents end in {known}")


def is_document(path: Path, *, pipes: bool = True) -> bool:
    """True for a file; for a pipe too, unless a folder happens to hold it, where reading could wait for ever."""
    try:
        return path.is_file() or (pipes and path.is_fifo())
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """True for a folder that can be looked at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def unreadable(path: Path) -> InputError:
    """Return what is wrong with a path that is no file."""
    try:
        path.stat()
    except OSError as error:
        return os_error(error, str(path))
    return UnreadableInput("is no file", where=readable(str(path)), hint="give a document or a folder of documents")


def os_error(error: OSError, path: str) -> InputError:
    """Return the system's refusal as an input error that says what to do."""
    where = readable(path)
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):  # noqa: PTH114
            return UnreadableInput(
                "is a link to a file that does not exist", where=where, hint="restore it, or remove the link"
            )
        return UnreadableInput("does not exist", where=where, hint="check the path")
    if isinstance(error, PermissionError):
        return UnreadableInput("may not be read", where=where, hint="give yourself the permission to read it")
    return UnreadableInput(f"cannot be read: {error.strerror or error}", where=where, hint="check the path")


def _unlisted(error: OSError) -> InputError:
    return os_error(error, str(error.filename or ""))
