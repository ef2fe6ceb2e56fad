"""The preview: it shows the site to this machine alone, and tells its pages when to load again."""

import argparse
import http.client
import threading

import pytest

from archkit.cli import main
from archkit.previewing import EVENTS, SCRIPT, PreviewServer, build_again, snapshot
from archkit.site.engine import Engine
from tests.site.small_documents import contents, document, put


@pytest.fixture
def server(tmp_path):
    page = "<meta content=\"default-src 'none'; script-src 'self'\"><body>Hello</body>"
    (tmp_path / "index.html").write_text(page)
    (tmp_path / ".archkit-site.json").write_text("{}")
    with PreviewServer(tmp_path) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def asked(server, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=30)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def test_pages_get_a_script_that_loads_them_again(server):
    page = asked(server, "/").read().decode()

    assert f'<script src="{SCRIPT}?0"></script></body>' in page
    assert "connect-src 'self'" in page
    assert EVENTS in asked(server, SCRIPT).read().decode()


def test_it_listens_on_this_machine_and_answers_to_its_own_name_only(server):
    assert server.server_address[0] == "127.0.0.1"
    assert asked(server, "/", Host="evil.example:80").status == 403
    assert asked(server, "/", Host="localhost:80").status == 200


@pytest.mark.parametrize("path", ["/missing.html", "/.archkit-site.json", "/../../etc/passwd"])
def test_what_is_no_file_of_the_site_is_not_found(server, path):
    assert asked(server, path).status == 404


def test_a_page_that_is_gone_says_so_in_the_look_of_the_site_and_comes_back(tmp_path, server):
    answer = asked(server, "/documents/a%20%3Cb%3E-architecture.html")
    page = answer.read().decode()

    assert answer.status == 404
    assert "<h1>This page is not there now</h1>" in page
    assert "<code>documents/a &lt;b&gt;-architecture.html</code>" in page
    assert 'href="/errors.html"' in page
    assert 'href="/assets/site.css"' in page
    assert f'<script src="{SCRIPT}?0"></script></body>' in page
    assert "connect-src 'self'" in page


def test_a_page_that_waits_is_told_of_the_next_build(server):
    stream = asked(server, EVENTS)
    assert stream.readline() == b": here\n"

    server.reload()

    assert [stream.readline(), stream.readline()] == [b"\n", b"data: reload\n"]


def test_a_page_of_an_older_build_is_told_at_once(server):
    server.reload()

    stream = asked(server, f"{EVENTS}?0")

    assert [stream.readline(), stream.readline(), stream.readline()] == [b": here\n", b"\n", b"data: reload\n"]


def test_every_page_of_a_site_lets_that_script_ask(tmp_path, server):
    site = tmp_path / "site"
    assert main(["build", str(put(tmp_path / "docs", {"a-architecture.md": document("A")})), "-o", str(site)]) == 0

    pages = [file.relative_to(tmp_path).as_posix() for file in site.rglob("*.html")]

    assert len(pages) == 6
    assert [page for page in pages if "connect-src 'self'" not in asked(server, f"/{page}").read().decode()] == []


def test_any_change_among_the_documents_is_seen(tmp_path):
    one = document("One")
    states = [{"a-architecture.md": one}, {"a-architecture.md": one + "More"}, {"b-architecture.md": one}]

    seen = [snapshot([put(tmp_path, state)]) for state in states]

    assert len({tuple(state.items()) for state in seen}) == 3
    assert snapshot([tmp_path / "missing"]) == {}


def test_a_change_of_the_settings_above_the_documents_is_seen(tmp_path):
    folder = put(tmp_path / "all" / "docs", {"a-architecture.md": document("A")})
    seen = [snapshot([folder])]
    for place, text in ((tmp_path, "[tool.archkit]\n"), (folder, "[tool.other]\n"), (folder, "[tool.archkit]\n")):
        (place / "pyproject.toml").write_text(text)
        seen.append(snapshot([folder]))

    assert len({tuple(sorted(state.items())) for state in seen}) == 4


def test_settings_that_do_not_fit_leave_the_site_as_it_is_while_it_is_watched(tmp_path, server, capsys):
    folder, site = put(tmp_path / "docs", {"a-architecture.md": document("A")}), tmp_path / "site"
    given = argparse.Namespace(files=[folder], output=site, title="")
    build_again(given, Engine(), server)
    assert server.builds == 1
    before = contents(site)
    capsys.readouterr()
    (folder / "pyproject.toml").write_text('[tool.archkit]\ncurrency = "USD"\n')

    build_again(given, Engine(), server)

    assert capsys.readouterr().err.count("has no setting") == 1
    assert contents(site) == before
    assert server.builds == 1


def test_a_port_that_is_taken_is_said_before_anything_is_built(tmp_path, server, capsys):
    folder, site = put(tmp_path / "docs", {"a-architecture.md": document("A")}), tmp_path / "site"
    port = str(server.server_address[1])

    assert main(["build", str(folder), "-o", str(site), "--jobs", "1", "--watch", "--port", port]) == 2

    assert f"127.0.0.1:{port}: cannot be listened on" in capsys.readouterr().err
    assert not site.exists()
