"""What was found as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from archkit.checks.rules import FORMAT, RULES, Rule
from archkit.errors import Diagnostic

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
_PAGE = "docs/rules.md"


def sarif(files: Iterable[tuple[str, Sequence[Diagnostic], str]]) -> str:
    """Return the log of one run.

    Args:
        files: The name of each file, what was found in it, and why it could not be read ("" when it could).
    """
    rules = (FORMAT, *RULES)
    places = {rule.id: index for index, rule in enumerate(rules)}
    results: list[dict[str, Any]] = []
    problems: list[dict[str, Any]] = []
    for file, found, problem in files:
        results += [_result(file, item, places) for item in found]
        if problem:
            problems.append({"level": "error", "message": {"text": problem}, "locations": [_location(file)]})
    run = {
        "tool": {
            "driver": {
                "name": "archkit",
                "version": version("archkit"),
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "invocations": [{"executionSuccessful": not problems, "toolExecutionNotifications": problems}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.right},
        "help": {"text": f"{rule.right} See {_PAGE}, {rule.id}."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(file: str, item: Diagnostic, places: dict[str, int]) -> dict[str, Any]:
    location = _location(file)
    location["physicalLocation"]["region"] = {"startLine": max(1, item.line), "startColumn": item.column}
    if item.section:
        location["logicalLocations"] = [{"fullyQualifiedName": ".".join(map(str, item.path)) or item.section}]
    return {
        "ruleId": item.rule,
        "ruleIndex": places[item.rule],
        "level": _LEVELS[item.severity],
        "message": {"text": item.message},
        "locations": [location],
    }


def _location(file: str) -> dict[str, Any]:
    path = PurePath(file)
    bytes_of = os.fsencode(path.as_posix())
    uri = path.as_uri() if path.is_absolute() else quote(bytes_of)
    return {"physicalLocation": {"artifactLocation": {"uri": uri}}}
