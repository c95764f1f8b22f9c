"""Answers to the questions at the chapters' ends."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make the table of answers."""
    op.create_table(
        "quiz_answer",
        sa.Column("pack", sa.String(), primary_key=True),
        sa.Column("chapter", sa.String(), primary_key=True),
        sa.Column("question", sa.String(), primary_key=True),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("quiz_answer")
