"""Events

Which articles tell of one event, and what each article speaks of. All of it is made from the articles by the program
when it is first asked for, so that no row is touched. The downgrade drops it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_profiles",
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("form", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_event_profiles"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_event_profiles_article_id"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("topic", sa.String(32)),
        sa.Column("topic_label", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_topic", "events", ["topic"])
    op.create_table(
        "event_articles",
        sa.Column("series", sa.String(32), nullable=False),
        sa.Column("article_id", sa.String(32), nullable=False),
        sa.Column("event_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("came_from", sa.String(32)),
        sa.PrimaryKeyConstraint("series", name="pk_event_articles"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_event_articles_article_id"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_articles_event_id"),
    )
    for column in ("article_id", "event_id", "came_from"):
        op.create_index(f"ix_event_articles_{column}", "event_articles", [column])


def downgrade() -> None:
    op.drop_table("event_articles")
    op.drop_table("events")
    op.drop_table("event_profiles")
