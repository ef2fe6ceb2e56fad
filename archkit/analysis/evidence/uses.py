"""Where findings are used: each text that cites one, with the option and the side that it speaks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archkit.model.comparison import bare_score
from archkit.model.document import Document, outline, walk_rows
from archkit.model.edit import Path
from archkit.model.fields import Frozen, Row
from archkit.model.findings import Finding, cited_in
from archkit.model.options import Option

#: What a use does for an option.
FOR, AGAINST, SCORE, TEXT = SIDES = ("for", "against", "score", "text")
_TITLES = {spec.key: spec.title for spec in outline()}


class Use(NamedTuple):
    """One place that cites a finding.

    Attributes:
        finding: Its id.
        path: The field that cites it, as an edit names it.
        side: `for` and `against` in a pro and a con, `score` behind a score, `text` elsewhere.
        option: The option that it is about, "" for none.
        where: What cites it, in words: the claim, the criterion, or the section.
    """

    finding: str
    path: Path
    side: str
    option: str
    where: str


def uses(document: Document) -> tuple[Use, ...]:
    """Return each place that cites a finding of the document, in order; each finding once a place."""
    ids = frozenset(finding.id for finding in document.findings if finding.id)
    return tuple(dict.fromkeys(use for use in _all(document) if use.finding in ids)) if ids else ()


def used_findings(document: Document) -> frozenset[str]:
    """Return the findings that anything cites; where they are used needs no path this way, and takes half as long."""
    ids = frozenset(finding.id for finding in document.findings if finding.id)
    texts = [place.text for place in document.layout if place.text]
    rows: list[Frozen] = [document] if ids else []
    while rows:
        for key, value in rows.pop().__dict__.items():
            if isinstance(value, str):
                if "[" in value:
                    texts.append(value)
            elif isinstance(value, tuple):
                rows += [item for item in value if isinstance(item, Frozen)] if key != "layout" else ()
            elif isinstance(value, dict):
                texts += [
                    text for cell in value.values() for text in ((cell,) if isinstance(cell, str) else cell or ())
                ]
            elif isinstance(value, Frozen):
                rows.append(value)
    return ids.intersection([name for text in texts for name in cited_in(text)])


def _all(document: Document) -> Iterator[Use]:
    for spec in outline():
        if isinstance(text := getattr(document, spec.key), str):
            yield from (Use(name, (spec.key,), TEXT, "", spec.title) for name in cited_in(text))
    for place in document.layout:
        if place.text:
            named = place.name or _TITLES.get(place.part, "text of your own")
            yield from (Use(name, (), TEXT, "", named) for name in cited_in(place.text))
    for path, row in walk_rows(document):
        for key, value in row.__dict__.items():
            if isinstance(value, str):
                # Of thousands of texts a few cite: it pays to ask before the call.
                for name in cited_in(value) if "[" in value else ():
                    yield _use(document, (*path, key), name, row)
            elif isinstance(value, dict):
                yield from _scores(path, key, value, row)


def _scores(path: Path, key: str, values: dict[str, object], row: object) -> Iterator[Use]:
    """Yield what stands by name in a row: scores by option, columns of the author's own by title."""
    called = row.called if isinstance(row, Row) else ""
    for title, value in values.items():
        texts = [value] if isinstance(value, str) else [text for text in value] if isinstance(value, tuple) else []
        for name in dict.fromkeys(name for text in texts for name in cited_in(text)):
            is_score = key == "scores" and bare_score(texts[0]) != texts[0].strip()
            where = called or _TITLES[str(path[0])]
            yield Use(name, (*path, key, title), SCORE if is_score else TEXT, title if key == "scores" else "", where)


def _use(document: Document, path: Path, name: str, row: object) -> Use:
    if path[0] == "options" and isinstance(path[1], int):
        option: Option = document.options[path[1]]
        called = option.name or f"option {path[1] + 1}"
        side = {"pros": FOR, "cons": AGAINST}.get(str(path[2]), TEXT)
        said = str(getattr(row, "claim", "")) if side != TEXT else str(path[-1]).replace("_", " ")
        return Use(name, path, side, called, said)
    called = row.called if isinstance(row, Row) and not isinstance(row, Finding) else ""
    if isinstance(row, Finding):
        called = f"finding {row.id}" if row.id else ""
    return Use(name, path, TEXT, str(getattr(row, "option", "")), called or _TITLES[str(path[0])])
