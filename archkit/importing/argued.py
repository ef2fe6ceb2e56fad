"""Headings that no list of options announces, but below which pros and cons stand: these are options, too."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from archkit.importing.draft import Draft
from archkit.importing.option_names import named_by_heading
from archkit.importing.option_text import NO_OPTION, take_heading
from archkit.importing.points import announced
from archkit.importing.source import Section, Source

_LONGEST_LABEL = 60
_BEGIN, _END = tuple("#*_"), tuple(":：")


def read_argued(draft: Draft) -> None:
    """Take headings beside each other, each with pros and cons below it, wherever they stand."""
    source = draft.source
    labels = _labels(source)
    if len(labels["pros"]) < 2 or len(labels["cons"]) < 2:
        return
    found = [section for section in source.sections if _is_argued(source, section, labels)]
    # The innermost heading that has both is the option, not the chapter around several.
    found = [section for section in found if not _holds(section, found)]
    beside = Counter((id(section.parent), section.level) for section in found)
    is_listed = bool(draft.options)
    for section in found:
        # Where a list says what the options are, pros and cons of anything else are no options.
        option = draft.option_named(named_by_heading(section.heading)[0]) if is_listed else None
        is_one = option is not None and not option.points.found if is_listed else True
        if is_one and beside[id(section.parent), section.level] > 1 and not source.went[section.first]:
            take_heading(draft, section)


def _holds(section: Section, found: Sequence[Section]) -> bool:
    """Whether one of the sections, which stand in their order, is below this one."""
    at = bisect_left(found, section.first + 1, key=lambda other: other.first)
    return at < len(found) and found[at].first < section.end


def _labels(source: Source) -> dict[str, list[int]]:
    """Return the lines that announce a list of pros, and those that announce one of cons."""
    found: dict[str, list[int]] = {"pros": [], "cons": []}
    for at in range(source.front, len(source.lines)):
        line = source.lines[at]
        # A label is a heading, stands in bold, or has a colon; most lines are none.
        if len(line) < _LONGEST_LABEL and (line.lstrip()[:1] in _BEGIN or line.rstrip()[-1:] in _END):
            kind = announced(line.strip(" #*_-\t")) if line.strip() and not source.went[at] else ""
            if kind in found:
                found[kind].append(at)
    return found


def _is_argued(source: Source, section: Section, labels: dict[str, list[int]]) -> bool:
    if source.went[section.first] or section.meaning in NO_OPTION or section is source.title_section:
        return False
    begin, end = section.begin, section.end
    return all(bisect_left(lines, begin) < bisect_left(lines, end) for lines in labels.values())
