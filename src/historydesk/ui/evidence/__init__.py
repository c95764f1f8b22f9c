"""The evidence screen: claims, debates, published figures, sources."""
