"""Whether words decide for an option: what adopts, what negates, and what only holds the place of a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archkit.importing.draft import plain_name
from archkit.importing.phrases import BECAUSE

#: With one of these beside it, a name is not the decision: it is refused, compared, or still to be weighed.
_NEGATION = re.compile(
    r"\b(?:no|not|non|cannot|\w+n t|never|neither|nor|none|nothing|nobody|but|except|without|instead|rather|than|over"
    r"|against|reject\w*|declin\w*|dismiss\w*|discard\w*|avoid\w*|abandon\w*|refus\w*|exclud\w*|drop\w*|remov\w*|replac\w*"
    r"|stop\w*|retir\w*|deprecat\w*|failed|anything|everything|until|unless|if|whether|or|either|would|could|might|may"
    r"|maybe|perhaps|possibly|consider\w*|evaluat\w*|investigat\w*|undecided|pending|postpon\w*|defer\w*|wait\w*|later"
    r"|nicht|kein\w*|ohne|statt|anstatt|anstelle|außer|ausser|aber|sondern|nie|niemals|weder|gegen|abgelehn\w*|ablehn\w*"
    r"|verworfen\w*|verzicht\w*|vermeid\w*|oder|ob|wenn|falls|könnte\w*|würde\w*|vielleicht"
    r"|ne|pas|sans|sauf|mais|aucun\w*|jamais|ni|au lieu|plutôt|rejet\w*|écart\w*|évit\w*|contre|ou|si"
    r"|sin|excepto|salvo|pero|nunca|ning[uú]n\w*|en lugar|en vez|rechaz\w*|descart\w*|evit\w*|contra|quizás?"
    r"|não|nao|sem|exceto|mas|nem|nenhum\w*|em vez|ao invés|rejeit\w*"
    r"|senza|tranne|eccetto|ma|mai|né|nessun\w*|invece|anziché|piuttosto|rifiut\w*|scart\w*"
    r"|niet|geen|zonder|behalve|maar|nooit|in plaats|verworp\w*|afgewezen"
    r"|не|нет|без|кроме|но|никогда|ни|вместо|отклон\w*|отказ\w*|отверг\w*|или|если"
    r"|nie|bez|oprócz|ale|nigdy|zamiast|odrzuc\w*|lub|albo|jeśli|değil|yerine|hariç|ama|reddedil\w*|veya"
    r"|inte|ej|utan|men|istället|förutom|aldrig|avvis\w*|eller)\b"
    r"|[不没沒非除无無未或]|代替|替代|拒绝|否决|放弃|如果|ない|なし|せず|以外|代わり|却下|見送|または|もし"
    r"|않|안 |아니|제외|대신|없|거부|기각|또는"
)
#: What stands where a decision is still to be put.
_PLACEHOLDER = re.compile(
    r"(?:t ?b ?[dac]|todo|none|none yet|nil|null|n a|not applicable|pending|open|still open|undecided|unknown|unclear"
    r"|wip|work in progress|later|nothing|neither|x+|both|all|any|deferred|postponed|delayed|on hold|yes|no|approved"
    r"|accepted|rejected|proposed|(?:still )?to be \w+|not (?:yet )?\w+(?: yet)?|no (?:decision|choice|option)\b.*"
    r"|see .*|wait\w*\b.*|offen|noch .*|kein\w*|ausstehend|unentschieden|siehe .*|à (?:définir|décider)|aucune?"
    r"|en attente|voir .*|(?:por|a) (?:definir|decidir)|pendiente|pendente|ningun[oa]|nenhuma?"
    r"|da (?:definire|decidere)|nessun[oa]|in sospeso|nog .*|geen|нет|не определено|будет .*|открыт\w*|do ustalenia"
    r"|brak|belirlenecek|yok|ingen|inget|ej beslutat"
    r"|待定|待决定|尚未.*|无|無|暂无|未定|検討中|保留|なし|미정|없음|보류|검토 ?중)"
)
#: A place that a template leaves to be filled.
_BLANK = re.compile(r"[\[{<（【].*[\]}>）】]|[\W_]*")
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|(?<=[。！？])|\n")
_REASON = re.compile(
    rf"(?:\b(?:{'|'.join(map(re.escape, (word for word in BECAUSE if len(word) > 4)))})\b|因为|なぜなら).*$",
    re.DOTALL,
)
#: What stands directly before the name that is adopted.
_BEFORE = re.compile(
    r"(?:(?:(?:^|\b(?:we|i|us|will|shall|should|must|(?:decided?|agreed?|choose|chose|plan|going|is|was"
    r"|recommend(?:ed)?|proposed?) to) )(?:have |ve |also |now |therefore )*"
    r"(?:use|adopt|adopted|choose|chose|chosen|select|selected|pick|picked|employ|introduce|prefer|recommend|go with"
    r"|go for|going with|went with|opt for|opted for|decide on|decided on|decide for|decided for|settle on|settled on"
    r"|standardi[sz]e on|switch to|migrate to|move to|stick with|stay with|keep|keep using|continue with"
    r"|continue using|build on|rely on)"
    r"|\bwir (?:werden )?(?:nutzen|verwenden|benutzen|wählen|nehmen|setzen auf|setzen|empfehlen)|\bwir werden|\buns für"
    r"|\bnous (?:utilis(?:er)?ons|adopt(?:er)?ons|choisissons|avons (?:choisi|retenu)|retenons|optons pour"
    r"|recommandons|allons utiliser)"
    r"|^(?:utiliser|adopter|usar|utilizar|adoptar|adotar|usare|utilizzare|gebruik|verwende|nutze|использовать)"
    r"|\b(?:usaremos|utilizaremos|vamos a usar|vamos usar|adoptaremos|adotaremos|elegimos|hemos elegido|escogemos"
    r"|escolhemos|optamos por|recomendamos|useremo|utilizzeremo|usiamo|utilizziamo|adottiamo|adotteremo"
    r"|abbiamo scelto|scegliamo|we gebruiken|wij gebruiken|we kiezen(?: voor)?|we kozen voor|используем"
    r"|будем использовать|выбрали|выбираем|выбран\w*|переходим на|użyjemy|używamy|wybieramy|wybraliśmy|stosujemy"
    r"|zastosujemy|vi (?:ska )?(?:använd[ae]r?|väljer|valde))) "
    r"(?:(?:the|a|an|our|option|alternative|solution|approach|der|die|das|den|dem|ein|eine|einen|le|la|les|l|un|une|el"
    r"|los|las|una|o|os|um|uma|il|lo|i|de|het|een) )*$"
    r"|(?:采用|使用|选择|选用|选定|採用) ?$)"
)
#: The number of an item, as `(2) Kafka` has it.
_ITEM = re.compile(r"^\d{1,2} ")
_REACH = 120
#: A sentence that has more options lists them.
_MOST = 20
#: What stands directly behind it.
_BEHIND = re.compile(
    r" ?(?:(?:it is|wins|(?:is|was|has been) (?:chosen|selected|adopted|picked|recommended)"
    r"|(?:is|was) (?:the |our )?(?:winner|choice|chosen (?:option|one|solution|approach))"
    r"|(?:will|shall|is to) be (?:used|chosen|selected|adopted)|nutzen|verwenden|einsetzen|wählen"
    r"|wird (?:genutzt|verwendet|eingesetzt|gewählt)|(?:est|sera) (?:retenue?|choisie?|utilisée?)"
    r"|(?:será|sera) (?:usad[ao]|utilizad[ao])|wordt gebruikt|kullanılacak)\b"
    r"|[をに]?(?:採用|使用|選択|選定|利用|導入)|[을를로]?(?:으로)? ?(?:사용|선택|채택|도입))"
)


def negates(text: str) -> bool:
    """Whether a text refuses, compares, or leaves open what stands in it."""
    return bool(_NEGATION.search(plain_name(text))) or "?" in text or "？" in text


def is_placeholder(text: str) -> bool:
    """Whether a text holds the place of a decision that is still to be made, as `TBD` does."""
    return bool(_BLANK.fullmatch(text.strip())) or bool(_PLACEHOLDER.fullmatch(plain_name(text)))


def is_undecided(text: str) -> bool:
    """Whether a paragraph says in any of its sentences that something is not so, or still open."""
    return any(
        negates(said) or is_placeholder(said) or is_placeholder(said.partition(":")[2] or said)
        for said in sentences(text)
    )


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text without their reasons, which may speak of anything."""
    for sentence in _SENTENCE.split(text):
        if said := _REASON.sub("", sentence).strip():
            yield said


