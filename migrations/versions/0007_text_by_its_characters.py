"""Text by its characters

On PostgreSQL, text is compared and sorted by its characters (COLLATE "C"), as SQLite does it, and not by the language
that the server was set up for: the same claims come in the same order everywhere, and the first characters of an id are
found in its index. How many sources a hop stands for may be more than 32 bits hold. Nothing changes on SQLite. No row
is changed; the downgrade gives the columns back the server's own collation.
"""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = (
    "runs articles article_versions article_boilerplate article_credits article_notices sentences attributions"
    " attribution_spans hops claims claim_spans claim_times claim_places claim_quantities claim_participants"
    " claim_arguments relations findings source_aliases source_merges judgements fact_checks fact_check_versions"
    " fact_check_vectors event_profiles events event_articles"
)

# One ALTER TABLE for each table: every column of text, with the type that it has.
COLLATE = """
DO $$
DECLARE
    each record;
BEGIN
    FOR each IN
        SELECT relname, string_agg(
            format('ALTER COLUMN %I TYPE %s COLLATE {collation}', attname, format_type(atttypid, atttypmod)), ', '
        ) AS changes
        FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind = 'r'
            AND relname = ANY (string_to_array('{tables}', ' '))
            AND attnum > 0 AND NOT attisdropped AND attcollation <> 0
        GROUP BY relname ORDER BY relname
    LOOP
        EXECUTE format('ALTER TABLE %I %s', each.relname, each.changes);
    END LOOP;
END
$$
"""


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute(COLLATE.format(collation='"C"', tables=TABLES))
        op.execute("ALTER TABLE hops ALTER COLUMN count_low TYPE bigint, ALTER COLUMN count_high TYPE bigint")


def downgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER TABLE hops ALTER COLUMN count_low TYPE integer, ALTER COLUMN count_high TYPE integer")
        op.execute(COLLATE.format(collation='"default"', tables=TABLES))
