"""Rows ↔ pandas frames: typed columns, also when empty; a frame that is assigned back is checked cell by cell.

Column names are the keys of the fields. Texts are of dtype `str` with "" for a blank, numbers are float64 with NaN for
a blank. Details are one text column of `Key: value` lines; columns of the author's own follow under their own titles.
"""

from archkit.frames.from_frame import with_frame
from archkit.frames.shapes import FRAMES
from archkit.frames.to_frame import frame, frames

__all__ = ["FRAMES", "frame", "frames", "with_frame"]
