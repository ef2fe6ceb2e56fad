"""What is promised of every edit of a whole option, over documents full of texts that look like structure."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from archkit.checks.review import texts_of
from archkit.errors import LossError, ModelError
from archkit.format.read import read
from archkit.format.restored_options import restore_option
from archkit.format.retired_options import retire_option, retired_names
from archkit.format.settle import as_written, settle
from archkit.format.write import write
from archkit.model.claim_edits import move_claim, turn_claim
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.fields import Detail
from archkit.model.option_edits import duplicate_option, move_option
from archkit.model.option_merging import merge_option
from archkit.model.options import Option, Point
from archkit.model.recommendation import Recommendation
from archkit.model.references import OPTIONS, Names
from archkit.model.risks import Risk
from archkit.session import Session
from tests.format.documents import FRAGMENTS
from tests.full_document import full_text

WORD = re.compile(r"\w+")
NAMES = ("Ledger", "Outbox table", "Queue: fast", "3", "*Bold* queue")
text = st.lists(st.sampled_from([*FRAGMENTS, "alpha", "beta ", "gamma", " delta\n"]), max_size=5).map("".join)
score = st.sampled_from(["", "4", "2–3", "no", "cheap", "4 [F2]"])
claims = st.builds(Point, claim=text, evidence=text)
points = st.lists(claims, max_size=3).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    count = draw(st.integers(2, 4))
    names = NAMES[:count]
    options = tuple(
        Option(
            name=name,
            based_on=draw(text),
            description=draw(text),
            pros=draw(points),
            cons=draw(points),
            details=tuple(Detail(key="Owner", value=value) for value in draw(st.lists(text, max_size=1))),
            remarks=draw(text),
        )
        for name in names
    )
    scored = st.fixed_dictionaries({name: score for name in names})
    called = st.sampled_from(["", *names, "Option 2"])
    comparison = Comparison(
        criteria=tuple(
            Criterion(criterion=name, weight="30", scores=draw(scored)) for name in ("Speed", "Running cost")
        ),
        ratings=(Rating(rater="Ana", criterion="Speed", scores=draw(scored)),),
        reference=draw(called),
    )
    document = Document(
        title="Any",
        options=options,
        comparison=comparison,
        recommendation=Recommendation(options=(names[0],), rationale="Because."),
        risks=tuple(Risk(risk=draw(text), mitigation="Watch", option=draw(called)) for _ in range(2)),
        effort=Effort(work_items=(WorkItem(work_item=draw(text), kind="testing", option=draw(called), likely=3.0),)),
    )
    try:
        return as_written(read(write(settle(document))).document)
    except LossError:
        # Text that no list item can hold is refused wherever it is typed.
        reject()


edits = st.sampled_from(
    [
        lambda document, one, two: duplicate_option(document, one),
        lambda document, one, two: merge_option(document, one, two),
        lambda document, one, two: retire_option(document, one, "too dear"),
        lambda document, one, two: move_option(document, one, two),
        lambda document, one, two: turn_claim(document, one, "pros", 0),
        lambda document, one, two: move_claim(document, one, "cons", 0, to=two, at=0),
    ]
)
places = st.integers(0, 3)


def words(document: Document) -> set[str]:
    """Return what a document says, but for numbers of options, which follow them."""
    said = " ".join(value for path, value in texts_of(document) if path[-1] != "option")
    names = " ".join([*document.option_names, *(name for row in document.risks if (name := row.option))])
    scores = " ".join(
        score for row in (*document.comparison.criteria, *document.comparison.ratings) for score in row.scores.values()
    )
    kept = " ".join(place.text or "" for place in document.layout)
    found = set(WORD.findall(f"{said} {names} {scores} {kept}".replace("_", " ").casefold()))
    return found - {"option", *"1234"}


def dangling(document: Document) -> list[str]:
    """Return what is said of options that are not there."""
    names = Names(document, OPTIONS)
    rows = (*document.comparison.criteria, *document.comparison.ratings)
    said = [
        *document.comparison.options,
        document.comparison.reference,
        *document.recommendation.options,
        *(row.option for row in (*document.risks, *document.effort.work_items)),
        *(name for row in rows for name in row.scores),
    ]
    return [name for name in said if name and names.find(name) is None]


@given(documents(), edits, places, places)
def test_no_word_is_lost_nothing_dangles_and_the_text_reads_back(document, edit, one, two):
    count = len(document.options)
    before = dangling(document)
    try:
        after = settle(edit(document, one % count, two % count), document)
        text = write(after)
    except (ModelError, LossError):
        # A refused edit has changed nothing.
        return

    assert words(document) <= words(after)
    assert set(dangling(after)) <= set(before)
    assert read(text).document == as_written(after)


@given(documents(), places)
def test_what_was_retired_comes_back_with_all_that_belonged_to_it(document, at):
    # The first one is recommended.
    index = at % (len(document.options) - 1) + 1
    name = document.options[index].name
    retired = as_written(retire_option(document, index, "too dear"), document)
    assert retired_names(retired) == (name,)
    try:
        after = as_written(restore_option(retired, name), retired)
    except ModelError:
        # A text that looks like the parts of a retired option is not guessed at.
        return

    assert words(document) <= words(after)
    assert after.option_names[-1] == name
    assert retired_names(after) == ()


@pytest.mark.parametrize("at", range(4))
def test_undoing_an_edit_of_an_option_gives_the_same_bytes(tmp_path, at):
    path = tmp_path / "full.md"
    path.write_text(full_text(), encoding="utf-8")
    session = Session.open(path)
    start = session.text
    steps = (
        lambda document: duplicate_option(document, at),
        lambda document: merge_option(document, at, (at + 1) % 4),
        lambda document: turn_claim(document, at, "cons", 0),
        lambda document: move_claim(document, at, "pros", 1, to=(at + 2) % 4),
        lambda document: retire_option(document, 0, "why"),
    )

    for step in steps:
        session.change(step)
        assert read(session.text).document == session.document
        assert session.text != start
        session.undo()
        assert session.text == start


def test_a_retired_option_comes_back_as_it_was():
    document = read(full_text()).document
    after = as_written(restore_option(as_written(retire_option(document, 1, "too dear"), document), "apache kafka"))

    option = after.options[-1]
    assert option.replace(details=()) == document.options[1].replace(details=())
    assert [(detail.key, detail.value) for detail in option.details] == [("Was retired", "too dear")]
    assert sorted(map(repr, after.risks)) == sorted(map(repr, document.risks))
    assert sorted(map(repr, after.effort.work_items)) == sorted(map(repr, document.effort.work_items))
    for now, was in zip(after.comparison.criteria, document.comparison.criteria, strict=True):
        assert now.scores == was.scores
    assert [row.scores for row in after.comparison.ratings] == [row.scores for row in document.comparison.ratings]
    assert after.layout[-1] == as_written(document).layout[-1]


@pytest.mark.parametrize(("index", "right"), [(2, "recommend another option first"), (7, "the options are 0 to 3")])
def test_an_option_that_cannot_be_retired_says_what_would_be_right(index, right):
    with pytest.raises(ModelError, match=right):
        retire_option(read(full_text()).document, index)


def test_an_option_that_was_not_retired_does_not_come_back():
    with pytest.raises(ModelError, match="none was retired"):
        restore_option(read(full_text()).document, "Ledger")


def test_two_retired_options_stand_below_one_heading():
    document = read(full_text()).document
    document = as_written(retire_option(document, 0, "first"), document)
    document = as_written(retire_option(document, 0, "second"), document)
    text = write(document)

    assert text.count("### Retired Options") == 1
    assert retired_names(read(text).document) == ("RabbitMQ quorum queues", "Apache Kafka")
    assert retired_names(restore_option(document, "RabbitMQ quorum queues")) == ("Apache Kafka",)
