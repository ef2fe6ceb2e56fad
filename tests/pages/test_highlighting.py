"""Code on the page has its parts marked when its fence names a language, and is the same code."""

import html
import re
import subprocess
import sys

import pytest

from archkit.pages.highlighting import MOST, highlighted, language
from archkit.pages.markdown import RichText

PYTHON = '\n@cache\ndef total(days: int) -> str:\n\treturn "<b>" + str(3)  # & so on\n\n'


def words(shown):
    return html.unescape(re.sub(r"<[^>]*>", "", shown))


@pytest.mark.parametrize("name", ["python", "sql", "yaml", "json", "html", "bash", "go", "diff", "nope", ""])
@pytest.mark.parametrize(
    "code", [PYTHON, "", "\n\n", "</code></pre><script>alert(1)</script>", "\u202e 🧨 \t{{7*7}}", "a\\\n'"]
)
def test_no_letter_of_the_code_is_lost_or_becomes_an_element(name, code):
    shown = highlighted(code, name)

    assert words(shown) == code
    assert set(re.findall(r"<[^>]*>", shown)) <= {"</span>", *(f'<span class="{look}">' for look in
                                                              ("kw", "name", "str", "num", "com", "del"))}  # fmt: skip


def test_a_fence_that_names_a_language_has_its_parts_marked():
    shown = RichText().block(f"```python\n{PYTHON}```\n")

    assert '<span class="kw">def</span>' in shown and '<span class="str">"&lt;b&gt;"</span>' in shown
    assert '<span class="com"># &amp; so on</span>' in shown and 'class="name">total' in shown


@pytest.mark.parametrize("fence", ["```", "```nope", "    "])
def test_code_of_no_known_language_is_plain(fence):
    assert "<span" not in RichText().block(f"{fence}\n    def x\n```\n")


def test_long_code_is_plain():
    code = "x = 1\n" * MOST

    assert highlighted(code, "python") == code


@pytest.mark.parametrize(("info", "name"), [("Python title=x", "python"), ("{.c++}", "c++"), ("<b>", ""), ("", "")])
def test_the_language_is_the_first_word_of_the_fence(info, name):
    assert language(info) == name


def test_a_page_without_such_code_loads_nothing_for_it():
    code = "import sys; from archkit.pages.markdown import RichText; RichText().block('```\\nx\\n```')"
    ran = subprocess.run([sys.executable, "-c", f"{code}; sys.exit('pygments' in sys.modules)"], check=False)

    assert ran.returncode == 0
