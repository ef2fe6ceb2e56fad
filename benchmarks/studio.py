"""What the studio costs in a real JupyterLab in a real browser, beside the same form with one ipywidget per field.

    python benchmarks/studio.py [keys] [edits]

Ten options with 8 pros and 8 cons each, 60 risks, 120 work items. Prints a table with its limits; exit code 1 when one
is missed. Times are of the clock, so a machine that does other work at the same time makes them longer.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Page, sync_playwright
from studio_document import PLAIN, document_text
from studio_page import COUNT_MODELS, KEYSTROKES, READY, SCROLL

from tests.browser.chromium import launch
from tests.browser.lab import Lab, running_lab
from tests.browser.notebook_page import NotebookPage, open_notebook, write_notebook
from tests.widgets.cells import cell as grid_cell

#: Name, unit, limit; None where the number is only for comparison.
LIMITS = {
    "ready after the cell runs": ("s", 1.2),
    "widget models": ("", 60),
    "keystroke to page, a text, median": ("ms", 120),
    "keystroke to page, a text, 95 %": ("ms", 200),
    "keystroke to page and totals, median": ("ms", 120),
    "keystroke to page and totals, 95 %": ("ms", 200),
    "keystroke to comparison bars, median": ("ms", 120),
    "keystroke to comparison bars, 95 %": ("ms", 200),
    "1,000 rows: one edit": ("ms", None),
    "10 rows: one edit": ("ms", None),
    "20,000 edits: the kernel grows by": ("MB", 30),
    "20,000 edits: the browser grows by": ("MB", 50),
    "one ipywidget per field: ready": ("s", None),
    "one ipywidget per field: widget models": ("", None),
}
#: Edits that are replayed; before the first measurement a tenth of them.
EDITS = 20_000
#: Replays edits of many fields as one who types, and prints how much memory the kernel has in MB.
REPLAY = """
def replay(edits):
    for edit in range(edits):
        number = edit // 5
        place = (("risks", number % 60, "mitigation"), ("effort", "work_items", number % 120, "likely"))[number % 2]
        doc.session.set(place, f"Word {edit}" if number % 2 == 0 else 2.0 + edit % 3)
    with open("/proc/self/statm") as file:
        print("kernel", int(file.read().split()[1]) * 4096 / 1e6)
