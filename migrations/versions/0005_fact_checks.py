"""Fact-checks

Claims that others have checked: each version of each review as it was imported, and the numbers that an encoder of
sentences made of its words. The tables are new, so no row is touched. The downgrade drops them: the checks must be
imported again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fact_checks",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("rating", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("claimant", sa.Text()),
        sa.Column("value", sa.Double()),
        sa.Column("worst", sa.Double()),
        sa.Column("best", sa.Double()),
        sa.PrimaryKeyConstraint("id", name="pk_fact_checks"),
    )
    op.create_index("ix_fact_checks_is_current", "fact_checks", ["is_current"])
    op.create_table(
        "fact_check_versions",
        sa.Column("series", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fact_check_id", sa.String(32), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("series", "number", name="pk_fact_check_versions"),
        sa.ForeignKeyConstraint(["fact_check_id"], ["fact_checks.id"], name="fk_fact_check_versions_fact_check_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_fact_check_versions_run_id"),
    )
    op.create_index("ix_fact_check_versions_fact_check_id", "fact_check_versions", ["fact_check_id"])
    op.create_table(
        "fact_check_vectors",
        sa.Column("fact_check_id", sa.String(32), nullable=False),
        sa.Column("encoder", sa.String(64), nullable=False),
        sa.Column("numbers", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("fact_check_id", "encoder", name="pk_fact_check_vectors"),
        sa.ForeignKeyConstraint(["fact_check_id"], ["fact_checks.id"], name="fk_fact_check_vectors_fact_check_id"),
    )


def downgrade() -> None:
    op.drop_table("fact_check_vectors")
    op.drop_table("fact_check_versions")
    op.drop_table("fact_checks")
