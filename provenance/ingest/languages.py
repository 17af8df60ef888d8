"""Which language a text is written in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from provenance.text.scripts import language_of_script

SAMPLE = 4_000  # characters: more does not make it surer
FEWEST_LETTERS = 60  # in bytes: a Chinese character tells more than a Latin letter
SUREST = 0.95  # below this, the language stays unknown
# Those that news is written in and that the model tells apart well; rare ones only draw short English texts to them.
LANGUAGES = (
    "ar az be bg bn bs ca cs cy da de el en es et fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk ko ky lt lv mk mn "
    "ms nb nl nn no pl ps pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh"
)


def find_language(text: str) -> str | None:
    """Return the ISO 639-1 code; of a text whose words are too few to tell, by its script, else None."""
    return _by_words(text) or language_of_script(text)


def _by_words(text: str) -> str | None:
    sample = text[:SAMPLE]
    if len("".join(filter(str.isalpha, sample)).encode("utf-8", "replace")) < FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return {"nb": "no", "nn": "no"}.get(language, str(language)) if probability >= SUREST else None


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Return py3langid's model, read once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in LANGUAGES.split() if code in set(identifier.labels)])
    return identifier
