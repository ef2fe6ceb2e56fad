"""Where people work: the studio as a document of JupyterLab, in Notebook 7, and as a page of its own."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

import archkit
from archkit import assets
from tests.browser.conftest import MILLISECONDS_OF_PATIENCE
from tests.browser.lab import Lab, environment

TEMPLATE = assets.template_text()
CRASH = """async path => {
    const { sessions } = window.jupyterapp.serviceManager;
    const model = [...sessions.running()].find(session => session.path === path);
    const { kernel } = sessions.connectTo({ model });
    kernel.requestExecute({ code: 'import os; os._exit(1)' });
}"""
# The server is shared: the kernels of other tests may still be there.
KERNELS = """async folder => {
    const { sessions } = window.jupyterapp.serviceManager;
    await sessions.refreshRunning();
    return [...sessions.running()].filter(session => session.path.startsWith(folder)).length;
}"""


def title_field(page: Page) -> Locator:
    """The field of the title, once it is there: a kernel starts first."""
    field = page.get_by_role("textbox", name="Title", exact=True).first
    field.wait_for(timeout=MILLISECONDS_OF_PATIENCE)
    return field


def until(holds: Callable[[], bool]) -> None:
    """Wait for the disk, which tells nobody."""
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.05)


# The studio is as high as its place: nothing is left over below it, and the place has nothing to scroll.
FILLS = """where => {
    const place = document.querySelector(where);
    const studio = document.querySelector('.archkit-studio');
    return place.scrollHeight <= place.clientHeight && place.clientHeight - studio.offsetHeight < 60;
}"""


@pytest.fixture
def folder(lab: Lab, request: pytest.FixtureRequest) -> Path:
    """An own folder of the test under the root of JupyterLab."""
    made = lab.root / request.node.name
    made.mkdir()
    return made


def open_workbench(page: Page, lab: Lab, folder: Path) -> None:
    # JupyterLab's file browser may still ask for a folder of an earlier tab, and says so over the one that is there:
    # https://github.com/jupyterlab/jupyterlab/issues/14378
    lost = page.get_by_role("dialog", name=re.compile("Directory not found"))
    page.add_locator_handler(lost, lambda dialog: dialog.get_by_role("button").last.click())
    page.goto(f"{lab.base}/lab/tree/{folder.name}?token={lab.token}&reset")
    page.locator(".jp-LauncherCard").first.wait_for()


def name_it(page: Page, title: str) -> None:
    field = page.get_by_role("dialog").get_by_role("textbox")
    field.fill(title)
    field.press("Enter")


def test_a_card_begins_a_document_and_a_dead_python_loses_nothing(page, lab, folder, pictures):
    open_workbench(page, lab, folder)
    page.screenshot(path=pictures / "launcher.png")
    page.locator(".jp-LauncherCard", has_text="Architecture document").click()
    name_it(page, 'Zahlungs-*Ledger* <b> "Ü"')

    file = folder / "zahlungs-ledger-b-u-architecture.md"
    expect(title_field(page)).to_have_value('Zahlungs-*Ledger* <b> "Ü" Architecture')
    until(lambda: "Ledger" in file.read_text("utf-8"))
    assert file.read_text("utf-8").partition("\n")[2] == TEMPLATE.partition("\n")[2]
    assert page.locator(".jp-Notebook, .jp-InputArea").count() == 0, "no code in sight"
    assert page.evaluate(FILLS, ".archkit-document")
    page.screenshot(path=pictures / "studio-in-lab.png")

    title_field(page).fill("Typed before the crash")
    until(lambda: "Typed before the crash" in file.read_text("utf-8"))
    page.evaluate(CRASH, f"{folder.name}/{file.name}")
    again = page.get_by_role("button", name="Start again")
    expect(again).to_be_in_viewport(timeout=MILLISECONDS_OF_PATIENCE)
    expect(page.locator(".ak-studio-head .ak-status")).to_contain_text(
        "does not answer. Press Start again above.", timeout=MILLISECONDS_OF_PATIENCE
    )
    page.screenshot(path=pictures / "python-stopped.png")
    again.click()
    expect(page.locator(".archkit-bar")).to_be_hidden(timeout=MILLISECONDS_OF_PATIENCE)
    expect(title_field(page)).to_have_value("Typed before the crash")
    title_field(page).fill("Typed after it")
    # Closed at once: the end of Python is also a save.
    page.evaluate("() => window.jupyterapp.shell.currentWidget.dispose()")
    until(lambda: "# Typed after it" in file.read_text("utf-8"))
    until(lambda: page.evaluate(KERNELS, folder.name) == 0)


def test_a_double_click_opens_the_studio_and_jupyterlab_never_writes_the_file(page, lab, folder, pictures):
    file = archkit.example(folder)
    words = folder / "words.md"
    words.write_text("# Words\n")
    open_workbench(page, lab, folder)
    page.evaluate("() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")

    page.locator(".jp-DirListing-item", has_text=file.name[:8]).dblclick()
    title_field(page).fill("Order Events in the Dark")
    until(lambda: "Order Events in the Dark" in file.read_text("utf-8"))
    text = file.read_text("utf-8")
    page.keyboard.press("Control+s")
    page.evaluate("async () => { await window.jupyterapp.commands.execute('docmanager:save'); }")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert file.read_text("utf-8") == text
    shade = page.evaluate("() => getComputedStyle(document.querySelector('.archkit-document')).backgroundColor")
    assert max(map(int, re.findall(r"\d+", shade))) < 64
    page.screenshot(path=pictures / "studio-dark.png")
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:clone')")
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_have_count(2, timeout=MILLISECONDS_OF_PATIENCE)
    page.evaluate("() => [...window.jupyterapp.shell.widgets('main')].find(each => each.context).dispose()")
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_have_count(1, timeout=MILLISECONDS_OF_PATIENCE)
    assert page.evaluate(KERNELS, folder.name) == 1
    title_field(page).fill("Order Events in One View")
    until(lambda: "Order Events in One View" in file.read_text("utf-8"))

    page.reload()
    expect(title_field(page)).to_have_value("Order Events in One View")
    page.locator(".jp-DirListing-item", has_text="words.md").dblclick()
    page.locator(".jp-FileEditor").wait_for()
    page.evaluate("() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")
    page.evaluate("() => window.jupyterapp.commands.execute('application:close-all')")
    until(lambda: page.evaluate(KERNELS, folder.name) == 0)


def test_notebook_7_begins_and_opens_documents(page, lab, folder, pictures):
    (folder / "untitled-architecture.md").write_text("mine\n")
    page.goto(f"{lab.base}/tree/{folder.name}?token={lab.token}")
    page.locator(".jp-DirListing-item").first.wait_for()
    page.get_by_role("menuitem", name="File").click()
    page.locator(".lm-Menu-item", has_text=re.compile("^New")).first.hover()
    page.screenshot(path=pictures / "notebook-menu.png")
    with page.context.expect_page() as opened:
        page.locator(".lm-Menu-item", has_text="Architecture document").click()
        name_it(page, "")
    studio = opened.value

    title_field(studio).fill("In Notebook 7")
    made = folder / "untitled-2-architecture.md"
    until(lambda: made.exists() and "# In Notebook 7" in made.read_text("utf-8"))
    studio.screenshot(path=pictures / "studio-in-notebook.png")
    assert (folder / "untitled-architecture.md").read_text() == "mine\n"
    with page.context.expect_page() as opened:
        page.locator(".jp-DirListing-item", has_text="untitled-architecture.md").dblclick()
    title_field(opened.value)


@contextmanager
def running_studio(file: Path, folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `archkit studio` and give it with the address that it says."""
    command = [sys.executable, "-m", "archkit.cli", "studio", file.name, "--no-browser"]
    settings = environment(folder)
    settings.pop("JUPYTER_PATH")
    with (
        (folder / "studio.log").open("w") as log,
        subprocess.Popen(
            command, cwd=file.parent, env=settings, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8"
        ) as process,
    ):
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/\?token=\w{48}$", said)
            assert address, said + (folder / "studio.log").read_text()
            yield process, address.group()
        finally:
            process.terminate()
            process.wait(60)


