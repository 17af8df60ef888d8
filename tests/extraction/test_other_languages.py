"""Languages other than English: which grammar reads them, and what is left alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from provenance.extraction.grammars import GRAMMARS, grammar_of
from provenance.extraction.grammars.quotations import OnlyQuotations
from provenance.extraction.pipeline import Extractor
from provenance.languages import LANGUAGES
from provenance.model.article import Article
from provenance.registry import load_registry
from provenance.settings import Limits

FRENCH = "Le maire a dit : « Nous fermons le port vendredi. » Le port est grand. Le film « La mer » est sorti."


@pytest.fixture
def no_english() -> Extractor:
    """An extractor that cannot read English: whatever tries to parse it fails."""
    return Extractor(load_registry(), Limits(), spacy_model="no_such_pipeline")


def test_every_grammar_has_its_language_and_is_found_by_its_code() -> None:
    codes = [grammar.code for grammar in GRAMMARS]
    assert len(set(codes)) == len(codes)
    assert set(codes) <= {language.code for language in LANGUAGES}
    assert all(grammar_of(f"{code.upper()}-XX").code == code for code in codes)
    assert isinstance(grammar_of("fr"), OnlyQuotations)


def test_of_an_unknown_language_only_the_quotations_are_taken_and_the_notice_names_it(no_english: Extractor) -> None:
    found = no_english.extract(Article(FRENCH, outlet="Le Phare", language="fr"))
    assert [claim.text for claim in found.claims] == ["Nous fermons le port vendredi."]
    assert [[span.of(FRENCH) for span in a.content] for a in found.attributions] == [
        ["« Nous fermons le port vendredi. »"]
    ]
    assert found.attributions[0].source == ()
    assert [hop.name for hop in found.attributions[0].chain] == ["Le Phare", None]
    assert found.notices == ("French: only direct quotations are read",)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("市長は「港は金曜日まで閉鎖する。」と述べた。", ["「港は金曜日まで閉鎖する。」"]),
        ("Міністр заявив: «Ми не відступимо ні на крок».", ["«Ми не відступимо ні на крок»"]),
        ("Der Film „Das Boot“ läuft.", []),
    ],
)
def test_quotations_are_found_in_any_script(text: str, content: list[str], no_english: Extractor) -> None:
    language = "de" if text.isascii() or "ä" in text else None  # of the others the script tells that it is no English
    found = no_english.extract(Article(text, language=language))
    assert [span.of(text) for a in found.attributions for span in a.content] == content
    assert len(found.notices) == 1


def test_a_frame_of_another_language_guesses_no_slot(no_english: Extractor) -> None:
    found = no_english.extract(Article(FRENCH, language="fr"))
    frame = found.claims[0].frame
    assert (frame.when, frame.where, frame.quantities, frame.who, frame.event, frame.hedge) == (
        (),
        (),
        (),
        (),
        None,
        None,
    )


def test_where_its_library_is_missing_the_notice_says_what_to_install(
    no_english: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance.extraction.grammars.russian.is_installed", lambda: False)
    text = "Мэр сообщил, что порт закрыт. «Мы откроем его в пятницу», — сказал он."
    found = no_english.extract(Article(text, language="ru"))
    assert [span.of(text) for a in found.attributions for span in a.content] == ["«Мы откроем его в пятницу»"]
    assert len(found.notices) == 1
    assert "claim-provenance[ru]" in found.notices[0]


def test_articles_of_several_languages_come_out_in_their_order(extractor: Extractor) -> None:
    texts = ["The mayor said the port was closed.", "Мэр заявил: «Порт закрыт до пятницы».", FRENCH, "The ship sank."]
    languages = ["en", "ru", "fr", "en"]
    articles = [Article(text, language=language) for text, language in zip(texts, languages, strict=True)]
    assert list(extractor.extract_many(articles)) == [extractor.extract(article) for article in articles]


def test_a_given_language_wins_over_the_script(no_english: Extractor) -> None:
    found = no_english.extract(Article("Кметът каза: «Пристанището е затворено».", language="bg"))
    assert found.notices == ("Bulgarian: only direct quotations are read",)


def test_the_limits_hold_for_every_language() -> None:
    limits = Limits(sentence_characters=40, claims_per_article=1)
    text = (
        "Мэр сказал: «Порт закрыт, и мы не знаем, когда его откроют». Губернатор сказал: «Мы ждём новостей из порта»."
    )
    found = Extractor(load_registry(), limits).extract(Article(text, language="uk"))
    assert all(len(span) <= 40 for span in found.sentences)
    assert len(found.claims) == 1
    assert len(found.notices) == 3


def test_what_is_in_the_furniture_is_not_read(no_english: Extractor) -> None:
    from provenance.model.span import Span

    text = "«Подпишитесь на нашу рассылку сегодня».\nМэр ушёл."
    found = no_english.extract(Article(text, language="uk", boilerplate=(Span(0, 39),)))
    assert found.claims == ()
    assert [span.of(text) for span in found.sentences] == ["Мэр ушёл."]


def test_spacy_is_not_loaded_for_a_text_that_is_not_english() -> None:
    code = (
        "import sys\n"
        "from provenance.extraction.pipeline import Extractor\n"
        "from provenance.model.article import Article\n"
        "from provenance.registry import load_registry\n"
        "from provenance.settings import Limits\n"
        "list(Extractor(load_registry(), Limits()).extract_many([Article('Мэр сказал: «Порт закрыт до утра».')]))\n"
        "sys.exit('spacy' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=120).returncode == 0
