"""The window around all surfaces, and their wiring."""
