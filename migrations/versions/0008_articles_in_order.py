"""Articles in order

Lists come by date of publication, those without a date last. An index keeps the articles in that order, so that the
first page of a list is read from its beginning and nothing is sorted. No row is touched; the downgrade drops the index.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    undated = sa.text("(published_on IS NULL)")
    op.create_index("ix_articles_in_order", "articles", [undated, "published_on", "published", "id"])


def downgrade() -> None:
    op.drop_index("ix_articles_in_order", "articles")
