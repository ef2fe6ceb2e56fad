"""The studio without a browser: messages as one writes them, and what came back."""

import threading
import time

import pytest

from archkit.model.document import Document, outline
from archkit.model.fields import Frozen, Row, fields_of
from archkit.model.text import clean
from archkit.session import Session
from archkit.widgets.follower import Follower
from archkit.widgets.schema import CUSTOM, describe_section, section_keys
from archkit.widgets.studio import Studio, studio
from archkit.widgets.studio_page import page_pieces
from tests.widgets.pages_told import sections_told, words_told


class Screen:
    """The other end of a studio: what it was sent, and messages as a browser writes them."""

    def __init__(self, session):
        self.studio = studio(session)
        self.seen = []
        self.seq = 0
        self.studio.send = lambda content, buffers=None: self.seen.append(content)
        # What follows the edits follows when a test says so.
        self.studio.follower.wake = lambda: None

    def do(self, op, **more):
        self.seq += 1
        self.studio.handle({"op": op, "seq": self.seq, "client": "tab", **more})
        return next(news for news in reversed(self.seen) if news.get("ack") == self.seq)

    def open(self, key):
        return self.do("open", key=key)["described"]

    def follow(self):
        before = len(self.seen)
        for _, work in self.studio.follower.stages[:2]:
            work()
        return self.seen[before:]


@pytest.fixture
def screen(session):
    screen = Screen(session)
    yield screen
    screen.studio.close()


def test_a_section_is_described_when_it_is_opened_and_edited_by_its_key(screen, session):
    assert screen.studio.states == {}
    described = screen.open("risks")
    row = described["parts"][0]["rows"][0]["id"]

    answer = screen.do("set", section="risks", path=["risks", row, "owner"], value="Ada")

    assert (answer["section"], answer["saved"], session.document.risks[0].owner) == ("risks", True, "Ada")
    assert list(screen.studio.states) == ["risks"]


def test_an_edit_of_one_section_reaches_the_others_that_are_open(screen):
    screen.open("comparison")
    row = screen.open("options")["parts"][0]["rows"][1]["id"]

    screen.do("set", section="options", path=["options", row, "name"], value="Kafka")

    [drawn] = [news["drawn"] for news in screen.seen if news.get("section") == "comparison" and "drawn" in news]
    assert "Kafka" in [column["title"] for column in drawn["columns"]["criteria"]]


@pytest.mark.parametrize(
    "message",
    [
        {"op": "open", "key": "nothing"},
        {"op": "open"},
        {"op": "set", "section": ["risks"]},
        {"op": "set", "section": "layout", "path": ["layout", 0]},
        {"op": "watch", "views": 7},
        {"op": "watch", "views": {"markdown": "<script>"}},
        {"op": "set", "path": ["markdown", "nothing"], "value": "x"},
        {"op": "set", "path": ["markdown", "risks"], "value": 7},
        {"op": "set", "path": ["markdown", "risks"], "value": "x" * 1_000_001},
        {"op": "fix", "number": 99},
        {"op": ["fix"]},
        {"op": "risks"},
        {},
    ],
)
def test_a_message_that_does_not_fit_is_answered_in_words_and_changes_nothing(screen, session, message):
    before = session.document

    answer = screen.do(message.pop("op", None), **message)

    assert not answer["saved"] and ";" in answer["message"]
    assert session.document is before


def test_the_text_of_a_section_and_its_form_are_in_step_both_ways(screen, session):
    row = screen.open("risks")["parts"][0]["rows"][0]["id"]
    text = screen.do("watch", views={"markdown": "risks"})["text"]["markdown"]
    assert "Tom Okafor" in text

    screen.do("set", section="risks", path=["risks", row, "owner"], value="Ada")
    [news] = screen.follow()
    assert "Ada" in news["text"]["markdown"]

    typed = news["text"]["markdown"].replace("Mara Lindqvist", "Grace", 1)
    answer = screen.do("set", path=["markdown", "risks"], value=typed, before=[news["text"]["markdown"]])
    assert (answer["saved"], answer["now"]) == (True, typed)
    assert session.document.risks[1].owner == "Grace"
    row = screen.open("risks")["parts"][0]["rows"][1]["id"]
    assert ["risks", row, "owner"] in [list(path) for seen in screen.seen for path, _ in seen.get("values", [])]

    screen.do("undo")
    assert [risk.owner for risk in session.document.risks[:2]] == ["Ada", "Mara Lindqvist"]


