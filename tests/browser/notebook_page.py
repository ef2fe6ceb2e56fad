"""A notebook on the screen: open it, run it, wait for it. Waits are for states, never for seconds."""

import json
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.lab import Lab

KERNEL_IS_IDLE = """() => {
    const notebook = window.jupyterapp?.shell.currentWidget;
    return Boolean(notebook?.context?.isReady)
        && notebook.sessionContext.session?.kernel?.status === 'idle';
}"""
EVERY_CELL_RAN = """() => {
    const notebook = window.jupyterapp.shell.currentWidget;
    return notebook.sessionContext.session?.kernel?.status === 'idle'
        && [...notebook.content.model.cells]
            .filter(cell => cell.type === 'code' && cell.sharedModel.getSource().trim() !== '')
            .every(cell => cell.executionCount !== null);
}"""

RUN_CELL = """async cell => {
    const { content } = window.jupyterapp.shell.currentWidget;
    content.activeCellIndex = cell;
    content.deselectAll();
    await window.jupyterapp.commands.execute('notebook:run-cell');
}"""
RESTART = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"


@dataclass(frozen=True)
class NotebookPage:
    """An open notebook with its kernel; `page` is Playwright's, for everything that is not about running."""

    page: Page
    pictures: Path

    def run_all(self) -> None:
        """Run every cell from the top; return when each has its number and the kernel is idle."""
        self.command("notebook:run-all-cells")
        self.page.wait_for_function(EVERY_CELL_RAN)

    def run(self, cell: int) -> None:
        """Run one cell again; return when the kernel is idle. Cells count from 0."""
        self.page.evaluate(RUN_CELL, cell)
        self.wait_until_idle()

    def restart_kernel(self) -> None:
        """Restart the kernel without a question; outputs stay on the screen, as they do for a person."""
        self.page.evaluate(RESTART)
        self.wait_until_idle()

    def save(self) -> None:
        """Save the notebook file."""
        self.command("docmanager:save")

    def reload(self) -> None:
        """Reload the page, as with F5, and wait for the kernel."""
        self.page.reload()
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """Wait until the notebook is open and its kernel has nothing to do."""
        self.page.wait_for_function(KERNEL_IS_IDLE)

    def command(self, name: str) -> None:
        """Run one of JupyterLab's own commands and wait for its end."""
        # Its answer can be a widget, which does not travel: the braces drop it.
        self.page.evaluate("async name => { await window.jupyterapp.commands.execute(name); }", name)

    def output(self, cell: int) -> Locator:
        """What the cell shows below itself; cells count from 0."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".jp-Cell-outputArea")

    def picture(self, name: str) -> Path:
        """Keep what is on the screen as a PNG."""
        path = self.pictures / f"{name}.png"
        self.page.screenshot(path=path)
        return path


def open_notebook(page: Page, lab: Lab, path: str, pictures: Path, *, view: str = "doc") -> NotebookPage:
    """Open a notebook that lies under `lab.root`, and wait for its kernel."""
    page.goto(lab.address(path, view=view))
    notebook = NotebookPage(page, pictures)
    notebook.wait_until_idle()
    return notebook


def write_notebook(path: Path, *cells: str) -> None:
    """Write a notebook file with these code cells, not yet run."""
    code = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(cells)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    content = {"cells": code, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(content), encoding="utf-8")
