"""Taking a pack along, in the formats of other programs."""
