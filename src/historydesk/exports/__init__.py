"""A pack's content in the formats of other programs."""