def decided_in(text: str, names: Sequence[str]) -> list[str]:
    """Return those of some names that the sentences of a text adopt, where no sentence speaks against them."""
    plain = {name: found for name in names if (found := plain_name(name))}
    adopted: dict[str, None] = {}
    refused: set[str] = set()
    for sentence in sentences(text):
        said = plain_name(sentence)
        held = [name for name, bare in plain.items() if bare in said]
        # Of `Kafka` and `Kafka Streams` the longer one is meant where it stands.
        whole = "\n".join(plain[name] for name in held)
        held = [name for name in held if whole.count(plain[name]) == 1]
        for name in held if len(held) <= _MOST else ():
            if negates(said.replace(plain[name], " ", 1)) or "?" in sentence:
                refused.add(name)
            elif _adopts(said, plain[name]):
                adopted[name] = None
    return [name for name in adopted if name not in refused]


def _adopts(said: str, name: str) -> bool:
    """Whether a sentence is a name, or has it as whole words beside a word that adopts it."""
    at = said.find(name)
    end = at + len(name)
    if name[-1].isascii() and said[end : end + 1].isascii() and said[end : end + 1].isalnum():
        return False
    if _BEFORE.search(said, max(0, at - _REACH), at):
        return True
    is_begin = not at or not name[0].isascii() or not said[at - 1].isalnum() or not said[at - 1].isascii()
    return _ITEM.sub("", said, count=1) == name or said == name or (is_begin and bool(_BEHIND.match(said, end)))
