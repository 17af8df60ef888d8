"""The examples in the docstrings are true."""

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize("name", ["chains.backing", "chains.independence", "chains.one_name", "text.slight"])
def test_examples(name: str) -> None:
    result = doctest.testmod(import_module(f"provenance.{name}"))
    assert result.attempted
    assert not result.failed
