"""A long text as what a browser lacks of it: lines that it has, by their numbers, and new ones."""

from __future__ import annotations

#: Lines of the text before, from one number to another, and new lines, in order.
Runs = list[list[int] | str]


def text_runs(text: str, before: str) -> Runs:
    """Return how the lines of a text are made of those before it, which may stand in another order.

    The shortest answer is not looked for: it takes as long as reading both texts once.
    """
    old = before.split("\n")
    places = {line: place for place, line in enumerate(old)}
    runs: Runs = []
    expected = 0
    for line in text.split("\n"):
        # Where a line stands more than once, the place behind the last one is meant; a new line took another's place.
        is_expected = expected < len(old) and old[expected] == line
        place = expected if is_expected else places.get(line)
        expected = (expected if place is None else place) + 1
        last = runs[-1] if runs else ""
        if place is None:
            runs.append(line)
        elif isinstance(last, list) and last[1] == place:
            last[1] = place + 1
        else:
            runs.append([place, place + 1])
    return runs
