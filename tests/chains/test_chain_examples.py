"""The examples in the docstrings are true."""

import doctest

import pytest

from provenance.chains import backing, independence, one_name
from provenance.text import slight


@pytest.mark.parametrize("module", [backing, independence, one_name, slight], ids=lambda module: module.__name__)
def test_examples(module) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
