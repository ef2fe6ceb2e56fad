"""What was found is said in forms that people and machines read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import jsonschema
import pytest

from archkit.assets import template_text
from archkit.checks import RULES, check
from archkit.checks.reports import REPORTS, CheckedFile
from archkit.errors import Diagnostic
from archkit.format.read import read
from tests.checks.seeded import SEEDED

ROOT = Path(__file__).resolve().parents[2]
#: The schema that OASIS publishes, in a package under the MIT licence.
PUBLISHED = ROOT / ".venv/node/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
needs_schema = pytest.mark.skipif(not PUBLISHED.exists(), reason="the schema of SARIF is not installed (make node)")
FOUND = check(read(SEEDED))
FILES = [
    CheckedFile("docs/a b-architecture.md", FOUND),
    CheckedFile("docs/sound.md"),
    CheckedFile("docs/gone.md", problem="docs/gone.md: there is no such file"),
]


def log() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(REPORTS["sarif"](FILES))
    return made


def test_a_line_of_text_says_file_line_column_severity_rule_and_message():
    lines = REPORTS["text"](FILES).splitlines()

    assert len(lines) == len(FOUND)
    first = FOUND[0]
    assert lines[0] == (
        f"docs/a b-architecture.md:{first.line}:{first.column}: {first.severity} {first.rule} {first.message}"
    )


def test_the_blanks_of_a_section_are_one_line_of_text_and_one_thing_each_elsewhere():
    blank = CheckedFile("x.md", check(read(template_text())))

    lines = REPORTS["text"]([blank]).splitlines()

    assert lines[0] == f"x.md:1:3: hint blank {blank.found[0].message}"
    assert len(lines) < 20 < len(blank.found)
    security = next(line for line in lines if "[Consideration 1]" in line)
    assert security.endswith(
        ": hint blank 2 blanks of the template are still here: [Consideration 1], [Consideration 2]; "
        "fill them in or delete them"
    )
    counted = [int(line.split(" hint blank ")[1].split()[0]) for line in lines if "blanks of the template" in line]
    assert sum(counted) + len(lines) - len(counted) == len(blank.found)
    assert any(" and " in line and " more; " in line for line in lines)
    assert len(json.loads(REPORTS["json"]([blank]))) == len(blank.found)


def test_json_holds_all_there_is_to_know():
    rows = json.loads(REPORTS["json"](FILES))

    assert [row["rule"] for row in rows] == [item.rule for item in FOUND]
    assert {"file", "line", "column", "severity", "rule", "message", "section", "path"} == set(rows[0])
    assert ["risks", 0, "option"] in [row["path"] for row in rows] or ["risks", 0] in [row["path"] for row in rows]


def test_sarif_names_its_rules_and_places():
    run = log()["runs"][0]

    driver = run["tool"]["driver"]
    assert log()["version"] == "2.1.0"
    assert [rule["id"] for rule in driver["rules"]] == ["format", *(rule.id for rule in RULES)]
    for result, item in zip(run["results"], FOUND, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == item.rule
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "docs/a%20b-architecture.md"
        assert place["region"] == {"startLine": item.line, "startColumn": item.column}
        assert result["level"] == {"error": "error", "warning": "warning", "hint": "note"}[item.severity]
    assert run["invocations"][0]["executionSuccessful"] is False


def _without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda part: part.pop(name)


def schema() -> dict[str, Any]:
    """Return the published schema of SARIF 2.1.0."""
    read_schema: dict[str, Any] = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    return read_schema


#: What is wrong with a log, by where.
_WRONG: list[tuple[tuple[str | int, ...], Callable[[dict[str, Any]], object]]] = [
    ((), lambda part: part.update(version="2.2")),
    ((), _without("runs")),
    (("runs", 0), _without("tool")),
    (("runs", 0), lambda part: part.update(columnKind="bytes")),
    (("runs", 0, "tool", "driver"), _without("name")),
    (("runs", 0, "tool", "driver", "rules", 0), _without("id")),
    (("runs", 0, "tool", "driver"), lambda part: part["rules"].append(part["rules"][0])),
    (("runs", 0, "invocations", 0), _without("executionSuccessful")),
    (("runs", 0, "results", 0), _without("message")),
    (("runs", 0, "results", 0), lambda part: part.update(level="hint")),
    (("runs", 0, "results", 0), lambda part: part.update(levle="note")),
    (("runs", 0, "results", 0), lambda part: part.update(ruleIndex=-2)),
    (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region"), lambda part: part.update(startLine=0)),
    (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region"), lambda part: part.update(line=1)),
]


@needs_schema
def test_sarif_fits_the_published_schema():
    jsonschema.validate(log(), schema())
    jsonschema.validate(json.loads(REPORTS["sarif"]([])), schema())


@needs_schema
@pytest.mark.parametrize(("path", "change"), _WRONG)
def test_a_log_that_does_not_fit_the_standard_is_noticed(
    path: tuple[str | int, ...], change: Callable[[dict[str, Any]], object]
):
    wrong = log()
    part: Any = wrong
    for step in path:
        part = part[step]
    change(part)

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema())


def test_annotations_of_github_escape_what_ends_a_command():
    odd = Diagnostic(3, "50 % of a\nb: c", "hint", "blank", "", 2)

    assert REPORTS["github"]([CheckedFile("a,b:c.md", (odd,))]) == (
        "::notice file=a%2Cb%3Ac.md,line=3,col=2,title=archkit blank::50 %25 of a%0Ab: c\n"
    )


def test_junit_counts_what_fails_and_what_is_a_hint():
    root = Xml.fromstring(REPORTS["junit"](FILES))

    first, sound, gone = root
    hints = sum(item.severity == "hint" for item in FOUND)
    assert (first.get("tests"), first.get("skipped")) == (str(len(FOUND)), str(hints))
    assert len(first.findall("testcase/failure")) == int(first.get("failures", "")) == len(FOUND) - hints
    assert (sound.get("tests"), sound.get("failures")) == ("1", "0")
    assert gone.find("testcase/error") is not None


def test_junit_holds_what_xml_cannot():
    odd = Diagnostic(1, 'a\x00b & <c> "d"', "error", "value")

    case = Xml.fromstring(REPORTS["junit"]([CheckedFile("x.md", (odd,))])).find("testsuite/testcase/failure")

    assert case is not None
    assert case.get("message") == 'a\ufffdb & <c> "d"'
