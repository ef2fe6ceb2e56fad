"""Documents that nobody would write on purpose: every row class, filled with texts that look like structure."""

from __future__ import annotations

from hypothesis import strategies as st

from archkit.assets import example_file, template_text
from archkit.errors import ModelError
from archkit.model.document import Document, outline
from archkit.model.effort import EFFORT_UNITS, Effort
from archkit.model.fields import FieldSpec, Frozen, Row, build, fields_of
from archkit.model.metadata import Metadata

EXAMPLE = example_file().read_text(encoding="utf-8")
TEMPLATE = template_text()

#: Pieces of text that mean something in Markdown, in HTML, in a diagram, or in archkit's own grammar.
FRAGMENTS = (
    *("|", "||", "\\|", "| a |\n|--|", "|---|", "`", "``", "```", "~~~", "# ", "## ", "#", "###### x", "\n", "\n\n"),
    *(" - ", " – ", " — ", "-", "- ", "* ", "+ ", "1. ", "2) ", "> ", ": ", ":", "**", "*", "__", "_", "[F2]", "[F2] "),
    *(
        "[",
        "]",
        "(",
        ")",
        "](",
        "<br>",
        "<BR />",
        "<",
        ">",
        "&#58;",
        "&#42;",
        "&#124;",
        "&amp;",
        "&",
        "\\",
        "\\\\",
        "\\-",
    ),
    *(
        "\\#",
        "א",
        "مرحبا",
        "🙂",
        "👩‍💻",
        "$_$",
        "$",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<pre>",
        "<https://a.example/b>",
    ),
    *(
        "**Pros:**",
        "**Cons:**\n- x",
        "**Remarks:**",
        "**Based on:** x",
        "**Pros**",
        "=",
        "===",
        "---",
        "--- ",
        "***",
        "___",
    ),
    *(
        "<<<<<<< HEAD\n",
        "=======\n",
        ">>>>>>> b\n",
        "[Details]",
        "Details",
        "[Impact]",
        "[a]: x",
        "[F2]: x",
        "Case Study",
    ),
    *(
        "…",
        " … ",
        "(1 … 5)",
        "1 … 5",
        "12–20",
        "must",
        "yes",
        "no",
        "Option 1",
        "Option 2: B",
        "### Option 3: C",
        "+ **",
    ),
    *(
        "```mermaid\nflowchart LR\na --> b\n```",
        "```mermaid\nx\n",
        "    code",
        "\t",
        " ",
        "  ",
        "\r",
        "\r\n",
        "\u2028",
        "\x00",
    ),
    *(
        "\ufeff",
        "\u00a0",
        "\x85",
        "\x0c",
        '"',
        "'",
        "%% ",
        "#35;",
        "-->|x|",
        "end",
        "Total: 3",
        "Development",
        "### Work Items",
    ),
    *(
        "[Approach Name]",
        "[Feature] Architecture",
        "[X days]",
        "**Weighted score**",
        "...",
        "\u3000",
        "{{ x }}",
        "{% if %}",
    ),
    *("Weights: rank", "#### Ratings", "Reference", "Seed: 5", "After: 1; 2", "People", "1/3", "90 %"),
    *("Source: x", "Checked: y", "[Component Name]", "[System 1]", "0", "-0", "1e5", "007", "1.50", "80 %"),
)
WORDS = ("alpha", "beta", "Gamma delta", "x", "A", "queue", "ledger 2")

hostile = st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from(WORDS) | st.text(max_size=4), max_size=7).map("".join)
texts = st.just("") | st.sampled_from(WORDS) | hostile
ids = st.just("") | st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,4}", fullmatch=True)
numbers = (
    st.none()
    | st.floats(min_value=0, max_value=1e9)
    | st.integers(0, 999)
    | st.sampled_from([0.1, 1e-12, 1e22, float("inf"), float("nan"), -3])
    | texts
)
#: Names that are used in several sections, so that references meet what they name.
names = st.sampled_from(["Ledger", "Outbox | table", "Keep - things", "C: D", "Option 2", "**bold**"]) | texts


def a_text(spec: FieldSpec) -> st.SearchStrategy[object]:
    """Return texts for a field, with a fair share of the choices that it offers."""
    if spec.key == "id":
        return ids | texts
    if spec.kind in ("option", "phase", "criterion") or spec.key == "after":
        return names
    return st.sampled_from(spec.choices) | texts if spec.choices else texts


def a_value(spec: FieldSpec) -> st.SearchStrategy[object]:
    """Return values for a field of any kind."""
    if spec.kind == "number":
        return numbers
    if spec.kind == "names":
        return st.lists(names, max_size=3)
    if spec.kind == "columns":
        return st.dictionaries(texts, texts, max_size=2)
    if spec.key == "scores":
        return st.dictionaries(names, st.sampled_from(["yes", "no", "3", "2–4", 4, 2.5, None]) | texts, max_size=3)
    if spec.row:
        return st.lists(rows(spec.row), max_size=3)
    return a_text(spec)


def rows(row: type[Row]) -> st.SearchStrategy[Row]:
    """Return rows of a class."""
    return st.fixed_dictionaries({spec.key: a_value(spec) for spec in fields_of(row)}).map(
        lambda values: build_or_less(row, values)
    )


def build_or_less(kind: type[Frozen], values: dict[str, object]) -> Frozen:
    """Make a row; a value that its field refuses is left out, as a form would leave it."""
    try:
        return build(kind, values)
    except ModelError:
        refused = ("extra", "id", "unit")
        return build(kind, {key: value for key, value in values.items() if key not in refused})


def sections(kind: type[Frozen]) -> st.SearchStrategy[Frozen]:
    """Return sections of fields."""
    fields = {spec.key: a_value(spec) for spec in fields_of(kind)}
    if kind is Effort:
        fields["unit"] = st.sampled_from(EFFORT_UNITS)
    if kind is Metadata:
        keys = st.from_regex(r"[A-Za-z_][\w-]{0,5}", fullmatch=True)
        fields["extra"] = st.dictionaries(keys, texts | st.lists(texts, max_size=2).map(tuple), max_size=2)
    return st.fixed_dictionaries(fields).map(lambda values: build_or_less(kind, values))


def section(spec: FieldSpec) -> st.SearchStrategy[object]:
    """Return the data of one section of the outline."""
    default = Document.model_fields[spec.key].default
    if spec.row:
        return st.lists(rows(spec.row), max_size=3).map(tuple)
    return sections(type(default)) if isinstance(default, Frozen) else texts


#: A document in which some sections are filled.
documents = st.fixed_dictionaries({}, optional={spec.key: section(spec) for spec in outline()}).map(
    lambda values: Document().replace(**values)
)
