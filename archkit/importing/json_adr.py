"""JSON-ADR → a document: https://github.com/joshrotenberg/adrs, schema json-adr/v1; one record, or the bulk form."""

from __future__ import annotations

import json
import re
from typing import Any

from archkit.errors import FileProblem
from archkit.importing.archkit_json import read_own_json
from archkit.importing.deciding import decided_in
from archkit.importing.draft import Custom, Draft, OptionDraft
from archkit.importing.importing import Imported, finished
from archkit.importing.points import Points
from archkit.importing.source import Source, name_of
from archkit.importing.styles import RECORD
from archkit.model.comparison import Comparison, Criterion
from archkit.model.risks import Risk
from archkit.model.text import line

#: Keys that are sections of prose, with their headings.
_PROSE = {"confirmation": "Confirmation", "more_information": "More Information"}
_ESCAPE = re.compile(r'\\([\\ntr"])')
_MEANT = {"\\": "\\", "n": "\n", "t": "\t", "r": "\n", '"': '"'}
_RISK = re.compile(
    r"(?P<risk>.+?)(?: \((?P<likelihood>[^(),;]+)(?:, (?P<impact>[^(),;]+))?\))?(?:; mitigation: (?P<mitigation>.+))?"
)
_DRIVER = re.compile(r"(?P<criterion>.+?)(?: \((?P<scale>[^()]+)\))?(?:, weight (?P<weight>[\w.,%]+))?")
#: What archkit writes where there are options and none is chosen.
NONE_CHOSEN = "None is chosen yet."
_PEOPLE = ("deciders", "decision_makers")


def import_json(text: str, name: str = "") -> Imported:
    """Make a document of a JSON-ADR; other JSON is kept as code.

    Raises:
        FileProblem: the text is no JSON.
    """
    found = _loaded(text.lstrip("\ufeff"), name or "the text")
    if own := read_own_json(found, name):
        return own
    bulk = isinstance(found, dict) and isinstance(found.get("adrs"), list)
    single = isinstance(found, dict) and not bulk and isinstance(found.get("adr"), dict)
    records: list[Any] = found["adrs"] if bulk else [found["adr"]] if single else [found]
    # One key a line, so that the report can say where each went.
    pretty = _ESCAPE.sub(lambda mark: _MEANT[mark[1]], json.dumps(found, ensure_ascii=False, indent=2))
    draft = Draft(Source(pretty, name), "json-adr", title=name_of(name) if name else "")
    if records and _is_record(records[0]):
        _record(draft, dict(records[0]))
    elif records:
        draft.customs.append(Custom("Imported: JSON", _code(records[0])))
    for number, record in enumerate(records[1:], 2):
        draft.customs.append(Custom(f"Imported: Record {number}", _code(record)))
    rest = {key: value for key, value in found.items() if key not in ("adrs", "adr")} if bulk or single else {}
    if bulk or set(rest) - {"$schema", "version"}:
        draft.customs.append(Custom("Imported: Collection", _code(rest)))
    elif single:
        draft.customs.append(Custom(RECORD, f"JSON-ADR {rest.get('version', '')}: {rest.get('$schema', '')}"))
    draft.source.claim(0, len(draft.source.lines), "the places of its keys")
    return finished(draft)


def _loaded(text: str, name: str) -> Any:
    remedy = "mend it there, or give the file a name that ends in .md to import it as text"
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        problem = f"this is no JSON ({error.msg[:1].lower()}{error.msg[1:]})"
        raise FileProblem(f"{name}:{error.lineno}:{error.colno}", problem, remedy) from None
    except RecursionError:
        raise FileProblem(name, "this JSON is nested too deeply", remedy) from None
    except ValueError:
        raise FileProblem(name, "this JSON has a number with too many digits", remedy) from None


def _is_record(record: Any) -> bool:
    return (
        isinstance(record, dict)
        and "title" in record
        and bool({"context", "decision", "status", "considered_options"} & set(record))
    )


