"""Two sentences in, the relation of what they claim out; no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from provenance.errors import InputError, LimitExceeded, costing_one_document
from provenance.model.article import Article, PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, SourcedClaim
from provenance.model.frame import Frame
from provenance.model.identity import content_id
from provenance.model.relation import Comparison, Probabilities, RelationKind
from provenance.model.source import Hop
from provenance.model.span import Span
from provenance.services.extract import Reader, make_extractor
from provenance.services.meaning import Meanings, installed_meanings, similarity_of
from provenance.services.names import Names
from provenance.settings import Settings


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, what is known of when each was published, and the text that precedes each."""

    a: str
    b: str
    id: str | None = None
    date_a: str | None = None  # ISO 8601
    date_b: str | None = None
    before_a: str | None = None  # for pronouns; its own claims are not compared
    before_b: str | None = None


@dataclass(frozen=True, slots=True)
class PairComparison:
    """The strongest relation between the claims of two sentences, and which claims it is about."""

    pair: Pair
    comparison: Comparison
    about: tuple[str, str]  # the text of A's claim and of B's; the sentence itself where it claims nothing


NOTHING = Comparison(RelationKind.UNRELATED, 0.0, Probabilities(0.0, 0.0, 1.0), ())


def compare_pairs(
    pairs: Iterable[Pair | InputError], settings: Settings, *, reader: Reader | None = None
) -> Iterator[PairComparison | InputError]:
    """Yield what each pair is to each other, in order; a bad one is an InputError, and the rest goes on."""
    reads, means = reader or make_extractor(settings, Names()), installed_meanings()
    for number, pair in enumerate(pairs, 1):
        if isinstance(pair, InputError):
            yield pair
            continue
        try:
            with costing_one_document(f"pair {pair.id or number}"):
                compared = compare_pair(pair, reads, settings, means)
            yield compared
        except InputError as error:
            error.where = error.where or f"pair {pair.id or number}"
            yield error


def compare_pair(pair: Pair, reader: Reader, settings: Settings, means: Meanings | None = None) -> PairComparison:
    """Compare every claim of one sentence with every claim of the other, and return the strongest relation."""
    from provenance.relations import compare, telling

    left = _claims(pair.a, pair.before_a, pair.date_a, reader, settings)
    right = _claims(pair.b, pair.before_b, pair.date_b, reader, settings)
    similarity = similarity_of(means.likeness(pair.a, pair.b) if means else None, pair.a, pair.b)
    best, about = NOTHING, (left[0].text if left else pair.a, right[0].text if right else pair.b)
    for one in left:
        for other in right:
            comparison = compare(one, other, similarity(one, other))
            if best is NOTHING or telling(comparison) > telling(best):
                best, about = comparison, (one.text, other.text)
    return PairComparison(pair, best, about)


def _claims(
    sentence: str, before: str | None, published: str | None, reader: Reader, settings: Settings
) -> tuple[SourcedClaim, ...]:
    """Return the claims of the sentence; those of the text before it only say what its pronouns mean.

    The two are read as paragraphs, for a text that is cut anywhere must not swallow the sentence. Where nothing is
    found so, the sentence is read alone; one without a claim is taken as it stands, without slots.
    """
    start = f"{before.strip()}\n\n" if before and before.strip() else ""
    most = settings.limits.document_characters
    if len(start) + len(sentence) > most:
        raise LimitExceeded(f"has {len(start) + len(sentence)} characters", hint=f"at most {most} are read")
    for text, skipped in ((start + sentence, len(start)), (sentence, 0)) if start else ((sentence, 0),):
        article = _article(text, published)
        claims = reader.extract(article).sourced_claims()
        own = tuple(claim for claim in claims if claim.claim.span and claim.claim.span[0].start >= skipped)
        if own:
            return own
    return (_as_it_stands(article),) if sentence.strip() else ()


def _article(text: str, published: str | None) -> Article:
    origin = PublishedOrigin.GIVEN if published else PublishedOrigin.UNKNOWN
    return Article(text, published=published, published_origin=origin)


def _as_it_stands(article: Article) -> SourcedClaim:
    """Return the sentence as one claim whose slots are empty: only its words can be compared."""
    attribution = Attribution("", AttributionKind.OWN_VOICE, Stance.ASSERTS, (), (), (), (Hop(article.outlet),))
    claim = Claim(content_id("claim", article.text), "", 0, (Span(0, len(article.text)),), article.text, Frame())
    return SourcedClaim(claim, attribution, article.head)
