"""Which terms someone knew when they practised."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Make the table of known terms."""
    op.create_table(
        "known_term",
        sa.Column("pack", sa.String(), primary_key=True),
        sa.Column("term", sa.String(), primary_key=True),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("known_term")
