"""A section that has no view of its own is on the page all the same."""

from archkit.pages import export_html
from archkit.pages.views import VIEWS


def test_a_section_without_a_view_of_its_own_is_shown_plainly(example, monkeypatch):
    monkeypatch.setattr(export_html, "VIEWS", {key: view for key, view in VIEWS.items() if key != "dependencies"})

    page = export_html.render_page(example)

    assert "Replica for reports" in page
    assert "Reports must leave the primary" in page
