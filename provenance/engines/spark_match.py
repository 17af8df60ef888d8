"""Matching on a cluster: claims that share a key meet by joins, and are compared by the functions of one machine.

Readings are taken apart into claims, which are staged in the output's own folder until everything is written. Claims
that share a key are scored by their words; the closest of each are compared by words and meaning, one article's claims
together; what is left is settled with the two articles at hand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from provenance.engines.spark_keys import Capped, pairs_by_keys
from provenance.engines.spark_lines import dealt, numbered_lines
from provenance.engines.spark_outputs import OUTCOME, is_there, part_of, remove, whole_folder, write_parted
from provenance.engines.spark_steps import (
    CLAIMS,
    LONGEST,
    PER_ARTICLE,
    RELATED,
    RELATIONS,
    SCORED,
    claims_of_batches,
    relate_article,
    score_batches,
    settle_batches,
)
from provenance.settings import Settings

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PER_TASK = 2_000  # readings
MOST_TASKS = 20_000
AT_ONCE = 10_000  # pairs that go to a process in one batch
TOLD = 100


@dataclass(frozen=True, slots=True)
class Task:
    """What is read and written, and how."""

    input: str  # a file or folder of readings, or what `cluster extract` wrote
    output: str
    input_format: str = "auto"
    output_format: str = "jsonl"
    overwrite: bool = False
    parts: int | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """What was matched."""

    articles: int
    repeated: int  # readings of an article that was read before: left out
    claims: int
    relations: int
    failures: tuple[str, ...]  # readings that are none
    capped: tuple[Capped, ...]


def match_on(spark: SparkSession, task: Task, settings: Settings, begun: Callable[[str], None]) -> Matched:
    """Write the relations of all claims with those of other articles, and return what is to be told."""
    given = f"{task.input.rstrip('/')}/{OUTCOME}=read"
    given = given if is_there(spark, given) else task.input
    stage = f"{task.output.rstrip('/')}/_stage"
    with whole_folder(spark, task.output, task.overwrite):
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(AT_ONCE))
        source = numbered_lines(spark, given, task.input_format, LONGEST)
        parts = task.parts or min(MOST_TASKS, -(-source.count // PER_TASK) or 1)
        begun(f"{source.count} readings of {source.files} files, in {parts} parts")
        lines = dealt(source.lines, source.positions, parts)
        lines.mapInArrow(claims_of_batches, CLAIMS).write.parquet(f"{stage}/claims")
        staged = spark.read.parquet(f"{stage}/claims")
        claims, articles, repeated = _first_readings(staged)
        begun(f"{claims.count()} claims of {articles} articles")
        pairs, capped = pairs_by_keys(claims)
        near = _nearest(_scored(pairs, claims), settings.candidates_per_claim)
        _related(near, claims, settings).write.parquet(f"{stage}/related")
        related = spark.read.parquet(f"{stage}/related")
        settled = _settled(related, claims, source.lines, settings)
        settled.write.parquet(f"{stage}/settled")
        kept = _closest(spark.read.parquet(f"{stage}/settled"), settings.related_per_claim)
        write_parted(_shaped(kept, staged, task.output_format), task.output, task.output_format)
        found = part_of(spark, task.output, "related", task.output_format)
        failures = staged.where("said is not null").orderBy("row").limit(TOLD).collect()
        matched = Matched(
            articles,
            repeated,
            claims.count(),
            found.count() if found is not None else 0,
            tuple(row["said"] for row in failures),
            tuple(capped),
        )
        remove(spark, stage)
        return matched


def _first_readings(staged: DataFrame) -> tuple[DataFrame, int, int]:
    """Return the claims of the first reading of each article, how many articles there are, and how many readings more.

    An article without claims is a row without keys.
    """
    from pyspark.sql import functions as fn

    readings = (
        staged.where("said is null")
        .groupBy("id")
        .agg(fn.min("article").alias("article"), fn.count_distinct("article").alias("times"))
    )
    articles, times = readings.agg(fn.count("*"), fn.sum("times")).first() or (0, 0)
    claims = staged.where("said is null and told is not null").join(readings.select("article"), "article", "left_semi")
    return claims, articles, (times or 0) - articles


def _scored(pairs: DataFrame, claims: DataFrame) -> DataFrame:
    texts = claims.select("row", "text")
    left, right = texts.toDF("left", "one"), texts.toDF("right", "other")
    return pairs.join(left, "left").join(right, "right").mapInArrow(score_batches, SCORED)


def _nearest(scored: DataFrame, most: int) -> DataFrame:
    """Return the pairs that are among the closest of either claim; the smaller pair of two equals is closer."""
    from pyspark.sql import Window
    from pyspark.sql import functions as fn

    ends = scored.select("*", fn.explode(fn.array("left", "right")).alias("end"))
    window = Window.partitionBy("end").orderBy(fn.desc("close"), "left", "right")
    ranked = ends.select("left", "right", fn.row_number().over(window).alias("place"))
    return ranked.where(fn.col("place") <= most).select("left", "right").distinct()


def _related(near: DataFrame, claims: DataFrame, settings: Settings) -> DataFrame:
    told = claims.select("row", "told")
    pairs = near.join(told.toDF("left", "one"), "left").join(told.toDF("right", "other"), "right")
    pairs = pairs.withColumn("article", pairs["left"].bitwiseAND(-PER_ARTICLE))

    def related(table: Any) -> Any:  # Spark looks at how many arguments it takes, and not into a partial
        return relate_article(settings, table)

    return pairs.groupBy("article").applyInArrow(related, RELATED)


def _settled(related: DataFrame, claims: DataFrame, lines: DataFrame, settings: Settings) -> DataFrame:
    """Return the relations, settled with both claims and both articles at hand."""
    from pyspark.sql import functions as fn

    told = claims.select("row", "told")
    joined = related.join(told.toDF("a", "one"), "a").join(told.toDF("b", "other"), "b")
    ends = [fn.floor(fn.col(end) / PER_ARTICLE).alias(f"{end}_article") for end in ("a", "b")]
    articles = lines.select("position", "content")
    joined = joined.select("*", *ends)
    joined = joined.join(articles.toDF("a_article", "a_reading"), "a_article")
    joined = joined.join(articles.toDF("b_article", "b_reading"), "b_article")
    return joined.mapInArrow(partial(settle_batches, settings), RELATIONS)


def _closest(settled: DataFrame, most: int) -> DataFrame:
    """Return all that agree or conflict, and of the merely related ones those among the closest of either claim."""
    from pyspark.sql import Window
    from pyspark.sql import functions as fn

    ends = settled.where("merely").select("a", "b", "score", fn.explode(fn.array("a", "b")).alias("end"))
    window = Window.partitionBy("end").orderBy(fn.desc(fn.round("score", 6)), "a", "b")
    ranked = ends.select("a", "b", fn.row_number().over(window).alias("place"))
    near = ranked.where(fn.col("place") <= most).select("a", "b").distinct()
    return settled.where("not merely").unionByName(settled.where("merely").join(near, ["a", "b"], "left_semi"))


def _shaped(kept: DataFrame, staged: DataFrame, form: str) -> DataFrame:
    """Return relations and failures as they are written, sorted by the ids of the claims."""
    from pyspark.sql import functions as fn

    related = kept.drop("merely").withColumn(OUTCOME, fn.lit("related"))
    failed = staged.where("said is not null").select("said").withColumn(OUTCOME, fn.lit("failed"))
    if form == "jsonl":
        failed = failed.withColumn("said", fn.to_json(fn.struct(fn.col("said").alias("error"))))
    rows = related.unionByName(failed, allowMissingColumns=True).orderBy(OUTCOME, "a", "b", "said")
    return rows.withColumnRenamed("said", "record") if form == "parquet" else rows.select(OUTCOME, "said")
