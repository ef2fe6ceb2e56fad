"""A Dask scheduler with real workers gives the frames that this process gives, even when one of them is killed."""

from __future__ import annotations

import signal
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

import archkit
from archkit.batch import executor_for
from archkit.cli import main
from archkit.errors import SettingsError
from tests.batch.cluster import Cluster, cluster
from tests.portfolios.made import assert_same, made


class KillingExecutor(Executor):
    """Hands work on, and kills a worker while pieces of work are under way."""

    def __init__(self, executor: Executor, running: Cluster, after: int) -> None:
        self.executor, self.running, self.after, self.count = executor, running, after, 0

    def submit(self, task: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.count += 1
        if self.count == self.after:
            self.running.workers[0].kill()
        return self.executor.submit(task, *args, **kwargs)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_two_workers_of_which_one_is_killed_give_the_same_frames(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = made(tmp_path / "documents", 20)
    alone = archkit.portfolio(folder)

    with cluster(tmp_path) as running:
        with executor_for(address=running.address) as executor:
            assert executor is not None
            assert_same(archkit.portfolio(folder, executor, size=2), alone)
        assert main(["portfolio", str(folder), "--executor", running.address]) == 0
        assert "20 documents" in capsys.readouterr().out
        with executor_for(address=running.address) as executor:
            assert executor is not None
            killing = KillingExecutor(executor, running, after=6)
            assert_same(archkit.portfolio(folder, killing, size=2), alone)
        assert running.workers[0].wait() == -signal.SIGKILL
        assert running.workers[1].poll() is None


@pytest.mark.filterwarnings("default")
def test_an_address_without_a_scheduler_is_said():
    with pytest.raises(SettingsError, match="tcp://HOST:PORT"), executor_for(address="nonsense://x"):
        pass
