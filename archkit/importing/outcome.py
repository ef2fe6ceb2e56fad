"""The decision of a source: the chosen option, why, and what follows from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archkit.format.scan import scan
from archkit.importing.adopted import adopted_option, marked_option
from archkit.importing.draft import Draft, OptionDraft, plain_name
from archkit.importing.naming import adopted_in, joined_options, named_option, option_meant
from archkit.importing.phrases import BECAUSE, CHOSEN_OPTION, GIVES_A_NAME, QUOTED
from archkit.importing.points import announced, read_points
from archkit.importing.source import Section

WHERE = "Recommended Approach"
_BOLD = re.compile(r"\*\*(?P<name>[^*\n]{1,160})\*\*|__(?P<other>[^_\n]{1,160})__")
# A name in quotation marks may hold other marks.
_PAIRED = re.compile(r'"(?P<name>[^"\n]{1,200})"(?!\w)')
_LINKED = re.compile(r"\[(?P<name>[^\]\n]{1,160})\]\([^)\n]*\)")
_ENDS = re.compile(rf"[,.;，。；]?\s+(?:{'|'.join(map(re.escape, BECAUSE))})\b|[,;，。；]|\.\s|\.$|\s[-–—]\s|\n")
_LONGEST_NAME = 150
_BECAUSE = re.compile(r"because\s+", re.IGNORECASE)
#: What an export says in place of a reason.
NO_REASONS = (
    "of what is said below.", "the reason is still to be written.", "the decision is still to be made.",
)  # fmt: skip
_LISTED = re.compile(r"^(?:[-*+]|\d{1,2}[.)])\s+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MODES = {"positive": "pros", "negative": "cons"}


def read_outcome(draft: Draft) -> None:
    """Take the decision with its reasons, and the consequences."""
    source = draft.source
    section = source.only("outcome")
    if section is None or not _says_something(draft, section):
        section = None
    if section is not None:
        lead = source.prose(section.begin, section.last, 4)
        draft.chosen, lead = _chosen(draft, lead)
        draft.chosen = draft.chosen or marked_option(draft) or adopted_option(draft, section)
        draft.rationale.append(lead)
        source.claim(section.first, section.last, WHERE)
    elif not draft.is_export:
        draft.chosen = draft.chosen or marked_option(draft)
    _consequences(draft, section)
    if section is not None:
        draft.rationale.append(source.prose(section.last, section.end, 4))
        source.claim(section.last, section.end, WHERE)
        if reasons := source.only("rationale"):
            _as_text(draft, reasons)


def _says_something(draft: Draft, section: Section) -> bool:
    return draft.source.is_open(section.begin, section.end)


def _chosen(draft: Draft, text: str) -> tuple[tuple[str, ...], str]:
    """Return the option that a decision names, and the text without what only names it."""
    lines = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
    for at, line in enumerate(lines):
        found = CHOSEN_OPTION.match(line.strip())
        if not found:
            continue
        behind = line.strip()[found.end() :] or next((below for below in _below(lines, at)), "")
        if not line.strip()[found.end() :] and (named := _all_named(draft, _below(lines, at))):
            return named, text
        name, rest = _name_at(behind)
        if plain_name(name) == "none yet":
            return (), reason_of(_BECAUSE.sub("", rest), text.split("\n")[at + 1 :])
        if joined := joined_options(draft, name):
            return joined, text
        is_name = not behind.startswith(name) or bool(GIVES_A_NAME.match(line.strip()))
        option = named_option(draft, name, rest, behind, is_name=is_name)
        is_whole = option is not None and plain_name(option.name) == plain_name(name)
        if option and is_whole and line.strip()[found.end() :] and at == _first(lines):
            return (option.name,), reason_of(rest, text.split("\n")[at + 1 :])
        return ((option.name,) if option else ()), text
    option = _mentioned(draft, lines)
    return ((option.name,) if option else ()), text


def _below(lines: Sequence[str], at: int) -> list[str]:
    """Return the texts of the lines below one, up to the next blank line behind them, without the marks of a list."""
    found: list[str] = []
    for line in lines[at + 1 :]:
        if not line.strip() and found:
            break
        if line.strip():
            found.append(_LISTED.sub("", line.strip()))
    return found


def _all_named(draft: Draft, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the options that the items of a list name, where there are several and each names one."""
    names: dict[str, None] = {}
    for text in texts:
        option = option_meant(draft, _name_at(text)[0]) or option_meant(draft, text)
        if option is None:
            return ()
        names[option.name] = None
    return tuple(names) if len(names) > 1 else ()


