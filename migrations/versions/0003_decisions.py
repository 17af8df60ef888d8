"""Decisions

What people decide: other names of sources, sources that are one, and a person's verdict on two claims, which stands
beside the program's relation. A decision is never deleted; taking it back dates `undone_at`, and at most one decision
about a name stands at a time. The tables are new, so no row is touched. The downgrade drops them and keeps articles,
claims and relations; the decisions themselves are lost, since no text holds them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STANDS = sa.text("undone_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "source_aliases",
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text()),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_at", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_source_aliases"),
    )
    op.create_index(
        "ix_source_aliases_alias",
        "source_aliases",
        ["alias"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
    op.create_index("ix_source_aliases_source", "source_aliases", ["source"])
    op.create_table(
        "source_merges",
        sa.Column("merged", sa.Text(), nullable=False),
        sa.Column("kept", sa.Text(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text()),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_at", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_source_merges"),
        sa.CheckConstraint("merged <> kept", name=op.f("ck_source_merges_two_sources")),
    )
    op.create_index("ix_source_merges_kept", "source_merges", ["kept"])
    op.create_index(
        "ix_source_merges_merged",
        "source_merges",
        ["merged"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
    op.create_table(
        "judgements",
        sa.Column("a_id", sa.String(32), nullable=False),
        sa.Column("b_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text()),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_at", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_judgements_pair_in_order")),
        sa.ForeignKeyConstraint(["a_id"], ["claims.id"], name="fk_judgements_a_id"),
        sa.ForeignKeyConstraint(["b_id"], ["claims.id"], name="fk_judgements_b_id"),
    )
    op.create_index("ix_judgements_a_id_b_id", "judgements", ["a_id", "b_id"])
    op.create_index("ix_judgements_b_id", "judgements", ["b_id"])


def downgrade() -> None:
    op.drop_table("judgements")
    op.drop_table("source_merges")
    op.drop_table("source_aliases")
