"""Tasks that other processes can import."""

from __future__ import annotations

import os
import re
import time

from archkit.batch import Source
from archkit.errors import AnalysisError


def size(source: Source) -> int:
    if source.data == b"broken":
        raise AnalysisError("it cannot be read")
    if source.data == b"bug":
        raise KeyError("gone")
    if source.data == b"loop":
        while True:
            time.sleep(0.001)
    if source.data == b"search":
        re.match(r"(a+)+$", "a" * 40 + "b")
    if source.data == b"kill":
        os._exit(9)
    return len(source.data)
