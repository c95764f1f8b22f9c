"""Flash cards of the glossary."""
