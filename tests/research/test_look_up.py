"""Questions to a server that speaks the interface of Context7, faults included."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from archkit.errors import ResearchError
from archkit.research import fetch
from archkit.research.server import Server, server_from
from tests.research.context7_server import CODE, NEXT, Fault, error, running_server

QUESTION = "how does middleware match paths"


def test_a_library_is_found_by_its_name_and_asked_with_the_question(look_up, server):
    answer = look_up.answer("Next.js", QUESTION)

    assert [path for path, _, _ in server.asked] == ["/v2/libs/search", "/v2/context"]
    assert server.asked[0][1] == {"libraryName": "Next.js", "query": QUESTION}
    assert server.asked[1][1] == {"libraryId": "/vercel/next.js", "query": QUESTION, "type": "json"}
    assert (answer.library, answer.server, answer.time) == ("/vercel/next.js", server.host, "2026-11-23T12:00:00Z")
    assert [one.id for one in answer.others] == ["/websites/nextjs"]
    first, second = answer.snippets
    assert first.source == "https://github.com/vercel/next.js/blob/canary/docs/middleware.mdx#_snippet_0"
    assert first.code == (CODE["codeList"][0]["code"],)
    assert (second.title, second.version) == ("Routing > Middleware", "canary")


def test_an_id_is_asked_without_a_search(look_up, server):
    look_up.answer("/vercel/next.js", QUESTION)

    assert [path for path, _, _ in server.asked] == ["/v2/context"]


@pytest.mark.parametrize(
    ("asked", "id", "difference"),
    [
        ("v15.1.8", "/vercel/next.js/v15.1.8", ""),
        ("15.1.8", "/vercel/next.js/v15.1.8", ""),
        ("15", "/vercel/next.js/v15.1.11", "Version 15 was asked for, v15.1.11 was answered."),
        ("99.1", "/vercel/next.js", "Version 99.1 was asked for, canary was answered."),
    ],
)
def test_the_version_that_answers_is_kept_beside_the_one_asked_for(look_up, asked, id, difference):
    answer = look_up.answer("Next.js", QUESTION, asked)

    assert (answer.library, answer.asked) == (id, asked)
    assert {answer.difference(one) for one in answer.snippets} == {difference}
    assert bool(answer.notes) == (asked == "99.1")


def test_a_version_behind_an_id_may_lack_its_v(look_up, server):
    answer = look_up.answer("/vercel/next.js", QUESTION, "15.1.8")

    assert answer.library == "/vercel/next.js/v15.1.8"
    assert [question["libraryId"] for _, question, _ in server.asked] == [
        "/vercel/next.js/15.1.8",
        "/vercel/next.js/v15.1.8",
    ]


def test_a_server_that_answers_another_version_silently_is_found_out(look_up, server):
    other = {"codeSnippets": [{**CODE, "codeId": "https://github.com/vercel/next.js/blob/v13.0.0/docs/a.mdx"}]}
    server.faults.append(Fault(200, other))

    answer = look_up.answer("/vercel/next.js/v15.1.8", QUESTION)

    assert answer.difference(answer.snippets[0]) == "Version v15.1.8 was asked for, v13.0.0 was answered."


def test_a_library_that_moved_is_asked_by_its_new_id_at_the_same_server(look_up, server):
    answer = look_up.answer("/zeit/next.js", QUESTION)

    assert answer.library == "/vercel/next.js"
    assert answer.notes == ("/zeit/next.js is called /vercel/next.js now.",)
    assert [question["libraryId"] for _, question, _ in server.asked] == ["/zeit/next.js", "/vercel/next.js"]


def test_libraries_that_point_at_each_other_end(look_up, server):
    with pytest.raises(ResearchError, match="sends from one library to the next"):
        look_up.answer("/turning/one", QUESTION)

    assert len(server.asked) == 4


@pytest.mark.parametrize(
    "named", ["https://evil.example/api", "//evil.example/x", "http://evil.example", "/../etc/passwd", "/a", 7, None]
)
def test_an_address_in_place_of_an_id_is_never_followed(look_up, server, named):
    with running_server() as elsewhere:
        fault = error(301, "library_redirected", "moved", redirectUrl=named)
        server.faults.append(replace(fault, headers={"Location": f"{elsewhere.base}/v2/context"}))

        with pytest.raises(ResearchError, match="never followed"):
            look_up.answer("/zeit/next.js", QUESTION)

        assert elsewhere.asked == []


@pytest.mark.parametrize("status", [302, 303, 307, 308])
def test_no_redirect_takes_the_key_to_another_place(look_up, server, status):
    with running_server() as elsewhere:
        server.faults.append(Fault(status, b"", {"Location": f"{elsewhere.base}/v2/context"}))

        with pytest.raises(ResearchError, match="never followed"):
            look_up.answer("/vercel/next.js", QUESTION)

        assert elsewhere.asked == []


@pytest.mark.parametrize(
    ("status", "said", "right"),
    [
        (400, "does not accept the question", "name the library as /owner/name"),
        (401, "the key is not valid", "set CONTEXT7_API_KEY"),
        (402, "a payment or a higher limit", "unset CONTEXT7_API_KEY"),
        (403, "access is denied", "use a key that may read it"),
        (404, "no such library", "look at the spelling"),
        (418, "status 418", "try again later"),
    ],
)
def test_a_refusal_says_what_would_be_right(look_up, server, pauses, status, said, right):
    server.faults.append(error(status, "code", "Words of the server."))

    with pytest.raises(ResearchError) as caught:
        look_up.answer("/vercel/next.js", QUESTION)

    assert said in str(caught.value)
    assert right in str(caught.value)
    assert "(it says: Words of the server)" in str(caught.value)
    assert pauses == []


@pytest.mark.parametrize("status", [202, 429, 500, 502, 503, 504])
def test_what_passes_is_asked_again_with_growing_pauses(look_up, server, pauses, status):
    server.faults += [error(status, "later", "Later.")] * 3

    assert look_up.answer("/vercel/next.js", QUESTION).snippets
    assert pauses == [0.5, 1.0, 2.0]


@pytest.mark.parametrize(("status", "said"), [(202, "not ready yet"), (429, "too many questions"), (503, "status 503")])
def test_asking_again_has_an_end(look_up, server, pauses, status, said):
    server.faults += [error(status, "later", "Later.")] * 9

    with pytest.raises(ResearchError, match=said):
        look_up.answer("/vercel/next.js", QUESTION)
    assert (len(server.asked), len(pauses)) == (4, 3)


def test_a_pause_varies(look_up):
    assert replace(look_up.patience, chance=lambda: 0.0).pause(1) == look_up.patience.pause(1) / 2


@pytest.mark.parametrize("as_date", [False, True])
def test_the_pause_that_a_server_asks_for_is_kept(look_up, server, pauses, as_date):
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=15), usegmt=True)
    server.faults.append(
        error(429, "rate_limit_exceeded", "Slow down.", headers={"Retry-After": moment if as_date else "7"})
    )

    look_up.answer("/vercel/next.js", QUESTION)

    assert 0 < pauses[0] <= 15 if as_date else pauses == [7.0]


def test_a_pause_of_hours_is_told_and_not_waited(look_up, server, pauses):
    server.faults.append(error(429, "rate_limit_exceeded", "Quota.", headers={"Retry-After": "86400"}))

    with pytest.raises(ResearchError, match="ask again in 24 hours"):
        look_up.answer("/vercel/next.js", QUESTION)
    assert (pauses, len(server.asked)) == ([], 1)


def test_a_connection_that_is_cut_is_tried_again(look_up, server, pauses):
    server.faults += [Fault(200, b'{"codeSnippets": [', cut=True)] * 2

    assert look_up.answer("/vercel/next.js", QUESTION).snippets
    assert len(pauses) == 2


def test_a_silent_server_is_given_up(look_up, server, pauses):
    server.faults += [Fault(silent=True)] * 4
    impatient = replace(look_up, patience=replace(look_up.patience, silence=0.05))

    with pytest.raises(ResearchError, match="did not answer in time"):
        impatient.answer("/vercel/next.js", QUESTION)
    assert len(pauses) == 3


def test_an_answer_that_never_ends_is_given_up(look_up):
    moments = iter(range(0, 10_000, 61))
    slow = replace(look_up, patience=replace(look_up.patience, clock=lambda: next(moments)))

    with pytest.raises(ResearchError, match="more than 60 seconds"):
        slow.answer("/vercel/next.js", QUESTION)


def test_no_server_is_said(look_up):
    with running_server() as gone:
        base = gone.base
    with pytest.raises(ResearchError, match=r"cannot be reached; .*--paste"):
        replace(look_up, server=Server(base)).answer("/vercel/next.js", QUESTION)


@pytest.mark.parametrize("proxy", ["ftp://user:secret@x", "gopher://user:secret@x"])
def test_a_proxy_that_cannot_be_used_is_said_without_its_password(look_up, monkeypatch, proxy):
    monkeypatch.setenv("HTTPS_PROXY", proxy)

    with pytest.raises(ResearchError, match="look at HTTPS_PROXY") as caught:
        replace(look_up, server=Server("https://context7.invalid/api")).answer("/vercel/next.js", QUESTION)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Sign in</html>",
        b"[]",
        b"null",
        b'"text"',
        b"{}",
        b'{"codeSnippets": {}}',
        b'{"codeSnippets": "many"}',
        b'{"codeSnippets": [], "infoSnippets": 3}',
        b"\xff\xfe",
        b'{"codeSnippets": [',
        b"[" * 100_000,
        b'{"codeSnippets": [null, 3, {}, {"codeTitle": 3, "codeList": [7]}], "infoSnippets": [{"content": ["x"]}]}',
    ],
)
def test_an_answer_of_the_wrong_shape_is_refused_in_words_and_not_kept(look_up, server, body):
    server.faults.append(Fault(200, body))

    with pytest.raises(ResearchError, match=server.host):
        look_up.answer("/vercel/next.js", QUESTION)
    assert look_up.answer("/vercel/next.js", QUESTION).snippets


def test_a_huge_answer_is_not_read_to_its_end(look_up, server, monkeypatch):
    monkeypatch.setattr(fetch, "MOST_BYTES", 1000)
    server.faults.append(Fault(200, b"x" * 3000))

    with pytest.raises(ResearchError, match="the answer is longer than"):
        look_up.answer("/vercel/next.js", QUESTION)


def test_a_compressed_answer_is_refused(look_up, server):
    server.faults.append(Fault(200, b"\x1f\x8b", {"Content-Encoding": "gzip"}))

    with pytest.raises(ResearchError, match="compressed"):
        look_up.answer("/vercel/next.js", QUESTION)


def test_a_second_question_of_the_same_words_is_answered_from_the_disk(look_up, server):
    first = look_up.answer("/zeit/next.js", QUESTION)
    asked = len(server.asked)
    second = look_up.answer("/zeit/next.js", QUESTION)

    assert len(server.asked) == asked
    assert second == replace(first, cached=True)
    assert not replace(look_up, fresh=True).answer("/zeit/next.js", QUESTION).cached
    assert len(server.asked) == 2 * asked


def test_the_key_goes_to_the_server_and_nowhere_else(look_up, server, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    server.faults.append(error(401, "invalid_api_key", "The key ctx7sk-secret is wrong."))

    with pytest.raises(ResearchError) as caught:
        look_up.answer("/vercel/next.js", QUESTION)
    look_up.answer("/vercel/next.js", QUESTION)

    assert server.asked[0][2]["authorization"] == "Bearer ctx7sk-secret"
    kept = "".join(file.read_text() for file in tmp_path.rglob("*.json"))
    assert kept
    assert "ctx7sk-secret" not in f"{caught.value}{caplog.text}{kept}{look_up}"


def test_without_a_key_none_is_sent(look_up, server):
    replace(look_up, server=Server(server.base)).answer("/vercel/next.js", QUESTION)

    assert "authorization" not in server.asked[0][2]


@pytest.mark.parametrize(
    "library", ["../../../etc/passwd", "a/../b", "C:\\x", "name\x00\x1b[31m", "/a/b/c/d", "x" * 400]
)
def test_a_hostile_name_is_a_name(look_up, server, tmp_path, library):
    with pytest.raises(ResearchError, match="there is no library called"):
        look_up.answer(library, QUESTION)
    assert server.asked[0][0] == "/v2/libs/search"
    assert {file.parent.name for file in tmp_path.rglob("*") if file.is_file()} <= {"cache"}


@pytest.mark.parametrize(("library", "query"), [("", "x"), ("next", " "), ("next", "x" * 501)])
def test_a_question_that_no_server_takes_is_not_sent(look_up, server, library, query):
    with pytest.raises(ResearchError):
        look_up.answer(library, query)
    assert server.asked == []


def test_a_library_without_documentation_is_passed_over(look_up, server):
    results = [{**NEXT, "id": "/broken/next.js", "state": "error"}, {"title": "no id"}, 3, NEXT]
    server.faults.append(Fault(200, {"results": results}))

    assert look_up.answer("Next.js", QUESTION).library == "/vercel/next.js"


def test_the_environment_names_the_server():
    server = server_from({"CONTEXT7_API_URL": "http://127.0.0.1:8/api/", "CONTEXT7_API_KEY": " k "})

    assert (server.base, server.key, server.host) == ("http://127.0.0.1:8/api", "k", "127.0.0.1:8")
    assert server_from({}) == Server("https://context7.com/api", "")


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("ftp://x/api", ""),
        ("context7.com/api", ""),
        ("https://", ""),
        ("https://user:password@x/api", ""),
        ("https://x/api?a=b", ""),
        ("https://x:port/api", ""),
        ("https://[x", ""),
        ("http://context7.example/api", "ctx7sk-secret"),
        ("", "two words"),
        ("", "line\nbreak"),
        ("", "schlüssel"),
    ],
)
def test_an_environment_that_cannot_be_meant_is_refused_without_its_secrets(url, key):
    with pytest.raises(ResearchError) as caught:
        server_from({"CONTEXT7_API_URL": url, "CONTEXT7_API_KEY": key})
    assert "password" not in str(caught.value).replace("name or password", "")
    assert not key or key not in str(caught.value)