def test_text_that_somebody_else_changed_meanwhile_is_merged_or_told(screen, session):
    before = screen.do("watch", views={"markdown": "executive_summary"})["text"]["markdown"]
    session.set(("executive_summary",), f"{session.document.executive_summary}\n\nAdded elsewhere.")

    merged = screen.do("set", path=["markdown", "executive_summary"], value=f"First.\n\n{before}", before=[before])
    assert merged["merged"] and merged["now"].startswith("First.") and merged["now"].endswith("Added elsewhere.")

    session.set(("executive_summary",), "Theirs.")
    told = screen.do("set", path=["markdown", "executive_summary"], value="Mine.", before=["Something older."])
    assert (told["saved"], told["now"], session.document.executive_summary) == (False, "Theirs.", "Theirs.")


def test_every_section_can_be_edited_as_text_or_says_why_not(screen, session):
    for key in section_keys():
        text = screen.do("watch", views={"markdown": key})["text"]
        assert bool(text["reason"]) == (key == CUSTOM)
        if key != CUSTOM:
            before = session.document
            assert screen.do("set", path=["markdown", key], value=text["markdown"], before=[text["markdown"]])["saved"]
            assert session.document == before, key


def test_the_page_is_sent_once_and_then_what_changed_of_it(screen, session):
    screen.do("watch", views={"page": "all"})
    [first] = screen.follow()
    assert first["page"]["basis"] == ""
    assert list(first["page"]["sections"]) == first["page"]["order"]

    session.set(("security", 0, "consideration"), "Keys <script>alert(1)</script>")
    news, *_ = screen.follow()

    assert "security-considerations" in news["page"]["sections"] or "security" in news["page"]["sections"]
    assert len(news["page"]["sections"]) < len(news["page"]["order"]) / 2
    assert news["page"]["basis"] == first["page"]["digest"]
    assert not any("<script" in words_told(news["page"], anchor) for anchor in news["page"]["sections"])
    assert screen.follow() == []


def test_the_edited_section_comes_first_and_what_follows_from_it_then(screen, session):
    screen.do("watch", views={"page": "all"})
    [first] = screen.follow()

    session.set(("effort", "work_items", 0, "likely"), "60")
    soon, then = screen.follow()

    assert list(soon["page"]["sections"]) == ["effort"] and list(soon["page"]["frame"]) == ["title"]
    assert {"options", "phases"} <= set(then["page"]["sections"])
    shown = sections_told(first["page"], soon["page"], then["page"])
    assert shown == page_pieces(session.document).sections
    assert len(words_told(soon["page"], "effort")) < len(shown["effort"]) / 3


def test_what_is_typed_back_to_what_it_was_is_told_at_once(screen, session):
    screen.do("watch", views={"page": "all"})
    screen.follow()
    [soon, _] = [work for _, work in screen.studio.follower.stages[:2]]

    for owner in ("Somebody new", "Operations"):
        session.set(("risks", 0, "owner"), owner)
        soon()
    before = session.document.risks[0].owner
    session.undo()
    session.undo()
    soon()

    assert before != session.document.risks[0].owner
    assert screen.studio._views._page.sections["risks"] == page_pieces(session.document).sections["risks"]


def test_the_pieces_of_a_page_joined_are_the_page(session):
    from archkit.pages.export_html import render_page

    for document in (session.document, Document()):
        pieces = page_pieces(document)
        frame = {name: pieces.frame[name] for name in ("head", "title", "leading")}
        text = "".join([*frame.values(), *pieces.sections.values(), pieces.frame["after"]])
        assert text == render_page(document, is_still=True)


