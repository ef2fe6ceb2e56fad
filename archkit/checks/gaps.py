"""What is simply not filled in yet: one gap for each thing that a reader would look for in vain.

A gap is no fault, so no rule reports it. Its path is that of a field that is there, or of the section that is empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from archkit.checks.review import Review
from archkit.errors import quoted
from archkit.model.comparison import PAIRWISE
from archkit.model.edit import Path
from archkit.model.placeholders import BLANK_TITLE

#: Where something is missing, and the words that ask for it.
Gap = tuple[Path, str]


def title(review: Review) -> Iterator[Gap]:
    """A document without a title, or with that of the template."""
    if not review.document.title or "[Feature]" in review.document.title or review.document.title == BLANK_TITLE:
        yield ("title",), "give it a title: what is designed"


def summary(review: Review) -> Iterator[Gap]:
    """A document that does not say what it is about."""
    if not review.document.executive_summary and not review.is_kept_as_text("executive_summary"):
        yield ("executive_summary",), "say in a paragraph which problem is solved, for whom, and what is proposed"


def two_options(review: Review) -> Iterator[Gap]:
    """No option, one without a name, or a single one: there is nothing to decide."""
    if review.is_kept_as_text("option", "options"):
        return
    options = [(at, option) for at, option in enumerate(review.document.options) if not option.is_empty]
    for at, option in options:
        if not option.name:
            yield ("options", at, "name"), f"give option {at + 1} a name"
    if not options:
        yield ("options",), "name two ways to do it at least; to keep things as they are is one"
    elif len(options) == 1:
        called = quoted(options[0][1].name) if options[0][1].name else "the only option"
        yield ("options",), f"name another way beside {called}; to keep things as they are is one"


def both_sides(review: Review) -> Iterator[Gap]:
    """An option with neither pros nor cons."""
    for at, option in enumerate(review.document.options):
        if not option.is_empty and not any(point.claim for point in (*option.pros, *option.cons)):
            called = quoted(option.name) if option.name else f"option {at + 1}"
            yield ("options", at, "pros"), f"say what speaks for {called}, and what against it"


def how_options_work(review: Review) -> Iterator[Gap]:
    """An option of which nothing says how it works."""
    for at, option in enumerate(review.document.options):
        if option.name and not option.description and not option.based_on and not option.remarks:
            yield ("options", at, "description"), f"say in a paragraph how {quoted(option.name)} works"


def first_finding(review: Review) -> Iterator[Gap]:
    """No finding at all, so nothing can be supported."""
    if not review.is_kept_as_text("findings") and all(row.is_empty for row in review.document.findings):
        yield ("findings",), "write down a first finding with its source: a measurement, a page of the documentation"


def findings_that_say_nothing(review: Review) -> Iterator[Gap]:
    """A finding without a sentence, or without a place where it can be read again."""
    for at, finding in enumerate(review.document.findings):
        called = f"finding {finding.id or at + 1}"
        if not finding.is_empty and not finding.text:
            yield ("findings", at, "text"), f"say in a sentence what {called} is"
        elif finding.text and not finding.id:
            yield ("findings", at, "id"), f"give {called} an id, so that it can be cited"


def what_is_recommended(review: Review) -> Iterator[Gap]:
    """No recommendation, or one without a reason."""
    given = review.document.recommendation
    if review.is_kept_as_text("recommendation"):
        return
    if not given.options and not given.rationale:
        yield ("recommendation", "options"), "recommend an option"
    elif not given.rationale:
        yield ("recommendation", "rationale"), "say why, with the findings that it rests on"


def what_options_are_compared_on(review: Review) -> Iterator[Gap]:
    """Two options or more that nothing compares, and a criterion without a weight or a score."""
    if review.is_kept_as_text("comparison"):
        return
    criteria = [(at, item) for at, item in enumerate(review.document.comparison.criteria) if not item.is_empty]
    if not criteria:
        if len(review.document.option_names) > 1:
            yield ("comparison", "criteria"), "name the criteria on which the options are compared"
        return
    comparison = review.document.comparison
    if comparison.weights != PAIRWISE and not any(item.weight for _, item in criteria):
        yield ("comparison", "criteria", criteria[0][0], "weight"), "weigh the criteria, or say must for a gate"
    if not comparison.ratings:
        for at, item in criteria:
            if not item.scores:
                path = ("comparison", "criteria", at, "scores")
                yield (
                    path,
                    f"score the options on {quoted(item.criterion) if item.criterion else f'criterion {at + 1}'}",
                )


def what_may_go_wrong(review: Review) -> Iterator[Gap]:
    """No risk."""
    yield from _no_row(review, "risks", "name what may go wrong, and what is done about it")


def what_it_costs(review: Review) -> Iterator[Gap]:
    """Neither work items nor totals."""
    effort = review.document.effort
    said = any((effort.development, effort.testing, effort.total)) or any(not row.is_empty for row in effort.work_items)
    if not said and not review.is_kept_as_text("effort"):
        yield ("effort", "work_items"), "estimate the work: a low, a likely and a high number for each piece"


def how_it_is_built(review: Review) -> Iterator[Gap]:
    """The sections that say how the recommended option is built, as far as they are empty."""
    yield from _no_row(review, "components", "name what is built, and what changes")
    flow = review.document.data_flow
    if not (flow.text or flow.closing or flow.nodes or flow.flows) and not review.is_kept_as_text("data_flow"):
        yield ("data_flow", "flows"), "draw how data moves: from which box to which"
    yield from _no_row(review, "phases", "say what is built first, and what next")
    yield from _no_row(review, "integration_points", "name the systems that it touches")
    yield from _no_row(review, "security", "say what is at stake, and how it is protected")
    asked = {
        "expected_load": "say which load is expected, in numbers",
        "scaling_approach": "say what is added when the load grows",
        "bottlenecks": "say what gives way first, and at which load",
    }
    open_texts = [key for key in asked if not getattr(review.document.performance, key)]
    if open_texts and not review.is_kept_as_text("performance"):
        yield ("performance", open_texts[0]), asked[open_texts[0]]
    yield from _no_row(review, "dependencies", "name what has to be there, and why")


def _no_row(review: Review, key: str, words: str) -> Iterator[Gap]:
    if not review.is_kept_as_text(key) and all(row.is_empty for row in getattr(review.document, key)):
        yield (key,), words
