"""A build that was killed is gone on with: nothing is done twice, and no byte differs from a clean build."""

import os
from pathlib import Path

import pytest

from archkit.errors import SettingsError
from archkit.site import search_index
from archkit.site.build import build
from archkit.site.pending import FILE
from archkit.site.sources import found_documents
from tests.site.killed_builds import killed
from tests.site.small_documents import contents, document, put

NAMES = [f"{at}-architecture.md" for at in range(12)]


@pytest.fixture
def folders(tmp_path, monkeypatch):
    monkeypatch.setattr(search_index, "MOST", 2)
    put(tmp_path / "docs", {name: document(f"Old {name}", entries="tags: [x]\n") for name in NAMES})
    return tmp_path / "docs", tmp_path / "site"


def made(folder: Path, site: Path):
    return build(found_documents([folder]), site)


def clean(folder: Path) -> dict[str, bytes]:
    made(folder, folder.parent / "clean")
    return contents(folder.parent / "clean")


def test_a_killed_build_goes_on_after_the_blocks_that_it_had_done(folders):
    assert killed(*folders, done=9, block=2) == 9

    report = made(*folders)

    # At most one block had begun and not ended.
    assert len(NAMES) - 9 <= report.built < len(NAMES) - 4
    assert contents(folders[1]) == clean(folders[0])
    assert not (folders[1] / FILE).exists()


def test_a_page_that_was_announced_and_never_written_is_not_called_removed(folders):
    folder, site = folders
    (folder / NAMES[0]).write_text("")
    killed(folder, site, done=1, block=2)

    report = made(folder, site)

    assert list(report.problems) == [NAMES[0]]
    assert report.removed == 0


def test_two_kills_in_a_row_lose_nothing_of_the_first(folders):
    killed(*folders, done=7, block=2)
    killed(*folders, done=2, block=2)

    report = made(*folders)

    assert report.built < len(NAMES) - 4
    assert contents(folders[1]) == clean(folders[0])


def test_what_changed_after_the_kill_is_built_again_though_its_size_and_time_are_as_before(folders):
    folder, site = folders
    killed(folder, site, done=9, block=2)
    for name in NAMES:
        file, state = folder / name, (folder / name).stat()
        file.write_text(file.read_text().replace("Old", "New"))
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))

    report = made(folder, site)

    assert report.built == len(NAMES)
    assert contents(site) == clean(folder)


@pytest.mark.parametrize("cut", [1, 2_000])
def test_a_line_that_was_cut_off_counts_as_not_written(folders, cut):
    folder, site = folders
    killed(folder, site, done=9, block=2)
    pending = site / FILE
    pending.write_bytes(pending.read_bytes()[:-cut])

    made(folder, site)

    assert contents(site) == clean(folder)


def test_a_page_that_was_lost_after_the_kill_is_built_again(folders):
    folder, site = folders
    killed(folder, site, done=9, block=2)
    for page in site.glob("documents/*.html"):
        page.write_bytes(b"")

    report = made(folder, site)

    assert report.built == len(NAMES)
    assert contents(site) == clean(folder)


def test_settings_that_do_not_fit_leave_also_what_a_killed_build_left(folders):
    folder, site = folders
    killed(*folders, done=5, block=1)
    before = {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in site.rglob("*") if file.is_file()}
    (folder / "pyproject.toml").write_text("[tool.archkit]\nclose-call = 'none'\n")

    with pytest.raises(SettingsError, match="close-call is not a number"):
        made(*folders)

    now = {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in site.rglob("*") if file.is_file()}
    assert now == before
    assert site / FILE in now
    (folder / "pyproject.toml").unlink()
    made(*folders)
    assert contents(site) == clean(folder)