def reason_of(first: str, below: Sequence[str]) -> str:
    """Return the reason of a choice, without a line that an export writes where there is none."""
    blocks = scan(below)
    is_form = _BECAUSE.sub("", first) in NO_REASONS and not (blocks and blocks[0].kind == "paragraph")
    return "\n".join(["" if is_form else first, *below]).strip("\n")


def _first(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if line.strip()), -1)


def _name_at(text: str) -> tuple[str, str]:
    """Return the name of an option that a text begins with, and the text behind it."""
    for pattern in (_PAIRED, QUOTED, _BOLD, _LINKED):
        if found := pattern.match(text):
            name = next(part for part in found.groups() if part)
            name = inner["name"] if (inner := _LINKED.fullmatch(name)) else name
            return name.strip().strip("*_").rstrip(".,:;"), text[found.end() :].lstrip(" ,.;:，。")
    end = _ENDS.search(text)
    name = text[: end.start()] if end else text
    if len(name) > _LONGEST_NAME or not name.strip():
        return "", text
    rest = text[end.start() :].lstrip(" ,.;，。") if end else ""
    return name.strip().strip("*_`"), rest


def _mentioned(draft: Draft, lines: Sequence[str]) -> OptionDraft | None:
    """Return the one option that the first paragraph adopts, by its name or by its number."""
    start = _first(lines)
    if start < 0:
        return None
    end = next((at for at in range(start, len(lines)) if not lines[at].strip()), len(lines))
    said = "\n".join(lines[start:end])
    if (first := _BOLD.match(lines[start].strip())) and not lines[start].strip()[first.end() :].strip(" .:"):
        return draft.option_named(first["name"] or first["other"])
    said = said.replace("\n", " ")
    return adopted_in(draft, said)


def _consequences(draft: Draft, outcome: Section | None) -> None:
    """Take the consequences: points of the chosen option that has none of its own, else text of the recommendation."""
    source = draft.source
    sections = [
        section for section in source.of("consequences", "positive", "negative") if not source.went[section.first]
    ]
    sections = [section for section in sections if section.parent not in sections]
    if outcome is not None:
        sections = [s for s in sections if s.parent in (outcome, outcome.parent) or s.level <= outcome.level]
    names = [section.heading.casefold() for section in sections]
    if len(set(names)) != len(names):
        return
    option = draft.option_like(draft.chosen[0]) if len(draft.chosen) == 1 else None
    if option is not None and not option.points.found:
        for section in sections:
            _as_points(draft, section, option)
    if outcome is None:
        return
    for section in sections:
        if section.level <= outcome.level and not source.went[section.first]:
            _as_text(draft, section)


def _as_points(draft: Draft, section: Section, option: OptionDraft) -> None:
    """Give an option the consequences that say whether they are good or bad, if nothing else stands there."""
    source = draft.source
    points = read_points(source.lines[section.begin : section.end], _MODES.get(section.meaning, ""))
    if points.rest and section.meaning == "consequences":
        for child in section.children:
            if child.meaning in _MODES or announced(child.heading):
                _as_points(draft, child, option)
        return
    if not (points.found or points.details) or points.rest:
        return
    option.points.pros += points.pros
    option.points.cons += points.cons
    option.points.details += points.details
    source.claim(section.first, section.end, f"Technical Approach: option {option.name}")


def _as_text(draft: Draft, section: Section) -> None:
    source = draft.source
    if source.went[section.first]:
        return
    draft.rationale.append(source.prose(section.first, section.end, 4))
    source.claim(section.first, section.end, WHERE)
