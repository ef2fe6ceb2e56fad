"""Work on many documents: pure tasks over plain bytes, in chunks, on any executor."""

from archkit.batch.chunks import CHUNK, Outcome, Source, each
from archkit.batch.collector import uncollected
from archkit.batch.pools import executor_for
from archkit.batch.progress import Progress

__all__ = ["CHUNK", "Outcome", "Progress", "Source", "each", "executor_for", "uncollected"]
