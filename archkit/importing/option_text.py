"""The options of a source: lists of names, headings with pros and cons below, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archkit.format.blocks import Block
from archkit.format.cells import split_cells
from archkit.importing.draft import Draft, OptionDraft
from archkit.importing.items import Item, read_items
from archkit.importing.meanings import folded_heading, meaning_of
from archkit.importing.option_names import folded_marks, named_by_heading, split_name
from archkit.importing.phrases import OPTION_HEADING
from archkit.importing.points import Points, announced, marked, read_points
from archkit.importing.source import Section
from archkit.model.fields import Detail

#: `**Redis.** Rejected, because …`, or the name alone on its line.
_BOLD_LEAD = re.compile(
    r"(?:\*\*|__)(?P<name>[^*_\n]{2,120}?)[:：.。]?(?:\*\*|__)\s*[:：]?\s*(?:[-–—]\s+)?(?P<rest>.*)$"
)
_LONGEST_LEAD = 90
_WORD = re.compile(r"\w|^(?:…|\.\.\.)")
_LONGEST_NAME = 240
#: A paragraph of its own, of one line, as an export begins an option with.
_BASED_ON = re.compile(r"Based on: (?P<what>\S.*)(?:\n[ \t]*(?=\n)|\Z)")
#: What an export says in place of a list of options.
NO_OPTIONS = "No options are named"
_OPTION_COLUMN = frozenset(
    {"option", "options", "alternative", "name", "solution", "approach", "choice", "variante", "variant", "candidate"}
    | {
        "scenario",
        "scénario",
        "alternativa",
        "opción",
        "opcion",
        "opção",
        "opzione",
        "optie",
        "lösung",
        "opcja",
        "tool",
    }
    | {
        "вариант",
        "альтернатива",
        "решение",
        "wariant",
        "方案",
        "选项",
        "替代方案",
        "备选方案",
        "案",
        "選択肢",
        "代替案",
    }
    | {"候補", "대안", "옵션", "방안", "후보", "seçenek", "alternatif", "technology", "product"}
)
#: Headings below the options that are no option.
NO_OPTION = frozenset(
    {"outcome", "consequences", "references", "context", "summary", "pros", "cons", "positive", "negative", "status"}
    | {"drivers", "option_details", "options", "rationale", "drawbacks", "risks", "dependencies"}
)


def read_options(draft: Draft) -> None:
    """Take all options that stand below a heading that announces them, or that are headings themselves."""
    source = draft.source
    listed = [section for section in source.of("options", "option_details") if not _repeated(draft, section)]
    for section in sorted(listed, key=lambda section: section.meaning == "option_details"):
        _below(draft, section)
    _headed(draft, source.sections, least=2 if not draft.options else 1)


def _repeated(draft: Draft, section: Section) -> bool:
    """Whether a log of many decisions has this heading again and again."""
    same = [
        other
        for other in draft.source.of(section.meaning)
        if other.level == section.level and folded_heading(other.heading) == folded_heading(section.heading)
    ]
    return len(same) > 1


def _below(draft: Draft, section: Section) -> None:
    source = draft.source
    where = "Technical Approach: options"
    before = len(draft.options)
    for block in section.blocks[1:]:
        lines = source.lines[block.first : block.last]
        if (block.kind == "list" and _listed(draft, lines)) or (block.kind == "table" and _tabled(draft, lines)):
            source.claim(block.first, block.last, where)
    _bold_options(draft, section)
    for child in section.children:
        is_option = not child.meaning or child.meaning not in NO_OPTION or OPTION_HEADING.match(child.heading)
        if is_option and child.heading.strip() and not _is_text(section, child):
            take_heading(draft, child)
    if len(draft.options) > before or not source.is_open(section.begin, section.last):
        source.claim(section.first, section.begin, where)


def _is_text(section: Section, child: Section) -> bool:
    """Whether a heading below `Rationale and alternatives` and the like is a part of its text."""
    return section.meaning == "options" and folded_heading(child.heading) in {"overview", "introduction", "comparison"}


def _headed(draft: Draft, sections: Sequence[Section], least: int) -> None:
    """Take headings such as `Option 2: Kafka`, wherever they stand."""
    found = [
        section
        for section in sections
        if not draft.source.went[section.first]
        and section is not draft.source.title_section
        and (match := OPTION_HEADING.match(folded_marks(section.heading)))
        and match["number"]
    ]
    found = [section for section in found if section.parent not in found]
    if len(found) >= least:
        for section in found:
            take_heading(draft, section)


def take_heading(draft: Draft, section: Section) -> None:
    """Take a heading and all below it as one option."""
    source = draft.source
    name, number = named_by_heading(section.heading)
    lines = source.prose(section.begin, section.end, 4).split("\n")
    option = draft.option_like(name) or draft.option_like(section.heading)
    if option is None and section.parent and section.parent.meaning == "option_details":
        option = draft.option_close_to(name)
    if option is None or option.points.found:
        option = OptionDraft(name, number=number)
        draft.options.append(option)
    _fill(option, lines)
    source.claim(section.first, section.end, f"Technical Approach: option {option.name}")


def _fill(option: OptionDraft, lines: Sequence[str]) -> None:
    points = read_points(lines)
    found = _BASED_ON.match(points.rest)
    if found and not option.based_on:
        option.based_on = found["what"]
        points.rest = points.rest[found.end() :].lstrip("\n")
    option.description.append(points.rest)
    _add(option.points, points)


def _add(to: Points, points: Points) -> None:
    to.pros += points.pros
    to.cons += points.cons
    to.details += points.details


def _listed(draft: Draft, lines: Sequence[str]) -> bool:
    """Take a list of options; False when it is a list of something else."""
    items = read_items(lines, 0, len(lines))
    if not items or not _are_options(items) or any(line.strip() for line in lines[: items[0].first]):
        return False
    headings, earlier = {section.heading for section in draft.source.sections}, len(draft.options)
    for item in items:
        name, description = (item.line, "") if item.line in headings else split_name(item.line)
        if name == NO_OPTIONS:
            continue
        found = OPTION_HEADING.match(name)
        number = (found["number"] or "") if found else item.mark.rstrip(".)") if item.mark[0].isdigit() else ""
        if found and not description and found["number"]:
            name = found["name"].strip().strip("*_")
        option = draft.option_for(name, earlier)
        option.number = option.number or number
        if description:
            option.description.append(description)
        if item.below:
            _fill(option, item.below)
    return True


def _are_options(items: Sequence[Item]) -> bool:
    names = [split_name(item.line)[0] for item in items]
    if any(not _WORD.search(name) or len(name) > _LONGEST_NAME for name in names):
        return False
    return not any(announced(item.line) or marked(item.line)[0] for item in items)


def _tabled(draft: Draft, lines: Sequence[str]) -> bool:
    """Take a table with a row for each option; False when it is another one."""
    titles = split_cells(lines[0])
    meanings = [meaning_of(title) for title in titles]
    has_points = {"pros", "positive"} & set(meanings) or {"cons", "negative"} & set(meanings)
    column = next((at for at, title in enumerate(titles[:2]) if folded_heading(title) in _OPTION_COLUMN), -1)
    if column < 0 and not has_points:
        return False
    column, earlier = max(0, column), len(draft.options)
    for line in lines[2:]:
        cells = split_cells(line)
        if len(cells) <= column or not cells[column].strip("* "):
            continue
        name = split_name(cells[column])[0].strip("*_ ")
        option = draft.option_for(name, earlier)
        for at, (title, meaning, cell) in enumerate(zip(titles, meanings, cells, strict=False)):
            if at != column:
                _cell(option, title, meaning, cell)
    return True


def _cell(option: OptionDraft, title: str, meaning: str, cell: str) -> None:
    if meaning in ("pros", "positive", "cons", "negative"):
        kind = "pros" if meaning in ("pros", "positive") else "cons"
        for part in re.split(r"\s*<br\s*/?>\s*", cell):
            option.points.add(kind, part.lstrip("-•*+ "))
    elif cell.strip():
        option.points.details.append(Detail(key=title.strip("*_ "), value=" ".join(cell.split())))


def _bold_options(draft: Draft, section: Section) -> None:
    """Take bold lines that are the names of options, with their pros and cons below."""
    source = draft.source
    blocks = section.blocks[1:]
    names = [at for at, block in enumerate(blocks) if _bold_name(draft, block)[0]]
    if not names or (len(names) < 2 and not draft.options):
        return
    for at, after in zip(names, [*names[1:], len(blocks)], strict=True):
        first = blocks[at].first
        last = blocks[after].first if after < len(blocks) else section.last
        name, rest = _bold_name(draft, blocks[at])
        points = read_points([*rest, *source.prose(blocks[at].last, last, 4).split("\n")])
        option = draft.option_like(name)
        if option is None:
            option = OptionDraft(name)
            draft.options.append(option)
        option.description.append(points.rest)
        _add(option.points, points)
        source.claim(first, last, f"Technical Approach: option {option.name}")


def _bold_name(draft: Draft, block: Block) -> tuple[str, list[str]]:
    """Return the name that a paragraph begins with in bold, and the lines behind it; "" for a list of points."""
    if block.kind != "paragraph" or draft.source.went[block.first]:
        return "", []
    lines = [line.strip() for line in draft.source.lines[block.first : block.last]]
    found = _BOLD_LEAD.match(lines[0])
    if not found or announced(lines[0]) or announced(found["name"]) or meaning_of(found["name"]) in NO_OPTION:
        return "", []
    if (found["rest"] or len(lines) > 1) and (len(found["name"]) > _LONGEST_LEAD or marked(lines[0])[0]):
        return "", []
    return named_by_heading(found["name"])[0], [found["rest"], *lines[1:], ""]
