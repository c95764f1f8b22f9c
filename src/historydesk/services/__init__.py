"""What the program does between store and window: QtCore only."""
