import pytest

from archkit.errors import ExportError
from archkit.model.document import Document
from archkit.pages.own_template import render_own


@pytest.fixture
def write(tmp_path):
    def write(name: str, text: str):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_template_of_the_users_own_sees_the_document_and_its_numbers(example, write):
    template = write(
        "mine.md.j2",
        "# {{ title }}\n{% for option in computed.options %}\n- {{ option.name }}: {{ option.text }}\n{% endfor %}\n",
    )

    assert render_own(template, example) == (
        "# Order Events Architecture\n- RabbitMQ quorum queues: 0.57\n- Apache Kafka: 0.51\n"
        "- PostgreSQL outbox with SKIP LOCKED: 0.69\n- Keep the synchronous HTTP calls: out\n"
    )


def test_an_html_template_escapes_every_value_and_renders_markdown_on_request(write):
    document = Document.model_validate({"title": "<b> *x*", "executive_summary": "a *b* <script>"})
    template = write("mine.html.j2", "{{ title }}|{{ title | inline }}|{{ executive_summary | markdown }}")

    assert render_own(template, document) == ("&lt;b&gt; *x*|&lt;b&gt; <em>x</em>|<p>a <em>b</em> &lt;script&gt;</p>\n")


def test_an_included_template_is_escaped_like_the_one_that_includes_it(write):
    write("part.j2", "{{ title }}")
    template = write("mine.html.j2", "{% include 'part.j2' %}")

    assert render_own(template, Document.model_validate({"title": "<b>"})) == "&lt;b&gt;"


def test_a_markdown_template_can_write_cells_and_items(write):
    document = Document.model_validate({"risks": [{"risk": "a|b\nc"}]})
    template = write("mine.md", "| {{ risks[0].risk | cell }} |")

    assert render_own(template, document) == "| a\\|b<br>c |"


def test_custom_sections_and_computed_effort_are_there(example, write):
    template = write("mine.txt", "{{ computed.effort.total }} {{ custom | length }} {{ computed.risks[0].likelihood }}")

    assert render_own(template, example).startswith("71.5 days (80 % chance of at most")


@pytest.mark.parametrize(
    "text, message",
    [
        (
            "a\n{{ optoins }}",
            "j2:2: 'optoins' is undefined; did you mean 'options'? the names are metadata, title",
        ),
        ("{{ metadata.stauts }}", "mine.html.j2:1: there is no 'stauts' here; did you mean 'status'?"),
        ("{{ risks.risk }}", "mine.html.j2:1: there is no 'risk': it is asked of a list"),
        ("a\nb\n{% for x in %}", "mine.html.j2:3: Expected an expression"),
        ("{% include 'gone.j2' %}", "there is no such template"),
        ("{% include '../secret.txt' %}", "lies outside the folder of the template"),
        ("{% include '/etc/hostname' %}", "lies outside the folder of the template"),
        ("{{ title.__class__.__mro__ }}", "a template sees data, and no Python"),
        ("{{ risks.append(1) }}", "a template sees data, and no Python"),
        ("{{ ''.format.__globals__ }}", "a template sees data, and no Python"),
        ("{{ 1 / 0 }}", "mine.html.j2:1: division by zero"),
        ("{{ title + 1 }}", "mine.html.j2:1: can only concatenate str"),
        ("{{ range(10000000) }}", "mine.html.j2:1: Range too big"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "mine.html.j2:1: maximum recursion depth"),
    ],
)
def test_a_wrong_template_is_answered_in_one_line_with_its_place(example, write, text, message):
    template = write("mine.html.j2", text)
    (template.parent.parent / "secret.txt").write_text("secret", encoding="utf-8")

    with pytest.raises(ExportError) as caught:
        render_own(template, example)

    assert message in str(caught.value) and "\n" not in str(caught.value)


def test_an_error_in_an_included_template_names_that_template(example, write):
    write("part.j2", "\n\n{{ nothing }}")

    with pytest.raises(ExportError, match=r"^part\.j2:3: 'nothing' is undefined"):
        render_own(write("mine.md.j2", "{% include 'part.j2' %}"), example)


def test_a_link_out_of_the_folder_is_not_followed(example, write, tmp_path):
    (tmp_path.parent / "outside.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "link.j2").symlink_to(tmp_path.parent / "outside.txt")

    with pytest.raises(ExportError, match="lies outside the folder"):
        render_own(write("mine.md.j2", "{% include 'link.j2' %}"), example)


def test_a_missing_template_is_named(example, tmp_path):
    with pytest.raises(ExportError, match=r"gone\.html\.j2: there is no such template"):
        render_own(tmp_path / "gone.html.j2", example)


def test_a_template_that_is_not_utf8_is_named(example, tmp_path):
    (tmp_path / "mine.md.j2").write_bytes(b"\xff\xfe")

    with pytest.raises(ExportError, match=r"mine\.md\.j2 is not UTF-8; save it as UTF-8"):
        render_own(tmp_path / "mine.md.j2", example)
