"""What all tests share."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# The same commit is tested with the same examples wherever and whenever it is; `make explore` looks for others.
# Neither asks the clock: a busy machine is no fault of a test. No folder below loads a profile of its own, which would
# hold for every test that is collected after it, whatever was asked for.
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=_SLOW, print_blob=True)
settings.register_profile("explore", deadline=None, suppress_health_check=_SLOW, max_examples=2000, print_blob=True)
settings.load_profile("same")


def pytest_configure(config: pytest.Config) -> None:
    # Reviews are due and findings grow old: a check in a test is one of this day, 2026-11-23.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1795435200")
    # A shell starts what it does not wait for with Ctrl-C ignored, which would hold for every process of a test, too.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # Many tests end while a clash waits. By its words, so that a run without sessions imports none.
    config.addinivalue_line("filterwarnings", "ignore:.* not saved. .* comes back at the next opening$:UserWarning")


@pytest.fixture(autouse=True)
def _forget_sessions_of_other_tests() -> Iterator[None]:
    """A session that died in a test on purpose is not ended when the process ends."""
    yield
    if "archkit.unsaved" in sys.modules:
        sys.modules["archkit.unsaved"]._EDITED.clear()
