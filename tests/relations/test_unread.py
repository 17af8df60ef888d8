"""Claims in languages whose slots are not read: the program shows that their words meet, and gives no verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims_by_hand import claim

from provenance.matching import similarity
from provenance.model.claim import SourcedClaim
from provenance.model.relation import RelationKind, Verdict
from provenance.relations import compare, explanation_of


def _in(language: str, text: str) -> SourcedClaim:
    made = claim(text)
    return replace(made, article=replace(made.article, language=language))


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (
            ("ru", "Порт закрыт, погибли трое рабочих"),
            ("ru", "Порт закрыт, погибли пятеро рабочих"),
            RelationKind.RELATED,
        ),
        (("ru", "Порт закрыт"), ("ru", "Порт не закрыт"), RelationKind.RELATED),
        (("ru", "Порт закрыт до пятницы"), ("ru", "Певица выпустила альбом"), RelationKind.UNRELATED),
        (("ru", "TASS Kim 2019"), ("ko", "TASS Kim 2019"), RelationKind.UNRELATED),
        (("en", "The port is closed"), ("fr", "The port is closed"), RelationKind.UNRELATED),
    ],
)
def test_no_verdict_is_given(a: tuple[str, str], b: tuple[str, str], kind: RelationKind) -> None:
    left, right = _in(*a), _in(*b)
    close = similarity(left, right)
    for comparison in (compare(left, right, close), compare(right, left, close)):
        assert comparison.kind is kind
        assert [finding.verdict for finding in comparison.findings] == [Verdict.ABSTAINS]
        assert explanation_of(comparison.findings[0].rule)


def test_english_is_compared_as_ever() -> None:
    left, right = _in("en-GB", "The port of Orla is closed."), _in("en", "The port of Orla is closed.")
    assert "what.unread" not in {finding.rule for finding in compare(left, right, similarity(left, right)).findings}
