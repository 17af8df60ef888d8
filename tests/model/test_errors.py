import inspect

import pytest

from provenance import errors
from provenance.errors import ProvenanceError

ALL = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, ProvenanceError)]


@pytest.mark.parametrize("error", ALL, ids=lambda e: e.__name__)
def test_every_error_has_a_promised_exit_code_and_a_place_in_the_drawn_tree(error: type[ProvenanceError]) -> None:
    assert error.exit_code in {1, 2, 3, 4, 5, 6}
    drawn = [line for line in (errors.__doc__ or "").splitlines() if f" {error.__name__} " in line]
    assert len(drawn) == 1
    assert str(error.exit_code) in drawn[0]


def test_an_error_says_what_failed_where_and_what_to_do() -> None:
    assert str(ProvenanceError("no text", where="a.txt", hint="give a text file")) == "a.txt: no text; give a text file"
    assert str(ProvenanceError("no text")) == "no text"
