"""The questions at a chapter's end."""
