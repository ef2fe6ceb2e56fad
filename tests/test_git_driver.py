"""What git's merge driver does to the three files that it is given."""

import stat

import pytest

from archkit.git import merge_files
from tests.disk import full_disk
from tests.format.documents import EXAMPLE
from tests.test_git import MINE, NAME, THEIRS


def test_what_cannot_be_written_is_left_as_it_was(tmp_path):
    files = [tmp_path / name for name in ("base", "mine", "theirs")]
    for file in files[1:]:
        file.write_text(EXAMPLE)

    assert merge_files(*files, NAME) > 128
    assert files[1].read_text() == EXAMPLE


@pytest.mark.parametrize("end", ["", "caf\udce9\n"])
def test_a_full_disk_leaves_mine_whole(tmp_path, monkeypatch, end):
    files = [tmp_path / name for name in ("base", "mine", "theirs")]
    for file, text in zip(files, (EXAMPLE, MINE, THEIRS), strict=True):
        file.write_bytes((text + end).encode("utf-8", "surrogateescape"))
    mine = files[1].read_bytes()

    with full_disk(8192):
        code = merge_files(*files, NAME)

    assert code > 128
    assert files[1].read_bytes() == mine
    assert sorted(file.name for file in tmp_path.iterdir()) == ["base", "mine", "theirs"]


def test_the_result_keeps_the_mode_of_the_file(tmp_path):
    files = [tmp_path / name for name in ("base", "mine", "theirs")]
    for file, text in zip(files, (EXAMPLE, MINE, THEIRS), strict=True):
        file.write_text(text)
    files[1].chmod(0o640)

    assert merge_files(*files, NAME) == 0
    assert stat.S_IMODE(files[1].stat().st_mode) == 0o640
