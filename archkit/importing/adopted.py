"""The option that was adopted where no sentence names it: a marked one, or the decision beside its alternatives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archkit.importing.draft import Draft, OptionDraft, bare_name, plain_name
from archkit.importing.phrases import ADOPTED_MARK
from archkit.importing.source import Section
from archkit.importing.styles import style_named

#: Headings of options that were not taken.
_ALTERNATIVES = re.compile(
    r"alternat|altérnat|rejected|dismissed|discarded|other (?:considered|approach|option|solution)|verworfen|écarté"
    r"|descartad|rechazad|rejeitad|альтернатив|отверг|отклон|代替|替代|备选|備選|却下|不採用|拒绝|대안|alternatyw|odrzucon",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:\W*(?:adr|rfc|kep|madr)\W{0,2})?\d{1,6}\s*[:.)–—-]+\s*|^\W*(?:adr|rfc)[-_ ][\w-]+\s*[:–—]\s+", re.I
)
_VERB = re.compile(
    r"^(?:we will\s+)?(?:use|adopt|choose|select|introduce|employ|switch to|migrate to|move to|go with"
    r"|standardi[sz]e on)\s+(?=\S)",
    re.IGNORECASE,
)
#: Where the text speaks of what is not taken, a name says nothing.
_INSTEAD = re.compile(
    r"\b(?:instead|rather than|over|not|no|statt|anstatt|nicht|au lieu|plutôt|en lugar|en vez|ao invés|em vez|вместо"
    r"|не)\b|대신|代わり|ではなく|而不是|不使用"
)
_LONGEST = 150


def marked_option(draft: Draft) -> tuple[str, ...]:
    """Return the one option whose name says that it was chosen, as `Kafka (chosen)` does."""
    found = [option.name for option in draft.options if ADOPTED_MARK.search(option.name)]
    return (found[0],) if len(found) == 1 else ()


def adopted_option(draft: Draft, outcome: Section) -> tuple[str, ...]:
    """Make an option of a decision whose record lists nothing but its alternatives, and return its name."""
    source = draft.source
    if style_named(draft.style).proposes:
        return ()
    listed = [section for section in source.of("options", "option_details") if source.went[section.first]]
    if not draft.options or not listed or not all(_ALTERNATIVES.search(section.heading) for section in listed):
        return ()
    name = _VERB.sub("", _NUMBER.sub("", draft.title, count=1), count=1).strip()
    if not plain_name(name) or len(name) > _LONGEST or not source.is_open(outcome.begin, outcome.end):
        return ()
    lead = source.lines[outcome.begin : outcome.last]
    said = f" {plain_name(draft.title)} {plain_name(' '.join(_first_paragraph(lead)))} "
    if meant := [option.name for option in draft.options if _is_said(bare_name(option.name), said)]:
        return (meant[0],) if len(meant) == 1 and not _INSTEAD.search(said) else ()
    words = set(plain_name(draft.title).split())
    if any(set(bare_name(option.name).split()) <= words for option in draft.options):
        return ()
    draft.options.insert(0, OptionDraft(name[:1].upper() + name[1:]))
    return (draft.options[0].name,)


def _is_said(name: str, text: str) -> bool:
    """Whether a text has a name as words of their own; in languages that put endings to them, as their beginning."""
    return bool(name) and (f" {name} " if name[-1].isascii() else f" {name}") in text


def _first_paragraph(lines: Sequence[str]) -> list[str]:
    text = [line.strip() for line in lines]
    begin = next((at for at, line in enumerate(text) if line), len(text))
    return text[begin : next((at for at in range(begin, len(text)) if not text[at]), len(text))]
