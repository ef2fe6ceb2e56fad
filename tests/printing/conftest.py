"""Documents that are printed once for all tests of a file."""

import io
from pathlib import Path

import docx as engine
import pytest
from PIL import Image

from archkit.assets import example_file
from archkit.format.read import read
from archkit.printing.pdf import pdf
from archkit.printing.printed import printed
from archkit.printing.word import docx
from tests.full_document import full_text

HOSTILE = (
    '#import "@preview/cetz:0.2.0" #read("/etc/passwd") $x^2$ @label [x](javascript:alert(1)) '
    "<script>alert(1)</script> \u202egnp.exe\u202c ]] }} \\ 日本語 🚀 שלום مرحبا &amp; \x0b"
)
CUSTOM = f"""## {HOSTILE}

{HOSTILE} [F1] [F99] **bold [F2]** ~~gone~~ *it* `code [F1]` [beside](other.md) [out](https://example.com/a?b#c)
https://example.com/{"long" * 80}

![local](inside.png) ![far](https://example.com/x.png) ![up](../outside.png) ![linked](link.png) ![none](none.png)

5. five

   ```python
   {HOSTILE}
   ```

   > quoted
   > # no heading

   - nested

| {" | ".join(f"c{at}" for at in range(30))} |
|{"---|" * 30}
| one<br>two | {"x" * 300} |

#### Deep

```mermaid
sequenceDiagram
  A->>B: not drawn
```

"""


@pytest.fixture(scope="session")
def example():
    return read(example_file().read_text(encoding="utf-8")).document


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    above = tmp_path_factory.mktemp("above")
    made = above / "documents"
    made.mkdir()
    Image.new("RGB", (288, 144), "teal").save(made / "inside.png")
    Image.new("RGB", (20, 20), "red").save(above / "outside.png")
    (made / "link.png").symlink_to(above / "outside.png")
    return made


@pytest.fixture(scope="session")
def hostile():
    text = full_text()
    at = text.index("## Dependencies")
    return read(f"{text[:at]}{CUSTOM}{text[at:]}".replace("# Order", f"# {HOSTILE} Order", 1)).document


@pytest.fixture(scope="session")
def hostile_printed(hostile, folder):
    return printed(hostile, folder, "svg")


@pytest.fixture(scope="session")
def example_pdf(example) -> bytes:
    return pdf(example)


@pytest.fixture(scope="session")
def example_bytes(example) -> bytes:
    return docx(example)


@pytest.fixture(scope="session")
def example_docx(example_bytes):
    return engine.Document(io.BytesIO(example_bytes))


@pytest.fixture(scope="session")
def hostile_docx(hostile, folder):
    return engine.Document(io.BytesIO(docx(hostile, folder)))
