"""Waiting with a limit: what does not come is said in a sentence, and the benchmark goes on."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLate

_START = """argument => {{
    window.archkitBenchmark = null;
    const tell = told => {{ window.archkitBenchmark = told; }};
    ({function})(argument).then(value => tell({{ value }}), error => tell({{ error: error.message }}));
}}"""


class StuckError(Exception):
    """Something did not come within its time."""


def measured(page: Page, function: str, argument: object = None, *, what: str, seconds: float) -> Any:
    """Return what an asynchronous function returns in the page.

    Args:
        page: Where it runs.
        function: JavaScript.
        argument: What it is given.
        what: What is waited for, for the message.
        seconds: How long at most; the browser need not answer in time.

    Raises:
        StuckError: it takes longer, or fails.
    """
    try:
        page.evaluate(_START.format(function=function), argument)
        # Seldom, so that looking takes nothing from what is measured.
        page.wait_for_function("() => window.archkitBenchmark", timeout=seconds * 1000, polling=200)
        told = page.evaluate("() => window.archkitBenchmark")
    except TooLate:
        raise StuckError(f"{what} did not come within {seconds:g} s") from None
    if "error" in told:
        raise StuckError(f"{what}: {told['error']}")
    return told["value"]
