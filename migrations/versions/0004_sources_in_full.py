"""What a chain's steps are

A hop gets its office and affiliation, what the person is, whether the words say that he or she saw it, the platform of
a post, and the words by which a name was withheld. Hops that are stored already keep NULL, which means that it is not
known; reading their articles again fills it. `unnamed_because` of those may still hold such words where no reason was
given. The downgrade drops the columns and keeps every hop.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("hops") as hops:
        hops.add_column(sa.Column("anonymity", sa.Text()))
        hops.add_column(sa.Column("office", sa.Text()))
        hops.add_column(sa.Column("affiliation", sa.Text()))
        hops.add_column(sa.Column("what", sa.String(32)))
        hops.add_column(sa.Column("first_hand", sa.Boolean()))
        hops.add_column(sa.Column("platform", sa.Text()))


def downgrade() -> None:
    with op.batch_alter_table("hops") as hops:
        for column in ("platform", "first_hand", "what", "affiliation", "office", "anonymity"):
            hops.drop_column(column)
