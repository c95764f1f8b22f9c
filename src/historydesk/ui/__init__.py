"""The windows: one package per surface, and the theme they share."""
