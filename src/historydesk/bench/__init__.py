"""Figures of the product, each measured beside its floor in the same run."""

from __future__ import annotations

from pathlib import Path


def run(out: Path, only: str = "") -> int:
    """Measure, print and write the figures; ``only`` names a part. Returns 0."""
    from historydesk.bench.suite import run as run_suite

    return run_suite(out, only)
