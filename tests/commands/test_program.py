"""How failures are told: one line on stderr, the exit code of the contract, no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from provenance import errors
from provenance.commands import group
from provenance.commands.program import run

ROOT = Path(__file__).parents[2]
CLI = [sys.executable, str(ROOT / "cli.py")]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Make `provenance db path` raise this."""

    def install(error: BaseException) -> None:
        @click.command("db")
        def fails() -> None:
            raise error

        monkeypatch.setattr(group.LazyGroup, "get_command", lambda self, ctx, name: fails)

    return install


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UnreadableInput("is not UTF-8 text", where="a.txt", hint="save it as UTF-8"), 1),
        (errors.UsageError("two sentences are needed"), 2),
        (errors.NothingToMeasure("the database holds no articles"), 3),
        (errors.NotFound("no claim has an id that starts with abcdef"), 4),
        (errors.AmbiguousId("several claims have an id that starts with abcdef"), 4),
        (errors.IntegrityError("2 problems found"), 5),
        (errors.NewerDatabase("was made by a newer version"), 1),
        (errors.GateHit("claim is disputed"), 6),
        (OSError(28, "No space left on device", "/data/p.db"), 1),
        (OSError("odd"), 1),
        (ValueError("a defect"), 1),
        (click.UsageError("no such thing"), 2),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_each_failure_is_one_line_with_its_exit_code(
    error: Exception, code: int, failing: Callable, capsys: pytest.CaptureFixture[str]
) -> None:
    failing(error)
    assert run(["db"]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("provenance: error: ")
    assert len(captured.err.splitlines()) == 1


def test_a_full_disk_names_the_file(failing: Callable, capsys: pytest.CaptureFixture[str]) -> None:
    failing(OSError(28, "No space left on device", "/data/p.db"))
    run(["db"])
    assert capsys.readouterr().err == "provenance: error: /data/p.db: No space left on device\n"


def test_a_defect_shows_its_traceback_only_with_debug(failing: Callable, capsys: pytest.CaptureFixture[str]) -> None:
    failing(ValueError("a defect"))
    run(["db"])
    assert "--debug" in (told := capsys.readouterr().err)
    assert "Traceback" not in told
    run(["--debug", "db"])
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("interruption", [KeyboardInterrupt(), click.Abort()], ids=["Ctrl-C", "abort"])
def test_an_interruption_is_told_shortly(
    interruption: BaseException, failing: Callable, capsys: pytest.CaptureFixture[str]
) -> None:
    failing(interruption)
    assert run(["db"]) == 130
    assert capsys.readouterr().err.strip() == "provenance: interrupted"


def test_a_name_in_a_failure_cannot_act_on_the_terminal(failing: Callable, capsys: pytest.CaptureFixture[str]) -> None:
    failing(errors.UnreadableInput("is not text\x1b[2J", where="a\n\x1b]0;x\x07.txt"))
    run(["db"])
    told = capsys.readouterr().err
    assert not set(told) & set("\x1b\x07")
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["claims", "--nonsense"], "No such option"),
        (["claims", "--format", "xml"], "Invalid value for '--format'"),
        (["claims", "--json", "--csv"], "ask for different formats"),
        (["claims", "--since", "soon"], "'soon' is not a day"),
        (
            ["claims", "--since", "2019-04-24", "--until", "2019-04-23"],
            "--since 2019-04-24 is after --until 2019-04-23",
        ),
        (
            ["claims", "--published-since", "2020-01-01", "--published-until", "2019-01-01"],
            "is after --published-until",
        ),
        (["claims", "--limit", "0"], "Invalid value for '--limit'"),
        (["compare", "only one"], "two sentences are needed"),
        (["compare", "--pairs", "x.jsonl", "a", "b"], "give either A and B or --pairs"),
        (["extract", "--date", "yesterday", "x.txt"], "'yesterday' is not a date"),
        (["claims", "--db", "what?.db"], "cannot hold a question mark"),
        (["ingest"], "Missing argument"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_exit_code_2_and_says_what_is_wrong(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert told in capsys.readouterr().err


def test_every_error_has_an_exit_code_of_the_contract() -> None:
    classes = [each for each in vars(errors).values() if isinstance(each, type)]
    assert {each.exit_code for each in classes if issubclass(each, errors.ProvenanceError)} == {1, 2, 3, 4, 5, 6}


def test_a_reader_that_leaves_is_no_failure(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*CLI, "claims", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, text=True
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr is not None
    assert process.stderr.read() == ""


def test_ctrl_c_ends_a_running_command(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*CLI, "import", "--db", str(tmp_path / "x.db"), "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()  # the header of its table: it waits for standard input now
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert told.splitlines()[-1] == "provenance: interrupted"
    assert "Traceback" not in told
    assert process.returncode == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*CLI, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path, timeout=60, check=False
        )
    assert done.returncode == 1
    assert done.stderr == "provenance: error: No space left on device\n"


def test_a_terminal_that_cannot_show_a_letter_gets_its_notation(tmp_path: Path) -> None:
    done = subprocess.run(
        [*CLI, "compare", "--pairs", "ТАСС.jsonl"],
        capture_output=True,
        cwd=tmp_path,
        timeout=60,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    )
    assert b"\\u0422" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("group", [[], ["db"]], ids=["the program", "db"])
def test_a_group_alone_shows_its_help_line_by_line(group: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(group) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Usage: provenance")
    assert "\nCommands:\n" in captured.err


@pytest.mark.skipif(os.name != "posix", reason="closes a stream as a POSIX shell does")
@pytest.mark.parametrize(
    ("call", "code"),
    [("db path >&-", 0), ("extract - <&-", 1), ("db path 2>&-", 0), ("show abc --db none.db 2>&-", 3)],
)
def test_a_closed_stream_is_no_defect(call: str, code: int, tmp_path: Path) -> None:
    done = subprocess.run(["sh", "-c", f'"$@" {call}', "sh", *CLI], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == code
    assert "unexpected" not in done.stderr
