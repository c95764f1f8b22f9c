"""Settings, the place in each chapter, the last location."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_table(
        "reading_place",
        sa.Column("pack", sa.String(), primary_key=True),
        sa.Column("chapter", sa.String(), primary_key=True),
        sa.Column("passage", sa.String(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "last_location",
        sa.Column("pack", sa.String(), primary_key=True),
        sa.Column("screen", sa.String(), nullable=False),
        sa.Column("chapter", sa.String(), nullable=False),
        sa.Column("passage", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("last_location", "reading_place", "setting"):
        op.drop_table(table)
