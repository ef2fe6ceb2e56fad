"""Work on many documents goes on whatever one of them does, and is the same wherever it is done."""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from archkit.batch import Progress, Source, each, executor_for
from archkit.batch.pools import RenewedPool, WorkersError
from archkit.cli import main
from archkit.errors import SettingsError
from tests.batch.tasks import size


def sources(*data: bytes) -> list[Source]:
    return [Source(f"{at}.md", one) for at, one in enumerate(data)]


def test_documents_come_back_in_their_order_from_any_executor():
    given = sources(*(b"x" * at for at in range(23)))
    alone = list(each(size, given))

    with ThreadPoolExecutor(3) as threads, executor_for(2) as processes:
        assert list(each(size, given, executor=threads, size=4)) == alone
        assert list(each(size, given, executor=processes, size=5)) == alone
    assert [one.value for one in alone] == list(range(23))


@pytest.mark.parametrize("data", [b"broken", b"bug", b"loop", b"search"])
def test_a_document_that_fails_or_hangs_has_an_error_and_the_others_have_values(data: bytes):
    found = list(each(size, sources(b"a", data, b"bb"), seconds=0.2))

    assert [one.value for one in found] == [1, None, 2]
    reason = {b"broken": "it cannot be read", b"bug": "KeyError"}.get(data, "longer than 0.2 s")
    assert reason in found[1].error


def test_a_document_that_hangs_in_a_thread_ends_too():
    with ThreadPoolExecutor(1) as threads:
        found = list(each(size, sources(b"loop", b"a"), executor=threads, seconds=0.2))

    assert (found[0].value, found[1].value) == (None, 1)
    assert "longer" in found[0].error


def test_a_document_that_kills_its_process_is_found_and_the_others_are_done():
    given = sources(*(b"x" * at for at in range(9)), b"kill", *(b"y" for _ in range(6)))

    with executor_for(2) as processes:
        found = list(each(size, given, executor=processes, size=4))

    assert [one.name for one in found if one.error] == ["9.md"]
    assert "ended" in found[9].error
    assert [one.value for one in found if not one.error] == [*range(9), *([1] * 6)]


class Startless(ProcessPoolExecutor):
    """Gets no process, as where a limit of the machine is reached."""

    def submit(self, *_: object, **__: object):
        raise BrokenPipeError(32, "Broken pipe")


def startless(_: RenewedPool) -> ProcessPoolExecutor:
    return Startless(2, mp_context=multiprocessing.get_context("spawn"))


def dying(_: RenewedPool) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(2, mp_context=spawn, initializer=os._exit, initargs=(3,))


@pytest.mark.parametrize(("new", "reason"), [(startless, "broken pipe"), (dying, "they end at once")])
def test_processes_that_cannot_start_are_one_sentence_with_the_remedy(
    new: Callable[[RenewedPool], ProcessPoolExecutor], reason: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(RenewedPool, "_new", new)

    with executor_for(2) as processes, pytest.raises(WorkersError) as error:
        list(each(size, sources(b"a", b"b"), executor=processes, size=1))

    assert str(error.value) == f"jobs: worker processes cannot be started here ({reason}); use one process: --jobs 1"


@pytest.mark.parametrize("command", ["portfolio", "build"])
def test_a_command_says_that_processes_cannot_start(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(RenewedPool, "_new", startless)
    for at in range(9):
        (tmp_path / f"{at}-architecture.md").write_text("# T\n")
    given = [command, str(tmp_path), "-o", str(tmp_path / "site")] if command == "build" else [command, str(tmp_path)]

    assert main([*given, "--jobs", "2"]) == 2
    assert "archkit: jobs: worker processes cannot be started here (broken pipe)" in capsys.readouterr().err
    assert main([*given, "--jobs", "1"]) == 0


def test_documents_are_taken_only_as_fast_as_they_are_done():
    taken: list[int] = []
    may_go = threading.Event()

    def slow():
        for at in range(1000):
            taken.append(at)
            yield Source(str(at), b"")

    with ThreadPoolExecutor(1) as threads:
        results = each(size, slow(), executor=threads, size=2)
        next(results)
        may_go.set()
        assert len(taken) <= 2 * 8
        results.close()


def test_a_task_that_cannot_be_sent_is_an_error_of_the_caller():
    with executor_for(2) as processes, pytest.raises(Exception, match=r"pickle|local"):
        list(each(lambda source: 1, sources(b"a"), executor=processes))


def test_one_job_is_this_process_and_none_is_no_number():
    with executor_for(1) as nobody:
        assert nobody is None
    with pytest.raises(SettingsError, match="from 1 on"), executor_for(0):
        pass


def test_progress_is_plain_lines_where_nothing_can_be_redrawn():
    out = io.StringIO()
    with Progress(3, "reading", out) as progress:
        for _ in range(3):
            progress.step()

    assert out.getvalue().startswith("reading: 3 of 3 documents, ")
    assert "\r" not in out.getvalue()


def test_progress_on_a_terminal_is_a_bar_with_rate_and_rest():
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    with Progress(2, "reading", out) as progress:
        progress.step(2)

    assert "2/2" in out.getvalue()
    assert "documents" in out.getvalue()


def read_to_the_end(outer: int) -> bytes:
    """Return all that a terminal has got; the kernel hands it over piece by piece, and says EIO after the last one."""
    pieces = b""
    with suppress(OSError):
        while piece := os.read(outer, 10_000):
            pieces += piece
    return pieces


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals to make here")
@pytest.mark.parametrize(("rows", "columns"), [(0, 100), (24, 40), (24, 80), (0, 0)])
def test_a_terminal_of_any_size_shows_rate_and_remaining_time(rows: int, columns: int):
    import fcntl
    import struct
    import termios

    outer, inner = os.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    with open(inner, "w") as terminal, Progress(10, "generated", terminal) as progress:
        progress.step(5)
    shown = read_to_the_end(outer).decode()
    os.close(outer)

    last = shown.strip().split("\r")[-1]
    assert "/s" in last
    assert re.search(r"/s \d\d:\d\d|<\d\d:\d\d", last)
    assert len(last) < (columns or 81)
