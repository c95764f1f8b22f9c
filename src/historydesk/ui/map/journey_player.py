"""The bar that plays a journey."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from historydesk.ui.map.journey_playback import SPEEDS
from historydesk.ui.map.journey_slider import JourneySlider
from historydesk.ui.map.journey_track import JourneyTrack
from historydesk.ui.map.journey_words import NameOf, count, distance, mode_word, precision, stop_name
from historydesk.ui.theme import Appearance, default_appearance
from historydesk.ui.theme.floating_card import SHADOW, FloatingCard
from historydesk.ui.theme.icons import icon

PAD = 12


class JourneyPlayer(FloatingCard):
    """Says where the traveller is and bears the controls; owned by the atlas, told by the guide."""

    play_requested = Signal()
    previous_requested = Signal()
    next_requested = Signal()
    scrubbed = Signal(float)
    """A share (0–1) of the distance."""

    speed_requested = Signal(float)
    passage_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._appearance = default_appearance()
        super().__init__(self._appearance.theme, parent)
        self._track: JourneyTrack | None = None
        self._name_of: NameOf = _no_name
        self._stop = -1
        self._playing = False
        self.setAccessibleName(self.tr("Journey"))
        self._make_words()
        self._make_controls()
        self._lay_out()
        self.hide()

    def _make_words(self) -> None:
        self._number = QLabel(self)
        self._number.setProperty("tone", "red")
        self._title = QLabel(self)
        self._dates = QLabel(self)
        self._dates.setProperty("tone", "soft")
        self._dates.setWordWrap(True)
        self._way = QLabel(self)
        self._way.setProperty("tone", "soft")
        self._way.setWordWrap(True)
        for label in (self._number, self._title, self._dates, self._way):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _make_controls(self) -> None:
        self.passage = QPushButton(self.tr("Read this passage"), self)
        self.passage.setProperty("role", "link")
        self.passage.clicked.connect(self.passage_requested)
        self.close_button = self._button(self.tr("Close the journey"))
        self.close_button.clicked.connect(self.close_requested)
        self.previous = self._button(self.tr("Stop before"))
        self.previous.setToolTip(self.tr("Stop before ( , )"))
        self.previous.clicked.connect(self.previous_requested)
        self.play = self._button(self.tr("Play"), role="primary")
        self.play.clicked.connect(self.play_requested)
        self.next = self._button(self.tr("Next stop"))
        self.next.setToolTip(self.tr("Next stop ( . )"))
        self.next.clicked.connect(self.next_requested)
        self.slider = JourneySlider(self)
        self.slider.scrubbed.connect(self.scrubbed)
        self.slider.next_requested.connect(self.next_requested)
        self.slider.previous_requested.connect(self.previous_requested)
        self.speed = QToolButton(self)
        self.speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.speed)
        group = QActionGroup(menu)
        for speed in SPEEDS:
            action = menu.addAction(f"{speed:g}×")
            action.setData(speed)
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(self._on_speed)
        self.speed.setMenu(menu)
        self.set_speed(1.0)

    def _button(self, name: str, role: str = "quiet") -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", role)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._number)
        head.addWidget(self._title)
        head.addStretch(0)
        head.addWidget(self.passage)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        controls = QHBoxLayout()
        controls.setSpacing(6)
        for button in (self.previous, self.play, self.next):
            controls.addWidget(button)
        controls.addSpacing(6)
        controls.addWidget(self.slider, 1)
        controls.addWidget(self.speed)
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(SHADOW + PAD + 4, SHADOW + 6, SHADOW + PAD, SHADOW + PAD)
        rows.setSpacing(4)
        rows.addLayout(head)
        rows.addWidget(self._dates)
        rows.addLayout(controls)
        rows.addWidget(self._way)

    def set_track(self, track: JourneyTrack, name_of: NameOf) -> None:
        """Another journey, at its beginning; ``name_of`` names its places."""
        self._track, self._name_of, self._stop = track, name_of, -1
        whole = track.km or 1.0
        self.slider.set_stops([track.km_at(stop) / whole for stop in range(int(track.last) + 1)])
        self.setAccessibleName(self.tr("Journey: {title}").format(title=track.journey.title))
        self.show_position(0.0)

    def show_position(self, position: float) -> None:
        """The traveller is here."""
        track = self._track
        if track is None:
            return
        self.slider.show_share(track.km_at(position) / track.km if track.km else 0.0)
        self._show_way(track, position)
        if int(position) != self._stop:
            self._stop = int(position)
            self._show_stop(track)

    def _show_stop(self, track: JourneyTrack) -> None:
        stops = track.journey.stops
        stop = stops[min(self._stop, len(stops) - 1)]
        name = stop_name(stop, self._name_of)
        number = self.tr("Stop {number} of {total}").format(number=self._stop + 1, total=len(stops))
        self._number.setText(number)
        self._title.setText(name)
        self._dates.setText(stop.dates)
        self.passage.setVisible(bool(stop.passage))
        self.passage.setAccessibleName(self.tr("Read the passage about {name}").format(name=name))
        self.previous.setEnabled(self._stop > 0)
        self.next.setEnabled(self._stop < int(track.last))
        said = ". ".join(filter(None, (number, name, stop.dates)))
        self.setAccessibleDescription(said)
        self.slider.setAccessibleDescription(said)

    def _show_way(self, track: JourneyTrack, position: float) -> None:
        stop, journey = int(position), track.journey
        parts = []
        if stop < int(track.last):
            parts.append(journey.stops[stop].onward or mode_word(journey.stops[stop].mode))
        parts.append(
            self.tr("about {done} of {total}\u00a0km").format(
                done=distance(track.km_at(position)), total=distance(track.km)
            )
        )
        day, days = track.day_at(stop), track.days()
        if day and days:
            parts.append(self.tr("day {day} of {days}").format(day=count(day), days=count(days)))
        text = " · ".join(part for part in parts if part)
        if stop < int(track.last):
            doubt = " ".join(filter(None, (precision(journey, stop), journey.legs[stop].note)))
            text = "\n".join(filter(None, (text, doubt)))
        if text != self._way.text():
            self._way.setText(text)

    def set_playing(self, playing: bool) -> None:
        """Whether it goes on by itself."""
        self._playing = playing
        name = self.tr("Pause") if playing else self.tr("Play")
        self.play.setAccessibleName(name)
        self.play.setToolTip(self.tr("{name} (space)").format(name=name))
        self._dress_play()

    def set_speed(self, speed: float) -> None:
        """Show how fast it plays."""
        self.speed.setText(f"{speed:g}×")
        self.speed.setAccessibleName(self.tr("Speed: {speed}×").format(speed=f"{speed:g}"))
        self.speed.setToolTip(self.tr("Speed"))
        for action in self.speed.menu().actions():
            action.setChecked(action.data() == speed)

    def set_appearance(self, appearance: Appearance) -> None:
        """Redraw in this theme and these sizes."""
        self._appearance = appearance
        self.set_theme(appearance.theme)
        color, side = appearance.theme.color, appearance.target
        self._number.setFont(appearance.interface_face(13, weight=600))
        self._title.setFont(
            appearance.reading_face(18, weight=700)
            if appearance.text_percent <= 140
            else appearance.interface_face(18, weight=600)
        )
        self._dates.setFont(appearance.interface_face(13.5))
        self._way.setFont(appearance.interface_face(13))
        for button, name in (
            (self.previous, "skip-back"),
            (self.next, "skip-forward"),
            (self.close_button, "x"),
        ):
            button.setIcon(icon(name, color("ink"), 20))
            button.setIconSize(QSize(20, 20))
            button.setFixedSize(QSize(side, side))
        self.play.setFixedSize(QSize(side + 12, side))
        self.speed.setFixedHeight(side)
        self.slider.set_appearance(appearance)
        self._dress_play()

    def _dress_play(self) -> None:
        color = self._appearance.theme.color
        self.play.setIcon(icon("pause" if self._playing else "play", color("on_ink"), 20))
        self.play.setIconSize(QSize(20, 20))

    def fit(self, width: int) -> QSize:
        """The bar's size with its shadow for a width; the dates stand beside the name where there is room."""
        held = sum(
            each.sizeHint().width() + 10
            for each in (self._number, self._title, self.passage, self.close_button)
            if not each.isHidden()
        )
        margins = self._rows.contentsMargins()
        room = width - margins.left() - margins.right() - held
        beside = QFontMetrics(self._dates.font()).horizontalAdvance(self._dates.text()) + 16 < room
        if beside != (self._head.indexOf(self._dates) >= 0):
            if beside:
                self._head.insertWidget(2, self._dates, 1)
            else:
                self._rows.insertWidget(1, self._dates)
        return QSize(width, self._rows.totalHeightForWidth(width))

    @Slot(QAction)
    def _on_speed(self, action: QAction) -> None:
        self.speed_requested.emit(float(action.data()))


def _no_name(place: str, year: int) -> str:
    return place
