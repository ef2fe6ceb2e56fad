"""Rules about the words of the recommendation: it cites, answers what speaks against it, and explains the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archkit.checks.review import Found, Review, plain
from archkit.checks.words import Spoken, words_of
from archkit.errors import quoted
from archkit.model.findings import cited
from archkit.model.options import Option, Point
from archkit.model.unsaid import is_unsaid, says_assumption

_PATH = ("recommendation", "rationale")
_CLEAR = re.compile(
    r"\b(?:(?:clear|obvious|undisputed|unambiguous|outright|decisive|definite|undoubted|overwhelming|evident|natural"
    r")(?:ly)?"
    r"\s+(?:is\s+|the\s+|our\s+)?(?:best\s+|right\s+)?(?:winner|win|best|choice|favou?rite|leader|lead|superior|better"
    r"|stronger|wins|ahead"
    r"|option|beats|preferable|leads|outperforms|answer|advantage)"
    r"|wins?\s+(?:clearly|easily|decisively|outright|convincingly|by\s+(?:far|a\s+\w+))|winner\s+by\s+(?:far|a\s+\w+)"
    r"|(?:comes?|came)\s+out\s+(?:clearly\s+)?(?:best|on\s+top|ahead|first)|no[- ]brainer|hands\s+down|slam\s+dunk"
    r"|landslide|by\s+far\s+(?:the\s+)?(?:best|strongest|superior|better|winner|ahead)|by\s+a\s+(?:wide|large|big|clear|huge)\s+margin|far\s+(?:superior|better|ahead|stronger)"
    r"|much\s+(?:better|stronger)\s+than\s+(?:the\s+|all\s+|any\s+)?(?:others?|rest|alternatives?)"
    r"|(?:significantly|vastly|easily|far|convincingly|hugely|massively)\s+(?:better|superior|outperform\w*|outscor\w*"
    r"|stronger|beats|exceeds)"
    r"|head\s+and\s+shoulders|stands?\s+out\s+(?:as|clearly|from|among)|(?:no|without|beyond|leaves?\s+no)\s+(?:any\s+)?(?:reasonable\s+)?doubt"
    r"|undisputed"
    r"|unbeatable|unrivall?ed|second\s+to\s+none|without\s+question|no\s+contest)\b",
    re.IGNORECASE,
)
#: What stands before such words where they are denied.
_DENIED = re.compile(
    r"(?:\b(?:no|not|never|nor|neither|hardly|without|far\s+from|less\s+than)|n['’]t)\b[^.;:!?]{0,24}$", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
#: Words of a con that speak of no subject, so that they answer nothing.
_WEAK = words_of(
    "take takes hour hours day days week weeks month time need needs make makes high low hard long lot cost costs"
)
_AGAINST = re.compile(
    r"\b(?:although|despite|drawbacks?|downsides?|trade-?offs?|we\s+accept|the\s+price|in\s+return|weakness"
    r"(?:es)?|disadvantages?|mitigat\w+|even\s+though|we\s+give\s+up)\b",
    re.IGNORECASE,
)

#: Options that are called by their numbers.
_NUMBERED = re.compile(r"(?i)\boptions?\s+(\d+(?:(?:[\s,/&–-]|and|or|to)+\d+)*)")


def uncited_recommendation(review: Review) -> Iterator[Found]:
    """A rationale that rests on no finding."""
    rationale = plain(review.document.recommendation.rationale)
    ids = {finding.id for finding in review.document.findings}
    # Brackets such as [sic] cite nothing; a number in them was meant to.
    has_cited = any(name in ids or name[-1].isdigit() for name in cited(rationale))
    if rationale.strip() and not has_cited:
        yield _PATH, "the recommendation cites no finding; say which ones it rests on, as [F1]"


def unanswered_cons(review: Review) -> Iterator[Found]:
    """The strongest con of the chosen option, of which the rationale says nothing."""
    rationale = plain(review.document.recommendation.rationale)
    if not rationale.strip():
        return
    options = review.document.options
    others = [option.name for option in options if option.name and option.name not in review.chosen]
    if _AGAINST.search(rationale) and _AGAINST.search(_of_the_chosen(rationale, others, review.document.option_names)):
        return
    for option in options:
        if option.name in review.chosen and (con := _strongest(option)) and not _answers(rationale, con, option):
            yield (
                _PATH,
                f"nothing answers the strongest con of {quoted(option.name)}, {quoted(con.claim)}; "
                "say why it is acceptable, or what is done about it",
            )


def unexplained_rejections(review: Review) -> Iterator[Found]:
    """An option that is not chosen and that the rationale does not speak of."""
    rationale = review.document.recommendation.rationale
    if not rationale.strip() or not review.chosen:
        return
    spoken = Spoken(rationale, review.document.option_names)
    numbered = {int(number) for several in _NUMBERED.findall(rationale) for number in re.findall(r"\d+", several)}
    for number, option in enumerate(review.document.options, 1):
        if not option.name or option.name in review.chosen or number in numbered:
            continue
        if not spoken.has(option.name):
            yield _PATH, f"the recommendation does not say why not {quoted(option.name)}; a sentence is enough"


def clear_winner_words(review: Review) -> Iterator[Found]:
    """Words of a clear winner over scores that lie close together, or over none."""
    scores = {name: score for name, score in review.scores.items() if score.score is not None}
    if not scores and len(review.document.option_names) > 1 and not review.is_kept_as_text("comparison"):
        yield from _over(review, "and nothing compares the options", "compare them, or say what decided")
        return
    mine = [score for name, score in scores.items() if name in review.chosen]
    others = [score for name, score in scores.items() if name not in review.chosen and not score.out_by]
    if not mine or not others:
        return
    best = max(others, key=lambda score: score.score or 0)
    lead = max(score.score or 0 for score in mine) - (best.score or 0)
    overlaps = max(score.low or 0 for score in mine) < max(score.high or 0 for score in others)
    if lead >= review.settings.close_call and not overlaps:
        return
    why = f"the lead is {lead:.2f} of 1" if lead >= 0 else f"it lies {-lead:.2f} of 1 behind"
    yield from _over(review, f"of a close call ({why})", "say how close it is, and what would turn it")


def _over(review: Review, what: str, right: str) -> Iterator[Found]:
    """Yield the words of a clear winner in recommendation and summary, with what they stand over."""
    for path, text in (
        (_PATH, review.document.recommendation.rationale),
        (("executive_summary",), review.document.executive_summary),
    ):
        if found := _said_clearly(plain(text)):
            words = " ".join(found.split())
            yield path, f'"{words}" is said {what}; {right}', found


def _strongest(option: Option) -> Point | None:
    """Return the first con that a finding supports, else the first that is no assumption, else the first."""
    cons = [con for con in option.cons if not is_unsaid(con.claim)]
    based = [con for con in cons if cited(con.evidence)]
    firm = [con for con in cons if con.evidence and not says_assumption(con.evidence)]
    return next(iter([*based, *firm, *cons]), None)


def _answers(rationale: str, con: Point, option: Option) -> bool:
    """Whether a rationale cites what the con cites, or speaks of what it is about and no pro is."""
    if {*cited(con.evidence)} & {*cited(rationale)}:
        return True
    about = words_of(con.claim)
    about = (about - words_of(option.name) - _WEAK) or about
    told_by_pros = frozenset(word for point in option.pros for word in words_of(f"{point.claim} {point.evidence}"))
    return bool(((about - told_by_pros) or about) & words_of(rationale))


def _of_the_chosen(rationale: str, others: list[str], names: Iterable[str]) -> str:
    """Return the sentences of a rationale that speak of no other option."""
    names = tuple(names)
    return "\n".join(
        sentence
        for sentence in _SENTENCE.split(rationale)
        if not _NUMBERED.search(sentence) and not any(Spoken(sentence, names).has(other) for other in others)
    )


def _said_clearly(text: str) -> str:
    """Return the first words of a clear winner that are not denied, "" for none."""
    found = (match for match in _CLEAR.finditer(text) if not _DENIED.search(text[: match.start()][-60:]))
    return next((match[0] for match in found), "")
