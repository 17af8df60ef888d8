"""Did one article take its words from another, or do both report one utterance?

Words in quotation marks do not tell of a copy, for two reporters quote one speech; but whoever is quoted with the same
words is one speaker.

Texts are compared by their runs of five words (shingles; Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900): two
writers of one event share names and phrases, but hardly ever many such runs.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from provenance.model.article import Article
from provenance.model.attribution import AttributionKind
from provenance.model.chain import Passage
from provenance.model.claim import SourcedClaim
from provenance.model.span import Spans
from provenance.services.passages import Shared, shared_passage, shared_quotation
from provenance.text.quotations import find_quotations
from provenance.text.words import tokens

if TYPE_CHECKING:
    from provenance.storage.store import Unit

RUN_OF_WORDS = 5
FEWEST_RUNS = 4  # a text of fewer than eight words may be anybody's
COPIED_SENTENCE = 0.5  # share of the shorter sentence's runs that the other has too
FEWEST_SHARED = 6  # ten words in a row, or more in pieces: two full names and a verb are nobody's own
COPIED_ARTICLE = 0.3  # share of the shorter article's runs
QUOTED = {AttributionKind.DIRECT, AttributionKind.MIXED}
REMEMBERED = 256  # articles; some 30 KB each

Runs = frozenset[int]


class CopiedText:
    """Tells copies; the articles seen last are remembered, so that a command reads each once."""

    def __init__(self) -> None:
        self._runs: OrderedDict[str, Runs] = OrderedDict()

    def between(self, unit: Unit, one: SourcedClaim, other: SourcedClaim, sentences: Mapping[str, str]) -> bool:
        """True where both quote the same words, or where the claims' sentences, or a good part of the shorter article,
        are the same words in order."""
        if _one_utterance(one, other, sentences) is not None:
            return True
        if is_copied_sentence(sentence_runs(sentences[one.id]), sentence_runs(sentences[other.id])):
            return True
        return is_copied_article(self._of(unit, one.article.id), self._of(unit, other.article.id))

    def passage(
        self,
        unit: Unit,
        one: SourcedClaim,
        other: SourcedClaim,
        sentences: Mapping[str, str],
        starts: Mapping[str, int],
    ) -> Passage | None:
        """Return the words that `between` finds the two to share, the longest run; None where it finds none."""
        if not self.between(unit, one, other, sentences):
            return None
        quoted = _one_utterance(one, other, sentences)
        found = quoted or shared_passage(sentences[one.id], sentences[other.id])
        if found is not None:
            left, right = found.one.shifted(starts.get(one.id, 0)), found.other.shifted(starts.get(other.id, 0))
            return Passage(found.one.of(sentences[one.id]), one.id, other.id, left, right, quoted is not None)
        texts = [unit.articles.article(each.article.id).text for each in (one, other)]
        longest = shared_passage(texts[0], texts[1])
        if longest is None:
            return None
        return Passage(longest.one.of(texts[0]), one.id, other.id, longest.one, longest.other)

    def _of(self, unit: Unit, article: str) -> Runs:
        if article not in self._runs:
            self._runs[article] = article_runs(unit.articles.article(article))
            while len(self._runs) > REMEMBERED:
                self._runs.popitem(last=False)
        self._runs.move_to_end(article)
        return self._runs[article]


def _one_utterance(one: SourcedClaim, other: SourcedClaim, sentences: Mapping[str, str]) -> Shared | None:
    """Return the words with which both quote somebody: one speaker said them, however the two spell the name."""
    kinds = one.attribution.kind, other.attribution.kind
    if not set(kinds) <= QUOTED:
        return None
    direct = [kind is AttributionKind.DIRECT for kind in kinds]
    return shared_quotation(sentences[one.id], sentences[other.id], one_is_quoted=direct[0], other_is_quoted=direct[1])


def article_runs(article: Article) -> Runs:
    """Return the runs of words of an article's own text: neither page furniture nor what is in quotation marks."""
    return own_runs(article.text, article.boilerplate)


@lru_cache(maxsize=4096)
def sentence_runs(text: str) -> Runs:
    """Return own_runs of a sentence; one that is compared with many others is read once."""
    return own_runs(text)


def own_runs(text: str, left_out: Spans = ()) -> Runs:
    """Return the runs of words outside quotation marks, as hashes."""
    gaps = sorted((*left_out, *(quotation.span for quotation in find_quotations(text))))
    runs: set[int] = set()
    start = 0
    for gap in gaps:
        runs |= _runs(text[start : gap.start])
        start = max(start, gap.end)
    return frozenset(runs | _runs(text[start:]))


def share(one: Runs, other: Runs) -> float:
    """Return the share of the shorter text's runs that the other has too, 0..1; 0 where a text is too short to tell."""
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= FEWEST_RUNS else 0.0


def is_copied_sentence(one: Runs, other: Runs) -> bool:
    """True where two sentences share more words in a row than the names and the verb of one event account for."""
    return len(one & other) >= FEWEST_SHARED and share(one, other) >= COPIED_SENTENCE


def is_copied_article(one: Runs, other: Runs) -> bool:
    """True where a good part of the shorter article stands in the other; of two short ones, more than a sentence's
    names and verb."""
    return len(one & other) >= FEWEST_SHARED and share(one, other) >= COPIED_ARTICLE


def _runs(text: str) -> set[int]:
    words = tokens(text)
    return {hash(words[start : start + RUN_OF_WORDS]) for start in range(len(words) - RUN_OF_WORDS + 1)}
