"""What the repository says of itself is so."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import provenance
from provenance import errors

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/samples.md", "docs/scale.md", "benchmarks/README.md")


def declared_version() -> str:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_the_program_says_the_declared_version():
    assert provenance.__version__ == declared_version()


def test_the_changelog_tells_of_this_version():
    assert f"## [{declared_version()}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def every_error() -> list[type[errors.ProvenanceError]]:
    found, waiting = [], [errors.ProvenanceError]
    while waiting:
        error = waiting.pop()
        found.append(error)
        waiting.extend(error.__subclasses__())
    return found


@pytest.mark.parametrize("error", every_error(), ids=lambda error: error.__name__)
def test_every_error_has_the_exit_code_that_the_tree_shows(error):
    shown = re.search(rf"\b{error.__name__} +(?:exit code )?(\d)", errors.__doc__ or "")
    assert shown, f"{error.__name__} is missing from the tree in errors.py"
    assert error.exit_code == int(shown[1])


def test_readme_tells_every_exit_code():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d) \|", readme, re.MULTILINE)}
    assert told == {0} | {error.exit_code for error in every_error()}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_that_a_document_links_to_exist(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    linked = [target.partition("#")[0] for target in re.findall(r"\]\(([^)]+)\)", text)]
    missing = [
        target
        for target in linked
        if target and "://" not in target and not (ROOT / document).parent.joinpath(target).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_paths_that_a_document_names_exist(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    named = re.findall(r"`((?:provenance|samples|benchmarks|tests|docs|migrations|training|\.ci)/[\w./-]*)`", text)
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_imports_point_down():
    check = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout


def test_migrations_and_samples_travel_in_the_wheel():
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    for folder, place in wheel["wheel"]["force-include"].items():
        assert (ROOT / folder).is_dir()
        assert place.startswith("provenance/")


def test_make_help_lists_every_target():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    explained = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    assert explained == set(phony[1].split())
