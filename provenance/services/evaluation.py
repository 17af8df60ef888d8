"""How good the program is, on articles that somebody has labelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from provenance.errors import InputError, InvalidRecord, NothingToMeasure
from provenance.model.article import Article
from provenance.model.exchange import spans_in
from provenance.model.score import ScoreLine
from provenance.model.span import Span
from provenance.services.extract import Reader, make_extractor
from provenance.services.names import Names
from provenance.services.scoring import Marked, Scores, Tally, score
from provenance.settings import Settings

SHAPE = '{"id": "1", "text": "...", "attributions": [{"source": [[0, 4]], "content": [[10, 30]]}]}'


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with every attribution that a person found in it."""

    ref: str
    article: Article
    attributions: tuple[Marked, ...]


@dataclass(slots=True)
class Evaluation:
    """The scores of the program as installed, over all articles and outlet by outlet."""

    engine: str  # "rules", "tagger"
    articles: int = 0
    sentences: int = 0
    scores: Scores = field(default_factory=Scores)
    outlets: dict[str | None, Scores] = field(default_factory=dict)


def evaluate_attribution(
    gold: Iterable[GoldArticle], settings: Settings, *, reader: Reader | None = None
) -> Evaluation:
    """Return how well the program finds the attributions of the gold articles; their text is read as it stands.

    Raises NothingToMeasure where no article has an attribution.
    """
    from provenance.extraction.attribution.choosing import engine_meant

    reads = reader or make_extractor(settings, Names())
    evaluation = Evaluation(engine_meant(settings.engine))
    for labelled in gold:
        extraction = reads.extract(labelled.article)
        found = [Marked(a.source, a.content) for a in extraction.attributions if not a.is_own_voice]
        scores = score(labelled.article.text, labelled.attributions, found)
        evaluation.articles += 1
        evaluation.sentences += len(extraction.sentences)
        evaluation.scores.add(scores)
        evaluation.outlets.setdefault(labelled.article.outlet, Scores()).add(scores)
    if not evaluation.scores.all.marked:
        raise NothingToMeasure("no attribution is marked in the gold file", hint=f"each line must be like {SHAPE}")
    return evaluation


def score_lines(evaluation: Evaluation) -> Iterator[ScoreLine]:
    """Yield the scores of all articles, then by kind, then by outlet in the order of their names."""
    yield _line("all", None, evaluation.scores.all)
    for kind, tally in evaluation.scores.kinds.items():
        precision = evaluation.scores.right_of_found[kind] / tally.found if tally.found else None
        recall = tally.recall
        f1 = 2 * precision * recall / (precision + recall) if precision and recall else None
        yield replace(_line("kind", kind, tally), precision=precision, f1=f1, content_f1=None)
    for outlet in sorted(evaluation.outlets, key=lambda name: name or ""):
        yield _line("outlet", outlet, evaluation.outlets[outlet].all)


def _line(part: str, name: str | None, tally: Tally) -> ScoreLine:
    return ScoreLine(
        part,
        name,
        tally.marked,
        tally.found,
        tally.precision,
        tally.recall,
        tally.f1,
        tally.content_f1,
        tally.source_accuracy,
    )


def gold_articles(records: Iterable[tuple[str, Any] | InputError]) -> Iterator[GoldArticle | InputError]:
    """Yield the labelled article of each record, or what is wrong with it."""
    for record in records:
        if isinstance(record, InputError):
            yield record
            continue
        try:
            yield _gold_article(*record)
        except InputError as error:
            yield error


def _gold_article(where: str, record: Any) -> GoldArticle:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InvalidRecord("is no labelled article", where=where, hint=f"write it like {SHAPE}")
    text, listed = record["text"], record.get("attributions")
    if not isinstance(listed, list):
        raise InvalidRecord("field attributions is not a list", where=where, hint=f"write it like {SHAPE}")
    outlet = record.get("outlet")
    article = Article(text, outlet=outlet if isinstance(outlet, str) else None, language="en")
    return GoldArticle(str(record.get("id") or where), article, tuple(_marked(each, text, where) for each in listed))


def _marked(record: Any, text: str, where: str) -> Marked:
    try:
        head = record.get("source_head")
        marked = Marked(spans_in(record.get("source")), spans_in(record.get("content")), Span(*head) if head else None)
    except (AttributeError, TypeError, ValueError) as error:
        raise InvalidRecord("an attribution's offsets are not [[start, end], ...]", where=where) from error
    if any(span.end > len(text) for span in (*marked.source, *marked.content)):
        raise InvalidRecord("an attribution lies outside the text", where=where)
    return marked
