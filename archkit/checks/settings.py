"""Settings of a check: `[tool.archkit]` in the `pyproject.toml` of the file's folder, or of the nearest one above."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from archkit.errors import SettingsError, nearest, quoted

FILE = "pyproject.toml"


@dataclass(frozen=True)
class Settings:
    """What a check looks for.

    Attributes:
        select: The ids of the rules that run; all when empty.
        ignore: The ids of the rules that do not.
        strict: Whether what a strict reviewer demands is an error.
        max_finding_age: After how many days a finding is to be looked at again.
        close_call: How far apart (0–1) two weighted scores are at least for one to be a clear winner.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    max_finding_age: int = 730
    close_call: float = 0.05

    def wants(self, rule: str) -> bool:
        """Whether a rule is to run."""
        return rule not in self.ignore and (not self.select or rule in self.select)

    def with_choices(self, **given: Any) -> Settings:
        """Return the settings with those that are given, as on the command line, in place of their own."""
        return replace(self, **{name: value for name, value in given.items() if value not in (None, (), False)})


def settings_for(path: Path) -> Settings:
    """Return the settings for a document.

    Raises:
        SettingsError: a setting is unknown or does not fit, or the file cannot be read.
    """
    return _settings_of(Path(os.path.abspath(path)).parent)


def today() -> date:
    """Return the current day; that of `SOURCE_DATE_EPOCH` where it is set, so that a check can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()


def _settings_of(folder: Path) -> Settings:
    for above in (folder, *folder.parents):
        file = above / FILE
        try:
            stamp = file.stat()
        except OSError:
            continue
        if found := _of_file(file, (stamp.st_mtime_ns, stamp.st_size, stamp.st_ino)):
            return found
    return Settings()


@lru_cache(maxsize=64)
def _of_file(file: Path, stamp: tuple[int, int, int]) -> Settings | None:
    """Return the settings in a file, None when it has none; read once for each state of the file."""
    table = _table(file)
    return None if table is None else _read(table, file)


def _table(file: Path) -> Mapping[str, Any] | None:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(file, f"the file cannot be read ({error})", "mend it, or remove it") from None
    found = content.get("tool", {}).get("archkit")
    return found if isinstance(found, dict) else None


def _read(table: Mapping[str, Any], file: Path) -> Settings:
    known = {field.name.replace("_", "-"): field for field in fields(Settings)}
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            close = nearest(key, known)
            right = f"did you mean {close}?" if close else f"the settings are {', '.join(known)}"
            raise SettingsError(file, f"[tool.archkit] has no setting {quoted(key)}", right)
        given[known[key].name] = _fitting(key, value, known[key].default, file)
    return Settings(**given)


def _fitting(key: str, value: Any, default: Any, file: Path) -> Any:
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise SettingsError(file, f"{key} is not a list of rules", f'write {key} = ["unused-finding"]')
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        raise SettingsError(file, f"{key} is neither true nor false", f"write {key} = true")
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0:
        return value
    raise SettingsError(file, f"{key} is not a number at least 0", f"write {key} = {default}")
