"""Claims whose words no grammar has read slot by slot: those of every language but English."""

from __future__ import annotations

from provenance.languages import ENGLISH, language_of
from provenance.model.claim import SourcedClaim
from provenance.model.relation import Comparison, Finding, Probabilities, RelationKind, Similarity, Slot, Verdict

RULE = "what.unread"
EXPLANATION = (
    "The words of a claim in another language than English are kept as they stand, and no slot of it is read. Whether "
    "two such claims agree is for a reader to say: the program shows that their words meet, and abstains."
)
_MEET = 0.3  # of the telling words, from which two claims in one language are shown beside each other
_HIGHEST = 0.5


def is_read(claim: SourcedClaim) -> bool:
    """True where the claim's slots were read: in English, and where no language is known, which is read as English."""
    code = claim.article.language
    return code is None or language_of(code) is ENGLISH


def unread(a: SourcedClaim, b: SourcedClaim, similarity: Similarity) -> Comparison:
    """Return related for two claims of one language whose words meet, else unrelated; no verdict in either case."""
    one, other = (c.article.language or ENGLISH.code for c in (a, b))
    same = one.partition("-")[0].lower() == other.partition("-")[0].lower()
    languages = " and ".join(dict.fromkeys((one, other)))
    detail = f"nothing is compared slot by slot in {languages}"
    finding = Finding(RULE, Slot.WHAT, Verdict.ABSTAINS, a.text, b.text, detail, 0.0)
    meets = same and similarity.weighted_overlap >= _MEET
    kind = RelationKind.RELATED if meets else RelationKind.UNRELATED
    score = round(_HIGHEST * min(1.0, similarity.weighted_overlap), 4) if same else 0.0
    return Comparison(kind, score, Probabilities(0.0, 0.0, 1.0), (finding,))
