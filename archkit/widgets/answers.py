"""Answers: every message from a browser gets one, whatever became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from archkit.errors import ArchkitError, FileProblem
from archkit.widgets.meanwhile import EditedMeanwhileError
from archkit.widgets.parts import Json


def answered(
    message: Mapping[str, Any], do: Callable[[Mapping[str, Any]], Json], publish: Callable[[Json], Json]
) -> Json:
    """Do what a message asks for, publish the answer, and return what was published.

    An error inside archkit is answered, too, and raised.
    """
    answer: Json = {"ack": message.get("seq"), "client": message.get("client")}
    try:
        answer |= {"saved": True, "message": ""} | do(message)
    except EditedMeanwhileError as error:
        answer |= {"saved": False, "message": str(error), "now": error.now}
    except FileProblem as error:
        # Nothing is wrong with the words: they are sent again when the disk may take them.
        answer |= {"saved": False, "message": str(error), "again": True}
    except ArchkitError as error:
        answer |= {"saved": False, "message": str(error)}
    except Exception as error:
        answer |= {"saved": False, "message": f"an error inside archkit: {type(error).__name__}: {error}"}
        publish(answer)
        raise
    return publish(answer)
