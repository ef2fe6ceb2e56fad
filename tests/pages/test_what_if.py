"""What a page's script computes is what Python computes; the data it needs can neither end a script nor grow much."""

import json
import re
import shutil
import subprocess
from collections import Counter
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit import assets
from archkit.analysis.compare import compare
from archkit.model.document import Document
from archkit.pages.export_html import render_page
from archkit.pages.what_if import safe_json, what_if_data
from archkit.pages.what_if_effort import correlated
from archkit.pages.what_if_script import FILES, squeezed, what_if_script
from tests.pages.what_if_documents import documents, edited, settings_of

NODE = shutil.which("node")
SEVERITY = ("no answer yet", "ahead", "close call", "no clear winner")
ANSWER = """
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const asked = JSON.parse(line);
  const state = (given) => ({ ...given, open: new Set(given.open) });
  const tasks = {
    compare: ({ data, settings }) => {
      const found = compare(data, state(settings));
      const { kind, leaders } = standing(found);
      const rows = data.effort ? data.effort.rows : [];
      const options = data.effort ? data.effort.options.map((one) => one[1]) : [];
      const days = (row) => row && percentiles(row, data.effort, settings.correlation);
      return { shares: found.shares, options: found.options, kind, leaders: leaders.map((one) => one.name),
        rows: rows.map(days), drawn: options.map(days) };
    },
    link: ({ data, settings }) => toLink(data, state(settings)),
    follow: ({ data, links }) => links.map((link) => {
      const found = fromLink(data, link);
      return found && { ...found, open: [...found.open] };
    }),
    fixed: ({ values, digits }) => values.map((value) => fixed(value, digits)),
    grouped: ({ values }) => values.map(grouped),
  };
  console.log(JSON.stringify(tasks[asked.task](asked)));
});
"""


@pytest.fixture(scope="module")
def script():
    """Return a function that has the page's own script, in one node process, do a task."""
    if NODE is None:
        pytest.skip("node is not there to run the page's script")
    source = (assets.folder("templates") / "html" / FILES[0]).read_text(encoding="utf-8")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    with subprocess.Popen([NODE, "-e", squeezed(source) + ANSWER], **pipes) as node:

        def ask(task, **what):
            node.stdin.write(json.dumps({"task": task, **what}) + "\n")
            node.stdin.flush()
            return json.loads(node.stdout.readline())

        yield ask
        node.stdin.close()


def known(number):
    return None if isnan(number) else pytest.approx(number, abs=1e-9)


@settings(max_examples=250)
@given(st.data())
def test_the_script_computes_what_python_computes_of_the_edited_document(script, data):
    document = data.draw(documents())
    text = what_if_data(document, str)
    if not text:
        return
    page = json.loads(text)
    moved = data.draw(settings_of(page))

    found = script("compare", data=page, settings=moved)

    expected = compare(edited(document, moved), draws=50)
    assert found["shares"] == pytest.approx([item.share for item in expected.criteria], abs=1e-9)
    for one, other in zip(found["options"], expected.options, strict=True):
        assert one["score"] == known(other.score)
        assert (one.get("from"), one.get("to")) == (known(other.low), known(other.high))
        assert (one["rank"], one["out"], one["unanswered"]) == (other.rank, [*other.out_by], [*other.open_gates])
        assert one["middle"] == pytest.approx([item.values[one["place"]][1] for item in expected.criteria], abs=1e-9)
    # Draws may make the document's own verdict more careful, never bolder.
    assert SEVERITY.index(found["kind"]) <= SEVERITY.index(expected.verdict.kind)
    if expected.verdict.leaders:
        assert found["leaders"][0] == expected.verdict.leaders[0]
    _compare_efforts(document, found, moved["correlation"])


def _compare_efforts(document, found, correlation):
    sums, options = correlated(document) or ({}, {})
    rows = [row for row in found["rows"] if row]
    assert len(rows) == len(sums) and len(found["drawn"]) == len(options)
    for days, one in zip((*rows, *found["drawn"]), (*sums.values(), *options.values()), strict=True):
        assert days == pytest.approx(one.at(correlation), rel=1e-9, abs=1e-9)


def test_generated_documents_have_all_that_makes_a_difference():
    seen = Counter()

    @settings(max_examples=200, database=None)
    @given(documents())
    def look(document):
        comparison = document.comparison
        result = compare(document, draws=10)
        seen[comparison.weights] += 1
        seen["ranges"] += any(option.low < option.high for option in result.options)
        seen["open weights"] += bool(result.weighting.missing)
        seen["raters apart"] += len(result.weighting.possible) > 1
        seen["out"] += any(option.out_by for option in result.options)
        seen["open musts"] += any(option.open_gates for option in result.options)
        ranks = [option.rank for option in result.options if option.rank]
        seen["ties"] += len(ranks) > len(set(ranks))
        seen["correlated"] += correlated(document) is not None
        seen[result.verdict.kind] += 1

    look()

    expected = ("direct", "swing", "rank", "pairwise", "ranges", "open weights", "raters apart", "out", "open musts")
    assert [what for what in (*expected, "ties", "correlated", *SEVERITY) if seen[what] < 5] == []


