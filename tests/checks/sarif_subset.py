"""The part of SARIF 2.1.0 that archkit writes, as a JSON Schema of our own from the words of the standard.

The published schema is no part of archkit; `ARCHKIT_SARIF_SCHEMA` names it to the tests where somebody has it. This one
is narrower: it knows only the properties that a log of a check has, by their sections of the standard, and no other.
"""

from __future__ import annotations

from typing import Any


def an_object(required: str = "", **properties: Any) -> dict[str, Any]:
    """Return the schema of an object that has no properties but these."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def rows(item: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the schema of an array."""
    return {"type": "array", "items": item, **more}


_TEXT = {"type": "string"}
_ABOVE_0 = {"type": "integer", "minimum": 1}
#: 3.27.10, 3.50.3 and 3.58.6: the same words for results, rules and notifications.
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
#: 3.11 and 3.12, with plain text alone.
_MESSAGE = an_object("text", text=_TEXT)
#: 3.4.3: a URI is absolute, or a relative reference (RFC 3986): no blank, no sign that is to be escaped.
_URI = {"type": "string", "pattern": r"^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$"}
#: 3.30.2: a text region has a first line, and a first column only with it (3.30.6).
_REGION = an_object("startLine", startLine=_ABOVE_0, startColumn=_ABOVE_0)
_LOCATION = an_object(
    "physicalLocation",  # 3.28.3
    physicalLocation=an_object("artifactLocation", artifactLocation=an_object("uri", uri=_URI), region=_REGION),
    logicalLocations=rows(an_object("fullyQualifiedName", fullyQualifiedName=_TEXT), uniqueItems=True),  # 3.28.4
)
_RESULT = an_object(
    "ruleId message locations",
    ruleId=_TEXT,  # 3.27.5
    ruleIndex={"type": "integer", "minimum": 0},  # 3.27.6; -1 says that there is none
    level=_LEVEL,
    message=_MESSAGE,  # 3.27.11
    locations=rows(_LOCATION),  # 3.27.12
)
_RULE = an_object(
    "id",  # 3.49.3
    id=_TEXT,
    shortDescription=_MESSAGE,  # 3.49.9
    help=_MESSAGE,  # 3.49.13
    defaultConfiguration=an_object(level=_LEVEL),  # 3.49.14
)
_DRIVER = an_object(
    "name version rules",
    name=_TEXT,  # 3.19.8
    version={"type": "string", "minLength": 1},  # 3.19.13
    rules=rows(_RULE, uniqueItems=True),  # 3.19.23
)
_INVOCATION = an_object(
    "executionSuccessful",  # 3.20.14
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=rows(an_object("message", level=_LEVEL, message=_MESSAGE, locations=rows(_LOCATION))),
)
_RUN = an_object(
    "tool results",
    tool=an_object("driver", driver=_DRIVER),  # 3.14.6, 3.18.2
    invocations=rows(_INVOCATION),  # 3.14.11
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},  # 3.14.27
    results=rows(_RESULT),  # 3.14.23
)
SUBSET = an_object(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},  # 3.13.3
    version={"const": "2.1.0"},  # 3.13.2
    runs=rows(_RUN),  # 3.13.4
)
