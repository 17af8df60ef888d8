"""Every way the program can fail, as one tree.

    ProvenanceError                    exit code 1
    ├── InputError                     1   one document could not be read; the others go on
    │   ├── UnreadableInput            1   no text, a wrong encoding, a broken file
    │   ├── InvalidMetadata            1   a date, URL or field that is not what it should be
    │   ├── InvalidRecord              1   a JSON Lines record that is not of the contract's shape
    │   ├── LimitExceeded              1   larger than a limit in the settings allows
    │   └── ProgramFailed              1   a defect of the program that this document brought to light
    ├── UsageError                     2   the command cannot be carried out as it was given
    ├── NothingToMeasure               3   no data; not the same as "none found"
    ├── NotFound                       4   no such claim, article or source
    │   └── AmbiguousId                4   a prefix that names several things
    ├── IntegrityError                 5   the database is not what its hashes and keys say
    ├── StorageError                   1   the database cannot be opened, read or written
    │   └── NewerDatabase              1   made by a newer version of this program
    └── GateHit                        6   a --fail-on condition was met

Each says what failed, where, and what to do next, in one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar


class ProvenanceError(Exception):
    """Something failed; the message, the place and the next step make up one line.

    >>> str(InputError("is not UTF-8 text", where="a.txt", hint="save it as UTF-8"))
    'a.txt: is not UTF-8 text; save it as UTF-8'
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.what = what
        self.where = where
        self.hint = hint
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.what}{advice}"


class InputError(ProvenanceError):
    """One document could not be read; it is named and skipped, and the others go on."""


class UnreadableInput(InputError):
    """The bytes are no text, or not of the format they were said to be."""


class InvalidMetadata(InputError):
    """A given date, URL or field is not what it should be."""


class InvalidRecord(InputError):
    """A JSON Lines record does not have the contract's shape."""


class LimitExceeded(InputError):
    """The document is larger than a limit in the settings allows."""


class ProgramFailed(InputError):
    """The program has a defect that this document brought to light; the others go on."""


# What a defect raises. Not among them: what the system refuses (OSError), a lack of memory, an interruption.
DEFECTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@contextmanager
def costing_one_document(where: str) -> Iterator[None]:
    """A defect of the program inside costs this document, and not the thousand after it.

    >>> with costing_one_document("a.txt"):
    ...     [][0]
    Traceback (most recent call last):
        ...
    provenance.errors.ProgramFailed: a.txt: the program failed on it: IndexError: list index out of range
    """
    try:
        yield
    except DEFECTS as error:
        said = f"{type(error).__name__}{f': {error}' if str(error) else ''}"
        raise ProgramFailed(f"the program failed on it: {said}", where=where) from error


class UsageError(ProvenanceError):
    """The command cannot be carried out as it was given."""

    exit_code = 2


class NothingToMeasure(ProvenanceError):
    """There is no data to answer from, which is not the same as an answer of none."""

    exit_code = 3


class NotFound(ProvenanceError):
    """No claim, article or source has this id or name."""

    exit_code = 4


class AmbiguousId(NotFound):
    """The id's prefix names more than one thing."""


class IntegrityError(ProvenanceError):
    """The database is not what its hashes and keys say it should be."""

    exit_code = 5


class StorageError(ProvenanceError):
    """The database cannot be opened, read or written."""


class NewerDatabase(StorageError):
    """The database was made by a newer version of this program, and is left untouched."""


class GateHit(ProvenanceError):
    """A condition given with --fail-on was met."""

    exit_code = 6
