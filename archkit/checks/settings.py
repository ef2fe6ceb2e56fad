"""Settings of a check: `[tool.archkit]` in the `pyproject.toml` of the file's folder, or of the nearest one above."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from archkit.analysis.evidence.strength import AGE_LIMITS, EvidenceSettings
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
        age_limits: Days after which a finding of a kind of source has lost a step, and is to be looked at again;
            the kinds that are not named have `AGE_LIMITS` for the one, `max_finding_age` for the other.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    max_finding_age: int = 730
    close_call: float = 0.05
    age_limits: Mapping[str, int] = field(default_factory=dict, hash=False)

    def wants(self, rule: str) -> bool:
        """Whether a rule is to run."""
        return rule not in self.ignore and (not self.select or rule in self.select)

    def with_choices(self, **given: Any) -> Settings:
        """Return the settings with those that are given, as on the command line, in place of their own."""
        return replace(self, **{name: value for name, value in given.items() if value not in (None, (), False)})

    def evidence(self, day: date | None = None) -> EvidenceSettings:
        """Return what the strength of evidence depends on, on a day; the current one when None."""
        return EvidenceSettings(day or today()).with_limits(self.age_limits)


def settings_for(path: Path) -> Settings:
    """Return the settings for a document.

    Raises:
        SettingsError: a setting is unknown or does not fit, or the file cannot be read.
    """
    return _settings_of(Path(os.path.abspath(path)).parent)


class AgeLimits:
    """The age limits of many documents, looked up once for each folder; tuples, as they go into digests."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[str, int], ...]] = {}

    def of(self, file: Path) -> tuple[tuple[str, int], ...]:
        """Return the limits for a document, by kind of source; only those that the settings name.

        Raises:
            SettingsError: a setting is unknown or does not fit, or the file cannot be read.
        """
        if file.parent not in self._known:
            self._known[file.parent] = tuple(sorted(settings_for(file).age_limits.items()))
        return self._known[file.parent]


def today() -> date:
    """Return the current day; that of `SOURCE_DATE_EPOCH` where it is set, so that a check can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()


def settings_files(folder: Path) -> Iterator[Path]:
    """Yield where the settings for the documents of a folder may stand, the nearest place first."""
    return (above / FILE for above in (folder, *folder.parents))


def _settings_of(folder: Path) -> Settings:
    for file in settings_files(folder):
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
        name = known[key].name
        given[name] = (
            _age_limits(value, file) if name == "age_limits" else _fitting(key, value, known[key].default, file)
        )
    return Settings(**given)


def _age_limits(value: Any, file: Path) -> Mapping[str, int]:
    """Return days by kind of source; a key may have hyphens for its blanks, as TOML then needs no quotes."""
    if not isinstance(value, dict):
        raise SettingsError(
            file, "age-limits is not a table", "write [tool.archkit.age-limits] and below it reported = 365"
        )
    limits = {}
    for key, days in value.items():
        kind = key if key in AGE_LIMITS else key.replace("-", " ")
        if kind not in AGE_LIMITS:
            close = nearest(kind, AGE_LIMITS)
            right = f"did you mean {close}?" if close else f"the kinds are {', '.join(AGE_LIMITS)}"
            raise SettingsError(file, f"[tool.archkit.age-limits] has no kind of source {quoted(key)}", right)
        if not isinstance(days, int) or isinstance(days, bool) or days < 1:
            problem = f"the age limit of {kind} is not a whole number of days from 1 on"
            raise SettingsError(file, problem, f'write "{kind}" = {AGE_LIMITS[kind]}')
        limits[kind] = days
    return limits


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
