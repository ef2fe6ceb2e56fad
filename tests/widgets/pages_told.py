"""Pages as a studio tells them, put together as a browser does it."""


def joined(runs, before):
    """Return the text that runs were made from; a whole text stands for itself."""
    if isinstance(runs, str):
        return runs
    old = before.split("\n")
    return "\n".join(line for run in runs for line in ([run] if isinstance(run, str) else old[run[0] : run[1]]))


def sections_told(*pages):
    """Return the texts of the sections after pages that were told one after the other."""
    shown = {}
    for page in pages:
        shown |= {anchor: joined(runs, shown.get(anchor, "")) for anchor, runs in page["sections"].items()}
    return shown


def words_told(page, anchor):
    """Return what is new in a section."""
    runs = page.get("sections", {}).get(anchor, "")
    return runs if isinstance(runs, str) else "\n".join(run for run in runs if isinstance(run, str))
