"""Git: the merge driver and the readable diff for architecture documents; `archkit.git_setup` puts them in place.

Git calls the driver with three files and expects the result in the second one; exit code 0 says that all is merged, 1
that a person has to finish it, and one above 128 that nothing was done. Some releases of git take the last one for a
conflict and leave mine alone in the file, so git's own merge steps in before it comes to that.
"""

from __future__ import annotations

import os
import secrets
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from archkit.errors import FileProblem, quoted
from archkit.format.read import read
from archkit.model.document import Document, outline
from archkit.model.effort import Effort
from archkit.model.fields import Frozen, Row, fields_of
from archkit.store import reason
from archkit.versions.clash import Clash
from archkit.versions.diff import Change, diff
from archkit.versions.effort_change import closed_mean
from archkit.versions.merge_text import MergedText, merge_text
from archkit.versions.normal_text import normal_text
from archkit.versions.settled import is_order, value_at
from archkit.versions.show import as_json, as_markdown, as_text
from archkit.versions.sides import Conflict, conflicts_in
from archkit.versions.words import row_words

MERGED, CONFLICTS, FAILED = 0, 1, 129

RENDERERS: dict[str, Callable[[tuple[Change, ...]], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
#: So many conflicts are told with what differs; that of more of them would take long.
_TOLD = 10
_TITLES = {spec.key: spec.title for spec in outline()}


def merge_files(base: Path, mine: Path, theirs: Path, path: str = "") -> int:
    """Merge three files as a git merge driver; the result replaces `mine`.

    What cannot be merged as a document, such as a file that is not UTF-8, is merged line by line as git does it.

    Args:
        base: What both sides began with; an empty file when both added it.
        mine: What one side made of it, and where the result goes.
        theirs: What the other side made of it.
        path: The name of the file in the repository, for messages.

    Returns:
        0 when all is merged, 1 when conflict markers are left or a person should look, above 128 when nothing was done.
    """
    name = path or str(mine)
    try:
        was, my, their = (file.read_bytes().decode("utf-8") for file in (base, mine, theirs))
        merged = merge_text(was, my, their, totals=_effort_texts)
        content = merged.text.encode("utf-8")
    except Exception as error:
        print(f"{name}: merged line by line, because {type(error).__name__}: {error}", file=sys.stderr)
        return _merge_lines(base, mine, theirs)
    try:
        replace_file(mine, content)
    except OSError as error:
        print(f"{name}: not merged, because it cannot be written: {reason(error)}", file=sys.stderr)
        return FAILED
    if merged.clashes:
        for words in clash_words(merged):
            print(f"{name}:{words}", file=sys.stderr)
    return CONFLICTS if merged.clashes else MERGED


def clash_words(merged: MergedText) -> Iterator[str]:
    """Yield what a person has to finish after a merge: in words, behind the number of the line where markers stand."""
    document, conflicts = read(merged.text).document, conflicts_in(merged.text)
    for at, conflict in enumerate(conflicts):
        title = _TITLES.get(
            conflict.section, "a section of your own" if conflict.section == "custom" else "the beginning"
        )
        differ = "; ".join(conflict.difference) if at < _TOLD else ""
        words = f"both sides changed {title} differently{f' ({differ})' if differ else ''}"
        yield f"{conflict.line}: {words}; both stand between conflict markers, keep one or write them together"
    for clash in merged.clashes:
        if not any(_holds(conflict, clash) for conflict in conflicts):
            yield f" {_place_words(document, clash)}: {_end_words(document, clash)}"


def changes_between(old: Path, new: Path) -> tuple[Change, ...]:
    """Return what changed between two files, each of which is read once, as a pipe can be.

    Args:
        old: The file before; one that does not exist, as for a new file, counts as empty.
        new: The file after.

    Raises:
        FileProblem: a file cannot be read.
    """
    before, after = (read(_text(file)).document for file in (old, new))
    return diff(before, after, mean=_mean)


def textconv(file: Path) -> str:
    """Return a document as one line for each field, for `git diff`; another file's text as it is.

    Raises:
        FileProblem: the file cannot be read.
    """
    content = _bytes(file)
    try:
        return normal_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        return content.decode("utf-8", errors="replace")


def replace_file(file: Path, content: bytes) -> None:
    """Replace what stands in a file in one step, so that a full disk leaves the old content whole.

    Raises:
        OSError: it cannot be written.
    """
    target = Path(os.path.realpath(file))
    beside = target.parent / f".archkit-{secrets.token_hex(8)}.tmp"
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _holds(conflict: Conflict, clash: Clash) -> bool:
    """Whether both sides of a clash stand between the markers of a conflict."""
    if clash.section != "layout":
        # Each option stands in a place of its own, so their order stands in none.
        return conflict.section == clash.section and clash.path != ("options",)
    return all(
        str(side or "").strip() in text for side, text in ((clash.mine, conflict.ours), (clash.theirs, conflict.theirs))
    )


def _place_words(document: Document, clash: Clash) -> str:
    """Return what a person calls the place of a clash: the section, the row, the field."""
    if clash.section == "layout":
        place = value_at(document, clash.path[:2]) if len(clash.path) > 1 else None
        return (quoted(place.name) if place.name else _TITLES.get(place.part, place.part)) if place else "the sections"
    words = [_TITLES.get(clash.section, clash.section)]
    for depth, step in enumerate(clash.path[1:], 1):
        holder, there = (value_at(document, clash.path[:end]) for end in (depth, depth + 1))
        if isinstance(there, Row):
            words.append(row_words(there, str(clash.path[depth - 1]), int(step)))
        elif isinstance(step, str):
            titles = (
                {spec.key: spec.title.lower() for spec in fields_of(type(holder))} if isinstance(holder, Frozen) else {}
            )
            words.append(titles.get(step, step))
    return ", ".join(words)


def _end_words(document: Document, clash: Clash) -> str:
    """Return what the merge made of a clash that no markers stand around."""
    if clash.path == ("layout",) or is_order(document, clash):
        return "both sides changed the order; mine was kept"
    if clash.mine is None or clash.theirs is None:
        return "one side deleted it, the other one changed it; it was kept"
    if clash.mine == clash.theirs:
        return f"{quoted(str(clash.mine))} stands there twice now; look at both"
    return "both sides changed it differently; mine was kept"


def _mean(effort: Effort, ends: tuple[float, float, float]) -> float | None:
    # Only the ends of ranges have to be searched, which needs numpy.
    if (mean := closed_mean(effort, ends)) is not None:
        return mean
    from archkit.analysis.estimate_mean import estimate_mean

    return estimate_mean(effort, ends)


def _effort_texts(document: Document) -> Mapping[str, str]:
    # Only an effort that both sides changed needs numpy, which costs 0.1 s to import.
    from archkit.analysis.document_effort import document_effort

    return document_effort(document).texts


def _merge_lines(base: Path, mine: Path, theirs: Path) -> int:
    """Let git merge the files line by line."""
    labels = ("-L", "mine", "-L", "base", "-L", "theirs")
    files = (str(file.resolve()) for file in (mine, base, theirs))
    try:
        done = subprocess.run(
            ["git", "merge-file", "-p", *labels, *files], stdout=subprocess.PIPE, check=False, timeout=60
        )
        # It answers the number of conflicts, or 255 for a file that it cannot merge either.
        if done.returncode > 127 or done.returncode < 0:
            return FAILED
        replace_file(mine, done.stdout)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"{mine}: {error}", file=sys.stderr)
        return FAILED
    return min(done.returncode, CONFLICTS)


def _text(file: Path) -> str:
    if str(file) in ("/dev/null", "nul") and not file.exists():
        return ""
    try:
        return _bytes(file).decode("utf-8")
    except UnicodeDecodeError:
        raise FileProblem(file, "the text is not UTF-8", "save the file as UTF-8 in your editor") from None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise FileProblem(file, "there is no such file", "check the name") from None
    except OSError as error:
        raise FileProblem(file, (error.strerror or str(error)).lower(), "check the name") from None
