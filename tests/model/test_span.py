import pytest

from provenance.model.span import Span, covered_by, merged, words_of

TEXT = '"We will talk," KCNA said, "during the visit."'


def test_a_span_gives_its_words() -> None:
    assert Span(16, 20).of(TEXT) == "KCNA"


def test_offsets_count_code_points_not_bytes() -> None:
    assert Span(0, 4).of("연합뉴스 보도") == "연합뉴스"


@pytest.mark.parametrize("pair", [(3, 3), (4, 3), (-1, 2)], ids=["empty", "reversed", "negative"])
def test_an_impossible_span_is_refused(pair: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(*pair)


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Span(0, 5).of("KCNA")


def test_a_broken_stretch_shows_its_gap() -> None:
    assert words_of((Span(1, 13), Span(28, 44)), TEXT) == "We will talk ... during the visit"


def test_stretches_that_touch_are_one() -> None:
    assert merged([Span(5, 7), Span(0, 3), Span(3, 4)]) == (Span(0, 4), Span(5, 7))


def test_two_halves_do_not_cover_what_one_stretch_must() -> None:
    assert not covered_by(Span(0, 4), [Span(0, 2), Span(2, 4)])
    assert covered_by(Span(1, 3), [Span(0, 4)])
