"""What a browser test can ask for: `page`, `lab`, `notebook`, `pictures`.

`page` alone is a blank page, enough to try an ES module with a fake model; `notebook` writes the cells it
is given to a file, opens it in a real JupyterLab and returns it ready to run. Either fails the test at its
end if anything outside this machine was asked for.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import OfflineGuard, launch
from tests.browser.lab import Lab, running_lab
from tests.browser.notebook_page import NotebookPage, open_notebook, write_notebook

MILLISECONDS_OF_PATIENCE = 60_000
WINDOW = {"width": 1280, "height": 900}
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


# Package scope: Playwright keeps an event loop running, which must be gone before other folders' tests.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running_lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go: $ARCHKIT_PICTURES, or a folder that pytest removes by and by."""
    folder = Path(os.environ.get("ARCHKIT_PICTURES", tmp_path / "pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def page(browser: Browser, pictures: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    # A service worker's requests would pass by the guard.
    context = browser.new_context(viewport=WINDOW, service_workers="block")
    guard = OfflineGuard(context)
    page = context.new_page()
    page.set_default_timeout(MILLISECONDS_OF_PATIENCE)
    yield page
    if request.node.stash.get(FAILED, False):
        page.screenshot(path=pictures / f"failed-{re.sub(r'[^a-zA-Z0-9]+', '-', request.node.name)}.png")
    context.close()
    assert guard.outside == [], "the page asked for something outside this machine"


@pytest.fixture
def notebook(lab: Lab, page: Page, pictures: Path, request: pytest.FixtureRequest) -> Callable[..., NotebookPage]:
    """Write the cells to a notebook file named after the test, and open it."""

    def write_and_open(*cells: str, view: str = "doc") -> NotebookPage:
        name = re.sub(r"[^a-zA-Z0-9]+", "-", request.node.name) + ".ipynb"
        write_notebook(lab.root / name, *cells)
        return open_notebook(page, lab, name, pictures, view=view)

    return write_and_open
