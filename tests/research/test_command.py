"""`archkit research` and `doc.research()`: seen as a person does."""

from __future__ import annotations

import io
import json
import sys
import threading

import pytest

import archkit
from archkit.assets import template_text
from archkit.cli import main
from archkit.errors import ArchkitError, ModelError
from archkit.research.command import picked
from archkit.session import Session
from archkit.widgets.research import LookUps
from tests.research.test_pasted import NEW


@pytest.fixture(autouse=True)
def asks_the_server_of_the_tests(server, monkeypatch, tmp_path):
    monkeypatch.setenv("CONTEXT7_API_URL", server.base)
    monkeypatch.delenv("CONTEXT7_API_KEY", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "x-architecture.md"
    file.write_text(template_text(), encoding="utf-8")
    return file


def give(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_without_a_document_it_only_prints(server, capsys):
    assert main(["research", "Next.js", "match paths"]) == 0

    out, err = capsys.readouterr()
    assert out.startswith("2 snippets on /vercel/next.js from 127.0.0.1")
    assert "\n1. Match paths in middleware\n" in out
    assert f"asking {server.host}; the question stays on this machine" in err


def test_picked_snippets_become_findings_once(file, capsys):
    command = ["research", "Next.js", "match paths", "--version", "99", "--to", str(file), "--pick", "2,1"]
    assert main(command) == main(command) == 0

    findings = archkit.open(file).findings
    assert [row.id for row in findings.rows] == ["F1", "F2"]
    assert findings[0].text.startswith("Routing > Middleware")
    assert findings[0].context_differs == "Version 99 was asked for, canary was answered."
    assert "x-architecture.md: snippet 2 is finding [F1]" in capsys.readouterr().out


def test_a_pasted_answer_asks_nobody(server, file, monkeypatch):
    give(monkeypatch, NEW)

    assert main(["research", "--paste", "/vercel/next.js", "match paths", "--to", str(file), "--pick", "all"]) == 0
    assert len(archkit.open(file).findings.rows) == 2
    assert server.asked == []


def test_json_that_was_printed_is_read_again(file, tmp_path, capsys):
    main(["research", "/vercel/next.js", "match paths", "--json"])
    kept = tmp_path / "answer.json"
    kept.write_text(capsys.readouterr().out, encoding="utf-8")

    assert main(["research", "--from", str(kept), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(kept.read_text())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the library is missing"),
        (["Next.js"], "the question is missing"),
        (["Next.js", "x", "--pick", "1"], "add --to FILE"),
        (["--paste", "--from", "x.json"], "leave out --paste or --from"),
        (["--from", "missing.json"], "missing.json: no such file"),
        (["nothing", "x"], 'there is no library called "nothing"'),
        (["Next.js", "x", "--to", "missing.md"], "missing.md"),
    ],
)
def test_what_cannot_be_meant_is_said(arguments, said, capsys):
    assert main(["research", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_document_without_a_pick_is_left_as_it_is(file, monkeypatch, capsys):
    before = file.read_bytes()
    give(monkeypatch, "")

    assert main(["research", "Next.js", "x", "--to", str(file)]) == 2
    assert file.read_bytes() == before
    assert "say which snippets with --pick" in capsys.readouterr().err


def test_numbers_are_picked_in_the_order_given():
    assert picked("3, 1-2,1", 3) == (3, 1, 2)
    assert picked("all", 2) == (1, 2)
    for wrong in ("0", "4", "2-1", "x", "1,,2", "1-", "²", "999999"):
        with pytest.raises(ArchkitError, match="--pick"):
            picked(wrong, 3)


def test_an_open_document_asks_and_picks(file, server):
    document = archkit.open(file)
    assert server.asked == []

    with pytest.raises(ArchkitError, match=r"asks nobody.*ask=True"):
        document.research("Next.js", "match paths", version="15")
    assert server.asked == []
    found = document.research("Next.js", "match paths", version="15", ask=True)
    asked = len(server.asked)
    assert len(document.research("Next.js", "match paths", version="15")) == len(found)
    assert len(server.asked) == asked

    assert len(found) == 2
    assert repr(found).startswith("2 snippets on /vercel/next.js/v15.1.11")
    assert "<b>Match paths in middleware</b>" in found._repr_html_()
    assert found.pick(2) == ("F1",)
    assert document.findings[0].text.startswith("Routing > Middleware")


def test_nothing_but_a_look_up_asks_the_server(file, server, tmp_path):
    document = archkit.open(file)
    form = document.findings.edit()
    form.handle({"op": "hello", "client": "c", "seq": 1})
    form.handle({"op": "research", "step": "about", "client": "c", "seq": 2})
    document.check()
    document.export(tmp_path / "x.html")

    assert server.asked == []


def test_a_form_answers_at_once_and_tells_the_rest_from_a_thread(file, server):
    told, came = [], threading.Event()
    session = Session.open(file)
    look_ups = LookUps(session, lambda news: (told.append(news), came.set()))

    about = look_ups.do({"step": "about"})
    answer = look_ups.do({"step": "ask", "client": "c", "number": 1, "library": "Next.js", "question": "x"})

    assert about == {"host": server.host, "leaves": False}
    assert answer == {}
    assert came.wait(60)
    assert told[0]["research"]["answer"]["library"] == "/vercel/next.js"
    assert look_ups.do({"step": "pick", "client": "c", "number": 1, "numbers": [1]}) == {"ids": ["F1"]}
    with pytest.raises(ModelError, match="look them up again"):
        look_ups.do({"step": "pick", "client": "other", "number": 1, "numbers": [1]})


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"step": []},
        {"step": "ask", "library": 3},
        {"step": "paste", "text": None},
        {"step": "pick"},
    ],
)
def test_a_message_that_no_panel_sends_is_refused(file, message):
    form = archkit.open(file).findings.edit()

    answer = form.handle({"op": "research", "client": "c", "seq": 1, **message})

    assert answer["saved"] is False
    assert "inside archkit" not in answer["message"]