"""
OPEN = "import archkit\ndoc = archkit.open({name!r})\n"


def opened(browser: Browser, lab: Lab, name: str, text: str, *cells: str) -> NotebookPage:
    """Write a document and a notebook for it, and open that."""
    (lab.root / f"{name}.md").write_text(text, encoding="utf-8")
    write_notebook(lab.root / f"{name}.ipynb", OPEN.format(name=f"{name}.md"), *cells)
    page = browser.new_context(viewport={"width": 1600, "height": 950}).new_page()
    page.set_default_timeout(180_000)
    notebook = open_notebook(page, lab, f"{name}.ipynb", lab.root)
    notebook.run(0)
    return notebook


def go_to(page: Page, section: str) -> None:
    """Open a section of the studio."""
    page.get_by_role("tab", name=section).click()
    page.locator(f".archkit-form[data-section] h3:has-text('{section}')").wait_for()


def latencies(page: Page, section: str, cell: str, watched: str, keys: int) -> list[float]:
    """Return the milliseconds from a key in a cell to the paint of what it changes on the page."""
    go_to(page, section)
    field = grid_cell(page, cell)
    field.scroll_into_view_if_needed()
    field.dblclick()
    found: list[float] = page.evaluate(KEYSTROKES, [watched, keys])
    page.keyboard.press("Enter")
    return found


def studio_numbers(browser: Browser, lab: Lab, keys: int) -> dict[str, float]:
    """Measure the studio with the large document."""
    notebook = opened(browser, lab, "large", document_text(), "doc.edit()")
    page = notebook.page
    found = {
        "ready after the cell runs": page.evaluate(READY, [1, ".archkit-studio .archkit-form .ak-body > *"]) / 1000
    }
    page.frame_locator("iframe.ak-page").locator("main section").first.wait_for()
    found["widget models"] = page.evaluate(COUNT_MODELS)
    text = latencies(page, "Security Considerations", "Consideration, consideration 1", "security", keys)
    found |= summary("keystroke to page, a text", text)
    effort = latencies(page, "Estimated Effort", "Likely, work item 1", "effort", keys)
    found |= summary("keystroke to page and totals", effort)
    bars = latencies(page, "Option Comparison", "Option 1, criterion 1", "comparison", keys)
    found |= summary("keystroke to comparison bars", bars)
    page.context.close()
    return found


def summary(name: str, times: list[float]) -> dict[str, float]:
    """Return the median and the 95 % quantile."""
    return {f"{name}, median": median(times), f"{name}, 95 %": quantiles(times, n=20)[-1]}


def row_numbers(browser: Browser, lab: Lab) -> dict[str, float]:
    """Measure an edit among 1,000 rows and among 10."""
    found = {}
    for rows, name in ((10, "10 rows: one edit"), (1000, "1,000 rows: one edit")):
        notebook = opened(browser, lab, f"rows{rows}", document_text(risks=rows), "doc.edit()")
        page = notebook.page
        page.evaluate(READY, [1, ".archkit-studio .archkit-form .ak-body > *"])
        go_to(page, "Risks and Mitigations")
        page.evaluate(SCROLL)
        grid_cell(page, "Owner, risk 1").dblclick()
        found[name] = median(page.evaluate(KEYSTROKES, ["ack", 20]))
        page.context.close()
    return found


def memory_numbers(browser: Browser, lab: Lab, edits: int) -> dict[str, float]:
    """Measure how much memory kernel and browser take more after many edits, with the studio and its page in sight."""
    cells = ("doc.edit()", REPLAY, f"replay({edits // 10})", f"replay({edits})")
    notebook = opened(browser, lab, "memory", document_text(), *cells)
    page = notebook.page
    page.set_default_timeout(1_800_000)
    page.evaluate(READY, [1, ".archkit-studio .archkit-form .ak-body > *"])
    page.frame_locator("iframe.ak-page").locator("main section").first.wait_for()
    notebook.run(2)
    taken = []
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")
    for cell in (3, 4):
        notebook.run(cell)
        page.wait_for_timeout(5_000)
        client.send("HeapProfiler.collectGarbage")
        heap = {item["name"]: item["value"] for item in client.send("Performance.getMetrics")["metrics"]}
        said = notebook.output(cell).inner_text()
        taken.append((float(said.split()[-1]), heap["JSHeapUsedSize"] / 1e6))
    page.context.close()
    (kernel, heap), (kernel_after, heap_after) = taken
    name = f"{EDITS:,} edits"
    return {f"{name}: the kernel grows by": kernel_after - kernel, f"{name}: the browser grows by": heap_after - heap}


def plain_numbers(browser: Browser, lab: Lab) -> dict[str, float]:
    """Measure the same fields with one ipywidget each."""
    notebook = opened(browser, lab, "plain", document_text(), PLAIN)
    page = notebook.page
    ready = page.evaluate(READY, [1, ".plain-form .widget-text:last-child input"]) / 1000
    found = {"one ipywidget per field: ready": ready}
    found["one ipywidget per field: widget models"] = page.evaluate(COUNT_MODELS)
    page.context.close()
    return found


def main(keys: int = 60, edits: int = EDITS) -> int:
    """Measure, print and return 1 when a limit is missed; `edits` of 0 leaves the memory out."""
    with tempfile.TemporaryDirectory() as folder, running_lab(Path(folder)) as lab, sync_playwright() as playwright:
        browser = launch(playwright)
        found = studio_numbers(browser, lab, keys) | row_numbers(browser, lab)
        found |= memory_numbers(browser, lab, edits) if edits else {}
        found |= plain_numbers(browser, lab)
        browser.close()
    missed = 0
    for name, (unit, limit) in LIMITS.items():
        if name in found:
            is_missed = limit is not None and found[name] > limit
            missed += is_missed
            allowed = f"  (limit {limit:g}{', missed' if is_missed else ''})" if limit is not None else ""
            print(f"{name:>42}: {found[name]:8.2f} {unit}{allowed}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
