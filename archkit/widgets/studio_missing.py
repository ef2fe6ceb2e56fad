"""What is missing next, as a studio shows it, and the fixes that archkit can make without a person."""

from __future__ import annotations

from pathlib import Path

from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.checks import Settings, check, settings_for
from archkit.checks.completeness import completeness
from archkit.checks.missing import Missing, missing
from archkit.checks.review import Review
from archkit.checks.rules import RULES
from archkit.errors import ModelError, SettingsError
from archkit.model.document import Document
from archkit.session import Session
from archkit.widgets.parts import Json

_FIXES = {rule.id: rule.fix for rule in RULES if rule.fix}
#: How many entries the list has.
MOST = 12


class Next:
    """The entries of one studio's list; a fix is asked for by the number of its entry."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entries: tuple[Missing, ...] = ()

    def told(self) -> tuple[Json, list[Json]]:
        """Return how complete each section is by its key, and what is missing next."""
        session = self._session
        with session.lock:
            manuscript = session.manuscript()
        try:
            settings, folder = settings_for(session.path), session.path.parent
        except SettingsError as error:
            self._entries = ()
            return {}, [_told(0, Missing(str(error), (), "", "readable"))]
        found = check(manuscript, settings, folder=folder)
        self._entries = missing(manuscript, settings, limit=MOST, folder=folder, found=found)
        progress = {
            item.section: [item.word, item.filled, item.of]
            for item in completeness(manuscript, settings, folder=folder, found=found)
        }
        return progress, [_told(number, entry) for number, entry in enumerate(self._entries)]

    def fix(self, number: object) -> None:
        """Mend what an entry says, as one step that can be undone.

        Raises:
            ModelError: it is mended already, or needs a person.
        """
        if not isinstance(number, int) or not 0 <= number < len(self._entries):
            raise ModelError("studio", "this is not in the list any more", "look at the list as it is now")
        entry, session = self._entries[number], self._session
        work = _FIXES.get(entry.rule)
        review = Review.of(session.manuscript(), settings_for(session.path), None, session.path.parent)

        def mended(document: Document) -> Document:
            return (work(review, document, entry.path) if work else None) or document

        before = session.document
        session.change(mended)
        if session.document == before:
            raise ModelError("studio", "this needs a person, or is mended already", "open its field")


def evidence_at(path: Path) -> EvidenceSettings:
    """Return how fast findings grow old; the plain limits while the settings cannot be read, as the list says."""
    try:
        return settings_for(path).evidence()
    except SettingsError:
        return Settings().evidence()


def _told(number: int, entry: Missing) -> Json:
    return {
        "number": number,
        "words": entry.words,
        "more": entry.more,
        "section": entry.section or "custom",
        "path": list(entry.path),
        "step": entry.step,
        "fix": entry.has_fix and entry.rule in _FIXES,
    }
