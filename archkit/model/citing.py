"""Evidence made where it is needed: a new finding, cited at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from archkit.errors import ModelError, quoted
from archkit.model.document import Document
from archkit.model.edit import Path, insert_row, rows_at_or_error, set_value
from archkit.model.findings import GROUPS, Finding

_NUMBERED = re.compile(r"([A-Za-z][A-Za-z_-]*)(\d+)")


def next_finding_id(findings: Sequence[Finding], also: str = "") -> str:
    """Return an id that no finding has: F7 after F6, with the letters that most of the others have.

    Args:
        findings: The findings.
        also: Text whose citations of findings that are not there yet are no free ids either.
    """
    numbered = [found for finding in findings if (found := _NUMBERED.fullmatch(finding.id))]
    stems = Counter(found[1] for found in numbered)
    stem = stems.most_common(1)[0][0] if stems else "F"
    cited = re.findall(rf"\[{re.escape(stem)}(\d{{1,9}})\]", also)
    taken = [int(found[2]) for found in numbered if found[1] == stem]
    return f"{stem}{max([*taken, *map(int, cited)], default=0) + 1}"


def cite_new_finding(document: Document, path: Path, text: str, before: str = "", after: str = "") -> Document:
    """Return the document with a new finding, and the field at `path` citing it.

    Args:
        document: The document.
        path: The field that cites it, such as `("options", 0, "cons", 2, "evidence")`.
        text: What was found.
        before: What the field says before the citation.
        after: What it says behind it.

    Raises:
        ModelError: there is no such field, or the text is blank.
    """
    if not text.strip():
        raise ModelError("findings", "a new finding needs a text", "type what was found")
    if not isinstance(rows_at_or_error(document, path), str):
        raise ModelError(".".join(map(str, path)), f"{quoted(str(path[-1]))} holds no text", "name a field of text")
    unread = {place.name for place in document.layout if place.part == "findings" and place.unread}
    used = [finding.group for finding in document.findings]
    group = next((group for group in (*reversed(used), *GROUPS) if group not in unread), GROUPS[0])
    everything = " ".join(f"{point.claim} {point.evidence}" for o in document.options for point in (*o.pros, *o.cons))
    made = Finding(group=group, id=next_finding_id(document.findings, everything), text=text)
    at = max((at for at, finding in enumerate(document.findings, 1) if finding.group == group), default=0)
    changed = insert_row(document, ("findings",), at or len(document.findings), made)
    words = " ".join(part for part in (before.rstrip(), f"[{made.id}]", after.lstrip()) if part)
    return set_value(changed, path, words)
