"""The decision in one sentence, the Y-statement: context, concern, decision, what was passed over, gain and price.

Source: Zdun, Capilla, Tran, Zimmermann, Sustainable architectural design decisions, IEEE Software 30 (2013).
"""

from __future__ import annotations

from collections.abc import Sequence

from archkit.model.document import Document
from archkit.pages.decision import Decision
from archkit.pages.markdown import RichText
from archkit.pages.numbers import PageNumbers, page_numbers

#: What stands where the document says nothing.
NOT_SAID = "not said yet"
#: A sentence that names more of a kind is not read to its end.
_MOST = 3


def y_statement(document: Document, numbers: PageNumbers | None = None) -> str:
    """Return the Y-statement of a document as plain text; what the document does not say is `[not said yet]`."""
    rich = RichText(dict.fromkeys((row.id for row in document.findings if row.id), ""))
    return sentence(Decision(document, numbers or page_numbers(document), rich.plain))


def sentence(decision: Decision) -> str:
    """Return the Y-statement of a decision, and whether it is taken where it is not."""
    plain = decision.plain
    names = [words for option in decision.chosen if (words := plain(option.name))]
    others = [words for option in decision.others if (words := plain(option.name))]
    against = "no other option" if names and not others else _all(others)
    said = (
        f"In the context of {plain(decision.document.title) or _gap()}, facing {_quoted(decision.concerns())}, "
        f"we decided for {_all(names)} and against {against}, "
        f"to achieve {_quoted(decision.pros())}, accepting {_quoted(decision.cons())}."
    )
    return f"{said} {note(decision)}".strip()


def note(decision: Decision) -> str:
    """Return a sentence on where the decision stands; "" when it is accepted."""
    status = " ".join(decision.document.metadata.status.split())
    if decision.is_taken:
        return ""
    return (
        f"(Status: {status}; the document does not say that it is accepted.)" if status else "(Status: not said yet.)"
    )


def _gap() -> str:
    return f"[{NOT_SAID}]"


def _all(names: Sequence[str]) -> str:
    return _joined(list(names)) if names else _gap()


def _quoted(words: Sequence[str]) -> str:
    if not words:
        return _gap()
    more = len(words) - _MOST
    shown = [f"“{text}”" for text in words[:_MOST]]
    return _joined([*shown, f"{more} more"] if more > 0 else shown)


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
