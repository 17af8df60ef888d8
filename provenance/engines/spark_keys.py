"""Pairs of claims that share a key, by joins: those of `matching.everything.AllPairs`, in many places at once.

Claims are rows: row (long, in the order of reading), article (long), keys (family and key), known (the keys of its
words in the order in which a sheet numbers them). A key that too many claims have is left out and counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.matching.families import FAMILIES, MOST_WITH_PAIR, NAMES, RAREST, WORD, most_rows

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame


@dataclass(frozen=True, slots=True)
class Capped:
    """Keys of one family that too many claims have, and what comparing through them would have cost."""

    family: str  # "word", "name", "two words"
    most: int  # claims that a key may have
    keys: int
    claims: int  # that the commonest has
    pairs: int  # that share such a key; another key may have found them


def pairs_by_keys(claims: DataFrame) -> tuple[DataFrame, list[Capped]]:
    """Return the pairs (left, right, named), each once, the smaller row first, and what was left out.

    `named` is true where two names are shared. Rows of one article are no pair.
    """
    from pyspark.sql import functions as fn

    count = claims.count()
    single = claims.select("row", "article", fn.explode("keys").alias("of")).select("row", "article", "of.*")
    sizes = single.groupBy("family", "key").agg(fn.count("*").alias("claims"))
    most, capped = _limits(sizes, count)
    allowed = fn.element_at(fn.create_map(*(fn.lit(part) for pair in most.items() for part in pair)), fn.col("family"))
    kept = sizes.where((fn.col("claims") > 1) & (fn.col("claims") <= allowed)).select("family", "key")
    found = _grouped(single.join(kept, ["family", "key"]), fn.col("family") == NAMES)
    double = _of_two_words(claims, single)
    twos = double.groupBy("family", "key").agg(fn.count("*").alias("claims"))
    both = twos.where((fn.col("claims") > 1) & (fn.col("claims") <= MOST_WITH_PAIR)).select("family", "key")
    found = found.union(_grouped(double.join(both, ["family", "key"]), fn.lit(False)))
    capped += _over(_histogram(twos).get(len(FAMILIES), {}), "two words", MOST_WITH_PAIR)
    return found.groupBy("left", "right").agg(fn.max("named").alias("named")), capped


def _limits(sizes: DataFrame, count: int) -> tuple[dict[int, int], list[Capped]]:
    """Return for each family how many claims a key may have, and what is above."""
    held = _histogram(sizes)
    most = {family: most_rows(held.get(family, {}), count) for family in range(len(FAMILIES))}
    capped = [each for family, own in sorted(held.items()) for each in _over(own, FAMILIES[family], most[family])]
    return most, capped


def _histogram(sizes: DataFrame) -> dict[int, dict[int, int]]:
    """Return for each family how many keys have so many claims."""
    held: dict[int, dict[int, int]] = {}
    for row in sizes.groupBy("family", "claims").count().collect():
        held.setdefault(row["family"], {})[row["claims"]] = row["count"]
    return held


def _over(held: dict[int, int], family: str, most: int) -> list[Capped]:
    above = {size: keys for size, keys in held.items() if size > most}
    if not above:
        return []
    pairs = sum(keys * size * (size - 1) // 2 for size, keys in above.items())
    return [Capped(family, most, sum(above.values()), max(above), pairs)]


def _grouped(entries: DataFrame, named: Column) -> DataFrame:
    """Return the pairs of rows of different articles that have the same key; no key has many."""
    from pyspark.sql import functions as fn

    member = fn.struct("row", "article")
    groups = entries.groupBy("family", "key").agg(fn.collect_list(member).alias("members"))
    ones = groups.select(named.alias("named"), "members", fn.explode("members").alias("one"))
    later = fn.expr("filter(members, x -> x.row > one.row and x.article <> one.article)")
    twos = ones.select("named", fn.col("one.row").alias("left"), fn.explode(later).alias("other"))
    return twos.select("left", fn.col("other.row").alias("right"), "named")


def _of_two_words(claims: DataFrame, single: DataFrame) -> DataFrame:
    """Return a key for each two of a claim's rarest words, of those that another claim has too."""
    from pyspark.sql import functions as fn

    words = single.where(fn.col("family") == WORD)
    held = words.groupBy("key").agg(fn.count("*").alias("held")).where(fn.col("held") > 1)
    seen = claims.select("row", fn.posexplode("known").alias("place", "key"))
    first = seen.groupBy("key").agg(fn.min(fn.struct("row", "place")).alias("first"))
    rank = held.join(first, "key").select("key", fn.struct("held", "first.row", "first.place", "key").alias("rank"))
    ranked = words.select("row", "article", "key").join(rank, "key").groupBy("row", "article")
    rarest = ranked.agg(fn.slice(fn.array_sort(fn.collect_list("rank")), 1, RAREST).alias("rarest"))
    keys = rarest.select("row", "article", fn.expr("transform(rarest, x -> x.key)").alias("words"))
    ones = keys.select("row", "article", "words", fn.posexplode("words").alias("place", "one"))
    others = fn.explode(fn.expr("slice(words, place + 2, size(words))")).alias("other")
    twos = ones.where("place + 1 < size(words)").select("row", "article", "one", others)
    key = fn.xxhash64(fn.least("one", "other"), fn.greatest("one", "other")).alias("key")
    return twos.select("row", "article", fn.lit(len(FAMILIES)).alias("family"), key)
