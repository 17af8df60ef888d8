"""Relations

What the program says two claims are to each other, one row for a pair, with the findings that explain it. The tables
are new, so no row is touched. The downgrade drops them and keeps every article and claim; relations can be found again
from those.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "relations",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("a_id", sa.String(32), nullable=False),
        sa.Column("b_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("p_same", sa.Double(), nullable=False),
        sa.Column("p_contradict", sa.Double(), nullable=False),
        sa.Column("p_neither", sa.Double(), nullable=False),
        sa.Column("narrower", sa.String(32)),
        sa.Column("independent", sa.Boolean(), nullable=False),
        sa.Column("dependence", sa.Text()),
        sa.Column("run_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_relations"),
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_relations_pair_in_order")),
        sa.ForeignKeyConstraint(["a_id"], ["claims.id"], name="fk_relations_a_id"),
        sa.ForeignKeyConstraint(["b_id"], ["claims.id"], name="fk_relations_b_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_relations_run_id"),
        sa.UniqueConstraint("a_id", "b_id", name="uq_relations_a_id_b_id"),
    )
    op.create_index("ix_relations_b_id", "relations", ["b_id"])
    op.create_index("ix_relations_kind", "relations", ["kind"])
    op.create_table(
        "findings",
        sa.Column("relation_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("slot", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(32), nullable=False),
        sa.Column("left_words", sa.Text(), nullable=False),
        sa.Column("right_words", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("narrower", sa.String(32)),
        sa.Column("left_span", sa.Text(), nullable=False),
        sa.Column("right_span", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("relation_id", "position", name="pk_findings"),
        sa.ForeignKeyConstraint(["relation_id"], ["relations.id"], name="fk_findings_relation_id"),
    )
    op.create_index("ix_findings_rule", "findings", ["rule"])


def downgrade() -> None:
    op.drop_table("findings")
    op.drop_table("relations")
