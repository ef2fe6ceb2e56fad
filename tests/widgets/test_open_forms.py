"""The forms of one kernel know of each other, whichever threads they are made in."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from archkit.session import Session
from archkit.widgets import form as forms
from archkit.widgets import open_forms
from tests.small_document import SMALL


def test_a_form_that_is_made_while_another_one_tells_all_of_them_disturbs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first, second = (Session.create(tmp_path / name, SMALL) for name in ("a.md", "b.md"))
    made: list[forms.SectionForm] = []
    threads: list[threading.Thread] = []

    class Interrupted(weakref.WeakSet[forms.SectionForm]):
        def __iter__(self) -> Iterator[forms.SectionForm]:
            for form in super().__iter__():
                if not threads:
                    threads.append(threading.Thread(target=lambda: made.append(forms.section_form(second, "risks"))))
                    threads[0].start()
                    # Long enough for one that waits for nobody; one that takes turns ends later.
                    threads[0].join(0.5)
                yield form

    monkeypatch.setattr(open_forms, "_OPEN", Interrupted())
    form = forms.section_form(first, "risks")
    first.set(("risks", 0, "owner"), "Ana")

    answer = form.handle({"op": "undo", "client": "a", "seq": 1})
    threads[0].join()

    assert answer["saved"]
    assert set(open_forms._OPEN) == {form, *made} and len(made) == 1
    for session in (first, second):
        session.close()
