"""Who stood with whom, phase by phase."""
