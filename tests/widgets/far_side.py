"""The far side of a form without a browser: messages as one writes them, and what came back."""

# A session that edits and has no time to save.
TYPE_AND_DIE = """
import os, sys
from archkit.session import Session
session = Session.open(sys.argv[1])
session.while_typing()
session.set(("risks", 0, "owner"), "Ada")
session.set(("risks", 1, "owner"), "Grace")
os._exit(9)
"""


class Browser:
    """The other end of a form: what it was sent, and messages as a browser writes them."""

    def __init__(self, form):
        self.form = form
        self.seen = []
        self.seq = 0
        form.send = lambda content, buffers=None: self.seen.append(content)

    def do(self, op, path=None, **more):
        self.seq += 1
        given = {} if path is None else {"path": path}
        return self.form.handle({"op": op, "seq": self.seq, "client": "tab", **given, **more})

    def row(self, index, part=0):
        return self.form.state.known["parts"][part]["rows"][index]["id"]


def outside(session, old, new):
    """Let somebody else change the file, and the session find that."""
    text = session.path.read_text()
    assert old in text
    session.path.write_text(text.replace(old, new, 1))
    session.look()
