"""Results of functions that are asked for again and again with the same objects, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
_MOST = 6


def last_results(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Make a pure function remember what it returned for the last few arguments.

    They are the same where they are the same objects, or equal tuples: to compare or to hash the rows of a document
    takes as long as many a result. What it returns, nobody may change.
    """
    kept: tuple[tuple[tuple[object, ...], Result], ...] = ()

    @wraps(function)
    def remembering(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        nonlocal kept
        if kwargs:
            return function(*args, **kwargs)
        for known, result in kept:
            if len(known) == len(args) and all(map(_is_same, known, args)):
                return result
        result = function(*args, **kwargs)
        # One assignment, so that another thread sees the old entries or the new ones.
        kept = ((args, result), *kept[: _MOST - 1])
        return result

    return remembering


def _is_same(one: object, other: object) -> bool:
    return one is other or (type(one) is tuple and type(other) is tuple and one == other)
