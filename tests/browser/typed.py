"""Keys as a person presses them: from field to field by Tab, and a row of a table cell by cell."""

import re

from playwright.sync_api import Error

NAME = """() => {
    const found = document.activeElement;
    const labels = [...(found.labels ?? [])].map(label => label.textContent).join(' ');
    return found.getAttribute('aria-label') || found.dataset.name || labels || found.textContent.slice(0, 80);
}"""
IN_GRID = "document.activeElement.closest('.ak-grid-scroll') !== null"
WAIT = f"pattern => new RegExp(pattern).test(({NAME})())"


class Typist:
    """Somebody without a mouse."""

    def __init__(self, page):
        self.page = page
        self.keys = page.keyboard

    @property
    def place(self):
        """Return what has the focus, by its name."""
        return self.page.evaluate(NAME)

    def tab_to(self, pattern, most=60):
        """Press Tab until what has the focus is called so; a table is left by Escape and Tab."""
        passed = []
        for _ in range(most):
            if self.page.evaluate(IN_GRID):
                self.keys.press("Escape")
            self.keys.press("Tab")
            passed.append(self.place)
            if re.search(pattern, passed[-1]):
                return
        raise AssertionError(f"Tab does not lead to {pattern}, but to {passed}")

    def reach(self, pattern):
        """Wait until what has the focus is called so."""
        try:
            self.page.wait_for_function(WAIT, arg=pattern, timeout=20_000)
        except Error as error:
            raise AssertionError(f"{self.place} has the focus, not {pattern}") from error

    def press(self, pattern, reached):
        """Go to a button and press it; the focus is then in what came of it."""
        if not re.search(pattern, self.place):
            self.tab_to(pattern)
        self.keys.press("Enter")
        self.reach(reached)

    def cells(self, *words):
        """Type a row of a table from the cell that has the focus on; an empty text leaves a cell as it is."""
        for index, word in enumerate(words):
            if word:
                self.keys.type(word)
            if index + 1 < len(words):
                self.keys.press("Tab")

    def rows(self, noun, *rows):
        """Type rows of a table, the first of which was just added."""
        for number, row in enumerate(rows):
            if number:
                self.keys.press("Control+Enter")
                self.reach(rf", {noun} {number + 1}$")
            self.cells(*row)
            self.keys.press("Enter")
            self.page.wait_for_function("document.activeElement.matches('td')")

    def section(self, title, titles):
        """Open a section by Alt+Page Down."""
        heading = self.page.locator(".ak-form-pane h3")
        for _ in titles:
            before = heading.inner_text()
            if before == title:
                return
            self.keys.press("Alt+PageDown")
            self.page.wait_for_function(
                "before => document.querySelector('.ak-form-pane h3')?.textContent !== before", arg=before
            )
            self.page.wait_for_function("document.activeElement.closest('.ak-form-pane') !== null")
        raise AssertionError(title)
