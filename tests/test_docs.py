"""Pages that are made from the code are in step with it."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_reference_of_fields_is_what_the_model_says():
    spec = importlib.util.spec_from_file_location("fields_page", ROOT / "scripts" / "fields_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert module.PAGE.read_text(encoding="utf-8") == module.page(), "run: python scripts/fields_page.py"
