"""Cells of a grid in a browser: as they are shown, and opened."""


def cell(where, name):
    """A cell of a grid, such as "Owner, risk 1", as it shows its value."""
    return where.locator(f'[role="gridcell"][data-name="{name}"]')


def field(where, name):
    """The field of a cell, which is opened for it."""
    found = where.get_by_label(name, exact=True)
    if not found.count():
        cell(where, name).dblclick()
    return found