def go_without_token(context: BrowserContext, address: str) -> str:
    """Where a browser ends that has no token."""
    stranger = context.browser.new_context()
    try:
        page = stranger.new_page()
        page.goto(address.partition("?")[0])
        return page.url
    finally:
        stranger.close()


def test_archkit_studio_needs_its_token_and_saves_what_is_typed_as_it_ends(page, tmp_path, pictures):
    desk = tmp_path / "desk"
    desk.mkdir()
    file = archkit.example(desk).rename(desk / "pa\"y'{x} <b>\\n ü-architecture.md")
    (desk / "voila.py").write_text("raise SystemExit('a stranger')")

    with running_studio(file, tmp_path) as (process, address):
        assert "/login" in go_without_token(page.context, address)
        page.goto(address)
        expect(title_field(page)).to_have_value("Order Events Architecture")
        assert page.title() == file.name
        assert "token" not in page.url
        page.frame_locator("iframe").first.get_by_text("Order Events").first.wait_for()
        assert page.evaluate(FILLS, "html")
        page.screenshot(path=pictures / "voila.png")
        title_field(page).fill("First words")
        until(lambda: "# First words" in file.read_text("utf-8"))
        page.emulate_media(color_scheme="dark")
        page.reload()
        expect(title_field(page)).to_have_value("First words")
        page.screenshot(path=pictures / "voila-dark.png")
        title_field(page).fill("Last words")
        until(lambda: any(b"Last words" in path.read_bytes() for path in desk.rglob("*") if path.is_file()))
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0

    assert "# Last words" in file.read_text("utf-8")
    assert {path.name for path in desk.iterdir()} - {".archkit"} == {file.name, "voila.py"}
