"""Which claims tell too little to stand first."""

from __future__ import annotations

import pytest

from provenance.text.slight import is_slight


@pytest.mark.parametrize(
    ("text", "slight"),
    [
        ("Ada Lund [is] the mayor of Norvik.", True),
        ("Olav [is] [Ada Lund's] brother.", True),
        ("Lund [was] returned to office in May.", False),
        ("Lund said.", True),
        ("She is in.", True),
        ("Ada Lund resigned on Friday.", False),
        ("Two tugs are on their way to the ferry, whose master [is] hurt.", False),
        ("The bridge is closed to all traffic.", False),
    ],
)
def test_a_claim_is_slight(text: str, slight: bool) -> None:
    assert is_slight(text) is slight
