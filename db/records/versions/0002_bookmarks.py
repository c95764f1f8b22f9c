"""Bookmarks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Make the table of bookmarks."""
    op.create_table(
        "bookmark",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("pack", sa.String(), nullable=False),
        sa.Column("chapter", sa.String(), nullable=False),
        sa.Column("passage", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.UniqueConstraint("pack", "chapter", "passage"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("bookmark")
