"""Gold: what README shows is what the program prints."""

from __future__ import annotations

import pytest

readme_examples = pytest.importorskip("readme_examples", reason="needs a terminal of Unix", exc_type=ImportError)


@pytest.mark.parametrize("example", readme_examples.examples(), ids=lambda example: example["arguments"])
def test_readme_shows_what_the_program_prints(newsroom, example):
    printed = readme_examples.output_of(example, newsroom.url)
    assert printed == example["output"], "run: python tests/samples/readme_examples.py"
