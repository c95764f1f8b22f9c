"""What the languages that words come from are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from historydesk.domain.glossary import UNTOLD
from historydesk.store.card_labels import LANGUAGES


def language_name(tag: str) -> str:
    """The name of a language in the language of the interface; the tag itself where no name is known."""
    if tag == UNTOLD:
        return QCoreApplication.translate("Card", "No language given")
    if tag in LANGUAGES:
        return QCoreApplication.translate("Card", LANGUAGES[tag])
    language = QLocale.codeToLanguage(tag)
    known = language not in (QLocale.Language.AnyLanguage, QLocale.Language.C)
    return QLocale.languageToString(language) if known else tag
