"""What `doc.research()` gives: an answer that shows itself, and becomes findings when a person picks."""

from __future__ import annotations

from pathlib import Path

from archkit.research.answers import Answer, Snippet
from archkit.research.command import add
from archkit.research.look_up import LookUp
from archkit.research.shown import as_html, as_text
from archkit.research.taken_in import from_file, from_paste
from archkit.session import Session


class LookedUp:
    """An answer about a library, beside the document that it was looked up for.

    Attributes:
        answer: What was asked and answered, with where it came from.
    """

    def __init__(self, session: Session, answer: Answer) -> None:
        self._session = session
        self.answer = answer

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """The pieces of documentation, in the order of their numbers."""
        return self.answer.snippets

    def pick(self, *numbers: int) -> tuple[str, ...]:
        """Add the snippets of these numbers, counted from 1, to the findings, and return the ids to cite them by.

        Raises:
            ResearchError: there is no snippet of such a number.
        """
        return add(self._session, self.answer, numbers)

    def __len__(self) -> int:
        return len(self.snippets)

    def __repr__(self) -> str:
        return as_text(self.answer)

    def _repr_html_(self) -> str:
        return as_html(self.answer)


def research(
    session: Session,
    library: str,
    question: str,
    *,
    version: str = "",
    ask: bool = False,
    fresh: bool = False,
    paste: str = "",
    file: str | Path = "",
) -> LookedUp:
    """Show a kept answer, ask the server if that is said, or take in what was answered elsewhere.

    Raises:
        FileProblem: the file cannot be read.
        ResearchError: there is no answer; its text says what would be right.
    """
    if paste:
        answer = from_paste(paste, library, question, version)
    elif file:
        answer = from_file(file, library, question, version)
    else:
        answer = LookUp(fresh=fresh and ask, may_ask=ask).answer(library, question, version)
    return LookedUp(session, answer)
