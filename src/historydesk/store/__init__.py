"""SQLite through SQLAlchemy: compiled packs (read-only) and the person's own records."""
