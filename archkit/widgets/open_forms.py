"""The forms and studios of this kernel: what one of them is told about its file, the others say, too."""

from __future__ import annotations

import threading
import weakref
from typing import Protocol

from archkit.session import Session


class Speaker(Protocol):
    """A form or studio: it says how the file of its session stands."""

    @property
    def session(self) -> Session:
        """What holds the document."""

    def say(self) -> None:
        """Tell every view how the file stands, if that has changed."""


_OPEN: weakref.WeakSet[Speaker] = weakref.WeakSet()
#: Callbacks of several sessions run in several threads, and one may make a form while another looks through them.
_LOCK = threading.Lock()


def remember(speaker: Speaker) -> None:
    """Count a form among those that are open, as long as it is held."""
    with _LOCK:
        _OPEN.add(speaker)


def say_everywhere(session: Session) -> None:
    """Let every form of a session say how the file stands."""
    with _LOCK:
        speakers = list(_OPEN)
    for speaker in speakers:
        if speaker.session is session:
            speaker.say()
