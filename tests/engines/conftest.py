"""Spark, where it and Java are installed: its processes find the stand-ins of these tests."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SMALL_JAVA = (
    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # what is compiled well for hours of work takes seconds to begin
)
SMALL_SPARK = {
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.shuffle.partitions": "2",
}


@pytest.fixture(scope="session")
def spark_installed() -> Iterator[None]:
    """Skips the test where Spark cannot run; the Java process is started once for all tests."""
    missing = [name for name in ("pyspark", "pyarrow", "pandas") if importlib.util.find_spec(name) is None]
    if missing:
        pytest.skip(f"needs the extra spark: {', '.join(missing)} missing")
    if shutil.which("java") is None:
        pytest.skip("needs a Java runtime")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(HERE), prepend=os.pathsep)
        patch.setenv("JDK_JAVA_OPTIONS", SMALL_JAVA)
        yield


def json_lines(path: Path, records: list[object]) -> Path:
    """Write records, or lines that are text already, and return the path."""
    lines = (record if isinstance(record, str) else json.dumps(record) for record in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def written(folder: Path, outcome: str) -> list[dict]:
    """Return what a cluster wrote with this outcome, in the order of its files."""
    parts = sorted((folder / f"outcome={outcome}").glob("part-*"))
    return [json.loads(line) for part in parts for line in part.read_text(encoding="utf-8").splitlines()]
