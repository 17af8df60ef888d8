"""Sentences read in batches, each once however often it is asked for: the two sides of what `compare` compares."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from provenance.errors import InputError, LimitExceeded, costing_one_document
from provenance.model.article import Article, PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, Extraction, SourcedClaim
from provenance.model.frame import Frame
from provenance.model.identity import content_id
from provenance.model.source import Hop
from provenance.model.span import Span
from provenance.services.extract import Reader
from provenance.settings import Settings

REMEMBERED = 2048  # sentences; some 15 KB each


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence as it is to be read; those that are equal have equal claims."""

    sentence: str
    before: str | None = None  # the text that precedes: what pronouns mean; its own claims are not wanted
    published: str | None = None  # ISO 8601

    @property
    def start(self) -> str:
        """What is read before the sentence, as a paragraph, for a text that is cut anywhere must not swallow it."""
        return f"{self.before.strip()}\n\n" if self.before and self.before.strip() else ""


@runtime_checkable
class ReaderOfEnds(Protocol):
    """A reader that takes many texts at once, and spares the claims of what stands before a position."""

    def extract_ends(self, articles: Iterable[tuple[Article, int]]) -> Iterator[Extraction]: ...


Claims = tuple[SourcedClaim, ...]


class Sides:
    """The claims of sentences; the sentences asked for last are remembered."""

    def __init__(self, reader: Reader, settings: Settings) -> None:
        self._reader = reader
        self._most = settings.limits.document_characters
        self._known: OrderedDict[Side, Claims] = OrderedDict()

    def read(self, sides: Iterable[Side]) -> dict[Side, Claims | InputError]:
        """Return the claims of each sentence, or why it cannot be read; what stands before it only says what it means.

        Where nothing is found so, the sentence is read alone; one without a claim is taken as it stands, without slots.
        An empty one claims nothing.
        """
        asked = dict.fromkeys(sides)
        known = {side: self._known[side] for side in asked if side in self._known}
        fresh = self._claims_of([side for side in asked if side not in known])
        for side in asked:
            claims = fresh.get(side, known.get(side))
            if isinstance(claims, tuple):
                self._known[side] = claims
                self._known.move_to_end(side)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return {**known, **fresh}

    def _claims_of(self, sides: list[Side]) -> dict[Side, Claims | InputError]:
        found: dict[Side, Claims | InputError] = {side: self._refused(side) or () for side in sides}
        self._fill(found, [(side, side.start) for side in sides])
        self._fill(found, [(side, "") for side in sides if side.start])
        for side, claims in found.items():
            if claims == () and side.sentence.strip():
                found[side] = (_as_it_stands(_article(side, "")),)
        return found

    def _fill(self, found: dict[Side, Claims | InputError], texts: list[tuple[Side, str]]) -> None:
        """Read every sentence that has neither claims nor an error yet, with this text before it."""
        wanted = [(side, before) for side, before in texts if found[side] == ()]
        articles = [(_article(side, before), len(before)) for side, before in wanted]
        for (side, before), extraction in zip(wanted, self._extracted(articles), strict=True):
            read = extraction if isinstance(extraction, InputError) else _claims_from(len(before), extraction)
            found[side] = read

    def _refused(self, side: Side) -> InputError | None:
        """Return what is wrong with a sentence that is too long to be read, or has no day for its day."""
        length = len(side.start) + len(side.sentence)
        if length > self._most:
            return LimitExceeded(f"has {length} characters", hint=f"at most {self._most} are read")
        try:
            with costing_one_document(""):
                _article(side, "")
        except InputError as error:
            return error
        return None

    def _extracted(self, texts: Sequence[tuple[Article, int]]) -> list[Extraction | InputError]:
        """Read texts together; where one of them fails, each alone, so that it costs no other."""
        if isinstance(self._reader, ReaderOfEnds) and len(texts) > 1:
            try:
                with costing_one_document(""):
                    return list(self._reader.extract_ends(texts))
            except InputError:
                pass
        return [self._extracted_alone(article, start) for article, start in texts]

    def _extracted_alone(self, article: Article, start: int) -> Extraction | InputError:
        try:
            with costing_one_document(""):
                if isinstance(self._reader, ReaderOfEnds):
                    return next(iter(self._reader.extract_ends([(article, start)])))
                return self._reader.extract(article)
        except InputError as error:
            return error


def _claims_from(start: int, extraction: Extraction) -> Claims:
    claims = extraction.sourced_claims()
    return tuple(claim for claim in claims if claim.claim.span and claim.claim.span[0].start >= start)


def _article(side: Side, before: str) -> Article:
    text = before + side.sentence
    origin = PublishedOrigin.GIVEN if side.published else PublishedOrigin.UNKNOWN
    return Article(text, published=side.published, published_origin=origin)


def _as_it_stands(article: Article) -> SourcedClaim:
    """Return the sentence as one claim whose slots are empty: only its words can be compared."""
    attribution = Attribution("", AttributionKind.OWN_VOICE, Stance.ASSERTS, (), (), (), (Hop(article.outlet),))
    claim = Claim(content_id("claim", article.text), "", 0, (Span(0, len(article.text)),), article.text, Frame())
    return SourcedClaim(claim, attribution, article.head)
