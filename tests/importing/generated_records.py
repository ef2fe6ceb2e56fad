"""Records as people write them, in each style, with common faults, drawn at random."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = (
    "the ledger",
    "keeps every posting",
    "ändert nichts",
    "costs 3 %",
    "`orders`",
    "is *not* lost",
    "a_b",
    "1 < 2",
)
_NAMES = (
    "Kafka",
    'The "fast" one',
    "Do nothing at all, and wait for what the others decide to do next year",
    "`outbox` table",
    "RabbitMQ (managed)",
    "Ein Ereignisspeicher",
)
_sentence = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(
    lambda words: " ".join(words).capitalize() + "."
)
_blanks = st.sampled_from(["\n\n", "\n\n\n", "\n \n"])
_block = st.one_of(
    _sentence,
    st.lists(_sentence, min_size=1, max_size=3).map(lambda items: "\n".join(f"* {item}" for item in items)),
    st.lists(_sentence, min_size=2, max_size=3).map(lambda items: "\n\n".join(f"1. {item}" for item in items)),
    _sentence.map(lambda text: f"> {text}"),
    st.just("```sql\nselect 1;\n\n\nselect 2;\n```"),
    st.just("| A | B |\n|---|---|\n| 1 | 2 |"),
    st.just("Two lines\nof one paragraph."),
)


@st.composite
def _text(draw: st.DrawFn, least: int = 1) -> str:
    return draw(_blanks).join(draw(st.lists(_block, min_size=least, max_size=3)))


@st.composite
def _points(draw: st.DrawFn) -> str:
    good, bad = draw(st.lists(_sentence, max_size=2)), draw(st.lists(_sentence, max_size=2))
    mark = draw(st.sampled_from("*-"))
    return "\n".join(
        [*(f"{mark} Good, because {text}" for text in good), *(f"{mark} Bad, because {text}" for text in bad)]
    )


@st.composite
def madr(draw: st.DrawFn) -> str:
    """Draw a record in the style of MADR."""
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=4, unique=True))
    chosen = draw(st.sampled_from(names))
    reason = draw(
        st.sampled_from([", because it is small.", ", because\n\n* it is small", "", ", because it is\nsmall."])
    )
    parts = [f"# {draw(_sentence)}", "## Context and Problem Statement", draw(_text())]
    if draw(st.booleans()):
        parts += ["## Decision Drivers", "\n".join(f"* {draw(_sentence)}" for _ in range(2))]
    parts += ["## Considered Options", "\n".join(f"* {name}" for name in names), "## Decision Outcome"]
    parts.append(f'Chosen option: "{chosen}"{reason}'.replace('""fast"', '"“fast”'))
    if draw(st.booleans()):
        parts += ["### Consequences", draw(_points()) or "* Good, because x"]
    if draw(st.booleans()):
        parts.append("## Pros and Cons of the Options")
        for name in names:
            parts += [f"### {name}", draw(_text(0)), draw(_points())]
    if draw(st.booleans()):
        parts += ["## More Information", draw(_text())]
    if draw(st.booleans()):
        parts += ["## Glossary", "#### Terms", draw(_text())]
    return draw(_blanks).join(part for part in parts if part) + "\n"


@st.composite
def nygard(draw: st.DrawFn) -> str:
    """Draw a record in the style of adr-tools."""
    parts = [f"# {draw(st.sampled_from(['7. ', '']))}{draw(_sentence)}", "Date: 2019-07-01", "## Status", "Accepted"]
    parts += ["## Context", draw(_text()), "## Decision", draw(_text()), "## Consequences", draw(_text())]
    if draw(st.booleans()):
        parts += ["### Risks that we take", draw(_text()), "##### Deeper", draw(_sentence)]
    if draw(st.booleans()):
        parts += ["## Notes", draw(_text()), "### More", draw(_sentence)]
    return draw(_blanks).join(parts) + "\n"


@st.composite
def rust_rfc(draw: st.DrawFn) -> str:
    """Draw a request for comments in the style of Rust."""
    title = draw(_sentence)
    parts = ["- Feature Name: `ledger`\n- Start Date: 2020-01-02", f"# {title}"]
    for heading in ("Summary", "Motivation", "Guide-level explanation", "Reference-level explanation", "Drawbacks"):
        parts += [f"## {heading}", draw(_text())]
    for heading in ("Rationale and alternatives", "Prior art", "Unresolved questions", "Future possibilities"):
        if draw(st.booleans()):
            parts += [f"## {heading}", draw(_text())]
    return draw(_blanks).join(parts) + "\n"


@st.composite
def arc42(draw: st.DrawFn) -> str:
    """Draw the chapters of arc42."""
    parts = [f"# {draw(_sentence)}"]
    chapters = ("Introduction and Goals", "Architecture Constraints", "Context and Scope", "Solution Strategy")
    for number, heading in enumerate((*chapters, "Building Block View", "Runtime View", "Glossary"), 1):
        if draw(st.booleans()):
            parts += [f"## {number}. {heading}", draw(_text())]
    return draw(_blanks).join(parts) + "\n"


RECORDS = {"madr": madr(), "nygard": nygard(), "rust-rfc": rust_rfc(), "arc42": arc42()}
