"""The strip of time under a page."""