def test_nothing_is_rendered_for_a_page_that_nobody_looks_at(screen, session):
    screen.do("watch", views={"page": False, "markdown": ""})
    session.set(("title",), "Other")

    assert screen.follow() == []


def test_what_is_missing_leads_to_a_field_and_a_fix_is_one_step(tmp_path):
    session = Session.create(
        tmp_path / "a.md", "# T\n\n## Technical Approach\n\n### Option 1: A\n\n## Risks and Mitigations\n"
    )
    screen = Screen(session)
    screen.studio.follower.stages[-1][1]()

    first = screen.studio.missing[0]
    assert first["words"] and first["section"] in section_keys() and isinstance(first["path"], list)
    assert set(screen.studio.progress) == set(section_keys()) - {CUSTOM}
    assert screen.studio.progress["risks"][0] == "empty"
    screen.studio.close()
    session.close()


def test_a_fix_of_the_list_mends_the_document_and_can_be_taken_back(tmp_path):
    from archkit.assets import example_file

    text = (
        example_file()
        .read_text(encoding="utf-8")
        .replace("| PostgreSQL outbox with SKIP LOCKED |", "| PostgreSQL outbox with skip locked |")
    )
    session = Session.create(tmp_path / "a.md", text)
    screen = Screen(session)
    screen.studio.follower.stages[-1][1]()
    fixes = [entry for entry in screen.studio.missing if entry["fix"]]
    before = session.document

    for entry in fixes[:1]:
        assert screen.do("fix", number=entry["number"])["saved"]
        assert session.document != before
        screen.do("undo")
        assert session.document == before
    screen.studio.close()
    session.close()


def test_a_studio_that_nobody_looks_at_follows_no_longer(screen, session):
    woken = []
    screen.studio.follower.wake = lambda: woken.append(1)
    screen.do("hello")
    session.set(("title",), "One")
    assert len(woken) == 2
    screen.do("bye")
    session.set(("title",), "Two")

    assert len(woken) == 2


def test_a_studio_says_what_it_is_without_an_address(screen):
    assert repr(screen.studio) == "Studio('example.md', 18 sections)"


def test_a_follower_does_what_is_asked_for_meanwhile_once_more_and_then_rests():
    begun, go_on, done, rested = threading.Event(), threading.Event(), [], []

    def work():
        done.append(time.monotonic())
        begun.set()
        go_on.wait(10)

    follower = Follower((0.0, work), (0.01, lambda: rested.append(1)))
    follower.wake()
    begun.wait(10)
    for _ in range(5):
        follower.wake()
    go_on.set()
    follower.wait()

    assert (len(done), len(rested)) == (2, 1)
    follower.end()
    follower.wake()
    follower.wait()
    assert len(done) == 2


def _places(kind: type[Frozen]):
    """Yield the keys of all fields of a section or row, those of the rows in it too."""
    for spec in fields_of(kind):
        yield spec.key


def _shown(part, columns):
    yield from (column["path"][-1] for column in columns.get(part.get("columns"), ()) if column["path"])
    yield str(part.get("path", ("",))[-1])
    yield str(part.get("key", ""))
    yield str(part.get("order", ("",))[-1])
    for row in part.get("rows", ()):
        for inner in row.get("parts", ()):
            yield from _shown(inner, columns)


#: Fields that one sees in another way: scores are columns named after options, layout is the order of the sections.
ELSEWHERE = {"extra", "scores"}


@pytest.mark.parametrize("key", [spec.key for spec in outline()])
def test_the_studio_has_a_control_for_every_field_of_the_model(screen, session, key):
    described = describe_section(session.document, key)
    shown = {name for part in described["parts"] for name in _shown(part, described.get("columns", {}))}
    value = getattr(session.document, key)
    rows = value if isinstance(value, tuple) else (value,)
    kinds = {type(row) for row in rows if isinstance(row, Frozen)}
    wanted = {name for kind in kinds for name in _places(kind)} - ELSEWHERE

    assert not wanted - shown, f"{key} has no control for these"
    assert kinds or clean(str(value))
    assert all(issubclass(kind, (Row, Frozen)) for kind in kinds)
    assert isinstance(screen.studio, Studio)
