"""The frames of a portfolio as files: one for each frame, however many documents there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from archkit.errors import FileProblem, SettingsError
from archkit.format.spreadsheet_cells import safe_cell

if TYPE_CHECKING:
    import pandas as pd


def write_parquet(frames: Mapping[str, pd.DataFrame], folder: Path) -> list[Path]:
    """Write one Parquet file for each frame; document, path and revision are its first columns.

    Raises:
        SettingsError: there is no pyarrow.
        FileProblem: a file cannot be written.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise SettingsError(
            "parquet", "there is no pyarrow here", 'install it: pip install "archkit[parquet]"'
        ) from None
    return _write(frames, folder, ".parquet", _parquet)


def write_csv(frames: Mapping[str, pd.DataFrame], folder: Path) -> list[Path]:
    """Write one CSV file for each frame, in UTF-8; document, path and revision are its first columns.

    Raises:
        FileProblem: a file cannot be written.
    """
    return _write(frames, folder, ".csv", _csv)


def _csv(frame: pd.DataFrame) -> bytes:
    """Return a frame as CSV; no spreadsheet takes a cell for a formula."""
    plain = frame.reset_index()
    texts: list[str] = list(plain.select_dtypes("str"))
    for name in texts:
        plain[name] = plain[name].map(safe_cell)
    return plain.to_csv(index=False, float_format="%.15g").encode("utf-8", errors="replace")


def _parquet(frame: pd.DataFrame) -> bytes:
    buffer = BytesIO()
    frame.reset_index().to_parquet(buffer, engine="pyarrow", index=False, compression="zstd")
    return buffer.getvalue()


def _write(
    frames: Mapping[str, pd.DataFrame], folder: Path, suffix: str, made: Callable[[pd.DataFrame], bytes]
) -> list[Path]:
    files = []
    for name, frame in frames.items():
        file = folder / f"{name}{suffix}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made(frame))
        except OSError as error:
            raise FileProblem(file, f"it cannot be written: {error.strerror}", "name another folder") from None
        files.append(file)
    return files
