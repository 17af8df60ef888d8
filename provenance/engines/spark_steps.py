"""What the processes of a cluster do with claims, an Arrow batch at a time: no step of it knows where it runs.

What goes from one step to the next is pickled by this program and read by this program, inside one job.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator
from typing import Any

from provenance.errors import InputError, InvalidRecord
from provenance.model.claim import Extraction
from provenance.settings import Settings

LONGEST = 1 << 30  # bytes of a reading
PER_ARTICLE = 1 << 16  # claims at most, so that a claim's row is its article's position and its place
CLAIMS = (
    "row long, article long, id string, keys array<struct<family:int,key:long>>, known array<long>, text string, "
    "told binary, said string"
)
SCORED = "left long, right long, close double"
RELATED = "a long, b long, a_id string, b_id string, merely boolean, score double, comparison binary"
RELATIONS = "a string, b string, relation string, score double, independent boolean, merely boolean, said string"


def claims_of_batches(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield a row for each claim of each reading, or one that says why it is none; runs on the cluster."""
    for batch in batches:
        rows: list[dict[str, Any]] = []
        for line in batch.to_pylist():
            rows += _claims_of(line)
        yield batch_of(rows, CLAIMS)


def _claims_of(line: dict[str, Any]) -> list[dict[str, Any]]:
    from provenance.matching.families import family_keys, word_order
    from provenance.services.apart import told_in

    if line["content"] is not None and not line["content"].strip():
        return []
    article = line["position"]
    first = article * PER_ARTICLE
    try:
        extraction = reading_of(line["content"], f"{line['file']}:{line['number']}")
    except InputError as error:
        return [{"row": first, "article": article, "said": storable(str(error))}]
    found = [
        {
            "row": first + place,
            "article": article,
            "id": extraction.article.id,
            "keys": [{"family": family, "key": key} for family, key in family_keys(told.claim)],
            "known": list(word_order(told.claim.text)),
            "text": storable(told.claim.text),
            "told": pickle.dumps(told, protocol=5),
        }
        for place, told in enumerate(told_in(extraction))
    ]
    return found or [{"row": first, "article": article, "id": extraction.article.id}]


def reading_of(content: bytes | None, where: str) -> Extraction:
    """Return the reading of one line; raises InvalidRecord for one that is none."""
    from provenance.services.apart import reading_in

    if content is None:
        raise InvalidRecord(f"is longer than {LONGEST} bytes", where=where)
    try:
        record = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidRecord("is not UTF-8 text", where=where, hint="save it as UTF-8") from error
    except RecursionError as error:
        raise InvalidRecord("is nested too deeply", where=where) from error
    except ValueError as error:
        raise InvalidRecord(f"is not JSON: {error}", where=where, hint="each line must be one JSON object") from error
    extraction = reading_in(record, where)
    if len(extraction.claims) >= PER_ARTICLE:
        raise InvalidRecord(f"has {len(extraction.claims)} claims", where=where, hint=f"at most {PER_ARTICLE - 1}")
    return extraction


def score_batches(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield the pairs whose words meet, with how close they are; runs on the cluster."""
    from provenance.matching.families import scores

    for batch in batches:
        left, right, named, one, other = (
            batch[name].to_pylist() for name in ("left", "right", "named", "one", "other")
        )
        pairs = list(zip(left, right, strict=True))
        texts = dict(zip(left, one, strict=True)) | dict(zip(right, other, strict=True))
        close = scores(texts, pairs, named)
        rows = [
            {"left": pair[0], "right": pair[1], "close": each}
            for pair, each in zip(pairs, close, strict=True)
            if each is not None
        ]
        yield batch_of(rows, SCORED)


def relate_article(settings: Settings, table: Any) -> Any:
    """Return what the claims of one article are to those of later ones; runs on the cluster."""
    import pyarrow

    from provenance.model.relation import RelationKind
    from provenance.services.apart import related_by_words

    rows = sorted(
        table.select(["left", "right", "one", "other"]).to_pylist(), key=lambda row: (row["left"], row["right"])
    )
    told = {row[end]: row[what] for row in rows for end, what in (("left", "one"), ("right", "other"))}
    known = {number: pickle.loads(what) for number, what in told.items()}
    number_of = {each.claim.id: number for number, each in known.items()}
    pairs = [(known[row["left"]], known[row["right"]]) for row in rows]
    found = [
        {
            "a": number_of[a.id],
            "b": number_of[b.id],
            "a_id": a.id,
            "b_id": b.id,
            "merely": comparison.kind is RelationKind.RELATED,
            "score": comparison.score,
            "comparison": pickle.dumps(comparison, protocol=5),
        }
        for a, b, comparison in related_by_words(pairs, settings)
    ]
    return pyarrow.Table.from_batches([batch_of(found, RELATED)])


def settle_batches(settings: Settings, batches: Iterable[Any]) -> Iterator[Any]:
    """Yield the relations that are left when the articles are looked at; runs on the cluster."""
    for batch in batches:
        rows = [found for row in batch.to_pylist() if (found := _settle(row, settings)) is not None]
        yield batch_of(rows, RELATIONS)


def _settle(row: dict[str, Any], settings: Settings) -> dict[str, Any] | None:
    from provenance.model.relation import RelationKind
    from provenance.reports.escaping import json_text
    from provenance.reports.shapes import relation_shape
    from provenance.services.apart import relation_of

    a, b, comparison = (pickle.loads(row[name]) for name in ("one", "other", "comparison"))
    articles = {}
    for name in ("a_reading", "b_reading"):
        article = reading_of(row[name], name).article
        articles[article.id] = article
    relation = relation_of(a, b, comparison, articles, settings)
    if relation is None:
        return None
    return {
        "a": relation.a.id,
        "b": relation.b.id,
        "relation": relation.kind.value,
        "score": relation.comparison.score,
        "independent": relation.independent,
        "merely": relation.kind is RelationKind.RELATED,
        "said": json_text(relation_shape(relation)),
    }


def batch_of(rows: list[dict[str, Any]], columns: str) -> Any:
    """Return rows as an Arrow batch of these columns, which are named as Spark names them: "row long, text string"."""
    import pyarrow

    kinds = {
        "long": pyarrow.int64(),
        "int": pyarrow.int32(),
        "double": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "string": pyarrow.string(),
        "binary": pyarrow.binary(),
        "array<long>": pyarrow.list_(pyarrow.int64()),
        "array<struct<family:int,key:long>>": pyarrow.list_(
            pyarrow.struct([("family", pyarrow.int32()), ("key", pyarrow.int64())])
        ),
    }
    fields = [(name, kinds[kind]) for name, kind in (each.split(" ") for each in columns.split(", "))]
    return pyarrow.RecordBatch.from_pylist(rows, schema=pyarrow.schema(fields))


def storable(text: str) -> str:
    """Return text without halves of surrogate pairs, which Arrow does not take."""
    return text.encode("utf-8", "backslashreplace").decode()
