"""What others have checked: imported, listed, and found for a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from provenance.errors import InputError, NotFound, NothingToMeasure, costing_one_document
from provenance.model.fact_check import Coverage, FactCheck, ImportStatus, StoredCheck
from provenance.model.identity import MIN_PREFIX
from provenance.services.opened import opened
from provenance.services.runs import new_run
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.embedding import Encoder
    from provenance.matching.covering import CheckIndex
    from provenance.storage.store import Store, Unit

AT_ONCE = 200  # checks a transaction
READ_AT_ONCE = 32  # checks that the encoder reads between two transactions
HINT = "provenance factchecks import FILE reads some"

Found = tuple[str, FactCheck] | InputError  # where it was read, and the check
Told = Callable[[int, int], None]  # how many checks the encoder has read, and of how many


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one check."""

    where: str
    check: FactCheck
    status: ImportStatus


def import_checks(
    sources: Iterable[str], settings: Settings, input_format: str = "auto", *, stdin: BinaryIO | None = None
) -> Iterator[Imported | InputError]:
    """Store the checks of files, addresses or "-", and yield what became of each, in order.

    What is stored already stays as it is; a review that says something else now is a new version. A bad record is
    yielded as its error, and the rest goes on. What their words mean is asked for afterwards, by `read_meanings`.
    """
    from provenance.ingest.fact_checks import read_fact_checks

    run = new_run("factchecks import", settings)
    with opened(settings, create=True) as store:
        for source in sources:
            for piece in _pieces(read_fact_checks(source, input_format, stdin=stdin)):
                outcomes: list[Imported | InputError] = []
                with store.begin() as unit:
                    for found in piece:
                        if isinstance(found, InputError):
                            outcomes.append(found)
                            continue
                        where, check = found
                        outcomes.append(Imported(where, check, unit.fact_checks.add(check, run, ref=where)))
                yield from outcomes


def read_meanings(settings: Settings, told: Told = lambda done, all_of_them: None) -> int | None:
    """Every current check has its numbers stored afterwards; return how many got them, None without an encoder."""
    from provenance.embedding import installed_encoder

    encoder = installed_encoder()
    if encoder is None:
        return None
    with opened(settings) as store:
        return _read(store, encoder, told)


def list_checks(settings: Settings, limit: int | None = None) -> list[StoredCheck]:
    """Return the newest version of every review, the latest review first; raises NothingToMeasure without any."""
    with _opened_with_checks(settings) as store, store.read() as unit:
        return list(islice(unit.fact_checks.current(), limit))


class Finder:
    """The checks of a database, loaded once and searched as often as one likes; with or without an encoder."""

    def __init__(self, index: CheckIndex, *, has_encoder: bool) -> None:
        self._index = index
        self.has_encoder = has_encoder

    def find(self, text: str, limit: int, least: float | None = None) -> Coverage:
        """Return the checks that may cover a text, best first."""
        from provenance.matching.covering import LEAST_SCORE

        with costing_one_document(text[:60]):
            return self._index.search(text, limit, LEAST_SCORE if least is None else least)


def load_finder(settings: Settings, told: Told = lambda done, all_of_them: None) -> Finder:
    """Return the finder of all current checks, those read that were not yet; raises NothingToMeasure without checks."""
    from provenance.embedding import installed_encoder

    encoder = installed_encoder()
    with _opened_with_checks(settings) as store:
        if encoder is not None:
            _read(store, encoder, told)
        with store.read() as unit:
            return finder_of(unit, encoder)


def finder_of(unit: Unit, encoder: Encoder | None) -> Finder:
    """Return the finder of what is stored; a check that the encoder has not read is found by its words."""
    from provenance.matching.covering import CheckIndex

    checks = [stored.check for stored in unit.fact_checks.current()]
    numbers = unit.fact_checks.vectors(encoder.id) if encoder else {}
    return Finder(CheckIndex(checks, numbers, encoder), has_encoder=encoder is not None)


def query_text(given: str, settings: Settings) -> str:
    """Return the text of the claim whose id starts so, else what was given; raises NotFound for what can only be an id.

    A word of six letters such as "facade" could be either, and is a text where no claim has such an id.
    """
    wanted = given.strip().lower()
    if len(wanted) < MIN_PREFIX or not set(wanted) <= set("0123456789abcdef"):
        return given
    try:
        with opened(settings) as store, store.read() as unit:
            return unit.claims.find(wanted).text
    except NotFound:
        if wanted.isalpha():
            return given
        raise


def _read(store: Store, encoder: Encoder, told: Told) -> int:
    """Read what was not read yet; each piece is stored before the next, so that an interruption loses little."""
    from provenance.matching.covering import packed, texts_of

    with store.read() as unit:
        unread = unit.fact_checks.unread(encoder.id)
    for start in range(0, len(unread), READ_AT_ONCE):
        piece = unread[start : start + READ_AT_ONCE]
        numbers = {check.id: packed(encoder.encode(texts_of(check))) for check in piece}
        with store.begin() as unit:
            unit.fact_checks.add_vectors(encoder.id, numbers)
        told(start + len(piece), len(unread))
    return len(unread)


@contextmanager
def _opened_with_checks(settings: Settings) -> Iterator[Store]:
    """The store, where it holds checks; NothingToMeasure where it holds none, or is not there."""
    with ExitStack() as stack:
        try:
            store = stack.enter_context(opened(settings))
            with store.read() as unit:
                count = unit.fact_checks.count()
        except NothingToMeasure:
            count = 0
        if not count:
            raise NothingToMeasure("no fact-checks are imported, so none can be found", hint=HINT)
        yield store


def _pieces(found: Iterable[Found]) -> Iterator[list[Found]]:
    waiting = iter(found)
    while piece := list(islice(waiting, AT_ONCE)):
        yield piece
