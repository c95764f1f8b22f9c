"""The bar at the top: home, back and forward, the pack's title, the screens, search, "Aa"."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.appearance import face
from historydesk.ui.theme.icons import icon

SCREENS = ("read", "map", "timeline", "people", "evidence", "index")
ROOM_FOR_FIELD = 900
"""Below this width (at 100 %) the search field is a round button."""

NAV, NAV_PAD = 15, 10
"""Size of a screen’s name and the room beside it in pixels at 100 %, as the style sheet has them."""

LEAST_NAV, TIGHT_PAD = 12, 3
"""The least size of a screen’s name, and the room beside it, where there is little."""

GAP, ITEMS = 4, 11
"""Pixels between the parts of the bar, and how many parts there are."""

LEAST_LETTERS = 10
"""A title of which no more letters have room is left out: “Sta…” names nothing."""


class TopBar(QFrame):
    """Says where one is and leads everywhere; owned by the window. Every press leaves as a signal."""

    painted = Signal()
    home_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()
    screen_requested = Signal(str)
    search_requested = Signal()
    settings_requested = Signal()

    def __init__(self, search_keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._search_keys = search_keys
        self._title_text = ""
        self._painted = False
        self._fitted: tuple[int, Appearance] | None = None
        self.setObjectName("top-bar")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Top bar"))
        self.home = self._icon_button("house", self.tr("Home"))
        self.back = self._icon_button("arrow-left", self.tr("Back"))
        self.forward = self._icon_button("arrow-right", self.tr("Forward"))
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.screens = {
            "read": self._screen_button(self.tr("Read")),
            "map": self._screen_button(self.tr("Map")),
            "timeline": self._screen_button(self.tr("Timeline")),
            "people": self._screen_button(self.tr("People")),
            "evidence": self._screen_button(self.tr("Evidence")),
            "index": self._screen_button(self.tr("Index")),
        }
        self.search = QToolButton(self)
        self.search.setObjectName("search-field")
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setCursor(Qt.CursorShape.PointingHandCursor)
        self.search.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.keys = QLabel(search_keys, self.search)
        self.keys.setProperty("tone", "soft")
        self.keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.settings = QToolButton(self)
        self.settings.setProperty("role", "quiet")
        self.settings.setText("Aa")
        self.settings.setAccessibleName(self.tr("Settings"))
        self.settings.setToolTip(self.tr("Text size, colours, language"))
        self._row = row = QHBoxLayout(self)
        row.setSpacing(GAP)
        for widget in (self.home, self.back, self.forward):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.title, 1)
        row.addSpacing(8)
        for button in self.screens.values():
            row.addWidget(button)
            row.addSpacing(4)
        row.addWidget(self.search)
        row.addSpacing(4)
        row.addWidget(self.settings)
        self.set_history(False, False)
        self._connect()

    def _icon_button(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("role", "quiet")
        button.setAccessibleName(label)
        button.setToolTip(label)
        return button

    def _screen_button(self, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "nav")
        button.setText(label)
        button.setAccessibleName(label)
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _connect(self) -> None:
        self.home.clicked.connect(self.home_requested)
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.search.clicked.connect(self.search_requested)
        self.settings.clicked.connect(self.settings_requested)
        for button in self.screens.values():
            button.clicked.connect(self._on_screen)

    def set_title(self, title: str) -> None:
        """The pack's title."""
        self._title_text = title
        if self.isVisible():
            self._elide()

    def set_screen(self, screen: str) -> None:
        """Mark the screen one is on."""
        for name, button in self.screens.items():
            here = name == screen
            button.setChecked(here)
            # Not by colour alone: a filled shape for those who see, words for those who listen.
            button.setAccessibleDescription(self.tr("You are here") if here else "")

    def set_history(self, back: bool, forward: bool) -> None:
        """Whether there is a way back and forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def search_rect(self) -> QRect:
        """The search field in the bar's pixels."""
        return self.search.geometry()

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self._appearance = appearance
        color = appearance.theme.color
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Window, color("page"))
        self.setPalette(colors)
        side = round(appearance.chrome_px(20))
        for button in (self.home, self.back, self.forward):
            button.setIcon(icon(button.objectName(), color("ink"), side))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(appearance.target, appearance.target)
        self.search.setIcon(icon("search", color("soft_ink"), side - 2))
        self.search.setIconSize(QSize(side - 2, side - 2))
        self.title.setFont(face(appearance.reading_family(), appearance.chrome_px(18), weight=600))
        self.settings.setFixedHeight(appearance.target)
        self.settings.setMinimumWidth(appearance.target + 8)
        self.setFixedHeight(round(max(appearance.target + 15, appearance.chrome_px(55))))
        self.keys.setFont(appearance.interface_face(12.5))
        self._arrange()

    def _arrange(self) -> None:
        appearance = self._appearance
        wide = self.width() >= appearance.chrome_px(ROOM_FOR_FIELD)
        edge = appearance.theme.css("edge" if appearance.theme.is_high_contrast else "rule")
        height = appearance.target
        left = 12 if wide else 9
        self.search.setStyleSheet(
            f"QToolButton {{ border: 1px solid {edge}; border-radius: {height // 2}px;"
            f" background: {appearance.theme.css('card')}; color: {appearance.theme.css('soft_ink')};"
            f" padding: 0 {left}px; min-height: {height - 2}px; font-weight: 400; text-align: left; }}"
            f"QToolButton:hover {{ background: {appearance.theme.css('hover')}; }}"
            f"QToolButton:focus {{ border: 2px solid {appearance.theme.css('focus')}; }}"
        )
        self.search.setText(" " + self.tr("Search…") if wide else "")
        self.search.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.keys.setVisible(wide)
        self.search.setFixedSize(round(appearance.chrome_px(190)) if wide else height, height)
        keys = self.keys.sizeHint()
        self.keys.setGeometry(
            self.search.width() - keys.width() - 15,
            (height - keys.height()) // 2,
            keys.width(),
            keys.height(),
        )
        self._row.setContentsMargins(16, 0, 16, 1)
        self._fit_screens()
        if self.isVisible():
            self._elide()

    def _fit_screens(self) -> None:
        """Smaller, closer names of the screens where a narrow window has no room for all: none is cut short."""
        if (self.width(), self._appearance) == self._fitted:
            return
        self._fitted = self.width(), self._appearance
        names = [each.text() for each in self.screens.values()]
        font = self._appearance.interface_face(NAV, weight=600)
        others = 4 * self._appearance.target + 8 + self.search.width() + 32 + 8 + 8 + 7 * 4
        tight = _width_of(names, font, NAV_PAD) + others + ITEMS * GAP > self.width()
        look = ""
        if tight:
            while font.pixelSize() > LEAST_NAV and _width_of(names, font, TIGHT_PAD) + others > self.width():
                font.setPixelSize(font.pixelSize() - 1)
            look = f"QToolButton, QToolButton:focus {{ font-size: {font.pixelSize()}px; padding: 4px {TIGHT_PAD}px; }}"
        self._row.setSpacing(0 if tight else GAP)
        for button in self.screens.values():
            if button.styleSheet() != look:
                button.setStyleSheet(look)

    def _elide(self) -> None:
        metrics = self.title.fontMetrics()
        short = metrics.elidedText(self._title_text, Qt.TextElideMode.ElideRight, max(0, self.title.width()))
        if short != self._title_text and len(short) <= LEAST_LETTERS:
            short = ""
        self.title.setText(short)
        self.title.setToolTip("" if short == self._title_text else self._title_text)
        self.title.setAccessibleName(self._title_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Field or round button; the title as long as there is room."""
        super().resizeEvent(event)
        self._arrange()
        self._row.activate()
        self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below; the first time, ``painted`` follows when the whole window has been drawn."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)
        painter = QPainter(self)
        thick = 2 if self._appearance.theme.is_high_contrast else 1
        painter.fillRect(0, self.height() - thick, self.width(), thick, self._appearance.theme.color("rule"))

    @Slot()
    def _on_screen(self) -> None:
        for name, button in self.screens.items():
            if button is self.sender():
                self.screen_requested.emit(name)


def _width_of(names: list[str], font: QFont, pad: int) -> int:
    """Pixels of all names with frames of two pixels, ``pad`` and the space that Qt puts beside each."""
    metrics = QFontMetrics(font)
    return sum(metrics.horizontalAdvance(f" {name} ") + 2 * (pad + 2) for name in names)
