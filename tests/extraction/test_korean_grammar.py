"""What the Korean rules tell of a source beside its name, and what they do with odd texts."""

from __future__ import annotations

import pytest
from test_korean_gold import credited_in

from provenance.extraction.grammars import grammar_of
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.frame import Polarity
from provenance.model.source import Hop, PersonKind, SourceKind
from provenance.text.quotations import find_quotations

KOREAN = grammar_of("ko")


def _root(text: str) -> Hop:
    return credited_in(text)[0].hops[-1]


@pytest.mark.parametrize(
    ("source", "low", "high"),
    [
        ("한 관계자는", 1, 1),
        ("두 명의 소식통은", 2, 2),
        ("소식통 3명은", 3, 3),
        ("복수의 소식통은", 2, None),
        ("여러 외교관은", 3, None),
        ("당국자들은", 2, None),
        ("소식통은", 1, None),
    ],
)
def test_unnamed_people_are_counted(source: str, low: int, high: int | None) -> None:
    hop = _root(f"{source} 배가 이미 떠났다고 말했다.")
    assert hop.anonymous
    assert hop.count is not None
    assert (hop.count.low, hop.count.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "close_to", "anonymity"),
    [
        ("사안에 정통한 소식통은 매각이 무산됐다고 전했다.", "사안", None),
        ("협상 내용을 잘 아는 관계자는 합의가 가깝다고 말했다.", "협상 내용", None),
        ("익명을 요구한 당국자는 배가 떠났다고 말했다.", None, "익명을 요구한"),
        ("익명의 당국자는 배가 떠났다고 말했다.", None, "익명의"),
        ("한 당국자는 배가 떠났다고 말했다.", None, None),
    ],
)
def test_what_unnamed_people_are_close_to_and_that_their_names_are_withheld(
    text: str, close_to: str | None, anonymity: str | None
) -> None:
    hop = _root(text)
    assert (hop.close_to, hop.anonymity) == (close_to, anonymity)


def test_a_person_has_an_office_a_body_and_a_kind() -> None:
    hop = _root("한서진 해양부 장관은 다리가 무너졌다고 밝혔다.")
    assert (hop.name, hop.office, hop.affiliation, hop.what) == ("한서진", "장관", "해양부", PersonKind.POLITICIAN)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("한서진 해양부 장관은", SourceKind.PERSON),
        ("국방부는", SourceKind.GOVERNMENT),
        ("대법원은", SourceKind.COURT),
        ("연합뉴스는", SourceKind.AGENCY),
        ("동해신문은", SourceKind.OUTLET),
        ("주민들은", SourceKind.CROWD),
        ("항운노조는", SourceKind.ORGANIZATION),
        ("익명의 소식통은", SourceKind.ANONYMOUS),
    ],
)
def test_sources_have_a_kind(source: str, kind: SourceKind) -> None:
    assert _root(f"{source} 다리가 무너졌다고 밝혔다.").kind is kind


def test_the_north_is_not_the_south() -> None:
    north = _root("북한은 회담이 끝났다고 밝혔다.")
    south = _root("남한은 회담이 끝났다고 밝혔다.")
    assert (north.registry_id, south.registry_id) == ("north-korea", "south-korea")


def test_two_ministers_of_one_surname_are_not_guessed() -> None:
    text = "표은상 장관과 표진우 장관이 만났다. 표 장관은 회담이 끝났다고 말했다."
    assert [one.hops[-1].name for one in credited_in(text)] == ["표 장관"]


def test_he_stays_unknown_after_two_speakers() -> None:
    text = '고은채 소장은 "늦었다"고 했고, 나인수 총장은 "괜찮다"고 말했다. 그는 회의가 길었다고 덧붙였다.'
    assert credited_in(text)[-1].hops[-1].name is None


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("항구는 열리지 않았다", True),
        ("배가 없다", True),
        ("사실이 아니다", True),
        ("공사를 끝내지 못했다", True),
        ("그는 안 갔다", True),
        ("항구가 열렸다", False),
        ("없던 길이 생겼다", False),
        ("말을 하지 않던 그가 왔다", False),
        ("", False),
    ],
)
def test_only_the_last_predicate_negates(words: str, negated: bool) -> None:
    assert KOREAN.is_negated(words) is negated


