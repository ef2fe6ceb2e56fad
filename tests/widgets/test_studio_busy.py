"""Long work never blocks typing: what is typed is answered, and shown, while something slow is under way."""

import sys
import threading
from types import SimpleNamespace

import pytest

from archkit.widgets import studio_views
from archkit.widgets.follower import Follower
from archkit.widgets.studio import Studio
from archkit.widgets.studio_page import page_pieces
from archkit.widgets.studio_views import Views
from tests.widgets.pages_told import words_told

#: Far more than anything here takes; only what hangs waits for it.
PATIENCE = 60


class Slow:
    """Work that lasts until the test lets it end."""

    def __init__(self):
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __call__(self, *_):
        self.begun.set()
        assert self.go_on.wait(PATIENCE)


@pytest.fixture
def slow():
    slow = Slow()
    yield slow
    slow.go_on.set()


class Busy:
    """A studio with its real threads, somebody who looks at its page, and what they are told."""

    def __init__(self, session):
        self.studio = Studio(session)
        self.session = session
        self.news = []
        self.heard = threading.Condition()
        self.studio.send = self.hear
        self.studio.handle({"op": "open", "key": "effort", "client": "tab", "seq": 1})
        part = next(part for part in self.studio.states["effort"].known["parts"] if part["part"] == "rows")
        self.path = [*part["path"], part["rows"][0]["id"], "likely"]
        self.studio.handle({"op": "hello", "client": "tab", "seq": 2})
        self.studio.handle({"op": "watch", "views": {"page": "all"}, "client": "tab", "seq": 3})
        self.wait_for(lambda news: "page" in news)

    def hear(self, news, buffers=None):
        with self.heard:
            self.news.append(news)
            self.heard.notify_all()

    def type(self, value, seq):
        """Send a key from a thread of its own, as Jupyter does, and return the answer."""
        message = {"section": "effort", "op": "set", "path": self.path, "value": value, "client": "tab", "seq": seq}
        thread = threading.Thread(target=self.studio.handle, args=(message,), daemon=True)
        thread.start()
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the answer waits for what is slow"
        return next(news for news in self.news if news.get("ack") == seq)

    def wait_for(self, is_wanted):
        with self.heard:
            assert self.heard.wait_for(lambda: any(map(is_wanted, self.news)), PATIENCE)
            return next(filter(is_wanted, self.news))

    def totals(self):
        numbers = next(part for part in self.studio.states["effort"].known["parts"] if part["part"] == "computed")
        return numbers["texts"]


@pytest.fixture
def busy(session):
    busy = Busy(session)
    yield busy
    busy.studio.close()


def test_while_a_check_takes_long_keys_are_answered_and_the_page_follows(busy, slow, monkeypatch):
    monkeypatch.setattr(busy.studio, "_next", SimpleNamespace(told=lambda: slow() or ({}, [])))
    busy.studio.follower.wake()
    assert slow.begun.wait(PATIENCE)

    assert busy.type("60", 10)["saved"]

    total = busy.totals()[-1]
    busy.wait_for(lambda news: total in words_told(news.get("page", {}), "effort"))
    assert not slow.go_on.is_set()


def test_while_a_figure_takes_long_keys_are_answered(busy, slow, monkeypatch):
    def drawn(document, remembered, known, *more, **settings):
        if known is None:
            slow()
        return page_pieces(document, remembered, known, *more, **settings)

    monkeypatch.setattr(studio_views, "page_pieces", drawn)
    busy.type("60", 10)
    assert slow.begun.wait(PATIENCE)

    answers = [busy.type(str(70 + key), 11 + key) for key in range(5)]

    assert all(answer["saved"] for answer in answers)
    assert busy.session.document.effort.work_items[0].likely == 74
    assert not slow.go_on.is_set()


def test_figures_that_a_new_key_made_old_are_given_up_and_the_last_ones_are_told(busy):
    views = busy.studio._views
    busy.studio.follower.end()
    busy.studio.follower.wait()
    busy.news.clear()
    asked = []

    def is_overtaken():
        asked.append(1)
        return len(asked) == 4

    views.is_overtaken = is_overtaken
    busy.type("60", 10)
    views.follow()
    [soon] = (news["page"] for news in busy.news if "page" in news)

    views.follow_on()
    assert len(asked) == 4
    assert [news["page"] for news in busy.news if "page" in news] == [soon]
    busy.type("70", 11)
    views.follow()
    views.follow_on()

    assert views._page == page_pieces(busy.session.document)
    assert views._page.digest == [news["page"] for news in busy.news if "page" in news][-1]["digest"]


def test_an_edit_taken_back_while_its_figures_were_drawn_leaves_none_of_its_numbers(busy):
    views = busy.studio._views
    busy.studio.follower.end()
    busy.studio.follower.wait()
    views.follow()
    views.follow_on()
    document = busy.session.document
    pages = []

    for stop in (1, 3, 6, 10):
        left = iter(range(stop))
        views.is_overtaken = lambda left=left: next(left, None) is None
        busy.type("90", 10 + stop)
        views.follow()
        views.follow_on()
        views.is_overtaken = lambda: False
        busy.session.undo()
        views.follow()
        views.follow_on()
        assert busy.session.document is document
        pages.append(views._page)

    right = page_pieces(document)
    assert [page == right for page in pages] == [True] * 4


def test_a_browser_may_come_or_go_while_the_page_is_asked_for(session):
    views = Views(session, lambda news: None)

    class Comes:
        def __bool__(self):
            views.watch("late", {"page": "", "markdown": ""})
            return False

    views._watched["tab"] = (Comes(), "")

    views.follow_on()

    assert list(views._watched) == ["tab", "late"]


def test_work_waits_for_an_answer_that_is_under_way_and_then_begins():
    done = threading.Event()
    follower = Follower((0.0, done.set))

    with follower.held(), follower.held():
        follower.wake()
        assert not done.wait(0.05)

    assert done.wait(PATIENCE)
    follower.wait()


def test_work_under_way_pauses_while_an_answer_is_made_and_lets_it_through():
    asked, intervals = [], []
    follower = Follower((0.0, lambda: (intervals.append(sys.getswitchinterval()), asked.append(follower.is_asked()))))
    before = sys.getswitchinterval()

    follower.wake()
    follower.wait()
    assert asked == [False] and intervals[0] <= 0.001 and sys.getswitchinterval() == before

    with follower.held():
        waiting = threading.Thread(target=lambda: asked.append(follower.is_asked()), daemon=True)
        waiting.start()
        waiting.join(0.05)
        assert len(asked) == 1
    waiting.join(PATIENCE)
    assert len(asked) == 2


def test_work_beside_wakes_and_ends_with_the_rest_and_keeps_it_from_nothing(slow):
    done, seen = [], threading.Event()
    follower = Follower((0.0, lambda: done.append(1) or seen.set()), beside=Follower((0.0, slow)))
    follower.wake()
    assert slow.begun.wait(PATIENCE)
    assert seen.wait(PATIENCE)
    assert [work for _, work in follower.stages][-1] is slow

    slow.go_on.set()
    follower.wait()
    follower.end()
    slow.begun.clear()
    follower.wake()
    follower.wait()

    assert not slow.begun.is_set() and len(done) == 1
