"""The examples in the docstrings are true."""

import doctest

import pytest

from provenance.reports import escaping, phrases


@pytest.mark.parametrize("module", [escaping, phrases], ids=lambda module: module.__name__)
def test_examples(module) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