@given(st.data())
def test_a_link_carries_the_settings_and_nothing_else(script, example_data, data):
    given = {"weights": {0: 20.5, 3: 100}, "open": [1], "correlation": 0.6}
    link = script("link", data=example_data, settings=given)
    noise = data.draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
    at = data.draw(st.integers(0, len(link)))

    own, *others = script("follow", data=example_data, links=[link, link[:at] + noise + link[at:], noise, "#" + noise])

    assert own == {"weights": {"0": 20.5, "3": 100}, "open": [1], "correlation": 0.6}
    for other in filter(None, others):
        assert all(0 <= weight <= 100 for weight in other["weights"].values())
        assert set(other["weights"]) <= set("012345") and set(other["open"]) <= {0, 1}
        assert other["correlation"] is None or 0 <= other["correlation"] <= 1


HOSTILE = [
    "w0=101", "w0=-1", "w0=1e1", "w0=NaN", "w0=Infinity", "w6=1", "w00=1", "w0=", "w0", "w0=1&w0=2", "w0=1&w9=1",
    "g2", "g-1", "g0=1", "g0&g0", "g__proto__", "w__proto__=1", "wconstructor=1", "r=1.1", "r=2", "r=0.123", "r=",
    "x=1", "", "&", "w0=1&", "w0=<script>", "w0=1%00", "w0=1;alert(1)", "w0=٣", "w0=1\n", "r=0.5" + "&g0" * 1000,
]  # fmt: skip


def test_a_hostile_link_changes_nothing(script, example_data):
    head = f"#what-if={example_data['id']}"
    links = [*(f"{head}&{part}" for part in HOSTILE), head, "#what-if=00000000&w0=1", "#content", "", "#what-if"]

    assert [
        link for link, found in zip(links, script("follow", data=example_data, links=links), strict=True) if found
    ] == []


@given(st.lists(st.one_of(st.floats(-1e5, 1e5), st.integers(-9999, 9999).map(lambda at: at / 16)), max_size=20))
def test_numbers_are_written_as_python_writes_them(script, values):
    for digits in (0, 1, 2, 3):
        found = script("fixed", values=values, digits=digits)
        assert [float(text) for text in found] == [float(f"{value:.{digits}f}") for value in values]
    days = [abs(value) for value in values]
    assert script("grouped", values=days) == [f"{value:,.1f}" for value in days]


@pytest.fixture(scope="module")
def example_data(example):
    return json.loads(what_if_data(example, str))


def test_a_page_grows_by_little_and_is_the_same_twice(example, example_page):
    grown = len(example_page.encode()) - len(render_page(example, is_still=True).encode())

    assert len(what_if_script().encode()) < 25_000
    assert len(what_if_data(example, str)) < 5_000
    assert grown < 33_000
    assert render_page(example) == example_page


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", "&amp;]]>"])
def test_no_name_leaves_the_data_of_the_script(text):
    document = Document.model_validate({
        "options": [{"name": text}, {"name": "B"}],
        "comparison": {"options": [text, "B"], "criteria": [{"criterion": text, "weight": "1", "scores": {text: "3"}}]},
    })  # fmt: skip

    page = render_page(document)

    (found,) = re.findall(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found.isascii() and not re.search(r"[<>&]", found)
    assert len(json.loads(found)["options"]) == 2
    assert json.loads(safe_json([text])) == [text]
    # A script for the contents, one for what-if, and the data.
    assert page.count("</script>") == 3


def test_a_page_without_anything_to_try_has_no_data_and_no_controls():
    page = render_page(Document.model_validate({"title": "Bare", "executive_summary": "Words."}))

    assert "application/json" not in page and "what-if" not in page


def test_a_still_page_has_neither_script_nor_data(example):
    page = render_page(example, is_still=True)

    assert "<script" not in page and "what-if" not in page


@pytest.mark.parametrize(
    "source, expected",
    [
        ("const a = 1 / 2;\n// no\n  call( a, \" / + \" );\n", 'const a=1/2;call(a," / + ");'),
        ("a + +b - -c;", "a+ +b- -c;"),
        ("test(/^a b / c$/, `x  ${ y }`);", "test(/^a b / c$/,`x  ${ y }`);"),
        ("const f = (a) => ({\n  b: a,\n});", "const f=(a)=>({b:a});"),
    ],
)  # fmt: skip
def test_squeezing_takes_out_what_only_people_need(source, expected):
    assert squeezed(source) == expected


def test_no_template_holds_another_which_squeezing_would_tear():
    texts = [(assets.folder("templates") / "html" / name).read_text(encoding="utf-8") for name in FILES]

    assert [found for text in texts for found in re.findall(r"\$\{[^}`\n]*`", text)] == []
