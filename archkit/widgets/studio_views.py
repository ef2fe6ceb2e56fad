"""What stands beside the form: the page in pieces and the text of a section, told to those that look at them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from archkit.errors import ArchkitError, ModelError
from archkit.model.document import Document
from archkit.pages.remembered import OvertakenError, Remembered
from archkit.session import Session
from archkit.widgets.meanwhile import Typed
from archkit.widgets.messages import REMEDY, text_of
from archkit.widgets.parts import Json
from archkit.widgets.schema import CUSTOM, section_keys
from archkit.widgets.studio_missing import evidence_at
from archkit.widgets.studio_page import Pieces, page_pieces

_IN_PLACE = "These texts are Markdown in their own fields already."


class Views:
    """The views beside the forms of one studio, and who looks at them."""

    def __init__(self, session: Session, tell: Callable[[Json], object]) -> None:
        self._session = session
        self._tell = tell
        #: By browser: whether it looks at the page, and at the text of which section.
        self._watched: dict[str, tuple[bool, str]] = {}
        self._page: Pieces | None = None
        self._remembered: Remembered[Any] = Remembered()
        self._wants_all = False
        #: The document whose whole page was told last, and the one of which something was told last.
        self._document: Document | None = None
        self._told: Document | None = None
        #: Whether that whole page was finished; one given up midway leaves pieces of two documents.
        self._is_whole = False
        self._texts: dict[str, str] = {}
        self._typed = Typed()
        #: Whether there is something newer to tell.
        self.is_overtaken: Callable[[], bool] = lambda: False

    def watch(self, client: str, views: object) -> Json:
        """Note what a browser looks at, and return the text that it asks for."""
        if not isinstance(views, Mapping):
            raise ModelError("studio", "the message names no view", REMEDY)
        key = str(views.get("markdown") or "")
        if key and key not in section_keys():
            raise ModelError("studio", "there is no such section", REMEDY)
        self._watched[client] = (bool(views.get("page")), key)
        if views.get("page") == "all":
            self._wants_all = True
        return {"text": self._text(key)} if key else {}

    def forget(self, client: str) -> None:
        """Forget a browser that no longer looks."""
        self._watched.pop(client, None)
        self._typed.forget(client)

    def set_text(self, message: Mapping[str, Any]) -> Json:
        """Replace the text of a section by what was typed, or by both where somebody else edited it meanwhile."""
        path = message.get("path")
        if not (isinstance(path, list) and len(path) == 2 and path[0] == "markdown" and path[1] in section_keys()):
            raise ModelError("studio", "the message names no section", REMEDY)
        key, place = str(path[1]), ("markdown", str(path[1]))
        before = self._session.section_text(key)
        agreed = self._typed.agreed(message, place, text_of(message.get("value")), before)
        self._session.set_section_text(key, str(agreed))
        return self._typed.note(message, place, self._session.section_text(key))

    def follow(self) -> None:
        """Tell what changed in the texts and in the edited sections of the page since the last time."""
        watched = tuple(self._watched.values())
        self._tell_texts({key for _, key in watched if key})
        if any(page for page, _ in watched):
            self._tell_page(self._document)

    def follow_on(self) -> None:
        """Tell what else of the page follows from them; while one types on, it waits or is given up."""
        if any(page for page, _ in tuple(self._watched.values())):
            with suppress(OvertakenError):
                self._tell_page(None)

    def _tell_texts(self, keys: set[str]) -> None:
        for key in keys:
            with self._session.lock:
                text, version = self._text(key), self._session.version
            if self._texts.get(key) != text["markdown"]:
                self._texts[key] = text["markdown"]
                self._tell({"text": text, "version": version})

    def _tell_page(self, known: Document | None) -> None:
        with self._session.lock:
            document, version = self._session.document, self._session.version
        if self._wants_all:
            self._page = self._document = self._told = known = None
            self._wants_all = False
        if document is self._told and (known or (self._is_whole and document is self._document)):
            return
        if known is None:
            self._is_whole = False
        # The first page is told whatever comes; so is what has just been typed.
        self._remembered.is_overtaken = self.is_overtaken if known is None and self._page else None
        page = page_pieces(document, self._remembered, known, evidence_at(self._session.path), since=self._told)
        self._told = document
        if known is None:
            self._document, self._is_whole = document, True
        if page != self._page:
            told, self._page = self._page, page
            self._tell({"page": page.as_json(told), "version": version})

    def _text(self, key: str) -> Json:
        """Return the Markdown of a section, or why it cannot be edited as one text."""
        if key == CUSTOM:
            return {"key": key, "markdown": "", "reason": _IN_PLACE}
        try:
            return {"key": key, "markdown": self._session.section_text(key), "reason": ""}
        except ArchkitError as error:
            return {"key": key, "markdown": "", "reason": str(error)}
