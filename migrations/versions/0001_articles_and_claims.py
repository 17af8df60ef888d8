"""Articles and claims

Where everything a text says is kept: runs, articles with their versions, furniture, credits and sentences; who is
credited (attributions, their spans and the hops of their chains); what is claimed (claims, their spans and the slots
of their frames), and claim_keys, the index that finds claims which may speak of the same thing. The tables are new, so
no row is touched. The downgrade drops them: it leaves an empty database.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_articles()
    _create_attributions()
    _create_claims()


def _create_articles() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("program_version", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("outlet_origin", sa.String(32), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("published_on", sa.Date()),
        sa.Column("published_origin", sa.String(32), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_articles_run_id"),
    )
    op.create_index("ix_articles_outlet", "articles", ["outlet"])
    op.create_index("ix_articles_published_on", "articles", ["published_on"])
    op.create_index("ix_articles_text_sha256", "articles", ["text_sha256"])
    op.create_index("ix_articles_url", "articles", ["url"])
    op.create_table(
        "article_versions",
        sa.Column("series", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("location", sa.Text()),
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("series", "number", name="pk_article_versions"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_article_versions_article_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_article_versions_run_id"),
        sa.ForeignKeyConstraint(["series"], ["articles.id"], name="fk_article_versions_series"),
    )
    op.create_index("ix_article_versions_article_id", "article_versions", ["article_id"])
    op.create_index("ix_article_versions_location", "article_versions", ["location"])
    op.create_table(
        "article_boilerplate",
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "position", name="pk_article_boilerplate"),
        sa.CheckConstraint(
            "0 <= start_offset AND start_offset < end_offset", name=op.f("ck_article_boilerplate_span_not_empty")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_article_boilerplate_article_id"),
    )
    op.create_table(
        "article_credits",
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "position", name="pk_article_credits"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_article_credits_article_id"),
    )
    op.create_table(
        "article_notices",
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "position", name="pk_article_notices"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_article_notices_article_id"),
    )
    op.create_table(
        "sentences",
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "position", name="pk_sentences"),
        sa.CheckConstraint("0 <= start_offset AND start_offset < end_offset", name=op.f("ck_sentences_span_not_empty")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_sentences_article_id"),
    )


def _create_attributions() -> None:
    op.create_table(
        "attributions",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("stance", sa.String(32), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("said_text", sa.Text()),
        sa.Column("said_from", sa.Date()),
        sa.Column("said_to", sa.Date()),
        sa.Column("said_span", sa.Text()),
        sa.Column("said_year_inferred", sa.Boolean()),
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attributions"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_attributions_article_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_attributions_run_id"),
        sa.UniqueConstraint("article_id", "position", name="uq_attributions_article_id_position"),
    )
    op.create_table(
        "attribution_spans",
        sa.Column("attribution_id", sa.String(32), nullable=False),
        sa.Column("part", sa.String(8), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("attribution_id", "part", "position", name="pk_attribution_spans"),
        sa.CheckConstraint("part IN ('source', 'cue', 'content')", name=op.f("ck_attribution_spans_part")),
        sa.CheckConstraint(
            "0 <= start_offset AND start_offset < end_offset", name=op.f("ck_attribution_spans_span_not_empty")
        ),
        sa.ForeignKeyConstraint(["attribution_id"], ["attributions.id"], name="fk_attribution_spans_attribution_id"),
    )
    op.create_table(
        "hops",
        sa.Column("attribution_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("count_low", sa.Integer()),
        sa.Column("count_high", sa.Integer()),
        sa.Column("via", sa.Text(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("registry_id", sa.Text()),
        sa.Column("role", sa.Text()),
        sa.Column("close_to", sa.Text()),
        sa.Column("unnamed_because", sa.Text()),
        sa.PrimaryKeyConstraint("attribution_id", "position", name="pk_hops"),
        sa.ForeignKeyConstraint(["attribution_id"], ["attributions.id"], name="fk_hops_attribution_id"),
    )
    op.create_index("ix_hops_name", "hops", ["name"])
    op.create_index("ix_hops_registry_id", "hops", ["registry_id"])


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("attribution_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("polarity", sa.String(32), nullable=False),
        sa.Column("modality", sa.String(32), nullable=False),
        sa.Column("hedge_text", sa.Text()),
        sa.Column("hedge_owner", sa.String(32)),
        sa.Column("hedge_span", sa.Text()),
        sa.Column("predicate", sa.Text()),
        sa.Column("tense", sa.Text()),
        sa.Column("predicate_span", sa.Text()),
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_claims"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_claims_article_id"),
        sa.ForeignKeyConstraint(
            ["article_id", "sentence"],
            ["sentences.article_id", "sentences.position"],
            name="fk_claims_article_id_sentence",
        ),
        sa.ForeignKeyConstraint(["attribution_id"], ["attributions.id"], name="fk_claims_attribution_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_claims_run_id"),
        sa.UniqueConstraint("article_id", "position", name="uq_claims_article_id_position"),
        sa.UniqueConstraint("id", name="uq_claims_id"),
    )
    op.create_index("ix_claims_attribution_id", "claims", ["attribution_id"])
    op.create_table(
        "claim_spans",
        sa.Column("claim_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_claim_spans"),
        sa.CheckConstraint(
            "0 <= start_offset AND start_offset < end_offset", name=op.f("ck_claim_spans_span_not_empty")
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_spans_claim_id"),
    )
    op.create_table(
        "claim_times",
        sa.Column("claim_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("year_inferred", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_claim_times"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_times_claim_id"),
    )
    op.create_index("ix_claim_times_first_day_last_day", "claim_times", ["first_day", "last_day"])
    op.create_table(
        "claim_places",
        sa.Column("claim_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("span", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_claim_places"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_places_claim_id"),
    )
    op.create_index("ix_claim_places_country", "claim_places", ["country"])
    op.create_index("ix_claim_places_name", "claim_places", ["name"])
    op.create_table(
        "claim_quantities",
        sa.Column("claim_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("low", sa.Double()),
        sa.Column("high", sa.Double()),
        sa.Column("unit", sa.Text()),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_claim_quantities"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_quantities_claim_id"),
    )
    op.create_index("ix_claim_quantities_unit", "claim_quantities", ["unit"])
    op.create_table(
        "claim_participants",
        sa.Column("claim_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("registry_id", sa.Text()),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_claim_participants"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_participants_claim_id"),
    )
    op.create_index("ix_claim_participants_name", "claim_participants", ["name"])
    op.create_index("ix_claim_participants_registry_id", "claim_participants", ["registry_id"])
    op.create_table(
        "claim_arguments",
        sa.Column("claim_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_claim_arguments"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_arguments_claim_id"),
    )
    op.create_table(
        "claim_keys",
        sa.Column("key", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("claim_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "claim_number", name="pk_claim_keys"),
        sa.ForeignKeyConstraint(["claim_number"], ["claims.number"], name="fk_claim_keys_claim_number"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_keys_claim_number", "claim_keys", ["claim_number"])


def downgrade() -> None:
    op.drop_table("claim_keys")
    op.drop_table("claim_arguments")
    op.drop_table("claim_participants")
    op.drop_table("claim_quantities")
    op.drop_table("claim_places")
    op.drop_table("claim_times")
    op.drop_table("claim_spans")
    op.drop_table("claims")
    op.drop_table("hops")
    op.drop_table("attribution_spans")
    op.drop_table("attributions")
    op.drop_table("sentences")
    op.drop_table("article_notices")
    op.drop_table("article_credits")
    op.drop_table("article_boilerplate")
    op.drop_table("article_versions")
    op.drop_table("articles")
    op.drop_table("runs")
