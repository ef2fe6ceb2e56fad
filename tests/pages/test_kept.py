"""Numbers are kept as long as nothing behind them changes, and never longer."""

import pytest

from archkit.model.document import Document
from archkit.pages import analyses, numbers
from archkit.pages.export_html import render_page
from archkit.pages.kept import kept
from tests.pages.lively_document import lively_document


@pytest.fixture
def counted():
    """Return a kept function that counts the options, and the list of the documents that it looked at."""
    seen: list[Document] = []

    @kept("options")
    def count(document: Document) -> int:
        seen.append(document)
        return len(document.options)

    return count, seen


def with_options(*names: str, title: str = "") -> Document:
    return Document.model_validate({"title": title, "options": [{"name": name} for name in names]})


def test_an_edit_elsewhere_computes_nothing_anew(counted):
    count, seen = counted

    assert (count(with_options("A", title="One")), count(with_options("A", title="Two"))) == (1, 1)
    assert len(seen) == 1


def test_an_edit_of_a_section_behind_the_numbers_computes_them_anew(counted):
    count, seen = counted

    assert [count(with_options("A")), count(with_options("A", "B")), count(with_options("A"))] == [1, 2, 1]
    assert len(seen) == 2


def test_many_documents_leave_nothing_behind_but_the_last_few(counted):
    count, seen = counted
    for place in range(20):
        count(with_options(*map(str, range(place))))

    assert len(count._last) <= 4
    assert count(with_options()) == 0 and len(seen) == 21


def test_kept_numbers_give_the_bytes_of_numbers_computed_anew():
    document = lively_document("Plan")
    others = [lively_document("Other"), document.replace(effort=document.effort.replace(seed=8)),
              document.replace(risks=document.risks[1:])]  # fmt: skip
    once = render_page(document)
    for other in others:
        render_page(other)
    again = render_page(document)
    for function in (analyses.compared, analyses.estimated, analyses.time_line, analyses.charts_of_risk,
                     numbers._steps):  # fmt: skip
        function._last = ()

    assert render_page(document) == again == once
    assert len({once, *map(render_page, others)}) == 4


@pytest.mark.parametrize(
    "change",
    [
        {"metadata": {"days_per_week": "4"}},
        {"options": []},
        {"recommendation": {"options": ["Plan one"]}},
        {"phases": []},
        {"effort": {}},
        {"risks": []},
        {"risk_scale": []},
        {"comparison": {}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_changes_the_page_shows_what_a_fresh_computation_shows(change):
    document = lively_document("Plan")
    render_page(document)
    data = document.model_dump() | change
    kept_page = render_page(Document.model_validate(data))
    for function in (analyses.compared, analyses.estimated, analyses.time_line, analyses.charts_of_risk,
                     numbers._steps):  # fmt: skip
        function._last = ()

    assert render_page(Document.model_validate(data)) == kept_page
