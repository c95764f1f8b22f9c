"""The index of all that a pack knows."""
