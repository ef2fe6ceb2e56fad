"""The text of a section: replaced as one, and nothing around it is touched."""

import pytest

from archkit.assets import example_file, template_text
from archkit.errors import ModelError
from archkit.format.read import read
from archkit.format.section_text import section_text, with_section_text
from archkit.model.document import outline

EXAMPLE = read(example_file().read_text(encoding="utf-8"))
KEYS = [spec.key for spec in outline()]
CRLF = "\r\n".join(example_file().read_text(encoding="utf-8").split("\n"))


@pytest.mark.parametrize("text", [EXAMPLE.text, template_text(), "", "# T\n\nWords.\n", CRLF], ids=range(5))
@pytest.mark.parametrize("key", KEYS)
def test_a_text_that_is_put_back_changes_nothing_that_the_document_says(text, key):
    manuscript = read(text)

    after = with_section_text(manuscript, key, section_text(manuscript, key))

    assert after.document == manuscript.document
    assert after.text.replace("\r\n", "\n").rstrip("\n") == text.replace("\r\n", "\n").rstrip("\n")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Words.",
        "## Risks and Mitigations\n\nMore.",
        "# Another title",
        "```python\nnever closed",
        "<!-- never closed",
        "<script>alert(1)</script>",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "### Option 9: Another\n\n**Pros:**\n- fast",
        "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c",
        "---\n---",
        "\u202e\ufeff🙂",
    ],
)
def test_whatever_is_typed_into_a_section_the_others_keep_every_byte(key, typed):
    others = {other: section_text(EXAMPLE, other) for other in KEYS if other != key}
    try:
        after = with_section_text(EXAMPLE, key, typed)
    except ModelError as error:
        assert "close its fences" in str(error)
        return

    assert {other: section_text(after, other) for other in others} == others


def test_a_section_that_is_not_in_the_file_is_put_where_it_belongs():
    after = with_section_text(
        read("# T\n\n## Dependencies\n\n- **A**: b\n"), "risks", "| Risk | Owner |\n|---|---|\n| R | O |"
    )

    assert after.text.index("## Risks and Mitigations") < after.text.index("## Dependencies")
    assert [risk.risk for risk in after.document.risks] == ["R"]


def test_a_section_that_there_is_not_is_refused():
    with pytest.raises(ModelError, match="there is no such section"):
        section_text(EXAMPLE, "nothing")
