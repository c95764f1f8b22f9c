"""What someone judged of a debate."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Make the table of judgements."""
    op.create_table(
        "judgement",
        sa.Column("pack", sa.String(), primary_key=True),
        sa.Column("debate", sa.String(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("judgement")
