"""State, dates and people: found in front matter of any kind, in lists, lines, quotes and tables above the text."""

from __future__ import annotations

import pytest

from archkit.importing import import_document
from archkit.model.metadata import Metadata


def read(text: str) -> Metadata:
    """Import a text, and say that no word of it is missing and that a second import changes nothing."""
    found = import_document(text)
    assert found.report.words == found.report.kept
    assert import_document(found.text).text == found.text
    return found.document.metadata


HEADS = {
    "yaml with remarks": (
        "---\nstatus: accepted\ndate: 2024-05-03\ndeciders: # one at least\n  - Ann\nsummary: >\n"
        "  Long\n  text\n---\n\n# Mail\n"
    ),
    "toml": (
        '+++\ntitle = "Mail"\nstatus = "accepted"\ndate = 2024-05-03\ndeciders = ["Ann"]\n\n'
        '[params]\n  toc = true\n+++\n\nText.\n'
    ),
    "json": (
        '{\n  "title": "Mail",\n  "status": "accepted",\n  "date": "2024-05-03",\n'
        '  "deciders": ["Ann"]\n}\n\nText.\n'
    ),
    "section": (
        "# Meta\n\n- Name: Mail\n- Status: accepted <!-- or draft -->\n- Start Date: 2024-05-03\n"
        "- Decision Maker(s): Ann\n\n# Summary\n\nText.\n"
    ),
    "quote": "# Mail\n\n> **Status:** accepted\n> **Date:** 2024-05-03\n> **Deciders:** Ann\n\nText.\n",
    "table in Japanese": (
        "# Mail\n\n| 項目 | 値 |\n|---|---|\n| 状態 | accepted |\n| 決定日 | 2024-05-03 |\n"
        "| 決定者 | Ann |\n| 関連要件 | R1 |\n"
    ),
    "two colons": "# Mail\n\n* **Status:**: accepted\n* **Date:**: 2024-05-03\n* **Deciders:**: Ann\n",
    "checked box": (
        "# Mail\n\nDate: 2024-05-03\nDeciders: Ann\n\n## Status\n\n- [ ] proposed\n- [x] accepted\n"
        "- [ ] rejected\n"
    ),
    "below the status": (
        "# Mail\n\n## Status\n\n- **Status:** accepted\n- **Date:** 2024-05-03\n"
        "- **Decision makers:** Ann\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_state_date_and_people_are_found_in_every_kind_of_head(head: str):
    metadata = read(HEADS[head])

    assert (metadata.status, metadata.date, metadata.decision_makers) == ("accepted", "2024-05-03", ("Ann",))


@pytest.mark.parametrize("text", ["+++\nno toml\n+++\n\n# T\n", "{\n no: json\n}\n\n# T\n", "+++\n# T\n", "{\n", "+++"])
def test_what_only_looks_like_front_matter_loses_nothing(text: str):
    assert read(text) == Metadata()
