"""Rules about names: an option that is named somewhere exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Found, Review, meant_option
from archkit.errors import nearest, quoted
from archkit.model.document import Document, rows_at
from archkit.model.edit import Path, set_value
from archkit.model.phases import AT_ONCE, split_after

#: An option in bold behind the words that recommend it.
_TOLD = re.compile(
    r"\b(?:recommend\w*|choos\w+|chose|chosen|select\w*|adopt\w*|pick\w*|propos\w+|decid\w+\s+(?:on|for)"
    r"|go(?:ing)?\s+(?:with|for))"
    r"\s+(?:is\s+|to\s+use\s+|the\s+|use\s+|option\s+)*\*\*([^*\n]+?)[.:,]?\*\*",
    re.IGNORECASE,
)


def unknown_options(review: Review) -> Iterator[Found]:
    """Columns, risks, work items and recommendations that name an option which is not there."""
    document = review.document
    names = document.option_names
    places: list[tuple[Path, str, str]] = [
        (("comparison", "options"), name, "the comparison scores") for name in document.comparison.options
    ]
    compared = document.comparison
    places += [(("comparison", "reference"), compared.reference, "the reference is")]
    ratings = enumerate(compared.ratings)
    places += [(("comparison", "ratings", at), name, "the rating scores") for at, row in ratings for name in row.scores]
    places += [(("risks", at), risk.option, "the risk names") for at, risk in enumerate(document.risks)]
    items = enumerate(document.effort.work_items)
    places += [(("effort", "work_items", at), item.option, "the work item names") for at, item in items]
    places += [
        (("recommendation", "options"), name, "the recommendation names") for name in document.recommendation.options
    ]
    for path, name, what in places:
        if name and name not in names:
            if path[0] == "recommendation" and (meant := meant_option(name, names)):
                yield path, f"{what} the option {quoted(name)}; call it by its name alone, {quoted(meant)}", name
                continue
            yield path, f"{what} the option {quoted(name)}, which is not there; {_right(name, names)}"

    told = _told(review)
    if told and not meant_option(told, names):
        message = f"the recommendation names the option {quoted(told)}, which is not there; {_right(told, names)}"
        yield ("recommendation", "rationale"), message, told


def _told(review: Review) -> str:
    """Return the option that a recommendation names in bold, though it does not open with it; "" for none."""
    given = review.document.recommendation
    found = None if given.options or not review.document.option_names else _TOLD.search(given.rationale)
    return found[1] if found else ""


def use_nearest_option(review: Review, document: Document, path: Path) -> Document | None:
    """Put the name that was meant where a risk, a work item, the reference or the recommendation names an option."""
    names = document.option_names
    if path[0] in ("risks", "effort") and len(path) in (2, 3):
        path = (*path, "option")
    elif path not in (("comparison", "reference"), ("recommendation", "options")):
        return None
    named = rows_at(document, path)
    if isinstance(named, tuple):
        meant = tuple(meant_option(name, names) or nearest(name, names) or name for name in named)
        return set_value(document, path, meant) if meant != named else None
    close = nearest(str(named), names)
    return set_value(document, path, close) if close and named not in names else None


def options_of_one_name(review: Review) -> Iterator[Found]:
    """Two options with the same name: what belongs to which cannot be told."""
    names = [option.name for option in review.document.options]
    for index, name in enumerate(names):
        if name and name in names[:index]:
            first = names.index(name) + 1
            yield ("options", index), f"option {first} is called {quoted(name)}, too; give each option its own name"


def nothing_recommended(review: Review) -> Iterator[Found]:
    """A recommendation in prose that does not open with the name of an option."""
    given = review.document.recommendation
    names = review.document.option_names
    if given.rationale and not given.options and names:
        told = _told(review)
        first = meant_option(told, names) if told else names[0]
        if not first:
            return
        yield (
            ("recommendation", "rationale"),
            f"the recommendation names no option; open it with the name in bold, such as **{first}**",
        )


def _right(name: str, names: tuple[str, ...]) -> str:
    close = nearest(name, names)
    if close:
        return f"did you mean {quoted(close)}?"
    return f"the options are {', '.join(map(quoted, names))}" if names else "add the option first"


def unknown_phases(review: Review) -> Iterator[Found]:
    """Work items and risks that name a phase which is not there, by number or name."""
    document = review.document
    names = [phase.phase for phase in document.phases if not phase.is_empty]
    known = {name.casefold() for name in names} | {str(number) for number in range(1, len(names) + 1)}
    places = [(("risks", at), risk.phase, "the risk") for at, risk in enumerate(document.risks)]
    items = enumerate(document.effort.work_items)
    places += [(("effort", "work_items", at), item.phase, "the work item") for at, item in items]  # type: ignore[misc]
    for at, other in enumerate(document.phases):
        after = split_after(other.after, tuple(names))
        places += [(("phases", at), name, "the phase") for name in after if name.casefold() != AT_ONCE]
    for path, phase, what in places:
        if phase and names and phase.casefold() not in known:
            remedy = f"use 1–{len(names)} or a phase's name"
            yield path, f"{what} names the phase {quoted(phase)}, which is not there; {remedy}"


def unknown_criteria(review: Review) -> Iterator[Found]:
    """Pairwise weights and ratings that name a criterion which is not there."""
    comparison = review.document.comparison
    names = tuple(item.criterion for item in comparison.criteria if item.criterion)
    judgements = enumerate(comparison.judgements)
    places: list[tuple[Path, str, str]] = [
        (("comparison", "judgements", at), name, "the pairwise weight")
        for at, row in judgements
        for name in (row.criterion, row.against)
    ]
    ratings = enumerate(comparison.ratings)
    places += [(("comparison", "ratings", at), row.criterion, "the rating") for at, row in ratings]
    for path, name, what in places:
        if name and name not in names:
            close = nearest(name, names)
            right = f"did you mean {quoted(close)}?" if close else "add the criterion first"
            yield path, f"{what} names the criterion {quoted(name)}, which is not there; {right}"


def use_nearest_criterion(review: Review, document: Document, path: Path) -> Document | None:
    """Put the criterion that was meant where a rating or a pairwise weight names one."""
    names = tuple(item.criterion for item in document.comparison.criteria if item.criterion)
    changed = document
    for key in ("criterion", "against") if path[1] == "judgements" else ("criterion",):
        named = str(rows_at(document, (*path, key)))
        if named and named not in names and (close := nearest(named, names)):
            changed = set_value(changed, (*path, key), close)
    return changed if changed is not document else None


def use_nearest_phase(review: Review, document: Document, path: Path) -> Document | None:
    """Put the phase that was meant where a risk or a work item names one."""
    if path[0] == "phases":
        return None
    named = str(rows_at(document, (*path, "phase")))
    if found := re.fullmatch(r"phase (\d{1,3})", named.casefold()):
        there = sum(not phase.is_empty for phase in document.phases)
        return set_value(document, (*path, "phase"), found[1]) if 0 < int(found[1]) <= there else None
    close = nearest(named, [phase.phase for phase in document.phases if phase.phase])
    return set_value(document, (*path, "phase"), close) if close else None


def findings_of_one_id(review: Review) -> Iterator[Found]:
    """Two findings with one id: what cites it could mean either."""
    first: dict[str, int] = {}
    for index, finding in enumerate(review.document.findings):
        given = finding.id
        if given and first.setdefault(given, index) != index:
            yield ("findings", index), f"finding {first[given] + 1} has the id {given}, too; give this one another"
