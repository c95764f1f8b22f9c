"""What is said of a city plate's site."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from historydesk.domain.entities import Card
from historydesk.domain.plate import PlateSite
from historydesk.domain.reference import Reference


def site_card(site: PlateSite) -> Card:
    """The card of a site that is no place of the pack."""
    kicker = QCoreApplication.translate("SiteCard", "Site")
    html = f"<p>{escape(site_words(site))}</p>"
    return Card(Reference("site", site.id), kicker, site.name, "", html)


def site_words(site: PlateSite) -> str:
    """A site's note, and how well its position is known."""
    if f"{site.precision_m} m" in site.note.replace("\u00a0", " ").replace("\u202f", " "):
        return site.note  # which says it already
    if site.precision_m >= 1000:
        known = QCoreApplication.translate("SiteCard", "Position known to about {km}\u00a0km.").format(
            km=f"{site.precision_m / 1000:g}"
        )
    else:
        known = QCoreApplication.translate("SiteCard", "Position known to about {metres}\u00a0m.").format(
            metres=site.precision_m
        )
    return f"{site.note} {known}".strip() if site.precision_m else site.note