def _record(draft: Draft, record: dict[str, Any]) -> None:
    draft.title = _text(record.pop("title", "")) or draft.title
    for key in ("status", "date"):
        if isinstance(record.get(key), str):
            draft.metadata[key] = record.pop(key)
    for key in _PEOPLE:
        if "decision_makers" not in draft.metadata and (people := _texts(record.get(key))):
            draft.metadata["decision_makers"] = people
            record.pop(key)
    draft.summary = _text(record.pop("context", ""))
    drivers = _texts(record.pop("decision_drivers", None))
    for option in record.pop("considered_options", None) or []:
        _option(draft, option)
    if drivers:
        names = tuple(option.name for option in draft.options)
        draft.rows["comparison"] = Comparison(options=names, criteria=tuple(map(_criterion, drivers)))
    _decision(draft, record)
    for key, heading in _PROSE.items():
        if isinstance(record.get(key), str):
            draft.customs.append(Custom(heading, record.pop(key)))
    custom = record.pop("custom_sections", None)
    for heading, value in (custom if isinstance(custom, dict) else {}).items():
        draft.customs.append(Custom(str(heading), value if isinstance(value, str) else _code(value)))
    simple = {key: value for key, value in record.items() if isinstance(value, (str, int, float)) or _texts(value)}
    for key, value in simple.items():
        draft.extra[key] = _texts(value) or line(str(value))
        record.pop(key)
    if left := {key: value for key, value in record.items() if value not in (None, [], {}, "")}:
        draft.customs.append(Custom("Imported: Other Keys", _code(left)))


def _decision(draft: Draft, record: dict[str, Any]) -> None:
    decision = _text(record.pop("decision", ""))
    decided = decided_in(decision.partition("\n\n")[0], [option.name for option in draft.options])
    draft.chosen = (decided[0],) if len(decided) == 1 else ()
    # What archkit writes begins with the names of the chosen options alone.
    first, _, rest = decision.partition("\n\n")
    named = _all_named(first, [option.name for option in draft.options])
    is_open = first == NONE_CHOSEN
    draft.chosen = () if is_open else named or draft.chosen
    draft.rationale.append(rest if named or is_open else decision)
    consequences = record.pop("consequences", None)
    if isinstance(consequences, dict) and set(consequences) == {"risks"}:
        risks = [_RISK.fullmatch(line(text)) for text in _texts(consequences["risks"])]
        draft.rows["risks"] = tuple(
            Risk(**{k: v for k, v in found.groupdict().items() if v}) for found in risks if found
        )
        consequences = None
    if isinstance(consequences, dict):
        for key, values in consequences.items():
            texts = _texts(values) or ((_text(values),) if values else ())
            draft.rationale.append("\n".join([f"#### {key.capitalize()}", "", *(f"- {line(text)}" for text in texts)]))
    elif texts := _texts(consequences):
        draft.rationale.append("\n".join(["#### Consequences", "", *(f"- {line(text)}" for text in texts)]))
    elif consequences:
        draft.rationale.append(f"#### Consequences\n\n{_text(consequences)}")


def _all_named(text: str, names: list[str]) -> tuple[str, ...]:
    """Return the options whose names, joined by `and`, are this text."""
    found: list[str] = []
    for name in sorted(filter(None, names), key=lambda name: (text.find(name), -len(name))):
        if text.startswith(name):
            found.append(name)
            text = text[len(name) :].removeprefix(" and ")
    return tuple(found) if not text else ()


def _criterion(text: str) -> Criterion:
    found = _DRIVER.fullmatch(line(text))
    return Criterion(**{k: v for k, v in found.groupdict().items() if v}) if found else Criterion(criterion=text)


def _option(draft: Draft, option: object) -> None:
    if isinstance(option, str):
        draft.options.append(OptionDraft(option))
        return
    if not isinstance(option, dict):
        draft.customs.append(Custom("Imported: Option", _code(option)))
        return
    given = dict(option)
    points = Points()
    for kind in ("pros", "cons", "neutral"):
        for text in _texts(given.pop(kind, None)):
            points.add(kind, text)
    made = OptionDraft(_text(given.pop("name", given.pop("title", ""))), [_text(given.pop("description", ""))], points)
    if given:
        made.description.append(_code(given))
    draft.options.append(made)


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else _code(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) and value and all(isinstance(item, str) for item in value) else ()


def _code(value: object) -> str:
    return f"```json\n{json.dumps(value, ensure_ascii=False, indent=2)}\n```"
