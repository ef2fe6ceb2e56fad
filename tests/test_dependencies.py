"""The house's promises about what it stands on."""

import re
from pathlib import Path

from scripts.measure_dependencies import PAGE, declared, without_a_row

LOCKS = {lock.name: lock.read_text(encoding="utf-8") for lock in Path("requirements").glob("*.txt")}


def test_every_dependency_is_explained():
    assert without_a_row(PAGE.read_text(encoding="utf-8")) == []


def test_every_dependency_is_pinned():
    pinned = LOCKS["dev.txt"] + LOCKS["bench.txt"]
    assert [name for name in declared() if f"\n{name}==" not in pinned] == []


def test_a_pin_has_a_hash_and_no_address():
    for lock in LOCKS.values():
        pins = re.split(r"\n(?=[a-z])", lock)[1:]
        assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
        assert "://" not in lock


def test_people_and_tests_get_the_same_versions():
    pins = {name: set(re.findall(r"^[a-z0-9-]+==[^ ]+", lock, re.MULTILINE)) for name, lock in LOCKS.items()}

    assert pins["base.txt"] <= pins["dev.txt"]


def test_the_peers_of_the_benchmarks_change_no_version():
    pins = {name: set(re.findall(r"^([a-z0-9-]+)==([^ ]+)", lock, re.MULTILINE)) for name, lock in LOCKS.items()}
    shared = {name for name, _ in pins["dev.txt"]}

    assert {pin for pin in pins["bench.txt"] if pin[0] in shared} <= pins["dev.txt"]
