"""Whether figures are drawn once and thrown away, so that their layout is found by that drawing."""

from __future__ import annotations

from contextvars import ContextVar

drawn_once: ContextVar[bool] = ContextVar("drawn_once", default=False)