@pytest.mark.parametrize(
    ("words", "states"),
    [("항구는 폐쇄됐다.", True), ("배가 없다", True), ("한편", False), ("이어", False), ("", False), ("12일", False)],
)
def test_what_is_left_of_a_sentence_states_something_or_not(words: str, states: bool) -> None:
    assert KOREAN.is_statement(words) is states


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            '항구는 폐쇄됐다. "배가 없다"고 J. 스미스가 말했다.',
            ["항구는 폐쇄됐다.", '"배가 없다"고 J. 스미스가 말했다.'],
        ),
        ("물가가 3.5% 올랐다. 금리는 그대로다.", ["물가가 3.5% 올랐다.", "금리는 그대로다."]),
        ("제목\n본문이다.", ["제목", "본문이다."]),
        ("", []),
    ],
)
def test_sentences_end_at_their_marks(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in KOREAN.sentences(text, ())] == sentences


@pytest.mark.parametrize(
    "text",
    ["", '"', "“", "고", "고 고 고", '""고 말했다.', "는 게", "에 따르면", "를 인용해", "말했다", "()()(", "가" * 9000,
     '"' * 500, "(서울=연합뉴스) 홍길동 기자 = ", "말했다고 " * 400, "\u202e가\x1b[31m고 말했다.",
     "😀 김 장관은 \"안 간다\"고 말했다."],
)  # fmt: skip
def test_hostile_text_is_read_without_an_error(text: str) -> None:
    for one in credited_in(text):
        assert all(span.of(text) for span in (*one.source, *one.cue, *one.content))
        assert one.content


def test_offsets_count_code_points() -> None:
    text = '😀😀 윤도현 시장은 "다리는 안전하다"고 말했다.'
    (one,) = credited_in(text)
    assert [span.of(text) for span in (*one.source, *one.content)] == ["윤도현 시장", '"다리는 안전하다"']


def test_a_korean_article_gives_attributions_and_claims(extractor: Extractor) -> None:
    text = '한서진 해양부 장관은 "항구는 열리지 않는다"고 밝혔다. 항구는 크다.'
    found = extractor.extract(Article(text, language="ko", published="2019-04-24"))
    credited, own = found.attributions
    assert [hop.name for hop in credited.chain[1:]] == ["한서진"]
    assert own.is_own_voice
    assert [(claim.text, claim.frame.polarity) for claim in found.claims] == [
        ("항구는 열리지 않는다", Polarity.NEGATIVE),
        ("항구는 크다.", Polarity.POSITIVE),
    ]
    assert found.notices == ()


def test_without_its_library_only_quotations_are_read_and_the_reader_is_told(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance.extraction.grammars.korean.grammar.is_installed", lambda: False)
    text = '윤도현 시장은 "다리는 여전히 안전하고 튼튼하며 앞으로도 오래도록 잘 서 있을 것이다."라고 말했다.'
    found = extractor.extract(Article(text, language="ko"))
    assert all(attribution.root.name is None for attribution in found.attributions)
    assert "install claim-provenance[ko]" in " ".join(found.notices)


def test_a_sentence_of_endless_length_costs_little_and_keeps_its_quotations() -> None:
    text = '그는 "배가 떠났다"고 ' + "말했다고 " * 900
    (one,) = credited_in(text)
    assert [span.of(text) for span in one.content] == ['"배가 떠났다"']
    assert one.hops[-1].name is None


def test_a_quotation_ends_where_a_particle_is_glued_to_its_mark() -> None:
    text = '그는 "늦었다"며 "가겠다"고 했다.'
    assert [quotation.span.of(text) for quotation in find_quotations(text)] == ['"늦었다"', '"가겠다"']
