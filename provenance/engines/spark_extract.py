"""Extraction on a cluster: the lines of files, read by as many processes as Spark has, in the order of one machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from provenance.engines.pool import MakeReader, ProcessPool
from provenance.engines.spark_lines import dealt, numbered_lines
from provenance.engines.spark_outputs import OUTCOME, part_of, whole_folder, write_parted
from provenance.engines.spark_steps import batch_of, storable
from provenance.errors import InputError
from provenance.model.article import Document
from provenance.services.extract import Engine, Passed, Read, Reader, extract_one, make_extractor
from provenance.services.lines import Line, Outcome, Outcoming, read_lines
from provenance.services.names import Names
from provenance.settings import Settings

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PER_TASK = 200  # documents: a minute or so of work, which is what a lost executor costs
MOST_TASKS = 20_000  # of one stage: more are a burden to the driver
AT_ONCE = 32  # documents that go to a process in one batch
TOLD = 100  # failures that are named one by one
COLUMNS = (
    "position long, outcome string, ref string, said string, article string, outlet string, published string, "
    "language string, claims int"
)


@dataclass(frozen=True, slots=True)
class Task:
    """What is read and written, and how."""

    input: str
    output: str
    input_format: str = "auto"  # "jsonl", "parquet"
    output_format: str = "jsonl"
    overwrite: bool = False
    parts: int | None = None  # in how many parts the work is cut; None: PER_TASK documents each
    make: MakeReader = make_extractor


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read."""

    read: int
    failed: int
    failures: tuple[str, ...]  # the first TOLD of them
    notices: tuple[str, ...]


def extract_on(spark: SparkSession, task: Task, settings: Settings, begun: Callable[[str], None]) -> Extracted:
    """Write the readings of all lines, and return what is to be told; one bad document is a row and not the end.

    `begun` is told how much work there is before it starts.
    """
    from provenance.ingest.lines import longest_line

    with whole_folder(spark, task.output, task.overwrite):
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(AT_ONCE))
        source = numbered_lines(spark, task.input, task.input_format, longest_line(settings.limits))
        parts = task.parts or min(MOST_TASKS, -(-source.count // PER_TASK) or 1)
        begun(f"{source.count} lines of {source.files} files, in {parts} parts")
        rows = _read(dealt(source.lines, source.positions, parts), settings, task.make)
        write_parted(_shaped(rows, task.output_format), task.output, task.output_format)
        failed = part_of(spark, task.output, Outcome.FAILED, task.output_format)
        noticed = part_of(spark, task.output, Outcome.NOTICED, task.output_format)
        count = failed.count() if failed is not None else 0
        return Extracted(source.count - count, count, _said(failed, "error"), _said(noticed, "notice"))


def _read(lines: DataFrame, settings: Settings, make: MakeReader) -> DataFrame:
    from functools import partial

    return lines.mapInArrow(partial(read_batches, settings, make), COLUMNS)


def _shaped(rows: DataFrame, form: str) -> DataFrame:
    """Return the rows as they are written, each outcome by itself and in order.

    Parquet keeps a reading as one column of JSON beside the keys that are asked for: the shape of a reading is promised
    to grow, and a nested schema would have to be migrated with every field.
    """
    from pyspark.sql import functions as fn

    ordered = rows.sortWithinPartitions(OUTCOME, "position")
    if form == "parquet":
        return ordered.withColumnRenamed("said", "record")
    failed = fn.to_json(fn.struct("ref", fn.col("said").alias("error")))
    noticed = fn.to_json(fn.struct("ref", fn.col("said").alias("notice")))
    line = fn.when(fn.col(OUTCOME) == Outcome.READ.value, fn.col("said"))
    line = line.when(fn.col(OUTCOME) == Outcome.FAILED.value, failed).otherwise(noticed)
    return ordered.select(OUTCOME, line.alias("value"))


def _said(rows: DataFrame | None, name: str) -> tuple[str, ...]:
    if rows is None:
        return ()
    from pyspark.sql import functions as fn

    some = rows.orderBy("_metadata.file_name", fn.monotonically_increasing_id()).limit(TOLD).collect()
    return tuple(row["record"] if "record" in row else json.loads(row["value"])[name] for row in some)


def read_batches(settings: Settings, make: MakeReader, batches: Iterable[Any]) -> Iterator[Any]:
    """Yield an Arrow batch of rows for each of lines; this runs in the processes of the cluster."""
    engine = _engine(settings, make)
    names = [field.name for field in fields(Outcoming)]
    for batch in batches:
        lines = (Line(**row) for row in batch.select(["position", "file", "number", "content"]).to_pylist())
        rows = [{name: _of(row, name) for name in names} for row in read_lines(lines, engine, settings)]
        yield batch_of(rows, COLUMNS)


def _of(row: Outcoming, name: str) -> object:
    value = getattr(row, name)
    return storable(value) if isinstance(value, str) else value


class KeptReader:
    """Reads in this process, with a model that is loaded once however many tasks the process is given."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def extract(self, inputs: Iterable[Document | Passed], names: Names) -> Iterator[Read | InputError | Passed]:
        for given in inputs:
            yield extract_one(self._reader, given) if isinstance(given, Document) else given


_kept: dict[tuple[Settings, MakeReader], Engine] = {}  # of a worker process


def _engine(settings: Settings, make: MakeReader) -> Engine:
    """Return what reads here: at the first try of a task this process; at another, one whose death costs a document.

    Whatever ended the first try may have been a document that the process died of.
    """
    from dataclasses import replace

    from pyspark import TaskContext

    context = TaskContext.get()
    if context is not None and context.attemptNumber() > 0:
        return ProcessPool(replace(settings, jobs=1), make)
    if (settings, make) not in _kept:
        _kept[settings, make] = KeptReader(make(settings, Names()))
    return _kept[settings, make]
