"""The decider's page: what is decided, why, what it costs, what may go wrong, what was given up, what is open, by when.

One printed page. Every part has as many lines as it gets; what does not fit is cut at the end of a sentence, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from archkit.format.scan import scan
from archkit.model.document import Document
from archkit.pages.analyses import compared
from archkit.pages.decider_facts import by_when, cost, open_questions
from archkit.pages.decision import Decision
from archkit.pages.environment import content_security_policy, environment, style_sheet
from archkit.pages.fitted import fitted, fitted_items
from archkit.pages.markdown import RichText
from archkit.pages.numbers import page_numbers
from archkit.pages.visible import visible
from archkit.pages.y_statement import note

#: Average letters on a line of the whole width, and of one of two columns.
WIDE, HALF = 104, 49
_STYLE = "decider.css"
#: What makes a sentence of a verdict, by what it begins with.
_BEGINS = {"no clear winner": "there is ", "close call": "it is a ", "no answer yet": "there is "}
_PROSE = ("paragraph", "list", "quote")
_MARK = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)]|>)\s+")


@dataclass(frozen=True)
class Part:
    """One answer: its title, its lines, whether they are a list, and whether all of it is here."""

    title: str
    lines: tuple[str, ...]
    is_list: bool = True
    is_whole: bool = True
    is_half: bool = False


def render_decider(document: Document, name: str = "") -> str:
    """Return the decider's page of a document as HTML.

    Args:
        document: What is shown.
        name: The name of its file, which holds what does not fit.
    """
    rich = RichText(dict.fromkeys((row.id for row in document.findings if row.id), ""))
    # What is shown by its number takes its room.
    decision = Decision(document, page_numbers(document), lambda text: visible(rich.plain(text)))
    css = style_sheet(_STYLE)
    title, made = fitted(decision.plain(document.title) or "Architecture document", 62, 2).text, list(_parts(decision))
    page = environment().get_template("decider.html.j2").render(
        title=title,
        status=fitted(decision.plain(document.metadata.status), 24, 1).text,
        facts=_facts(decision),
        decided=_decided(decision),
        parts=made,
        name=fitted(visible(name), WIDE // 2, 1).text,
        is_whole=all(part.is_whole for part in made),
        css=Markup(css),
        policy=content_security_policy(css),
    )  # fmt: skip
    return visible(page)


def _facts(decision: Decision) -> list[tuple[str, str]]:
    metadata = decision.document.metadata
    deciders = ", ".join(decision.plain(name) for name in metadata.decision_makers)
    facts = [("Date", metadata.date), ("Decision makers", deciders)]
    return [(label, fitted(decision.plain(text), 70, 1).text or "not said yet") for label, text in facts]


def _decided(decision: Decision) -> tuple[str, str]:
    """Return the names of what is recommended and where the decision stands."""
    names = " + ".join(filter(None, (decision.plain(option.name) for option in decision.chosen)))
    return fitted(names, 66, 2).text or "Not said yet: nothing is recommended.", fitted(note(decision), WIDE, 1).text


def _parts(decision: Decision) -> Iterator[Part]:
    yield _text("Why", _why(decision), 9)
    yield _list("Cost", cost(decision), 6, is_half=True)
    yield _list("By when", by_when(decision), 6, is_half=True)
    yield _list("Top risks", _risks(decision), 9, columns=WIDE)
    yield _list("What is given up", _given_up(decision), 14, is_half=True)
    yield _list("Open questions", open_questions(decision, prose), 14, is_half=True)


def _text(title: str, text: str, most: int) -> Part:
    shown = fitted(text, WIDE, most)
    return Part(title, (shown.text or "Not said yet.",), is_list=False, is_whole=not shown.is_cut)


def _list(
    title: str, texts: Iterable[str], most: int, *, columns: int = HALF, each: int = 3, is_half: bool = False
) -> Part:
    lines, is_whole = fitted_items(texts, columns - 3, most, each)
    return Part(title, tuple(lines) or ("Not said yet.",), bool(lines), is_whole, is_half)


def _why(decision: Decision) -> str:
    """Return the rationale, or the summary where there is none, as plain sentences, with what the numbers say."""
    document = decision.document
    words = " ".join(prose(document.recommendation.rationale or document.executive_summary, decision))
    words = re.sub(r"^[\s,;:.]+", "", words)
    names = [name for option in decision.chosen if (name := decision.plain(option.name))]
    if names and words[:7].casefold() == "because":
        words = f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} recommended because{words[7:]}"
    found = f"{words[:1].upper()}{words[1:]}"
    if not document.comparison.criteria or all(option.score is None for option in decision.numbers.options):
        return found
    return f"{_by_numbers(decision)} {found or 'The reason is still to be written.'}"


def _by_numbers(decision: Decision) -> str:
    """Return the verdict as a sentence."""
    verdict = compared(decision.document).verdict
    begins = next((begin for kind, begin in _BEGINS.items() if verdict.words.startswith(kind)), "")
    return f"By the numbers {begins}{decision.plain(verdict.words)}."


def prose(text: str, decision: Decision) -> list[str]:
    """Return the paragraphs and list items of block Markdown as plain words; code, tables and drawings are left out."""
    lines = text[:20_000].split("\n")
    found: list[str] = []
    for block in scan(lines):
        if block.kind not in _PROSE:
            continue
        rows: list[str] = []
        for line in lines[block.first : block.last]:
            bare = _MARK.sub("", line)
            if not rows or (block.kind == "list" and bare != line):
                rows.append(bare)
            else:
                rows[-1] += f" {bare.strip()}"
        found += [words for row in rows if (words := decision.plain(row))]
    return found


def _risks(decision: Decision) -> Iterator[str]:
    for top in decision.top_risks():
        loss = f" ({top.loss} days expected)" if top.loss else ""
        risk = fitted(f"R{top.number} {decision.plain(top.risk.risk)}", WIDE - 30, 1).text
        mitigation = fitted(decision.plain(top.risk.mitigation), WIDE - 15, 2).text or "not said yet"
        yield f"{risk}{loss}. Mitigation: {mitigation}"
    if not decision.top_risks() and any(not risk.is_empty for risk in decision.document.risks):
        yield "Risks are named, but none that counts has a likelihood and an impact that are known."


def _given_up(decision: Decision) -> Iterator[str]:
    """Yield what is accepted with the decision, then what was not chosen and what spoke for it."""
    yield from (f"Accepted: {words}" for words in decision.cons())
    for option in decision.others:
        result = decision.of(option)
        score = f" ({result.text}{f', rank {result.rank}' if result.rank else ''})" if result.text else ""
        best = next((words for point in option.pros if (words := decision.plain(point.claim).rstrip(". "))), "")
        yield f"Not chosen: {decision.plain(option.name)}{score}{f'. For it: {best}' if best else ''}"
