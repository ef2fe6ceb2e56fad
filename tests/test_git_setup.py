"""The merge driver and the diff are put into a repository, and taken out so that nothing else changes."""

import shlex

import pytest

from archkit.errors import ArchkitError
from archkit.git_setup import ATTRIBUTES, install, uninstall
from tests.disk import full_disk
from tests.test_git import Repository

DRIVER = "merge.archkit.driver"


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "repository")


@pytest.mark.parametrize("content", [None, b"", b"*.png binary\n", b"*.png binary", b"*.png binary\r\n"])
def test_taking_out_leaves_what_was_there_before(tmp_path, content):
    repository = Repository(tmp_path / "repository")
    file, config = repository.folder / ".gitattributes", repository.folder / ".git" / "config"
    if content is not None:
        file.write_bytes(content)
    before = config.read_bytes()

    install(repository.folder)
    install(repository.folder)
    assert file.read_text().count(ATTRIBUTES) == 1
    uninstall(repository.folder)
    uninstall(repository.folder)

    assert config.read_bytes() == before
    assert (file.read_bytes() if file.exists() else None) == content


def test_lines_put_in_later_by_others_stay(repository):
    install(repository.folder)
    file = repository.folder / ".gitattributes"
    file.write_text(file.read_text() + "*.svg text\n")

    uninstall(repository.folder)

    assert file.read_text() == "*.svg text\n"


def test_a_line_that_a_colleague_committed_stays(tmp_path):
    repository = Repository(tmp_path / "repository")
    file = repository.folder / ".gitattributes"
    file.write_text(f"{ATTRIBUTES}\n")

    install(repository.folder)
    uninstall(repository.folder)

    assert file.read_text() == f"{ATTRIBUTES}\n"


def test_a_folder_without_a_repository_is_refused(tmp_path):
    with pytest.raises(ArchkitError, match="not a git repository"):
        install(tmp_path)


@pytest.mark.parametrize("key", [DRIVER, "merge.archkit.name", "diff.archkit.textconv"])
def test_a_setting_that_somebody_else_made_is_refused_and_stays(repository, key):
    repository.git("config", key, "their own program")
    before = (repository.folder / ".git" / "config").read_bytes()

    with pytest.raises(ArchkitError, match=f'{key} is "their own program" here, which is not archkit\'s; if nothing'):
        install(repository.folder)

    assert (repository.folder / ".git" / "config").read_bytes() == before
    assert not (repository.folder / ".gitattributes").exists()


def test_a_setting_that_somebody_else_made_later_is_not_taken_out(repository):
    install(repository.folder)
    repository.git("config", DRIVER, "their own program")

    uninstall(repository.folder)

    assert repository.git("config", DRIVER) == "their own program\n"
    assert repository.git("config", "--get", "diff.archkit.textconv", code=1) == ""


def test_of_several_values_only_that_of_archkit_is_taken_out(repository):
    install(repository.folder, "a.program --with (words)")
    repository.git("config", "--add", DRIVER, "their own program")

    uninstall(repository.folder)

    assert repository.git("config", "--get-all", DRIVER) == "their own program\n"


def test_another_command_takes_the_place_of_the_first(repository):
    install(repository.folder, "first --option")
    install(repository.folder, "second")

    assert "second merge %O" in repository.git("config", "--get-all", DRIVER)
    assert "first" not in repository.git("config", "--get-all", DRIVER)


@pytest.mark.parametrize("comment", [f"# {ATTRIBUTES}\n", f"# as in: {ATTRIBUTES}", f"#{ATTRIBUTES}\r\n"])
def test_the_line_is_told_from_a_comment_that_names_it(repository, comment):
    install(repository.folder)
    file = repository.folder / ".gitattributes"
    file.write_bytes(file.read_bytes() + comment.encode())

    uninstall(repository.folder)

    assert file.read_bytes() == comment.encode()


def test_a_line_that_an_editor_gave_another_line_break_is_found(repository):
    install(repository.folder)
    file = repository.folder / ".gitattributes"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    install(repository.folder)
    uninstall(repository.folder)

    assert not file.exists()


def test_a_full_disk_leaves_the_attributes_whole(repository):
    file = repository.folder / ".gitattributes"
    file.write_text("*.png binary\n" * 1000)
    before = file.read_bytes()

    with full_disk(8192), pytest.raises(ArchkitError, match=r"\.gitattributes: file too large; make it"):
        install(repository.folder)

    assert file.read_bytes() == before


def test_what_became_of_committed_attributes_is_said(repository):
    file = repository.folder / ".gitattributes"
    install(repository.folder)
    repository.git("add", ".gitattributes")

    told = uninstall(repository.folder)

    said = f"{file}: it was removed; commit that for every clone, or bring it back with: git restore "
    assert told == said + shlex.quote(str(file))
    assert uninstall(repository.folder) == ""
    repository.git("restore", ".gitattributes")
    assert file.read_text() == f"{ATTRIBUTES}\n"


def test_attributes_that_git_does_not_keep_are_nothing_to_commit(repository):
    file = repository.folder / ".gitattributes"
    file.write_text("*.png binary\n")
    install(repository.folder)

    assert uninstall(repository.folder) == f"{file}: its line for architecture documents was taken out"
