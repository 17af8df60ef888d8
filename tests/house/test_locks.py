"""The lock files hold versions and hashes and nothing that ties them to one machine."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")
PINNED = re.compile(
    r"(?P<pin>[a-z0-9][a-z0-9-]*==[\w.!+]+( ; [\w\s.<>=!'()]+?)?)(?P<hashes>( --hash=sha256:[0-9a-f]{64})+)"
)


def logical_lines(lock: str) -> list[str]:
    text = (ROOT / lock).read_text(encoding="utf-8").replace(" \\\n", " ")
    return [re.sub(r"\s+", " ", line) for line in text.splitlines()]


def pins(lock: str) -> dict[str, list[Requirement]]:
    result: dict[str, list[Requirement]] = {}
    for line in logical_lines(lock):
        requirement = Requirement(line.partition(" --hash")[0])
        result.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return result


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_a_version_and_its_hashes(lock):
    assert [line for line in logical_lines(lock) if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", project()["project"]["dependencies"]),
        ("requirements-dev.lock", project()["project"]["dependencies"] + project()["dependency-groups"]["dev"]),
        ("requirements-build.lock", project()["build-system"]["requires"]),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(lock, wanted):
    locked = pins(lock)
    for requirement in map(Requirement, wanted):
        versions = locked.get(canonicalize_name(requirement.name))
        assert versions, f"{requirement.name} is not in {lock}: run make lock"
        for pinned in versions:
            version = str(pinned.specifier).removeprefix("==")
            assert requirement.specifier.contains(version), f"{lock} pins {pinned}, the project wants {requirement}"


def versions(lock: str) -> dict[str, set[str]]:
    return {name: {str(pin.specifier) for pin in found} for name, found in pins(lock).items()}


def test_tools_are_locked_beside_the_versions_that_the_program_runs_with():
    runtime, dev = versions("requirements.lock"), versions("requirements-dev.lock")
    assert {name: dev.get(name) for name in runtime} == runtime
