"""The services that one running program shares."""

from __future__ import annotations

from historydesk.domain.values import dataclass
from historydesk.services.library import Library
from historydesk.services.notifier import Notifier
from historydesk.services.policy import Policy
from historydesk.services.progress import Progress
from historydesk.services.reading import ReadingState
from historydesk.services.settings import Settings


@dataclass(frozen=True, slots=True)
class Services:
    """Made by the composition root and given to the window; nothing else holds them all."""

    library: Library
    progress: Progress
    reading: ReadingState
    settings: Settings
    notifier: Notifier
    policy: Policy
