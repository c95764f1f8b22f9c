"""The map: home picture, companion of the chapter, atlas."""
