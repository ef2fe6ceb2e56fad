"""The ground that the journeys stand on: a real JupyterLab, a real browser, and nothing else."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import OfflineGuard


def test_a_widget_shows_and_what_is_typed_reaches_the_kernel(notebook):
    form = notebook(
        "import ipywidgets\nname = ipywidgets.Text('Payments', description='Title')\nname",
        "print(name.value)",
    )

    form.run_all()
    field = form.output(0).get_by_label("Title")
    expect(field).to_have_value("Payments")
    field.fill("Ledger")
    field.press("Tab")
    form.run(1)

    expect(form.output(1)).to_have_text("Ledger")
    assert form.picture("lab-starts").stat().st_size > 10_000


def test_a_request_to_another_machine_is_stopped_and_remembered(browser):
    context = browser.new_context(service_workers="block")
    guard = OfflineGuard(context)
    page = context.new_page()

    with pytest.raises(Exception, match="ERR_FAILED"):
        page.goto("https://example.org/font.woff2")
    context.close()

    assert guard.outside == ["https://example.org/font.woff2"]
