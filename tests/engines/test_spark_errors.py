"""What keeps Spark from starting is told in one line, with what to do, before anything is started."""

from __future__ import annotations

import importlib.util

import pytest

from provenance.commands.program import run
from provenance.engines.spark import reason_of
from provenance.engines.spark_lines import form_of, written
from provenance.errors import UsageError

GIVEN = ["cluster", "extract", "--input", "in.jsonl", "--output", "out"]


@pytest.fixture
def java(tmp_path, monkeypatch):
    """A Java that nothing asks to run, and all libraries."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").touch()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: True)
    return tmp_path


@pytest.mark.parametrize("name", ["pyspark", "pyarrow", "pandas"])
def test_a_missing_library_names_the_extra(name, java, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda asked: None if asked == name else True)
    assert run(GIVEN) == 2
    assert capsys.readouterr().err == (
        f"provenance: error: Apache Spark is not installed ({name} missing); pip install 'claim-provenance[spark]'\n"
    )


def test_a_missing_java_is_told(java, monkeypatch, capsys):
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", "")
    assert run(GIVEN) == 2
    assert "Apache Spark needs Java, and there is none on the PATH; install a Java runtime" in capsys.readouterr().err


def test_a_java_home_without_java_is_told(java, monkeypatch, capsys):
    (java / "bin" / "java").unlink()
    assert run(GIVEN) == 2
    assert f"JAVA_HOME is {java}, where there is no bin/java" in capsys.readouterr().err


@pytest.mark.parametrize("master", ["", "spark:/head", "head:7077", "local[", "local[x]", "spark://head"])
def test_what_is_no_master_is_told(master, java, capsys):
    assert run([*GIVEN, f"--master={master}x" if not master else f"--master={master}"]) == 2
    assert "is no address of a Spark master; give local[4], spark://HOST:PORT, yarn" in capsys.readouterr().err


@pytest.mark.parametrize("conf", ["memory=4g", "spark.executor.memory"])
def test_what_is_no_setting_is_told(conf, capsys):
    assert run([*GIVEN, "--conf", conf]) == 2
    assert "is no setting; write it as spark.executor.memory=4g" in capsys.readouterr().err


def test_a_failure_of_spark_is_one_line():
    java = "An error occurred while calling o1.save.\n: org.apache.spark.SparkException: Job aborted.\n\tat a.b\n"
    assert reason_of(Exception(f"{java}Caused by: java.io.IOException: No space left on device\n\tat c.d")) == (
        "IOException: No space left on device"
    )
    python = "Traceback (most recent call last):\n  File x\nValueError: what went wrong\n\tat org.apache"
    assert reason_of(Exception(f"{java}Caused by: org.apache.spark.api.python.PythonException: {python}")) == (
        "ValueError: what went wrong"
    )


def test_files_are_named_as_they_were_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert written(f"file://{tmp_path}/a%20b/1.jsonl", "a b") == "a b/1.jsonl"
    assert written(f"file://{tmp_path}/a%20b/1.jsonl", "a b/1.jsonl") == "a b/1.jsonl"
    assert written("hdfs://head/news/1.jsonl", "hdfs://head/news") == "hdfs://head/news/1.jsonl"


def test_the_names_of_files_tell_what_they_hold():
    assert form_of(("a.parquet", "b.parquet"), "auto") == "parquet"
    assert form_of(("a.jsonl", "b.txt"), "auto") == "jsonl"
    assert form_of(("a.jsonl",), "parquet") == "parquet"
    with pytest.raises(UsageError, match="holds Parquet files and others; say which with --input-format"):
        form_of(("a.jsonl", "b.parquet"), "auto")
