"""The options of an open document: what is done with a whole option, and with its pros and cons."""

from __future__ import annotations

from typing import Any

from archkit.authoring.sections import Section
from archkit.errors import nearest
from archkit.model.claim_edits import claim_index, move_claim, turn_claim
from archkit.model.document import Document
from archkit.model.edit import delete_row, set_value
from archkit.model.option_edits import duplicate_option, move_option, option_index
from archkit.model.option_merging import merge_option
from archkit.model.options import Option

_VERBS = ("rename", "duplicate", "merge", "retire", "restore", "retired", "turn", "move_claim", "cite_new")


class OptionSection(Section):
    """The options under consideration; one is named by its name, as `Option 2`, or by its index.

    What belongs to an option follows it: its columns and scores, ratings, work items, risks, the recommendation and
    the reference. Each method is one step to undo.
    """

    def rename(self, option: str | int, name: str) -> None:
        """Give an option another name, wherever it is named.

        Raises:
            ModelError: there is no such option, or another one has the name.
        """
        self._change(lambda document: set_value(document, ("options", option_index(document, option), "name"), name))

    def duplicate(self, index: str | int, name: str = "") -> None:
        """Put a copy of an option below it, with copies of its scores, work items and risks.

        Raises:
            ModelError: there is no such option, or another one has the name.
        """
        self._change(lambda document: duplicate_option(document, option_index(document, index), name))

    def move(self, index: str | int, to: int) -> None:
        """Move an option to the index `to`; columns that stood in the order of the options follow.

        Raises:
            ModelError: there is no such option, or no such place.
        """
        self._change(lambda document: move_option(document, option_index(document, index), option_index(document, to)))

    def remove(self, index: str | int) -> None:
        """Delete an option with all that it says; `retire` keeps its words.

        Raises:
            ModelError: there is no such option.
        """
        self._change(lambda document: delete_row(document, ("options", option_index(document, index))))

    def merge(self, option: str | int, into: str | int) -> None:
        """Merge an option into another one: claims once, scores filled, work items and risks follow.

        Raises:
            ModelError: there is no such option, both are the same, or the other one has no name.
        """
        self._change(
            lambda document: merge_option(document, option_index(document, option), option_index(document, into))
        )

    def retire(self, option: str | int, reason: str = "") -> None:
        """Take an option out of the decision; it stays below "Retired Options" with all that belonged to it.

        Raises:
            ModelError: there is no such option, it has no name, or it is the recommended one.
        """
        from archkit.format.retired_options import retire_option

        self._change(lambda document: retire_option(document, option_index(document, option), reason))

    def restore(self, name: str) -> None:
        """Bring a retired option back as the last one, with its scores, risks and work items.

        Raises:
            ModelError: none of this name was retired, or its text cannot be read any more.
        """
        from archkit.format.restored_options import restore_option

        self._change(lambda document: restore_option(document, name))

    @property
    def retired(self) -> tuple[str, ...]:
        """The names of the options that were retired."""
        from archkit.format.retired_options import retired_names

        return retired_names(self._session.document)

    def turn(self, option: str | int, side: str, index: int) -> None:
        """Turn a pro into the last con of its option, or a con into its last pro: `turn("Outbox", "pros", 0)`.

        Raises:
            ModelError: there is no such claim.
        """
        self._change(lambda document: turn_claim(document, option_index(document, option), side, index))

    def move_claim(
        self, option: str | int, side: str, index: int, *, to: str | int | None = None, at: int | None = None
    ) -> None:
        """Move a pro or con to another option, or to the place `at` among its neighbours; None is the end.

        Raises:
            ModelError: there is no such claim or option.
        """

        def moved(document: Document) -> Document:
            held = option_index(document, option)
            aim = held if to is None else option_index(document, to)
            return move_claim(document, held, side, index, to=aim, at=at)

        self._change(moved)

    def cite_new(self, option: str | int, side: str, index: int, text: str) -> None:
        """Make a finding that says `text`, and let a pro or con cite it behind what it cites already.

        Raises:
            ModelError: there is no such claim, or the text is blank.
        """
        from archkit.model.citing import cite_new_finding

        def cited(document: Document) -> Document:
            held = option_index(document, option)
            place = claim_index(document, held, side, index)
            evidence = getattr(document.options[held], side)[place].evidence
            return cite_new_finding(document, ("options", held, side, place, "evidence"), text, before=evidence)

        self._change(cited)

    def _change(self, how: Any) -> None:
        self._session.change(how)

    def __getitem__(self, index: int | str) -> Option:
        options = self._session.document.options
        return options[option_index(self._session.document, index) if isinstance(index, str) else index]

    def __getattr__(self, name: str) -> Any:
        close = None if name.startswith("_") else nearest(name, _VERBS)
        if close:
            raise AttributeError(f'"options" has no "{name}"; did you mean {close}?')
        return super().__getattr__(name)


class FindingSection(Section):
    """The findings, and where each is used."""

    @property
    def used(self) -> Any:
        """Where each finding is used, as a frame: the options that it speaks for and against, and how often."""
        import pandas as pd

        from archkit.model.finding_uses import finding_uses

        uses = finding_uses(self._session.document)
        columns = {
            "finding": list(uses),
            "speaks_for": [", ".join(use.speaks_for) for use in uses.values()],
            "pros": [use.speaks_for.total() for use in uses.values()],
            "speaks_against": [", ".join(use.speaks_against) for use in uses.values()],
            "cons": [use.speaks_against.total() for use in uses.values()],
            "used": [use.text for use in uses.values()],
        }
        return pd.DataFrame(columns).astype({"pros": "int64", "cons": "int64"})


#: Sections that can do more than others.
SECTIONS: dict[str, type[Section]] = {"options": OptionSection, "findings": FindingSection}
