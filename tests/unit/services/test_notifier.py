"""Messages wait for a window, and never show a traceback."""

from __future__ import annotations

from historydesk.errors import RecordsError
from historydesk.services.notifier import Message, Notifier, phrase


def test_what_is_said_before_there_is_a_window_is_shown_in_it(qapp: object) -> None:
    notifier = Notifier()
    notifier.say("First.")
    heard: list[Message] = []
    notifier.message_added.connect(heard.append)
    notifier.say("Second.")
    assert heard == []
    notifier.listen()
    notifier.say("Third.")
    assert [message.text for message in heard] == ["First.", "Second.", "Third."]


def test_a_message_with_a_name_is_said_once(qapp: object) -> None:
    notifier = Notifier()
    heard: list[Message] = []
    notifier.message_added.connect(heard.append)
    notifier.listen()
    for _ in range(3):
        notifier.report(RecordsError("Your records cannot be read."), once="records")
    assert len(heard) == 1


def test_an_error_of_the_world_keeps_its_words_and_a_bug_gets_ours(qapp: object) -> None:
    said = phrase(RecordsError("The disk is full.", "Free some space."))
    assert (said.text, said.remedy) == ("The disk is full.", "Free some space.")
    assert "KeyError" not in phrase(KeyError("secret")).text
    assert "secret" not in phrase(KeyError("secret")).text
