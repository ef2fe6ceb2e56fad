"""Rules about the words of the recommendation: it cites, answers what speaks against it, and explains the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Found, Review, plain
from archkit.checks.words import Spoken, words_of
from archkit.errors import quoted
from archkit.model.findings import CITATION
from archkit.model.options import ASSUMPTION, Option, Point

_PATH = ("recommendation", "rationale")
_CLEAR = re.compile(
    r"\b(?:clear(?:ly)?\s+(?:the\s+)?(?:winner|best|superior|better|wins)|obvious(?:ly)?\s+(?:the\s+)?(?:choice|winner|best)"
    r"|comes?\s+out\s+(?:best|on\s+top)|no[- ]brainer|hands\s+down|by\s+far\s+the\s+best|far\s+superior"
    r"|without\s+(?:any\s+)?doubt|undisputed|unbeatable)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:against|although|despite|drawbacks?|downsides?|trade-?offs?|we\s+accept|the\s+price|in\s+return|weakness"
    r"(?:es)?|disadvantages?|mitigat\w+|even\s+though|we\s+give\s+up)\b",
    re.IGNORECASE,
)


def uncited_recommendation(review: Review) -> Iterator[Found]:
    """A rationale that rests on no finding."""
    rationale = plain(review.document.recommendation.rationale)
    ids = {finding.id for finding in review.document.findings}
    # Brackets such as [sic] cite nothing; a number in them was meant to.
    cited = any(name in ids or name[-1].isdigit() for name in CITATION.findall(rationale))
    if rationale.strip() and not cited:
        yield _PATH, "the recommendation cites no finding; say which ones it rests on, as [F1]"


def unanswered_cons(review: Review) -> Iterator[Found]:
    """The strongest con of the chosen option, of which the rationale says nothing."""
    rationale = plain(review.document.recommendation.rationale)
    if not rationale.strip() or _AGAINST.search(rationale):
        return
    for option in review.document.options:
        if option.name in review.chosen and (con := _strongest(option)) and not _answers(rationale, con, option.name):
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
    for number, option in enumerate(review.document.options, 1):
        if not option.name or option.name in review.chosen or re.search(rf"(?i)\boption {number}\b", rationale):
            continue
        if not spoken.has(option.name):
            yield _PATH, f"the recommendation does not say why not {quoted(option.name)}; a sentence is enough"


def clear_winner_words(review: Review) -> Iterator[Found]:
    """Words of a clear winner over scores that lie close together."""
    scores = {name: score for name, score in review.scores.items() if score.score is not None}
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
    for path, text in (
        (_PATH, review.document.recommendation.rationale),
        (("executive_summary",), review.document.executive_summary),
    ):
        if found := _CLEAR.search(plain(text)):
            words = " ".join(found[0].split())
            yield path, f'"{words}" is said of a close call ({why}); say how close it is, and what would turn it', words


def _strongest(option: Option) -> Point | None:
    """Return the first con that a finding supports, else the first that is no assumption, else the first."""
    cons = [con for con in option.cons if con.claim]
    cited = [con for con in cons if CITATION.search(con.evidence)]
    firm = [con for con in cons if con.evidence and con.evidence.casefold() != ASSUMPTION]
    return next(iter([*cited, *firm, *cons]), None)


def _answers(rationale: str, con: Point, name: str) -> bool:
    if set(CITATION.findall(con.evidence)) & set(CITATION.findall(rationale)):
        return True
    return bool((words_of(con.claim) - words_of(name)) & words_of(rationale))
