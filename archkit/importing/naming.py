"""The option that a decision names: one of the list, or one more where the words behind the label are a name."""

from __future__ import annotations

import re

from archkit.importing.deciding import decided_in, is_placeholder, negates
from archkit.importing.draft import Draft, OptionDraft, bare_name, plain_name
from archkit.importing.phrases import OPTION_HEADING

#: A name that no list of options has is one more option, unless it is a sentence.
_LONGEST_NEW_NAME = 80
#: `option b`, `方案 c`: an option by its number, in a text without marks and case.
_NUMBERED = re.compile(
    r"(?:(?:\b(?:option|alternative|variante?|approach|opción|opcion|opção|opzione|optie|вариант|opcja) )"
    r"|(?:方案|选项|案|選択肢|대안|옵션) ?)(?:\d{1,2}|[^\W\d_])\b"
)
#: What is said of the option behind its name, where that takes the decision back.
_TAKEN_BACK = re.compile(
    r"\W*(?:(?:was|is|were|has been|had been)\s+)?(?:rejected|declined|dismissed|discarded|refused|abandoned|denied"
    r"|not (?:chosen|selected|adopted|taken|approved|accepted|now|yet|decided)"
    r"|abgelehnt|verworfen|rejeté|refusé|rechazad|descartad|rejeitad|rifiutat|afgewezen|verworpen|отклон|отверг|odrzucon"
    r"|却下|不採用|拒绝|否决)(?!\w* (?:the|all|every|other))",
    re.IGNORECASE,
)
#: A list of choices, or text with marks in it, is no name.
_NO_NAME = re.compile(r"[:：]|\*\*|^\[")
_JOINED = re.compile(r"\s+(?:\+|and|und|et|y|e|и|en|och)\s+|\s*&\s*")
_USE = re.compile(
    r"(?:we (?:will |shall )?)?(?:use|adopt|introduce|switch to|migrate to|move to|go with)\s+\S", re.IGNORECASE
)


def named_option(draft: Draft, name: str, rest: str, text: str, *, is_name: bool) -> OptionDraft | None:
    """Return the option that stands behind a label such as `Chosen option:`, made if it is a new name.

    Args:
        draft: What was read so far.
        name: The name that the text begins with.
        rest: The text behind the name.
        text: The whole text behind the label.
        is_name: Whether only a name can stand there: it is in marks, or the label says so.
    """
    if not name or _TAKEN_BACK.match(rest):
        return None
    if found := draft.option_named(name):
        return found
    if is_placeholder(name):
        return None
    in_marks = not text.startswith(name)
    if negates(name) and not in_marks:
        return None
    if found := option_meant(draft, name) if is_name else _by_number(draft, name) or _in_brackets(draft, name):
        return found
    if found := adopted_in(draft, name):
        return found
    if found := _numbered_name(draft, name):
        return found
    is_new = (is_name and (in_marks or not _NO_NAME.search(name))) or (bool(_USE.match(name)) and not draft.options)
    if not is_new or len(name) > _LONGEST_NEW_NAME:
        return None
    draft.options.append(OptionDraft(name))
    return draft.options[-1]


def _numbered_name(draft: Draft, name: str) -> OptionDraft | None:
    """Return the option that a text such as `Option 4: Kafka` calls by its number and by the beginning of its name."""
    heading = OPTION_HEADING.match(name)
    found = draft.option_like(f"option {heading['number']}") if heading and heading["number"] else None
    is_same = found is not None and f"{plain_name(found.name)} ".startswith(f"{plain_name(name)} ")
    return found if is_same else None


def joined_options(draft: Draft, name: str) -> tuple[str, ...]:
    """Return the options whose names or numbers a name joins, such as `Kafka and Cron`; none where one is no option."""
    parts = _JOINED.split(name)
    found = [draft.option_named(part) or _by_number(draft, part) for part in parts]
    names = tuple(dict.fromkeys(option.name for option in found if option))
    return names if len(names) == len(parts) > 1 and not draft.option_named(name) else ()


def option_meant(draft: Draft, name: str) -> OptionDraft | None:
    """Return the option that a name means in the same words, or in a few more or less that do not turn it round."""
    if found := draft.option_named(name):
        return found
    found = draft.option_like(name) or draft.option_close_to(name)
    if found is None or _NUMBERED.fullmatch(plain_name(name)):
        return found
    one, other = bare_name(found.name).split(), bare_name(name).split()
    more = [word for word in one if word not in other] + [word for word in other if word not in one]
    is_longer = set(one) <= set(other) or set(other) <= set(one)
    says_more = any(word.isdigit() or len(word) == 1 for word in more) or negates(" ".join(more))
    others = [option for option in draft.options if option is not found]
    is_joined = any(_has(name, option.name) and not _has(found.name, option.name) for option in others)
    is_joined = is_joined or bool(_JOINED.search(name) and not _JOINED.search(found.name))
    return found if is_longer and not says_more and not is_joined else None


def adopted_in(draft: Draft, text: str) -> OptionDraft | None:
    """Return the one option that the sentences of a text adopt, by name or by number."""
    names = list(dict.fromkeys(option.name for option in draft.options))
    numbers = list(dict.fromkeys(found[0].strip() for found in _NUMBERED.finditer(plain_name(text))))
    decided = decided_in(text, names) or decided_in(text, numbers)
    return (draft.option_named(decided[0]) or draft.option_like(decided[0])) if len(decided) == 1 else None


def _by_number(draft: Draft, name: str) -> OptionDraft | None:
    return draft.option_like(name) if _NUMBERED.fullmatch(plain_name(name)) else None


def _in_brackets(draft: Draft, name: str) -> OptionDraft | None:
    """Return the one option whose name is this one with an addition in brackets."""
    found = [option for option in draft.options if bare_name(option.name) == bare_name(name)]
    return found[0] if len(found) == 1 else None


def _has(text: str, name: str) -> bool:
    return f" {plain_name(name)} " in f" {plain_name(text)} "
