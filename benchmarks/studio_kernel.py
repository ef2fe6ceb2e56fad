"""What the studio's benchmark runs in the kernel: the code of cells."""

from __future__ import annotations

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
#: Adds up what each key costs in the kernel: the edit with its answer, and what is told of the page at once.
COUNT = """
import time
from archkit.widgets.studio import Studio
from archkit.widgets.studio_views import Views
spent = []
def count(owner, name):
    work = getattr(owner, name)
    def counted(self, given):
        begin = time.thread_time()
        try:
            return work(self, given)
        finally:
            # What is told of the page when the hand rests is told of no document before it.
            if given is not None:
                spent.append(time.thread_time() - begin)
    setattr(owner, name, counted)
count(Studio, "handle"), count(Views, "_tell_page")
"""
#: Milliseconds of all that since the last time.
SPENT = "print('spent', 1000 * sum(spent)); spent.clear()"
