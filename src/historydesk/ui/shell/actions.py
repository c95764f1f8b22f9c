"""What the window can do by keyboard: one table, from which actions and the sheet of shortcuts are made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from historydesk.domain.values import dataclass
from historydesk.services.marking import QT_TRANSLATE_NOOP
from historydesk.services.policy import Policy


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the window can do; ``keys`` are portable key sequences, the first one is shown."""

    name: str
    group: str
    title: str
    keys: tuple[str, ...]


Rows = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Groups: heading, then (what it does, keys); several ways are parted by `` / ``."""

GO = QT_TRANSLATE_NOOP("Commands", "Go")
READ = QT_TRANSLATE_NOOP("Commands", "Read")
SEE = QT_TRANSLATE_NOOP("Commands", "See")
MAP = QT_TRANSLATE_NOOP("Commands", "On the map")
TIME = QT_TRANSLATE_NOOP("Commands", "On the timeline")
QUIZ = QT_TRANSLATE_NOOP("Commands", "At a chapter’s questions")
PRACTICE = QT_TRANSLATE_NOOP("Commands", "Practising words")
PEOPLE = QT_TRANSLATE_NOOP("Commands", "Among people")

COMMANDS: tuple[Command, ...] = (
    Command("home", GO, QT_TRANSLATE_NOOP("Commands", "Home"), ("Alt+Home",)),
    Command("back", GO, QT_TRANSLATE_NOOP("Commands", "Back"), ("Alt+Left", "Back")),
    Command("forward", GO, QT_TRANSLATE_NOOP("Commands", "Forward"), ("Alt+Right", "Forward")),
    Command("read", GO, QT_TRANSLATE_NOOP("Commands", "Go on reading"), ("Ctrl+R",)),
    Command("map", GO, QT_TRANSLATE_NOOP("Commands", "Map"), ("Ctrl+M",)),
    Command("timeline", GO, QT_TRANSLATE_NOOP("Commands", "Timeline"), ("Ctrl+T",)),
    Command("people", GO, QT_TRANSLATE_NOOP("Commands", "People"), ("Ctrl+P",)),
    Command("evidence", GO, QT_TRANSLATE_NOOP("Commands", "Evidence"), ("Ctrl+E",)),
    Command("index", GO, QT_TRANSLATE_NOOP("Commands", "Index"), ("Ctrl+I",)),
    Command("search", GO, QT_TRANSLATE_NOOP("Commands", "Search everything"), ("Ctrl+K", "Ctrl+Shift+F")),
    Command("next_chapter", READ, QT_TRANSLATE_NOOP("Commands", "Next chapter"), ("Ctrl+PgDown",)),
    Command("previous_chapter", READ, QT_TRANSLATE_NOOP("Commands", "Previous chapter"), ("Ctrl+PgUp",)),
    Command("find", READ, QT_TRANSLATE_NOOP("Commands", "Find in this chapter or list"), ("Ctrl+F",)),
    Command("contents", READ, QT_TRANSLATE_NOOP("Commands", "Contents"), ("Ctrl+L",)),
    Command("larger", SEE, QT_TRANSLATE_NOOP("Commands", "Larger text"), ("Ctrl++", "Ctrl+=")),
    Command("smaller", SEE, QT_TRANSLATE_NOOP("Commands", "Smaller text"), ("Ctrl+-",)),
    Command("normal_size", SEE, QT_TRANSLATE_NOOP("Commands", "Text as designed"), ("Ctrl+0",)),
    Command("settings", SEE, QT_TRANSLATE_NOOP("Commands", "Settings"), ("Ctrl+,",)),
    Command("export", SEE, QT_TRANSLATE_NOOP("Commands", "Export"), ("Ctrl+Shift+E",)),
    Command("panes", SEE, QT_TRANSLATE_NOOP("Commands", "Next part of the window"), ("F6",)),
    Command("panes_back", SEE, QT_TRANSLATE_NOOP("Commands", "Part before"), ("Shift+F6",)),
    Command("full_screen", SEE, QT_TRANSLATE_NOOP("Commands", "Full screen"), ("F11",)),
    Command("shortcuts", SEE, QT_TRANSLATE_NOOP("Commands", "These shortcuts"), ("?", "F1")),
    Command("quit", SEE, QT_TRANSLATE_NOOP("Commands", "Quit"), ("Ctrl+Q",)),
)

WITHOUT_ACTION: tuple[Command, ...] = (
    Command("references", READ, QT_TRANSLATE_NOOP("Commands", "Next term, place or source"), ("Tab",)),
    Command("open", READ, QT_TRANSLATE_NOOP("Commands", "Open it"), ("Return",)),
    Command("page", READ, QT_TRANSLATE_NOOP("Commands", "A page on"), ("Space", "PgDown")),
    Command("page_back", READ, QT_TRANSLATE_NOOP("Commands", "A page back"), ("Shift+Space", "PgUp")),
    Command("lines", READ, QT_TRANSLATE_NOOP("Commands", "Some lines on or back"), ("Down", "Up")),
    Command("ends", READ, QT_TRANSLATE_NOOP("Commands", "Beginning or end of the chapter"), ("Home", "End")),
    Command("find_next", READ, QT_TRANSLATE_NOOP("Commands", "Next match"), ("F3",)),
    Command("copy", READ, QT_TRANSLATE_NOOP("Commands", "Copy"), ("Ctrl+C",)),
    Command("cite", READ, QT_TRANSLATE_NOOP("Commands", "Copy with citation"), ("Ctrl+Shift+C",)),
    Command("zoom", MAP, QT_TRANSLATE_NOOP("Commands", "Nearer or farther"), ("+", "-")),
    Command("move", MAP, QT_TRANSLATE_NOOP("Commands", "Move"), ("Left", "Right", "Up", "Down")),
    Command("place", MAP, QT_TRANSLATE_NOOP("Commands", "Next place"), ("Tab",)),
    Command("whole", MAP, QT_TRANSLATE_NOOP("Commands", "The whole story"), ("Home",)),
    Command("north", MAP, QT_TRANSLATE_NOOP("Commands", "North up"), ("N",)),
    Command("graticule", MAP, QT_TRANSLATE_NOOP("Commands", "Lines of latitude and longitude"), ("G",)),
    Command("play", MAP, QT_TRANSLATE_NOOP("Commands", "Play or pause a journey"), ("Space",)),
    Command("stops", MAP, QT_TRANSLATE_NOOP("Commands", "Stop before or after"), (",", ".")),
    Command("event", TIME, QT_TRANSLATE_NOOP("Commands", "Next or previous event"), ("Right", "Left")),
    Command("lane", TIME, QT_TRANSLATE_NOOP("Commands", "Lane above or below"), ("Up", "Down")),
    Command("open_event", TIME, QT_TRANSLATE_NOOP("Commands", "Open the event"), ("Return",)),
    Command("zoom_time", TIME, QT_TRANSLATE_NOOP("Commands", "Nearer or farther"), ("+", "-")),
    Command("move_time", TIME, QT_TRANSLATE_NOOP("Commands", "Earlier or later"), ("PgUp", "PgDown")),
    Command("range", TIME, QT_TRANSLATE_NOOP("Commands", "Only from or up to this event"), ("[", "]")),
    Command("whole_time", TIME, QT_TRANSLATE_NOOP("Commands", "The whole story"), ("Home",)),
    Command(
        "phase", PEOPLE, QT_TRANSLATE_NOOP("Commands", "Phase or date before or after"), ("Left", "Right")
    ),
    Command("phase_ends", PEOPLE, QT_TRANSLATE_NOOP("Commands", "First or last of them"), ("Home", "End")),
    Command("column", PEOPLE, QT_TRANSLATE_NOOP("Commands", "Person above or below"), ("Up", "Down")),
    Command("next_person", PEOPLE, QT_TRANSLATE_NOOP("Commands", "Next person"), ("Tab",)),
    Command("open_person", PEOPLE, QT_TRANSLATE_NOOP("Commands", "Open the person’s card"), ("Return",)),
    Command("answer", QUIZ, QT_TRANSLATE_NOOP("Commands", "Choose an answer"), ("1", "2", "3")),
    Command("answers", QUIZ, QT_TRANSLATE_NOOP("Commands", "Answer below or above"), ("Down", "Up")),
    Command(
        "move_item", QUIZ, QT_TRANSLATE_NOOP("Commands", "Move an item of an order"), ("Alt+Up", "Alt+Down")
    ),
    Command("check", QUIZ, QT_TRANSLATE_NOOP("Commands", "Check the answer, then go on"), ("Return",)),
    Command("question", QUIZ, QT_TRANSLATE_NOOP("Commands", "Next or previous question"), ("Right", "Left")),
    Command("turn_card", PRACTICE, QT_TRANSLATE_NOOP("Commands", "Turn the card"), ("Space", "Return")),
    Command("knew", PRACTICE, QT_TRANSLATE_NOOP("Commands", "I knew it"), ("1",)),
    Command("later", PRACTICE, QT_TRANSLATE_NOOP("Commands", "Again later"), ("2",)),
    Command("close", SEE, QT_TRANSLATE_NOOP("Commands", "Close what is on top"), ("Esc",)),
)
"""Keys that the surfaces handle themselves; the sheet lists them too."""


def words(source: str) -> str:
    """A title of a command or group in the interface language."""
    return QCoreApplication.translate("Commands", source)


def make_actions(window: QWidget, policy: Policy) -> dict[str, QAction]:
    """The window's actions by name, as far as the place allows them; added to the window, not connected."""
    made = {}
    for command in COMMANDS:
        if not policy.allows(command.name):
            continue
        action = QAction(words(command.title), window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(command.name in ("larger", "smaller", "back", "forward"))
        window.addAction(action)
        made[command.name] = action
    return made


def rows(actions: dict[str, QAction]) -> Rows:
    """What the sheet shows of the actions there are and of the surfaces' own keys."""
    result = []
    for group in (GO, READ, SEE, MAP, TIME, QUIZ, PRACTICE, PEOPLE):
        lines = [
            (words(command.title), " / ".join(_shown(keys) for keys in _visible(command)))
            for command in COMMANDS + WITHOUT_ACTION
            if command.group == group and (command.name in actions or command in WITHOUT_ACTION)
        ]
        result.append((words(group), tuple(lines)))
    return tuple(result)


def key_text(name: str) -> str:
    """The first keys of a command, as this system writes them."""
    command = next(command for command in COMMANDS if command.name == name)
    return _shown(command.keys[0])


def _visible(command: Command) -> tuple[str, ...]:
    hidden = {"Back", "Forward", "Ctrl+=", "Ctrl+Shift+F"}
    return tuple(keys for keys in command.keys if keys not in hidden)


def _shown(keys: str) -> str:
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    if text == "Return":
        return QCoreApplication.translate("Commands", "Enter")
    *held, last = [*text[:-1].split("+"), text[-1]] if len(text) > 1 and text[-1] == "+" else text.split("+")
    return "+".join([*filter(None, held), last or "+"])
