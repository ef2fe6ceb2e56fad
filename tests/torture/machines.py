"""How a state machine of sessions is run: without the clock and without waiting for the disk."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from archkit import saving


def run_machine(
    machine: type[RuleBasedStateMachine], monkeypatch: pytest.MonkeyPatch, *, examples: int, steps: int
) -> None:
    """Run histories of a machine, which saves by itself; what a power cut would take is not asked."""
    monkeypatch.setattr(saving.Saver, "begin", lambda saver: setattr(saver, "_thread", True))
    monkeypatch.setattr(os, "fsync", lambda _: None)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
