"""Authored text → checked → compiled. The only layer that knows Markdown, TOML, EDTF, BibTeX and GIFT."""
