"""Claims of articles, compared by what their sentences mean as well, where that can make two claims one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from provenance.model.claim import Extraction, SourcedClaim
from provenance.model.relation import Comparison, RelationKind, Similarity, Verdict
from provenance.services.closest import Ends
from provenance.services.meaning import Meanings
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.embedding import Encoder
    from provenance.relations.entailment import CrossEncoder
    from provenance.storage.store import Unit

REMEMBERED = 8192  # sentences; some 200 bytes each
_AGREEING = (RelationKind.CORROBORATES, RelationKind.REFINES)
_WHO = "who.agent"


@dataclass(frozen=True, slots=True)
class Draft:
    """Two claims, how close their words are, and what they are to each other by their words and slots."""

    a: SourcedClaim
    b: SourcedClaim
    close: Similarity
    comparison: Comparison

    @property
    def ends(self) -> Ends:
        return self.a.id, self.b.id


class MeantAlike:
    """Asks networks about the sentences of pairs of claims; those read last are remembered.

    Among all pairs of claims of one story most sentences mean nearly the same, and few claims are the same: that Kim
    will travel to Russia, and that he will meet Putin. So the encoder is heard only where the rules saw the same one do
    it and saw nothing that speaks against it, or where words and slots agree already.

    Reading a sentence takes as long as comparing thirty pairs, and there are hundreds of pairs for each new claim: only
    those are read of which the claims would agree if their sentences meant entirely the same.
    """

    def __init__(self, encoder: Encoder | None, cross_encoder: CrossEncoder | None = None) -> None:
        self._asks = encoder is not None
        self._means = Meanings(encoder, cross_encoder)
        self._sentences: OrderedDict[str, str] = OrderedDict()  # by the id of a claim that stands in it

    def take_up(self, extraction: Extraction) -> None:
        """Know the sentences of an article that is not stored yet."""
        text = extraction.article.text
        self._remember({claim.id: extraction.sentences[claim.sentence].of(text) for claim in extraction.claims})

    def weighed(self, unit: Unit, drafts: Sequence[Draft]) -> dict[Ends, Comparison]:
        """Return the comparisons that come out otherwise, or surer, by what the sentences mean.

        Two sentences that mean the same have one claim in common and often others beside it: of the pairs that agree by
        the meaning of their sentences alone, the likeliest of each two sentences does.
        """
        asked = [draft for draft in drafts if self._may_agree(draft)]
        sentences = self._sentences_of(unit, asked)
        found: dict[Ends, Comparison] = {}
        by_meaning: dict[tuple[str, str], list[tuple[Draft, Comparison]]] = {}
        for draft in asked:
            one, other = sentences[draft.a.id], sentences[draft.b.id]
            comparison = self._compared(draft, one, other)
            if comparison.kind not in _AGREEING:
                continue  # sentences that mean other things may well have this one claim in common
            if draft.comparison.kind in _AGREEING:
                found[draft.ends] = comparison
            else:
                by_meaning.setdefault((one, other), []).append((draft, comparison))
        for rivals in by_meaning.values():
            draft, comparison = max(rivals, key=lambda rival: rival[1].probabilities.same)
            found[draft.ends] = comparison
        return found

    def _may_agree(self, draft: Draft) -> bool:
        """True where the two would be shown as the same if the encoder took their sentences for one."""
        from provenance.relations import compare

        if not self._asks or not (draft.comparison.kind in _AGREEING or _is_backed(draft.comparison)):
            return False
        alike = replace(draft.close, meaning=1.0, length=inf)
        return compare(draft.a, draft.b, alike).kind in _AGREEING

    def _compared(self, draft: Draft, one: str, other: str) -> Comparison:
        from provenance.relations import compare

        return compare(draft.a, draft.b, self._means.similarity(one, other)(draft.a, draft.b))

    def _sentences_of(self, unit: Unit, drafts: Sequence[Draft]) -> Mapping[str, str]:
        wanted = dict.fromkeys(claim.id for draft in drafts for claim in (draft.a, draft.b))
        known = {claim: self._sentences[claim] for claim in wanted if claim in self._sentences}
        found = known | unit.claims.sentences(claim for claim in wanted if claim not in known)
        self._remember(found)
        return found

    def _remember(self, sentences: Mapping[str, str]) -> None:
        for claim, sentence in sentences.items():
            self._sentences[claim] = sentence
            self._sentences.move_to_end(claim)
        while len(self._sentences) > REMEMBERED:
            self._sentences.popitem(last=False)


def _is_backed(comparison: Comparison) -> bool:
    """True where rules saw that the same one does it, and none saw a difference, or something that it cannot tell."""
    if comparison.kind not in (RelationKind.RELATED, RelationKind.UNRELATED):
        return False
    seen = {finding.rule: finding.verdict for finding in comparison.findings}
    return seen.get(_WHO) is Verdict.AGREES and not {Verdict.ABSTAINS, Verdict.CONFLICTS} & set(seen.values())


def meant_alike(settings: Settings) -> MeantAlike:
    """Return what asks the networks that are installed and set; one that asks nobody without an encoder.

    Raises UsageError where the settings name a cross-encoder that cannot be read.
    """
    from provenance.embedding import installed_encoder
    from provenance.relations.entailment import cross_encoder_for

    return MeantAlike(installed_encoder(), cross_encoder_for(settings.cross_encoder))
