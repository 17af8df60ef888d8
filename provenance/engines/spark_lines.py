"""Lines of files on a cluster, in the order in which one machine would read them.

A file is read in blocks by many tasks. The lines of each block are counted first; with that, each line gets its number
in its file and its position among all, and can be given to the task that is to read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from provenance.errors import NotFound, UsageError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PARQUET = "parquet"
JSON_LINES = "jsonl"
FIELDS = ("id", "text", "title", "outlet", "date", "url")  # the columns of a Parquet file; text must be there


@dataclass(frozen=True, slots=True)
class Numbered:
    """Lines with what is known of them: columns position, file, number, and content, which is null if too long."""

    lines: DataFrame
    count: int  # without blank ones
    positions: int  # blank ones too
    form: str  # "jsonl", "parquet"
    files: int


def numbered_lines(spark: SparkSession, given: str, form: str, longest: int) -> Numbered:
    """Return the lines of a file, of all files below a folder, or of those that a pattern names, sorted by path.

    A row of a Parquet file is a line of the same fields. Lines end with "\\n"; no text is decoded here. Raises NotFound
    where nothing is there, UsageError for Parquet without a column of texts.
    """
    from pyspark.sql import functions as fn

    files = files_of(spark, given)
    form = form_of(files, form)
    content = _rows(spark, given) if form == PARQUET else _text(spark, given)
    fits = fn.length("content") <= fn.lit(longest)
    read = content.select(
        fn.when(fits, fn.col("content")).alias("content"),
        fn.col("_metadata.file_path").alias("path"),
        fn.col("_metadata.file_block_start").alias("block"),
        fn.monotonically_increasing_id().alias("row"),  # counts on within a block, which one task reads
    )
    counted = read.groupBy("path", "block").agg(fn.min("row").alias("row"), fn.count("*").alias("lines"), _blank(fn))
    blocks = sorted(counted.collect(), key=lambda block: (block["path"], block["block"]))
    places, positions = _places(blocks, given)
    schema = "path string, block long, shift long, first long, file string"
    known = fn.broadcast(spark.createDataFrame(places, schema))
    lines = read.join(known, ["path", "block"]).select(
        (fn.col("row") + fn.col("shift")).alias("position"),
        "file",
        (fn.col("row") + fn.col("shift") - fn.col("first") + 1).alias("number"),
        "content",
    )
    count = positions - sum(block["blank"] for block in blocks)
    return Numbered(lines, count, positions, form, len(files))


def dealt(lines: DataFrame, positions: int, parts: int) -> DataFrame:
    """Return the lines cut into parts of equal length, in order."""
    from pyspark.sql import functions as fn

    part = fn.floor(fn.col("position") * fn.lit(parts) / fn.lit(max(positions, 1))).cast("int")
    return lines.repartitionById(parts, part).sortWithinPartitions("position")


def _places(blocks: list[Any], given: str) -> tuple[list[tuple[str, int, int, int, str]], int]:
    """Return for each block what makes a row's number its position, and where its file begins; and how many rows."""
    places: list[tuple[str, int, int, int, str]] = []
    firsts: dict[str, int] = {}
    position = 0
    for block in blocks:
        first = firsts.setdefault(block["path"], position)
        shift = position - block["row"]
        places.append((block["path"], block["block"], shift, first, written(block["path"], given)))
        position += block["lines"]
    return places, position


def _blank(fn: Any) -> Any:
    """Return how many lines have nothing but blanks, as a column; one that is too long is not blank."""
    letters = fn.decode(fn.col("content"), "ISO-8859-1")
    return fn.count_if(fn.regexp_like(letters, fn.lit(r"\A[ \t\r\x0b\f]*\z"))).alias("blank")


def _text(spark: SparkSession, given: str) -> DataFrame:
    from pyspark.sql import functions as fn

    lines = spark.read.option("lineSep", "\n").option("recursiveFileLookup", "true").text(given)
    return lines.withColumn("content", fn.col("value").cast("binary"))


def _rows(spark: SparkSession, given: str) -> DataFrame:
    from pyspark.sql import functions as fn

    rows = spark.read.option("recursiveFileLookup", "true").parquet(given)
    if "record" in rows.columns:  # what `cluster extract` wrote
        return rows.withColumn("content", fn.col("record").cast("binary"))
    if "text" not in rows.columns:
        raise UsageError("has no column named text", where=given, hint=f"columns that are read: {', '.join(FIELDS)}")
    known = [name for name in FIELDS if name in rows.columns]
    return rows.withColumn("content", fn.to_json(fn.struct(*known)).cast("binary"))


def files_of(spark: SparkSession, given: str) -> tuple[str, ...]:
    """Return the addresses of the files that are meant, sorted; raises NotFound where there is none."""
    from pyspark.errors import AnalysisException

    try:
        found = spark.read.option("recursiveFileLookup", "true").text(given).inputFiles()
    except AnalysisException as error:
        raise NotFound("there is no such file or folder", where=given, hint="check --input") from error
    if not found:
        raise NotFound("there is no file in it", where=given, hint="check --input")
    return tuple(sorted(found))


def form_of(files: tuple[str, ...], form: str) -> str:
    """Return what the files hold: what was said, else what their names say."""
    if form != "auto":
        return form
    named = {path.endswith(".parquet") for path in files}
    if len(named) > 1:
        raise UsageError("holds Parquet files and others", where=files[0], hint="say which with --input-format")
    return PARQUET if True in named else JSON_LINES


def written(path: str, given: str) -> str:
    """Return a file's address as the user would write it, as far as that is known.

    >>> written("file:///data/news%20of%20May/1.jsonl", "/data/news of May")
    '/data/news of May/1.jsonl'
    """
    plain = unquote(path)
    if not plain.startswith("file:"):
        return plain
    plain = "/" + plain.removeprefix("file:").lstrip("/")
    from pathlib import Path

    start = str(Path(given).absolute())
    if plain == start:
        return given
    return given.rstrip("/") + plain.removeprefix(start) if plain.startswith(f"{start}/") else plain
