"""The page on which a chapter is read."""
