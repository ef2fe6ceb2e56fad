"""Risks as archkit writes them into records, read back: in a sentence, with likelihood, impact and mitigation."""

from __future__ import annotations

import re

from archkit.importing.draft import Draft
from archkit.importing.items import read_items
from archkit.importing.styles import RECORD
from archkit.model.document import outline
from archkit.model.risks import Risk

#: What a risk begins with among the consequences of a MADR record.
MADR_RISK = "Bad, because of this risk: "
_RISK = re.compile(
    r"(?P<risk>.+?)(?: \((?P<likelihood>[^(),;]+), (?P<impact>[^(),;]+)\))?(?:; mitigation: (?P<mitigation>.+))?"
)
_TITLE = next(spec.title for spec in outline() if spec.key == "risks")


def risk_of(text: str) -> Risk | None:
    """Return the risk that a sentence of an export says, None where it says none."""
    found = _RISK.fullmatch(text)
    return Risk(**{key: value for key, value in found.groupdict().items() if value}) if found else None


def read_own_risks(draft: Draft) -> None:
    """Take the risks that an export to MADR has among the consequences."""
    source, risks = draft.source, []
    for section in source.of("consequences"):
        for block in [block for part in section.walk() for block in part.blocks if block.kind == "list"]:
            for item in read_items(source.lines, block.first, block.last):
                said = item.line.removeprefix(MADR_RISK)
                if said != item.line and not item.below and (risk := risk_of(said)):
                    risks.append(risk)
                    source.claim(item.first, item.last, _TITLE)
        if risks and not source.is_open(section.begin, section.end):
            source.claim(section.first, section.end, RECORD)
    if risks and "risks" not in draft.rows:
        draft.rows["risks"] = tuple(risks)
