"""Reports: what was found in several files, as text and for machines; `REPORTS` is the table of the forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from archkit.checks.blanks import blanks_together
from archkit.checks.sarif import sarif
from archkit.errors import Diagnostic


@dataclass(frozen=True)
class CheckedFile:
    """One file and what was found in it; `problem` says why it could not be read at all."""

    file: str
    found: tuple[Diagnostic, ...] = ()
    problem: str = ""


def text(files: Iterable[CheckedFile]) -> str:
    """Return a line for each finding: `file:line:column: severity rule message`; for the blanks of a section one."""
    return "".join(
        f"{checked.file}:{max(1, item.line)}:{item.column}: {item.severity} {item.rule} {item.message}\n"
        for checked in files
        for item in blanks_together(checked.found)
    )


def as_json(files: Iterable[CheckedFile]) -> str:
    """Return a list of objects, one for each finding."""
    rows = [
        {
            "file": checked.file,
            "line": max(1, item.line),
            "column": item.column,
            "severity": item.severity,
            "rule": item.rule,
            "message": item.message,
            "section": item.section,
            "path": list(item.path),
        }
        for checked in files
        for item in checked.found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_sarif(files: Iterable[CheckedFile]) -> str:
    """Return a SARIF 2.1.0 log, as code scanning takes it."""
    return sarif((checked.file, checked.found, checked.problem) for checked in files)


def github(files: Iterable[CheckedFile]) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a pull request."""
    commands = {"error": "error", "warning": "warning", "hint": "notice"}
    return "".join(
        f"::{commands[item.severity]} file={_property(checked.file)},line={max(1, item.line)},col={item.column},"
        f"title={_property(f'archkit {item.rule}')}::{_data(item.message)}\n"
        for checked in files
        for item in checked.found
    )


def junit(files: Iterable[CheckedFile]) -> str:
    """Return JUnit XML: a suite for each file, a case for each finding, hints as skipped."""
    root = Xml.Element("testsuites", name="archkit")
    for checked in files:
        hints = sum(item.severity == "hint" for item in checked.found)
        cases = max(1, len(checked.found) + bool(checked.problem))
        suite = Xml.SubElement(
            root,
            "testsuite",
            name=_legal(checked.file),
            tests=str(cases),
            failures=str(len(checked.found) - hints),
            errors=str(int(bool(checked.problem))),
            skipped=str(hints),
        )
        for item in checked.found:
            name = f"{item.rule} line {max(1, item.line)}"
            case = Xml.SubElement(suite, "testcase", classname=_legal(checked.file), name=name)
            kind = "skipped" if item.severity == "hint" else "failure"
            shown = Xml.SubElement(case, kind, message=_legal(item.message))
            if kind == "failure":
                shown.set("type", item.severity)
        if checked.problem or not checked.found:
            case = Xml.SubElement(suite, "testcase", classname=_legal(checked.file), name="archkit check")
            if checked.problem:
                Xml.SubElement(case, "error", message=_legal(checked.problem))
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _legal(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return "".join(
        char if char in "\t\n" or 0x20 <= ord(char) < 0xD800 or 0xE000 <= ord(char) < 0xFFFE or ord(char) > 0xFFFF
        else "\ufffd"
        for char in text
    )  # fmt: skip


#: The forms of a report by their name on the command line.
REPORTS: dict[str, Callable[[Iterable[CheckedFile]], str]] = {
    "text": text,
    "json": as_json,
    "sarif": as_sarif,
    "github": github,
    "junit": junit,
}
