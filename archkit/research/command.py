"""`archkit research`: a look-up on the screen, and the snippets that a person picks as findings of a document."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from archkit.errors import ResearchError, quoted
from archkit.model.document import Document
from archkit.research.answers import Answer
from archkit.research.as_finding import with_findings
from archkit.research.look_up import LookUp
from archkit.research.shown import as_text
from archkit.research.taken_in import MOST_BYTES, from_file, from_paste
from archkit.session import Session

FAILED = 2


def run(given: argparse.Namespace) -> int:
    """Look something up, show it, and keep what is picked; return the exit code."""
    if given.pick and not given.to:
        raise ResearchError("--pick", "there is no document to write to", "add --to FILE")
    if given.paste and given.source:
        raise ResearchError("--paste", "an answer comes from one place", "leave out --paste or --from")
    # A document that cannot be opened is said before anything is asked.
    session = Session.open(given.to) if given.to else None
    try:
        answer = _answer(given)
        print(json.dumps(answer.as_json(), ensure_ascii=False, indent=2) if given.json else as_text(answer))
        return _keep(session, answer, given) if session else 0
    finally:
        if session:
            session.close()


def picked(text: str, count: int) -> tuple[int, ...]:
    """Return the numbers of `1,3`, `2-4` or `all`, in the order given.

    Raises:
        ResearchError: a number is none, or there is no such snippet.
    """
    right = "the only number is 1" if count == 1 else f"the numbers go from 1 to {count}, as in 1,3 or 2-4 or all"
    if text.strip().casefold() == "all":
        return tuple(range(1, count + 1))
    numbers: list[int] = []
    for part in text.split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        ends = (first, last if dash else first)
        if not all(end.isascii() and end.isdigit() and len(end) < 6 for end in ends):
            raise ResearchError("--pick", f"{quoted(part.strip())} is no number", right)
        begin, end = map(int, ends)
        if not 1 <= begin <= end <= count:
            raise ResearchError("--pick", f"there is no snippet {quoted(part.strip())}", right)
        numbers += range(begin, end + 1)
    return tuple(dict.fromkeys(numbers))


def _answer(given: argparse.Namespace) -> Answer:
    if given.paste:
        return from_paste(_pasted(), given.library, given.question, given.version)
    if given.source:
        return from_file(given.source, given.library, given.question, given.version)
    look_up = LookUp(fresh=given.fresh)
    where = "stays on this machine" if look_up.server.is_this_machine else "leaves this machine"
    if given.library and given.question:
        print(f"archkit: asking {look_up.server.host}; the question {where}", file=sys.stderr)
    return look_up.answer(given.library, given.question, given.version)


def _pasted() -> str:
    if sys.stdin.isatty():
        print("archkit: paste the answer, then end the input (Ctrl+D, on Windows Ctrl+Z and Enter)", file=sys.stderr)
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ResearchError("the pasted text", f"it is larger than {MOST_BYTES // 1_000_000} MB", "paste one answer")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ResearchError("the pasted text", "it is not UTF-8", "paste the text of an answer") from None


def _keep(session: Session, answer: Answer, given: argparse.Namespace) -> int:
    text = given.pick
    if not text and not given.paste and sys.stdin.isatty() and not given.json:
        print("Which snippets become findings? (1,3 or all; Enter for none) ", end="", file=sys.stderr, flush=True)
        text = sys.stdin.readline().strip()
        if not text:
            return 0
    if not text:
        print("archkit: nothing was written; say which snippets with --pick 1,3 or --pick all", file=sys.stderr)
        return FAILED
    numbers = picked(text, len(answer.snippets))
    for number, name in zip(numbers, add(session, answer, numbers), strict=True):
        line = f"{session.path.name}: snippet {number} is finding [{name}]"
        print(line, file=sys.stderr if given.json else sys.stdout)
    return 0


def add(session: Session, answer: Answer, numbers: Sequence[int]) -> tuple[str, ...]:
    """Add findings to a document as one step, and return the ids of the snippets; one that is there is not doubled."""
    ids: tuple[str, ...] = ()

    def with_them(document: Document) -> Document:
        nonlocal ids
        document, ids = with_findings(document, answer, numbers)
        return document

    session.change(with_them)
    session.save()
    return ids
