"""The option that was adopted where no sentence names it: a marked one, or the decision beside its alternatives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archkit.importing.deciding import decided_in, is_undecided
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
#: With what else the title of a decision begins that says what is done.
_DOES = re.compile(
    r"^(?:add|allow|apply|automate|build|buy|combine|create|define|deploy|disable|document|drop|enable|enforce|expose|extract"
    r"|generate|group|handle|host|implement|integrate|keep|log|make|manage|merge|move|organi[sz]e|package|pin|protect"
    r"|provide|publish|record|reduce|refactor|release|remove|rename|replace|require|restrict|rewrite|run|send|separate|serve"
    r"|set|share|split|store|support|test|track|treat|unify|upgrade|using|validate|version|wrap|write)\s+(?=\S)"
    r"|^(?:utiliser|adopter|usar|utilizar|adoptar|adotar|usare|utilizzare|adottare|использовать|gebruik|verwende\w*"
    r"|nutzung|einsatz|verwendung|einführung)\s|使用|采用|採用|사용|도입",
    re.IGNORECASE,
)
_NO_DECISION = re.compile(
    r"\?|？|^(?:how|what|which|who|when|where|why|should|whether|evaluat|compar|discuss)", re.IGNORECASE
)
#: States in which nothing was decided, or no longer counts.
_OPEN = re.compile(
    r"\b(?:rejected|declined|withdrawn|abandoned|cancelled|canceled|open|draft|undecided|pending|deferred|postponed|proposed"
    r"|proposal|in review|under (?:review|discussion)|wip|todo|idea|rfc|abgelehnt|verworfen|vorgeschlagen|entwurf|offen"
    r"|zurückgezogen|rejetée?|proposée?|brouillon|rechazad[ao]|propuest[ao]|borrador|rejeitad[ao]|propost[ao]|rascunho"
    r"|rifiutat[ao]|bozza|afgewezen|voorgesteld|concept|отклонен\w*|отклонён\w*|предложен\w*|черновик|odrzucon\w+"
    r"|proponowan\w+|szkic)\b|拒绝|已拒|驳回|提议|草案|草稿|却下|不採用|提案|検討中|거부|거절|제안|초안",
    re.IGNORECASE,
)
#: States in which the title of a record is what was decided.
_TAKEN = re.compile(
    r"\b(?:accepted|approved|adopted|implemented|decided|agreed|done|final|akzeptiert|angenommen|beschlossen|acceptée?"
    r"|adoptée?|aceptad[ao]|aceit[ao]|accettat[ao]|geaccepteerd|aanvaard|принят\w*|zaakceptowan\w*|przyjęt\w*|godkänd)\b"
    r"|采纳|接受|批准|承認|採用|승인|채택|수락",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
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
    lead = source.lines[outcome.begin : outcome.last]
    said = " ".join(_first_paragraph(lead))
    status = str(draft.metadata.get("status", ""))
    if _OPEN.search(status) or is_undecided(said):
        return ()
    title = _NUMBER.sub("", draft.title, count=1)
    name = _VERB.sub("", title, count=1).strip()
    if not plain_name(name) or len(name) > _LONGEST or not source.is_open(outcome.begin, outcome.end):
        return ()
    text = f" {plain_name(draft.title)} {plain_name(said)} "
    if meant := [option.name for option in draft.options if _is_said(bare_name(option.name), text)]:
        return (meant[0],) if len(meant) == 1 and decided_in(said, [_BRACKETS.sub("", meant[0])]) else ()
    if _NO_DECISION.search(title) or not (_TAKEN.search(status) or _VERB.match(title) or _DOES.search(title)):
        return ()
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
