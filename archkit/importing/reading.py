"""Source → draft: the steps in which the parts of a document find their places."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from archkit.importing.argued import read_argued
from archkit.importing.draft import Draft, OptionDraft
from archkit.importing.front import read_front_matter
from archkit.importing.leftovers import read_leftovers
from archkit.importing.option_text import read_options
from archkit.importing.outcome import WHERE, read_outcome
from archkit.importing.own_nygard import read_own_nygard
from archkit.importing.own_risks import read_own_risks
from archkit.importing.own_shape import read_own_shape
from archkit.importing.points import read_points
from archkit.importing.research import read_topics
from archkit.importing.row_sections import read_drivers, read_risks, read_rows, read_summary
from archkit.importing.source import Source, name_of
from archkit.importing.statements import read_metadata_sections, read_statements, read_status, status_in_heading
from archkit.importing.styles import Style

# The number is the file's; the title that an export writes gets it anew.
_NUMBERED = re.compile(r"^\d{1,6}\.\s+(?=\S)")
_WORD = re.compile(r"\w")
_NOT_IN_OWN = (read_options, read_argued, read_risks, read_rows)


def read_draft(source: Source, style: Style) -> Draft:
    """Read a source, step by step; what no step takes keeps its heading."""
    draft = Draft(source, style.name, source.is_closed, title=source.title)
    if style.name == "nygard":
        draft.title = _NUMBERED.sub("", draft.title)
    is_whole = read_own_shape(draft)
    has_options = read_own_nygard(draft)
    for step in _steps(style):
        # The options of an export are there with their numbers and points, and its other sections are the author's own.
        is_read = (step in (read_options, read_argued) and "options" in draft.rows) or (
            has_options and step in _NOT_IN_OWN
        )
        if not is_read:
            step(draft)
    _unquote(draft)
    if not draft.title:
        feature = draft.extra.get("Feature Name", "")
        draft.title = feature if isinstance(feature, str) and style.proposes else ""
    if source.name and not _WORD.search(draft.title):
        draft.title = name_of(source.name)
    if style.proposes and not is_whole:
        _proposal(draft)
    read_leftovers(draft)
    return draft


def _unquote(draft: Draft) -> None:
    """Give options their quotation marks again, for which an export wrote entities within those around a name."""
    draft.options = [replace(option, name=option.name.replace("&quot;", '"')) for option in draft.options]
    draft.chosen = tuple(name.replace("&quot;", '"') for name in draft.chosen)


def _steps(style: Style) -> tuple[Callable[[Draft], None], ...]:
    if style.name == "research":
        return (read_front_matter, _read_head, read_topics)
    return (
        read_front_matter,
        _read_head,
        read_status,
        read_metadata_sections,
        status_in_heading,
        read_own_risks,
        read_risks,
        read_options,
        read_argued,
        read_outcome,
        read_drivers,
        read_summary,
        read_rows,
    )


def _read_head(draft: Draft) -> None:
    source = draft.source
    read_statements(draft, source.preamble)
    if source.title_section is not None:
        read_statements(draft, source.title_section)


def _proposal(draft: Draft) -> None:
    """Let the document itself be the first option, with its drawbacks as cons and its reasons as the rationale."""
    source = draft.source
    if not draft.title or draft.chosen:
        return
    proposal = OptionDraft(draft.title)
    drawbacks = next((section for section in source.of("drawbacks", "cons") if not source.went[section.first]), None)
    if drawbacks is not None:
        points = read_points(source.lines[drawbacks.begin : drawbacks.end], "cons", paragraphs=True)
        if points.cons and not points.rest and not points.pros:
            proposal.points = points
            source.claim(drawbacks.first, drawbacks.end, f"Technical Approach: option {draft.title}")
    reasons = source.only("rationale")
    if reasons is not None and not draft.rationale and source.is_open(reasons.begin, reasons.end):
        draft.rationale.append(source.prose(reasons.begin, reasons.end, 4))
        source.claim(reasons.first, reasons.end, WHERE)
    draft.options.insert(0, proposal)
    draft.chosen = (draft.title,)
