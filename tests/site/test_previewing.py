"""The preview: it shows the site to this machine alone, and tells its pages when to load again."""

import http.client
import threading

import pytest

from archkit.cli import main
from archkit.previewing import EVENTS, SCRIPT, PreviewServer, snapshot
from tests.site.small_documents import document, put


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


def test_a_port_that_is_taken_is_said_before_anything_is_built(tmp_path, server, capsys):
    folder, site = put(tmp_path / "docs", {"a-architecture.md": document("A")}), tmp_path / "site"
    port = str(server.server_address[1])

    assert main(["build", str(folder), "-o", str(site), "--jobs", "1", "--watch", "--port", port]) == 2

    assert f"127.0.0.1:{port}: cannot be listened on" in capsys.readouterr().err
    assert not site.exists()
