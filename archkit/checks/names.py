"""Rules about names: an option that is named somewhere exists."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.errors import nearest, quoted
from archkit.format.manuscript import Manuscript
from archkit.model.edit import Path


def unknown_options(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """Columns, risks, work items and recommendations that name an option which is not there."""
    document = manuscript.document
    names = document.option_names
    places: list[tuple[Path, str, str]] = [
        (("comparison", "options"), name, "the comparison scores") for name in document.comparison.options
    ]
    places += [(("risks", at), risk.option, "the risk names") for at, risk in enumerate(document.risks)]
    items = enumerate(document.effort.work_items)
    places += [(("effort", "work_items", at), item.option, "the work item names") for at, item in items]
    places += [
        (("recommendation", "options"), name, "the recommendation names") for name in document.recommendation.options
    ]
    for path, name, what in places:
        if name and name not in names:
            yield path, f"{what} the option {quoted(name)}, which is not there; {_right(name, names)}"


def options_of_one_name(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """Two options with the same name: what belongs to which cannot be told."""
    names = [option.name for option in manuscript.document.options]
    for index, name in enumerate(names):
        if name and name in names[:index]:
            first = names.index(name) + 1
            yield ("options", index), f"option {first} is called {quoted(name)}, too; give each option its own name"


def nothing_recommended(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """A recommendation in prose that does not open with the name of an option."""
    given = manuscript.document.recommendation
    if given.rationale and not given.options and manuscript.document.option_names:
        first = manuscript.document.option_names[0]
        yield (
            ("recommendation", "rationale"),
            f"the recommendation names no option; open it with the name in bold, such as **{first}**",
        )


def _right(name: str, names: tuple[str, ...]) -> str:
    close = nearest(name, names)
    if close:
        return f"did you mean {quoted(close)}?"
    return f"the options are {', '.join(map(quoted, names))}" if names else "add the option first"
