"""The card of a place on a map."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.entities import Card, MapPlace
from historydesk.domain.reference import Reference
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.card_lists import CardLists
from historydesk.ui.theme.floating_card import SHADOW, FloatingCard
from historydesk.ui.theme.icons import icon

FIRST_PARAGRAPH = re.compile(r"<p\b.*?</p>", re.DOTALL)
PAD = 16
LISTED = 6
"""Lines of each list: the page of the place has the others."""


def named_as(card: Card, place: MapPlace | None, name: str) -> Card:
    """The card with a place's name of the year shown, and beside it today's name where that is another.

    ``place`` is the place of the card, ``None`` for a card of something else, which stays as it is.
    """
    if place is None or name in ("", card.title):
        return card
    today = place.name_today or place.name
    told, found, country = card.note.partition(today)
    country = country.removeprefix(", ") if found else told
    if name != today:
        then = QCoreApplication.translate("PlaceCard", "today {name}").format(name=today)
        country = ", ".join(filter(None, (then, country)))
    return replace(card, title=name, note=country)


class PlaceCard(FloatingCard):
    """A place's name, today's name and first paragraph; owned by companion or atlas, which place it.

    A ``full`` one, for the atlas, also says what the place was called and what can be visited, and leads to
    what happened there, to the journeys that stop there and to the chapters that tell of it.
    """

    more_requested = Signal()
    reference_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget, *, full: bool = False) -> None:
        self._appearance = default_appearance()
        self._is_full = full
        super().__init__(self._appearance.theme, parent)
        self._card: Card | None = None
        self.setAccessibleName(self.tr("Place"))
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._title.setWordWrap(True)
        self._body = QLabel()
        self._body.setTextFormat(Qt.TextFormat.RichText)
        self._body.setWordWrap(True)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._body.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self._body.linkActivated.connect(self._on_link)
        self._make_scroll()
        self._more = QPushButton(self.tr("More"), self)
        self._more.setProperty("role", "link")
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.clicked.connect(self.more_requested)
        self._close = QPushButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close the card"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.closed)

        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SHADOW + PAD, SHADOW + 6, SHADOW + 6, SHADOW + 6)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addWidget(self._scroll)
        rows.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def _make_scroll(self) -> None:
        """Words and lists, which scroll when the card is too low for them."""
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(self._scroll.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._lists = CardLists()
        self._lists.reference_activated.connect(self.reference_requested)
        self._lists.hide()
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(10)
        self._inner.addWidget(self._body)
        self._inner.addWidget(self._lists)
        self._inner.addStretch(1)
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)

    def show_card(self, card: Card) -> None:
        """Show a place's card."""
        self._card = card
        self._render()
        self.setAccessibleDescription(f"{card.title}. {card.note}".strip())
        self._more.setVisible(card.reference.scheme == "place")
        self._more.setAccessibleName(self.tr("More about {name}").format(name=card.title))
        self.show()
        self.raise_()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.set_theme(appearance.theme)
        side = appearance.target
        self._close.setIcon(icon("x", appearance.theme.color("soft_ink"), 18))
        self._close.setFixedSize(QSize(side, side))
        self._render()

    def _render(self) -> None:
        card = self._card
        if card is None:
            return
        appearance = self._appearance
        css = appearance.theme.css
        title = appearance.reading_face(18, weight=700)
        note = appearance.interface_face(13, chrome=False)
        self._title.setFont(title)
        words = escape(card.title)
        if card.note:
            words += (
                f" <span style=\"font-family:'{note.family()}'; font-size:{note.pixelSize()}px; "
                f'font-weight:400; color:{css("soft_ink")};">{escape(card.note)}</span>'
            )
        self._title.setText(f'<span style="color:{css("ink")};">{words}</span>')
        body = appearance.reading_face(15)
        self._body.setFont(body)
        found = FIRST_PARAGRAPH.search(card.html)
        html = found.group(0) if found else card.html
        html = html.replace("<p", '<p style="margin:0; line-height:112%;"', 1)
        html = html.replace("<a ", f'<a style="color:{css("blue")}; text-decoration:none;" ')
        facts = self._facts(card) if self._is_full else ""
        self._body.setText(f'<div style="color:{css("ink")};">{html}{facts}</div>')
        self._body.setVisible(bool(html.strip() or facts))
        lists = tuple(replace(each, entries=each.entries[:LISTED]) for each in card.sections)
        self._lists.show_sections(lists if self._is_full else (), appearance)
        self._scroll.setVisible(not self._body.isHidden() or not self._lists.isHidden())

    def _facts(self, card: Card) -> str:
        """Names, the country then, and what can be visited."""
        appearance = self._appearance
        face = appearance.interface_face(13, chrome=False)
        look = f"margin:6px 0 0 0; font-family:'{face.family()}'; font-size:{face.pixelSize()}px;"
        soft = appearance.theme.css("soft_ink")
        return "".join(
            f'<p style="{look}"><span style="color:{soft};">'
            f"{escape(QCoreApplication.translate('Card', fact.label))}</span>&nbsp; {escape(fact.value)}</p>"
            for fact in card.facts
        )

    def fit(self, width: int, most_height: int) -> QSize:
        """The card's size with its shadow for a width, at most so high: longer prose scrolls."""
        inner = width - 2 * SHADOW - PAD - 6
        target = self._appearance.target
        head = max(target, self._title.heightForWidth(inner - target - 4))
        prose = 0 if self._scroll.isHidden() else self._inner.totalHeightForWidth(inner - 10)
        fixed = head + max(target, self._more.sizeHint().height()) + 2 * SHADOW + 12
        prose = min(prose, max(48, most_height - fixed))
        self._scroll.setFixedHeight(prose)
        return QSize(width, fixed + prose)

    @Slot(str)
    def _on_link(self, href: str) -> None:
        reference = Reference.parse(href)
        if reference is not None:
            self.reference_requested.emit(reference)
