"""Extraction on Spark: what one machine writes, in its order, whatever becomes of a document or a process."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SMALL_SPARK, json_lines, written  # type: ignore[import-not-found]
from spark_stand_ins import make_fragile

from provenance.commands.program import run
from provenance.engines.spark import Place, spark_at
from provenance.engines.spark_extract import Extracted, Task, extract_on
from provenance.errors import NotFound, UsageError
from provenance.settings import Settings

pytestmark = [pytest.mark.usefixtures("spark_installed"), pytest.mark.skipif(sys.platform != "linux", reason="/proc")]

HERE = Place("local[2]", SMALL_SPARK)
ARTICLES = [
    {
        "id": "harbour",
        "text": "The port of Orsund will close for three days, harbour master Eva Lund said on Monday.\n\n"
        "About 40 ships are waiting, according to TASS.",
        "outlet": "Northern Courier",
        "date": "2021-05-04",
        "url": "https://courier.example/orsund",
    },
    "   ",
    {"text": "Petra Kosh, the mayor of Velmora, denied that the bridge was closed.", "outlet": "Velmora Gazette"},
    {"id": "empty", "title": "A title and no text"},
    "{broken",
    {"id": 7, "text": "Some 300 people fled the flood in Tarnow, the ministry said.", "title": "Flood", "extra": [1]},
]


@pytest.fixture
def extract(tmp_path: Path) -> Callable[..., Extracted]:
    def call(texts: list[str], place: Place = HERE, **told: object) -> Extracted:
        source = json_lines(tmp_path / "in.jsonl", [{"id": str(at), "text": text} for at, text in enumerate(texts)])
        task = Task(str(source), str(tmp_path / "out"), make=make_fragile, **told)
        with spark_at(place) as spark:
            return extract_on(spark, task, Settings(), lambda line: None)

    return call


def test_it_writes_what_one_machine_writes(tmp_path, capfd):
    source = json_lines(tmp_path / "in.jsonl", ARTICLES)
    assert run(["extract", "--format", "jsonl", "--engine", "rules", str(source)]) == 1
    one_machine = capfd.readouterr()
    told = ["--input", str(source), "--output", str(tmp_path / "out"), "--engine", "rules", "--jobs", "2"]
    assert run(["cluster", "extract", *told, "--parts", "3"]) == 1
    cluster = capfd.readouterr()
    parts = sorted((tmp_path / "out" / "outcome=read").glob("part-*"))
    assert len(parts) > 1
    assert "".join(part.read_text(encoding="utf-8") for part in parts) == one_machine.out
    errors = one_machine.err.splitlines()
    assert cluster.err.splitlines() == [
        "5 lines of 1 files, in 3 parts", *errors, f"3 read, 2 failed; written to {tmp_path / 'out'}"
    ]  # fmt: skip
    assert [f"provenance: {each['error']}" for each in written(tmp_path / "out", "failed")] == errors


def test_files_are_read_in_the_order_of_their_paths_and_lines_keep_their_numbers(tmp_path):
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    texts = {"a.jsonl": 40, "b/c.jsonl": 3, "d.jsonl": 25}
    for name, count in texts.items():
        json_lines(folder / name, [{"text": f"text {at} of {name}"} for at in range(count)])
    task = Task(str(folder), str(tmp_path / "out"), make=make_fragile, parts=4)
    conf = {"spark.sql.files.maxPartitionBytes": "300", "spark.sql.files.openCostInBytes": "1"}  # several blocks a file
    with spark_at(Place("local[2]", SMALL_SPARK | conf)) as spark:
        extract_on(spark, task, Settings(), lambda line: None)
    read = [(each["ref"], each["article"]["text"]) for each in written(tmp_path / "out", "read")]
    assert read == [
        (f"{folder}/{name}:{at + 1}", f"text {at} of {name}") for name, count in texts.items() for at in range(count)
    ]


def test_a_bad_document_costs_its_row_and_a_notice_is_kept(extract, tmp_path):
    read = extract(["one", "bad", "long text", "defect", "five"])
    assert (read.read, read.failed) == (3, 2)
    assert [each["article"]["text"] for each in written(tmp_path / "out", "read")] == ["one", "long text", "five"]
    assert [each["ref"] for each in written(tmp_path / "out", "failed")] == ["1", "3"]
    assert read.failures[0] == "1: is bad"
    assert "a defect of the program" in read.failures[1]
    assert read.notices == ("2: is cut",)


def test_a_document_that_kills_its_process_costs_its_row(extract, tmp_path):
    read = extract([f"text {at}" if at != 5 else "deadly" for at in range(12)], parts=3)
    assert read.failures == ("5: the process that read it died; it may need more memory than there is",)
    assert [each["ref"] for each in written(tmp_path / "out", "read")] == [str(at) for at in range(12) if at != 5]


def test_a_lost_executor_is_survived_with_the_same_answer(extract, tmp_path):
    marker = tmp_path / "killed"
    texts = [f"text {at}" if at != 9 else f"executor {marker}" for at in range(16)]
    read = extract(texts, Place("local-cluster[2,1,1024]", SMALL_SPARK), parts=4)
    assert marker.read_text().isdigit()
    assert (read.read, read.failed) == (16, 0)
    assert [each["article"]["text"] for each in written(tmp_path / "out", "read")] == texts


def test_parquet_is_read_and_written_like_json_lines(tmp_path):
    import pyarrow
    from pyarrow import parquet

    rows = {"id": [1, 2], "text": ["one text", "bad"], "date": ["2021-05-04", None], "more": ["x", "y"]}
    parquet.write_table(pyarrow.table(rows), tmp_path / "in.parquet")
    task = Task(str(tmp_path / "in.parquet"), str(tmp_path / "out"), output_format="parquet", make=make_fragile)
    with spark_at(HERE) as spark:
        read = extract_on(spark, task, Settings(), lambda line: None)
        (row,) = spark.read.parquet(f"{tmp_path}/out/outcome=read").collect()
    assert read.failures == ("2: is bad",)
    record = json.loads(row["record"])
    assert (record["ref"], record["article"]["text"]) == ("1", "one text")
    assert (row["ref"], row["article"], row["published"]) == ("1", record["article"]["id"], "2021-05-04")


def test_what_cannot_be_carried_out_is_told_and_nothing_is_left_behind(tmp_path):
    source = json_lines(tmp_path / "in.jsonl", ["{}"])
    (tmp_path / "there").mkdir()
    with spark_at(HERE) as spark:
        with pytest.raises(NotFound, match="no such file or folder; check --input"):
            extract_on(spark, Task(str(tmp_path / "none"), str(tmp_path / "out")), Settings(), print)
        with pytest.raises(UsageError, match="is there already; give another --output, or --overwrite"):
            extract_on(spark, Task(str(source), str(tmp_path / "there")), Settings(), print)
    assert list((tmp_path / "there").iterdir()) == []
    assert not (tmp_path / "out").exists()


def test_an_interrupt_leaves_no_half_output(tmp_path):
    source = json_lines(tmp_path / "in.jsonl", [{"text": "one"}])

    def interrupt(line: str) -> None:
        (tmp_path / "out").mkdir()
        raise KeyboardInterrupt

    with spark_at(HERE) as spark, pytest.raises(KeyboardInterrupt):
        extract_on(spark, Task(str(source), str(tmp_path / "out")), Settings(), interrupt)
    assert not (tmp_path / "out").exists()
