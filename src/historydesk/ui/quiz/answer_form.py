"""The controls by which a question is answered, one form for each kind."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from historydesk.domain.quiz import Given, Question
from historydesk.domain.quiz_attempt import LETTERS, shuffled
from historydesk.domain.quiz_judging import (
    Verdict,
    is_right_choice,
    lines,
    partners,
    plain,
)
from historydesk.ui.quiz.answer_button import Mark, RadioAnswer, TickAnswer
from historydesk.ui.quiz.prose import Prose
from historydesk.ui.theme import Appearance, default_appearance

GAP = 4
"""Pixels between answers, whose own edge leaves six more."""

ARROW = 80
"""Pixels of a box that are not its words."""

BESIDE = 520
"""From this width (at 100 %) on, partners stand beside the lines of a matching question."""


class AnswerForm(QWidget):
    """What is answered now; base of the forms, owned by the question's view."""

    changed = Signal()

    reached = Signal(QWidget)
    """This part of it went elsewhere, or has the keyboard now, and is to be seen."""

    def __init__(self, question: Question, attempt: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._question, self._attempt = question, attempt
        self._appearance = default_appearance()

    def hint(self) -> str:
        """What one is to do, in a few words."""
        return ""

    def given(self) -> Given:
        """The answer so far."""
        return ()

    def set_given(self, given: Given) -> None:
        """Show an answer given before."""

    def is_complete(self) -> bool:
        """Whether there is something to check."""
        return True

    def lock(self, verdict: Verdict) -> None:
        """The answer was checked: show how it stands and let it be."""

    def press(self, number: int) -> bool:
        """A digit was pressed, from 1 on; whether it meant something here."""
        return False

    def first_control(self) -> QWidget | None:
        """Where the keyboard begins."""
        return None

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        self._appearance = appearance


class ThoughtForm(AnswerForm):
    """No controls: it is thought about, and perhaps written down on paper."""

    def hint(self) -> str:
        """That nothing is asked back."""
        if self._question.kind != "essay":
            return ""
        if self._question.data.get("feedback"):
            return self.tr("Think about it, and write it down if you like. Then compare.")
        return self.tr("Think about it. Nothing here is right or wrong.")


class ChoiceForm(AnswerForm):
    """Radio buttons or check boxes; true and false too."""

    def __init__(self, question: Question, attempt: int, parent: QWidget) -> None:
        super().__init__(question, attempt, parent)
        if question.kind == "truefalse":
            htmls = [self.tr("True"), self.tr("False")]
            order: tuple[int, ...] = (0, 1)
        else:
            answers = question.data["answers"]
            htmls = [each["html"] for each in answers] if isinstance(answers, list) else []
            order = shuffled(len(htmls), question, attempt)
        kind = TickAnswer if question.kind == "multiple" else RadioAnswer
        self._group = QButtonGroup(self)
        self._group.setExclusive(question.kind != "multiple")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        self.buttons: dict[int, RadioAnswer | TickAnswer] = {}
        for shown, number in enumerate(order, start=1):
            button = kind(shown, htmls[number], self)
            self.buttons[number] = button
            self._group.addButton(button, number)
            button.toggled.connect(self.changed)
            rows.addWidget(button)

    def hint(self) -> str:
        """One or all that are right."""
        many = self._question.kind == "multiple"
        return self.tr("Choose all that are right.") if many else self.tr("Choose one answer.")

    def given(self) -> Given:
        """The numbers chosen, or ``true`` or ``false``."""
        chosen = [number for number in sorted(self.buttons) if self.buttons[number].isChecked()]
        if self._question.kind == "truefalse":
            return tuple("false" if number else "true" for number in chosen)
        return tuple(map(str, chosen))

    def set_given(self, given: Given) -> None:
        """Choose these."""
        names = {"true": 0, "false": 1} if self._question.kind == "truefalse" else {}
        for each in given:
            button = self.buttons.get(names.get(each, int(each) if each.isdecimal() else -1))
            if button is not None:
                button.setChecked(True)

    def is_complete(self) -> bool:
        """Something is chosen."""
        return bool(self.given())

    def lock(self, verdict: Verdict) -> None:
        """Mark what is right, what was chosen wrongly, and what is missing."""
        for number, button in self.buttons.items():
            right, chosen = is_right_choice(self._question, number), button.isChecked()
            mark: Mark = ("right" if right else "mistaken") if chosen else ("missed" if right else "")
            button.set_mark(mark)

    def press(self, number: int) -> bool:
        """Choose the answer with this number."""
        shown = list(self.buttons.values())
        if not 1 <= number <= len(shown):
            return False
        shown[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        shown[number - 1].click()
        return True

    def first_control(self) -> QWidget | None:
        """The answer chosen, else the first."""
        shown = list(self.buttons.values())
        return next((button for button in shown if button.isChecked()), shown[0] if shown else None)

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        super().set_appearance(appearance)
        for button in self.buttons.values():
            button.set_appearance(appearance)


class PartnerBox(QComboBox):
    """The partners of one line; turning the wheel over it scrolls the page. Owned by its form."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # The list's own delegate heeds no style sheet, and its lines would be too low for a finger.
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nobody answers by scrolling."""
        event.ignore()


class MatchingForm(AnswerForm):
    """A line and the partners it may have, to be chosen from a list."""

    def __init__(self, question: Question, attempt: int, parent: QWidget) -> None:
        super().__init__(question, attempt, parent)
        self._lines = lines(question)
        offered = partners(question)
        order = shuffled(len(offered), question, attempt)
        self._offered = [offered[number] for number in order]
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.key = Prose(self)
        self.key.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self.key)
        rows.addLayout(self._grid)
        self.boxes: list[PartnerBox] = []
        self._lefts: list[Prose] = []
        self._notes: list[Prose] = []
        for html, _ in self._lines:
            left, note, box = Prose(self), Prose(self), PartnerBox(self)
            box.addItem(self.tr("Choose…"), "")
            for partner in self._offered:
                box.addItem(partner, partner)
                box.setItemData(box.count() - 1, partner, Qt.ItemDataRole.AccessibleTextRole)
            box.setAccessibleName(plain(html))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.currentIndexChanged.connect(self._on_chosen)
            note.hide()
            self.boxes.append(box)
            self._lefts.append(left)
            self._notes.append(note)
        self._place()

    def hint(self) -> str:
        """Pair them."""
        return self.tr("Find the partner of each line.")

    def given(self) -> Given:
        """The partner chosen for each line; empty where none is."""
        return tuple(str(box.currentData()) for box in self.boxes)

    def set_given(self, given: Given) -> None:
        """Choose these partners."""
        for box, partner in zip(self.boxes, given, strict=False):
            box.setCurrentIndex(max(0, box.findData(partner)))

    def is_complete(self) -> bool:
        """Every line has a partner."""
        return all(self.given())

    def lock(self, verdict: Verdict) -> None:
        """Say for each line whether its partner is right, and which is."""
        for (html, partner), box, note in zip(self._lines, self.boxes, self._notes, strict=True):
            right = box.currentData() == partner
            said = self.tr("Right") if right else self.tr("Its partner: {name}").format(name=partner)
            note.setProperty("tone", "blue" if right else "red")
            note.setText(said)
            box.setEnabled(False)
            box.setAccessibleName(f"{plain(html)}, {said}")
            note.show()
        self.set_appearance(self._appearance)

    def first_control(self) -> QWidget | None:
        """The first line without a partner."""
        return next((box for box in self.boxes if not box.currentData()), self.boxes[0])

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        super().set_appearance(appearance)
        size = f"font-size:{round(appearance.px(15))}px"
        for box in self.boxes:
            # What was chosen is still to be read when it cannot be changed any more.
            box.setStyleSheet(
                f"QComboBox, QComboBox QAbstractItemView {{ {size} }}"
                f" QComboBox:disabled {{ color:{appearance.theme.css('ink')} }}"
            )
        for (html, _), left, note in zip(self._lines, self._lefts, self._notes, strict=True):
            left.set_html(html, appearance.reading_face(17), appearance)
            if not note.isHidden():
                face = appearance.interface_face(13, weight=600, chrome=False)
                note.set_html(plain(note.text()), face, appearance, str(note.property("tone")))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Partners beside their lines, or below."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._letter()
        beside = self.width() >= self._appearance.px(BESIDE) and self._fit()
        for number, (left, box, note) in enumerate(zip(self._lefts, self.boxes, self._notes, strict=True)):
            row = 3 * number
            self._grid.addWidget(left, row, 0, 1, 1 if beside else 2, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(box, row if beside else row + 1, 1 if beside else 0, 1, 1 if beside else 2)
            self._grid.addWidget(note, row + 2, 1 if beside else 0, 1, 1 if beside else 2)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3 if beside else 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)

    def _fit(self) -> bool:
        """Whether every partner can be read in a box beside its line."""
        return self._widest() <= self.width() * 3 / 5 - ARROW

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._appearance.interface_face(15, chrome=False))

    def _widest(self) -> int:
        return max(map(self._metrics().horizontalAdvance, (*self._offered, self.tr("Choose…"))))

    def _letter(self) -> None:
        """Partners too long for any box are written out above, and in the boxes begin with their letters."""
        room = self.width() - ARROW
        is_long = self._widest() > room
        metrics = self._metrics()
        lettered = [f"{letter}) {name}" for letter, name in zip(LETTERS, self._offered, strict=False)]
        self.key.setVisible(is_long)
        if is_long:
            face = self._appearance.reading_face(17)
            self.key.set_html("".join(f"<p>{escape(each)}</p>" for each in lettered), face, self._appearance)
        for place, (name, named) in enumerate(zip(self._offered, lettered, strict=False), start=1):
            shown = metrics.elidedText(named, Qt.TextElideMode.ElideRight, room) if is_long else name
            for box in self.boxes:
                box.setItemText(place, shown)

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()


