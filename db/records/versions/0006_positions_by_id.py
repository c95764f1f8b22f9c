"""A judgement remembers the id of its position, not its number: a revised pack may put another one there.

Numbers become words; the program puts the id in their place when the debate is next shown.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "6"
down_revision = "5"


def upgrade() -> None:
    """Numbers become words."""
    _make_anew(sa.String(), "CAST(position AS VARCHAR)")


def downgrade() -> None:
    """Ids are no numbers and go."""
    op.execute("DELETE FROM judgement WHERE position GLOB '*[^0-9]*'")
    _make_anew(sa.Integer(), "CAST(position AS INTEGER)")


def _make_anew(kind: sa.types.TypeEngine[object], position: str) -> None:
    op.rename_table("judgement", "judgement_before")
    op.create_table(
        "judgement",
        sa.Column("pack", sa.String(), primary_key=True),
        sa.Column("debate", sa.String(), primary_key=True),
        sa.Column("position", kind, nullable=False),
        sa.Column("made", sa.String(), nullable=False),
    )
    op.execute(f"INSERT INTO judgement SELECT pack, debate, {position}, made FROM judgement_before")
    op.drop_table("judgement_before")
