"""The tables: articles and their versions, who is credited, what is claimed, and what claims are to each other.

    runs
    articles ── article_versions, article_boilerplate, article_credits, article_notices
        └── sentences
        └── attributions ── attribution_spans, hops
                └── claims ── claim_spans, claim_times, claim_places, claim_quantities,
                        │     claim_participants, claim_arguments, claim_keys
                        └── relations ── findings
                        └── judgements
    source_aliases, source_merges
    fact_checks ── fact_check_versions, fact_check_vectors
    events ── event_articles
    event_profiles

What was said is only ever added: a changed article is a new row and a new version, an undone decision gets a date.
The columns that change are `is_current` of articles and fact-checks, and `undone_at`; events are made from the articles
and are replaced when others come. Ids are content hashes of 32 hexadecimal digits.
Offsets are code points into `articles.text`, end exclusive. `position` keeps the order of the model's tuples.
"""

from __future__ import annotations

from provenance.storage.tables.articles import (
    ArticleRow,
    ArticleVersionRow,
    BoilerplateRow,
    CreditRow,
    NoticeRow,
    RunRow,
    SentenceRow,
)
from provenance.storage.tables.base import Table
from provenance.storage.tables.claims import (
    AttributionRow,
    AttributionSpanRow,
    ClaimArgumentRow,
    ClaimKeyRow,
    ClaimParticipantRow,
    ClaimPlaceRow,
    ClaimQuantityRow,
    ClaimRow,
    ClaimSpanRow,
    ClaimTimeRow,
    HopRow,
)
from provenance.storage.tables.events import EventArticleRow, EventProfileRow, EventRow
from provenance.storage.tables.fact_checks import FactCheckRow, FactCheckVectorRow, FactCheckVersionRow
from provenance.storage.tables.relations import FindingRow, JudgementRow, RelationRow
from provenance.storage.tables.sources import SourceAliasRow, SourceMergeRow

__all__ = [
    "ArticleRow",
    "ArticleVersionRow",
    "AttributionRow",
    "AttributionSpanRow",
    "BoilerplateRow",
    "ClaimArgumentRow",
    "ClaimKeyRow",
    "ClaimParticipantRow",
    "ClaimPlaceRow",
    "ClaimQuantityRow",
    "ClaimRow",
    "ClaimSpanRow",
    "ClaimTimeRow",
    "CreditRow",
    "EventArticleRow",
    "EventProfileRow",
    "EventRow",
    "FactCheckRow",
    "FactCheckVectorRow",
    "FactCheckVersionRow",
    "FindingRow",
    "HopRow",
    "JudgementRow",
    "NoticeRow",
    "RelationRow",
    "RunRow",
    "SentenceRow",
    "SourceAliasRow",
    "SourceMergeRow",
    "Table",
]
