"""Figures of the product, each measured beside its floor in the same run."""
