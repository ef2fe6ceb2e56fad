"""The benchmark of comparing says in one line what it lacks."""

import importlib.util
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).resolve().parent.parent / "benchmarks" / "comparing.py"


@pytest.fixture
def comparing():
    spec = importlib.util.spec_from_file_location("comparing", _SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_library_that_is_not_there_is_said_in_one_line_with_the_way_to_get_it(comparing, monkeypatch, capsys):
    monkeypatch.setattr(comparing, "find_spec", lambda name: None)

    code = comparing.main(runs=1)

    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err == "not installed: pymcdm, skcriteria; run `make bench`, which installs what this benchmark needs\n"


def test_only_what_is_not_there_is_named(comparing):
    assert comparing.missing(["json"]) == ""
    assert comparing.missing(["json", "no_such_library"]).startswith("not installed: no_such_library; run `make bench`")