class WordForm(AnswerForm):
    """A word or a number to type."""

    def __init__(self, question: Question, attempt: int, parent: QWidget) -> None:
        super().__init__(question, attempt, parent)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Your answer"))
        self.field.setMaxLength(200)
        self.field.textChanged.connect(self._on_typed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.field)

    def hint(self) -> str:
        """A word or a number."""
        number = self._question.kind == "number"
        return self.tr("Write a number.") if number else self.tr("Write your answer in a few words.")

    def given(self) -> Given:
        """What is typed."""
        typed = self.field.text().strip()
        return (typed,) if typed else ()

    def set_given(self, given: Given) -> None:
        """Show these words."""
        self.field.setText(given[0] if given else "")

    def is_complete(self) -> bool:
        """Something is typed."""
        return bool(self.given())

    def lock(self, verdict: Verdict) -> None:
        """It can be read and copied, not changed."""
        self.field.setReadOnly(True)
        said = self.tr("right") if verdict.is_right else self.tr("not right")
        self.field.setAccessibleName(f"{self.tr('Your answer')}, {said}")

    def first_control(self) -> QWidget | None:
        """The field."""
        return self.field

    def set_appearance(self, appearance: Appearance) -> None:
        """Theme and sizes."""
        super().set_appearance(appearance)
        self.field.setStyleSheet(f"QLineEdit {{ font-size:{round(appearance.px(15))}px }}")

    @Slot()
    def _on_typed(self) -> None:
        self.changed.emit()
