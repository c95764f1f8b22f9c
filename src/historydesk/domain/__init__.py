"""What a pack says: frozen values, standard library only."""
