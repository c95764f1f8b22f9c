"""The first page of a pack: title, lead, the ways in, over a quiet picture."""

from __future__ import annotations

from functools import partial
from math import sqrt

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.pack import ChapterSummary, Home
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.appearance import face
from historydesk.ui.theme.flow_layout import FlowLayout
from historydesk.ui.theme.viewport import own_viewport
from historydesk.ui.theme.words import Words

NBSP = "\u00a0"
COLUMN = 456
"""Width of the text with its margins at 100 % on a 1366 × 768 screen."""

MARGIN = 64
FADE = 150
"""Pixels over which the picture fades into the page."""

SHORT_TITLE = 44
"""A title with more letters is set smaller, so that what can be done stays in sight."""

QUIET_REASONS = (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""How a control comes by the keyboard without anybody having asked for it by key."""

EDGE = 32
GAPS = (8, 12, 30, 36, 8)
"""Pixels above and below the text; below kicker, title, lead, buttons and length, on a 1366 × 768 screen."""

LOOSENESS = (1.0, 0.8, 0.6, 0.45, 0.3)
"""Shares of these that are tried until all of the text is in sight."""

LEAST_PICTURE = 220
"""A picture narrower than this says nothing and is left out."""


class HomePage(QWidget):
    """Home. Owned by the shell, which gives it the picture and the timeline strip and follows its wishes."""

    begin_requested = Signal()
    continue_requested = Signal()
    map_requested = Signal()
    language_requested = Signal(str)

    def __init__(self, picture: QWidget, strip: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = default_appearance()
        self._home: Home | None = None
        self._resume: ChapterSummary | None = None
        self._stale = True
        self.setAccessibleName(self.tr("Home"))
        self.setAutoFillBackground(True)

        self._stage = QWidget(self)
        self._picture = picture
        picture.setParent(self._stage)
        self._fade = _Fade(self._stage)
        self._scroll = QScrollArea(self._stage)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        own_viewport(self._scroll, filled=False)
        self._scroll.setWidget(self._build_column())
        self._column.setAutoFillBackground(False)

        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stage, 1)
        if strip is not None:
            rule = QFrame(self)
            rule.setProperty("role", "rule")
            layout.addWidget(rule)
            layout.addWidget(strip)
        self._column.hide()
        self.set_appearance(self._appearance)

    def _build_column(self) -> QWidget:
        self._column = QWidget()
        self._span = Words(parent=self._column)
        self._title = Words(parent=self._column)
        self._lead = Words(parent=self._column)
        self._length = Words(parent=self._column)
        self._primary = self._button("primary", self._on_primary)
        self._map = self._button("secondary", self.map_requested.emit)
        self._again = self._button("quiet", self.begin_requested.emit)
        self._again.setProperty("flush", True)
        # As the page opens: putting a property on later asks for the style, and PySide6 loads QStyle for 8 ms.
        self._primary.setProperty("resting", True)
        self._primary.installEventFilter(self)
        self._ways = QWidget(self._column)
        self._ways_layout = FlowLayout(self._ways, gap=14, row_gap=12)
        for button in (self._primary, self._map, self._again):
            self._ways_layout.addWidget(button)
        self._languages = QWidget(self._column)
        self._languages_layout = FlowLayout(self._languages, gap=26, row_gap=4)
        self._language_buttons: dict[str, QPushButton] = {}
        self._only_language = Words(parent=self._column)
        for wrapping in (self._ways, self._languages):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            wrapping.setSizePolicy(policy)

        rows = QVBoxLayout(self._column)
        rows.setSpacing(0)
        rows.addStretch(4)
        for widget in (
            self._span,
            self._title,
            self._lead,
            self._ways,
            self._length,
            self._languages,
            self._only_language,
        ):
            rows.addWidget(widget)
            rows.addSpacing(0)
        rows.addStretch(6)
        self._rows = rows
        return self._column

    def _button(self, role: str, clicked: object) -> QPushButton:
        button = QPushButton(self._column)
        button.setProperty("role", role)
        button.setProperty("large", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(clicked)
        return button

    def set_home(self, home: Home, resume: ChapterSummary | None = None, language: str = "") -> None:
        """Show what the pack says; ``resume``: the chapter left last, ``language``: the chosen tag."""
        self._home, self._resume = home, resume
        self._span.setText(home.span.replace("–", f"{NBSP}—{NBSP}"))
        self._title.setText(home.title)
        self._lead.setText(home.lead)
        self._length.setText(self._length_text(home))
        self._map.setText(self.tr("Explore the map"))
        if resume is None:
            self._primary.setText(self.tr("Begin"))
            self._primary.setAccessibleDescription(self.tr("Opens the first chapter"))
        else:
            self._primary.setText(self.tr("Continue: {title}").format(title=resume.title))
            self._primary.setAccessibleDescription(self.tr("Opens the chapter where you stopped"))
        self._again.setText(self.tr("Start from the beginning"))
        self._again.setVisible(resume is not None)
        for button in (self._primary, self._map, self._again):
            button.setAccessibleName(button.text())
        self._show_languages(home, language)
        self._column.show()
        self._arrange_if_shown()

    def _length_text(self, home: Home) -> str:
        if home.chapters == 1:
            chapters = self.tr("1 chapter")
        else:
            chapters = self.tr("{count} chapters").format(count=home.chapters)
        if home.minutes == 1:
            minutes = self.tr("about 1 minute")
        else:
            minutes = self.tr("about {count} minutes").format(count=home.minutes)
        return f"{chapters.replace(' ', NBSP)} · {minutes.replace(' ', NBSP)}"

    def _show_languages(self, home: Home, language: str) -> None:
        for button in self._language_buttons.values():
            self._languages_layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._language_buttons = {}
        several = len(home.languages) > 1
        self._languages.setVisible(several)
        self._only_language.setVisible(not several)
        self._only_language.setText(home.languages[0].name if home.languages else "")
        if not several:
            return
        known = {each.tag for each in home.languages}
        current = language if language in known else home.languages[0].tag
        for each in home.languages:
            button = QPushButton(each.name, self._languages)
            button.setProperty("role", "language")
            button.setCheckable(True)
            button.setChecked(each.tag == current)
            button.setAccessibleName(each.name)
            button.setAccessibleDescription(self.tr("Language of the text"))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self._on_language, each.tag))
            self._language_buttons[each.tag] = button
            self._languages_layout.addWidget(button)
            button.show()

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        page = appearance.theme.color("page")
        for widget in (self, self._column):
            colors = widget.palette()
            colors.setColor(colors.ColorRole.Window, page)
            widget.setPalette(colors)
        self._fade.set_color(page)
        self._arrange_if_shown()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first button shows its ring once a key is used, not when the page only opens."""
        kind = event.type()
        if watched is self._primary and kind in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.KeyPress,
        ):
            quiet = isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in QUIET_REASONS
            if bool(self._primary.property("resting")) != quiet:
                self._primary.setProperty("resting", quiet)
                self._primary.style().unpolish(self._primary)
                self._primary.style().polish(self._primary)
        return super().eventFilter(watched, event)

    def first_control(self) -> QAbstractButton:
        """Where the keyboard starts on this page."""
        return self._primary

    def _growth(self) -> float:
        """How far type grows with a large screen (1 at 1366 × 768, at most 2) or shrinks on a small one."""
        return min(2.0, max(0.85, min(self.width() / 1366, self.height() / 768)))

    def _arrange_if_shown(self) -> None:
        """Lay out again; before the page is shown its first resize does it once."""
        self._stale = True
        if self.isVisible():
            self._arrange()

    def _arrange(self) -> None:
        self._stale = False
        appearance = self._appearance
        color = appearance.theme.color
        growth = self._growth()
        large = max(0.9, growth)
        tall = self._stage.height() >= 560
        for button in (self._primary, self._map, self._again):
            if button.property("large") != tall:
                button.setProperty("large", tall)
                button.style().unpolish(button)
                button.style().polish(button)

        kicker = appearance.interface_face(13 * large, weight=600, chrome=False)
        kicker.setLetterSpacing(kicker.SpacingType.AbsoluteSpacing, 1.0)
        self._span.set_look(kicker, color("red"), 1.4)
        # A title is large already: at 200 % it grows by half, so that the first button stays in sight.
        title = 54 * growth * (1 + appearance.text_percent / 100) / 2 * self._length_share()
        self._title.set_look(
            face(appearance.reading_family(), title, weight=700), color("ink"), 1.08, balanced=True
        )
        self._lead.set_look(appearance.reading_face(20 * large), color("ink"), 1.47, balanced=True)
        self._length.set_look(appearance.interface_face(14, chrome=False), color("soft_ink"), 1.5)
        self._only_language.set_look(appearance.interface_face(15, chrome=False), color("ink"), 1.6)

        room = self._stage.size()
        wish = round(COLUMN * max(1.0, growth) * max(1.0, appearance.text_percent / 100))
        column = min(wish, round(room.width() * 0.72))
        if room.width() - column < LEAST_PICTURE:
            column = room.width()
        margin = round(min(MARGIN * large, column * 0.14))
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._primary.setText(self._fitting(self._primary.accessibleName(), column - margin - 24 - bar))
        self._close_up(column, margin, growth)
        picture_left = max(0, column - 16)
        shown = room.width() - picture_left >= LEAST_PICTURE
        self._picture.setVisible(shown)
        self._fade.setVisible(shown)
        self._picture.setGeometry(QRect(picture_left, 0, max(1, room.width() - picture_left), room.height()))
        self._fade.setGeometry(QRect(picture_left, 0, FADE, room.height()))
        self._scroll.setGeometry(QRect(0, 0, column, room.height()))
        self._fade.raise_()
        self._scroll.raise_()

    def _length_share(self) -> float:
        """How large a title is set for its length (1 up to ``SHORT_TITLE`` letters, at least 0.6)."""
        letters = len(self._home.title) if self._home is not None else 0
        return max(0.6, min(1.0, sqrt(SHORT_TITLE / max(1, letters))))

    def _fitting(self, words: str, room: int) -> str:
        """The words of the first button, shortened when the row is too narrow for them."""
        frame = self._primary.sizeHint().width() - self._primary.fontMetrics().horizontalAdvance(
            self._primary.text()
        )
        short = self._primary.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room - frame)
        self._primary.setToolTip("" if short == words else words)
        return short

    def _close_up(self, column: int, margin: int, growth: float) -> None:
        """Set the rows apart as far as the stage is high; where they fit only closer, closer."""
        height = self._stage.height()
        for loose in LOOSENESS:
            edge = round(EDGE * loose)
            self._rows.setContentsMargins(margin, edge, 24, edge)
            self._space(*(round(gap * growth * loose) for gap in GAPS))
            if self._rows.heightForWidth(column) <= height:
                break
        else:
            # It scrolls: as far apart as it reads best.
            self._rows.setContentsMargins(margin, EDGE, 24, EDGE)
            self._space(*(round(gap * growth) for gap in GAPS))

    def _space(self, *gaps: int) -> None:
        """Set the room below kicker, title, lead, buttons and length."""
        items = [self._rows.itemAt(i) for i in range(self._rows.count())]
        spacers = [spacer for item in items if item is not None and (spacer := item.spacerItem()) is not None]
        for spacer, gap in zip(spacers[1:-1], gaps, strict=False):
            spacer.changeSize(0, gap)
        self._rows.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place picture, fade and text."""
        super().resizeEvent(event)
        self._layout.activate()
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """What was said while the page was out of sight is laid out now."""
        super().showEvent(event)
        if self._stale:
            self._arrange()

    def sizeHint(self) -> QSize:
        """The screen it was designed on."""
        return QSize(1366, 700)

    def minimumSizeHint(self) -> QSize:
        """Small: the text scrolls."""
        return QSize(480, 320)

    @Slot()
    def _on_primary(self) -> None:
        if self._resume is None:
            self.begin_requested.emit()
        else:
            self.continue_requested.emit()

    def _on_language(self, tag: str) -> None:
        # Not a QButtonGroup: Tab reaches only the checked button of an exclusive group.
        for each, button in self._language_buttons.items():
            button.setChecked(each == tag)
        self.language_requested.emit(tag)


class _Fade(QWidget):
    """The edge where the picture fades into the page; owned by ``HomePage``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._color = QColor(255, 255, 255)

    def set_color(self, color: QColor) -> None:
        """The page's colour."""
        self._color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page over the picture, ever thinner."""
        painter = QPainter(self)
        gradient = QLinearGradient(QPointF(0, 0), QPointF(self.width(), 0))
        for share, alpha in ((0.0, 255), (0.12, 250), (0.5, 140), (0.8, 40), (1.0, 0)):
            shade = QColor.fromRgba(self._color.rgb())
            shade.setAlpha(alpha)
            gradient.setColorAt(share, shade)
        painter.fillRect(self.rect(), gradient)
