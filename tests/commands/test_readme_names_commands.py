"""README.md names every command."""

from pathlib import Path

import pytest

from provenance.commands.group import COMMANDS

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_the_command(name: str) -> None:
    assert f"provenance {name}" in README.read_text(encoding="utf-8")
