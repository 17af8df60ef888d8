"""What a cluster writes: a folder that is there once everything is written, and told of what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from provenance.errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

OUTCOME = "outcome"  # the column that files are parted by: OUTPUT/outcome=read/part-00000...


@contextmanager
def whole_folder(spark: SparkSession, output: str, overwrite: bool) -> Iterator[None]:
    """The folder can be written inside; it is removed again where the writing fails or is interrupted.

    Raises UsageError where something is there already, unless it may be overwritten.
    """
    system, path = _at(spark, output)
    if system.exists(path):
        if not overwrite:
            raise UsageError("is there already", where=output, hint="give another --output, or --overwrite")
        system.delete(path, True)
    try:
        yield
    except BaseException:  # an interrupt too must leave no half output behind
        spark.sparkContext.cancelAllJobs()
        system.delete(path, True)
        raise


def write_parted(rows: DataFrame, output: str, form: str) -> None:
    """Write the rows by outcome, within each in the order of the partitions and as they are sorted."""
    writer = rows.write.partitionBy(OUTCOME).mode("append")
    if form == "parquet":
        writer.parquet(output)
    else:
        writer.text(output)


def part_of(spark: SparkSession, output: str, outcome: str, form: str) -> DataFrame | None:
    """Return what was written with this outcome; None where nothing was."""
    place = f"{output.rstrip('/')}/{OUTCOME}={outcome}"
    if not is_there(spark, place):
        return None
    return spark.read.parquet(place) if form == "parquet" else spark.read.option("lineSep", "\n").text(place)


def is_there(spark: SparkSession, place: str) -> bool:
    system, path = _at(spark, place)
    return bool(system.exists(path))


def remove(spark: SparkSession, place: str) -> None:
    """There is nothing at this place afterwards."""
    system, path = _at(spark, place)
    system.delete(path, True)


def _at(spark: SparkSession, place: str) -> tuple[Any, Any]:
    """Return the file system of a place, and the place in its terms: HDFS, S3 and the local disk alike."""
    context = spark.sparkContext
    path = context._jvm.org.apache.hadoop.fs.Path(place)
    return path.getFileSystem(context._jsc.hadoopConfiguration()), path
