"""The look-up in the findings' form: asked by a button, answered by a server of this machine, picked into findings."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file
from archkit.widgets.research import LookUps
from tests.browser.test_forms import AXE
from tests.research.context7_server import CODE, RULE, Fault, error, running_server
from tests.widgets.fake_kernel import FakeKernel


@pytest.fixture
def server(monkeypatch, tmp_path):
    with running_server() as server:
        monkeypatch.setenv("CONTEXT7_API_URL", server.base)
        monkeypatch.delenv("CONTEXT7_API_KEY", raising=False)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        yield server


@pytest.fixture
def fake(page, tmp_path, server):
    fake = FakeKernel(page, shutil.copy(example_file(), tmp_path / "example.md")).show("findings")
    # The worker's turn comes when the test says so, and its answer goes the same way.
    fake.work = []
    fake.form.state._look_ups = LookUps(fake.session, fake.form.tell, fake.work.append)
    return fake


def finish(fake):
    """Let the kernel hear what was sent, the worker work, and the browser hear of it."""
    fake.catch_up()
    while fake.work:
        fake.work.pop(0)()
    fake.tell()


def test_a_look_up_is_asked_by_a_button_and_picked_into_findings(fake, server, pictures):
    page, before = fake.page, len(fake.session.document.findings)
    status = page.locator(".ak-research-status")

    fake.button("Look up documentation…").click()
    fake.catch_up()
    expect(page.locator(".ak-research-leaves")).to_contain_text(f"goes to {server.host} on this machine")
    page.locator(".ak-research-panel").get_by_label("Library").fill("Next.js")
    page.locator(".ak-research-panel").get_by_label("Version").fill("14")
    fake.button("Look up").click()
    expect(status).to_have_text("Write the question.")
    assert server.asked == []

    page.locator(".ak-research-panel").get_by_label("Question").fill("how does middleware match paths")
    fake.button("Look up").click()
    expect(status).to_have_text(f"Asking {server.host}…")
    fake.catch_up()
    # Typing goes on while the worker waits.
    page.locator(".ak-research-panel").get_by_label("Version").fill("15")
    finish(fake)

    expect(status).to_contain_text("2 snippets on /vercel/next.js/v14.3.0-canary.87")
    assert Axe().run(page, ".archkit-form", options={**AXE}).response["violations"] == []
    page.get_by_label("Match paths in middleware", exact=True).check()
    page.locator(".ak-research").screenshot(path=pictures / "research.png")
    fake.button("Add as findings").click()
    finish(fake)

    row = fake.session.document.findings[-1]
    expect(status).to_have_text(f"In the findings as [{row.id}]. Cite it where it matters.")
    assert len(fake.session.document.findings) == before + 1
    assert row.details[0].value == "Version 14 was asked for, v14.3.0-canary.87 was answered."
    expect(page.locator(f"text={row.text}").first).to_be_attached()
    expect(page.locator(".ak-research-panel")).to_be_visible()
    assert Axe().run(page, ".archkit-form", options={**AXE}).response["violations"] == []


def test_errors_and_hostile_answers_stay_in_their_place(fake, server, pictures):
    page = fake.page
    status = page.locator(".ak-research-status")
    fake.button("Look up documentation…").click()
    fake.catch_up()
    panel = page.locator(".ak-research-panel")
    panel.get_by_label("Library").fill("/vercel/next.js")
    panel.get_by_label("Question").fill("middleware")
    server.faults.append(error(401, "invalid_api_key", "Invalid <b>key</b>."))
    panel.get_by_label("Question").press("Enter")
    finish(fake)

    expect(status).to_contain_text("the key is not valid (it says: Invalid <b>key</b>); set CONTEXT7_API_KEY")
    hostile = {**CODE, "codeTitle": "<img src=x onerror=alert(1)>\u202e", "codeId": "javascript:alert(1)"}
    server.faults.append(Fault(200, {"codeSnippets": [hostile]}))
    fake.button("Look up").click()
    finish(fake)

    expect(panel.locator("li label")).to_have_text("<img src=x onerror=alert(1)>⟨U+202E⟩")
    assert panel.locator("img, a").count() == 0
    page.locator(".ak-research").screenshot(path=pictures / "research-hostile.png")

    panel.get_by_label("Or paste what an agent was answered").fill("nothing")
    fake.button("Read the pasted answer").click()
    finish(fake)
    expect(status).to_contain_text('expected are blocks with a "### Title" and a "Source:" line')
    blocks = (f"### {name}\n\nSource: https://x.example/{name}\n\nWords of {name}." for name in ("one", "two"))
    panel.get_by_label("Or paste what an agent was answered").fill(RULE.join(blocks))
    asked = len(server.asked)
    fake.button("Read the pasted answer").click()
    finish(fake)

    expect(panel.locator("li label")).to_have_text(["one", "two"])
    assert len(server.asked) == asked
