"""Where output goes: terminal, pipe or file."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import click
import pytest

from provenance.commands.console import Failures, Invocation, Output, note, watched, whole_file
from provenance.errors import UnreadableInput


@pytest.fixture(autouse=True)
def call() -> Invocation:
    """A call in progress, as every command has one."""
    with click.Context(click.Command("test"), obj=Invocation()) as context:
        yield context.obj


def test_a_file_is_replaced_only_when_everything_was_written(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text("old")

    def breaks_off():
        yield "new"
        raise UnreadableInput("broken")

    with pytest.raises(UnreadableInput):
        Output("html", file).write(breaks_off())
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]
    Output("html", file).write(["new", "er"])
    assert file.read_text() == "newer"


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.touch(0o640)
    file.chmod(0o640)
    with whole_file(file) as written:
        written.write("x")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no such folder"):
        Output("csv", tmp_path / "none" / "x.csv").write(["x"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_told_with_the_file_s_name() -> None:
    with pytest.raises(OSError, match="No space left on device: '/dev/full'"):
        Output("csv", Path("/dev/full")).write(["x"])


@pytest.mark.parametrize(
    ("terminal", "environment", "option", "color"),
    [
        (True, {}, "auto", True),
        (True, {"NO_COLOR": "1"}, "auto", False),
        (True, {"NO_COLOR": ""}, "auto", True),  # no-color.org: when present and not empty
        (True, {"TERM": "dumb"}, "auto", False),
        (True, {}, "never", False),
        (True, {"NO_COLOR": "1"}, "always", True),
        (False, {}, "auto", False),
        (False, {}, "always", True),
    ],
)
def test_colour_only_where_it_is_wanted(
    terminal: bool, environment: dict[str, str], option: str, color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    screen = Output("table", color=option).screen
    assert screen.color is color
    assert (screen.width is not None) is terminal


def test_a_file_is_never_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert Output("table", tmp_path / "x.txt").screen.width is None


def test_the_bar_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(watched([1, 2], "reading", Output("table"))) == [1, 2]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(watched([1, 2], "reading", Output("table"))) == [1, 2]
    assert "reading" in capsys.readouterr().err


def test_quiet_silences_notes_and_not_failures(call: Invocation, capsys: pytest.CaptureFixture[str]) -> None:
    call.quiet = True
    note("12 new")
    failures = Failures()
    assert list(failures.told([1, UnreadableInput("is empty", where="a.txt"), 2])) == [1, 2]
    assert capsys.readouterr().err == "provenance: a.txt: is empty\n"
    assert failures.count == 1


def test_the_total_is_counted_for_a_bar_and_for_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def asked() -> int:
        raise AssertionError("counted for nobody")

    assert list(watched([1, 2], "reading", Output("table"), asked)) == [1, 2]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(watched([1, 2], "reading", Output("table"), lambda: 2)) == [1, 2]
    assert "2/2" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_is_told_with_the_name_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / ".x.csv.abc.part"))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(PermissionError) as refused:
        Output("csv", tmp_path / "x.csv").write(["x"])
    assert refused.value.filename == str(tmp_path / "x.csv")
