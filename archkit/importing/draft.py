"""The document that grows while a source is read: what each place holds so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from archkit.importing.option_index import OptionIndex
from archkit.importing.points import Points
from archkit.importing.source import Source
from archkit.model.document import Document
from archkit.model.metadata import Metadata
from archkit.model.options import Option
from archkit.model.recommendation import Recommendation

_NOT_WORD = re.compile(r"[\W_]+")
_NUMBERED = re.compile(
    r"(?:option|alternative|variante?|approach|solution|opción|opcion|opção|opzione|optie|вариант|opcja|scenario"
    r"|scénario) (\w{1,3})"
    r"|(?:方案|选项|案|選択肢|대안|옵션) ?(?P<other>\d{1,2}|[^\W\d_])"
)
#: How many of the words of two names are the same where both are meant as one.
_CLOSE = 0.7
_OPTION = re.compile(r"\W*option\s+\w{1,3}\s*[:.)–—-]\s*(?=\S)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s+[(（][^()（）]*[)）]\s*$|（[^（）]*）\s*$")
_OPENING = re.compile(r"\*\*(?P<name>(?:(?!\*\*)[^\n])+)\*\*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(slots=True)
class OptionDraft:
    """An option as it is put together from its name in a list and its text below a heading."""

    name: str
    description: list[str] = field(default_factory=list)
    points: Points = field(default_factory=Points)
    #: The number or letter that the source gives it.
    number: str = ""
    based_on: str = ""

    def made(self) -> Option:
        """Return the option."""
        return Option(
            name=self.name,
            based_on=self.based_on,
            description="\n\n".join(part for part in self.description if part),
            pros=tuple(self.points.pros),
            cons=tuple(self.points.cons),
            details=tuple(self.points.details),
        )


def _plain_name_of(option: OptionDraft) -> str:
    return plain_name(option.name)


@dataclass(slots=True)
class Custom:
    """A section of the source that keeps its own heading; `early` ones stand above the options."""

    name: str
    text: str
    early: bool = False


@dataclass(slots=True)
class Draft:
    """All that was found so far."""

    source: Source
    style: str = "plain"
    #: Whether every fence and comment of the source has its end, so that no custom section needs one.
    is_sound: bool = False
    #: Whether archkit wrote the source, so that a line that says again what another said is form.
    is_export: bool = False
    title: str = ""
    preamble: str = ""
    summary: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    options: list[OptionDraft] = field(default_factory=list)
    chosen: tuple[str, ...] = ()
    rationale: list[str] = field(default_factory=list)
    #: Rows by the key of their section.
    rows: dict[str, Any] = field(default_factory=dict)
    customs: list[Custom] = field(default_factory=list)
    _names: OptionIndex[OptionDraft] = field(default_factory=lambda: OptionIndex(_plain_name_of))

    def document(self) -> Document:
        """Return the document without its custom sections."""
        rationale = "\n\n".join(part for part in self.rationale if part.strip())
        if not self.chosen and (bold := _OPENING.match(rationale)) and self.option_named(bold["name"]):
            # The name of an option in bold at the beginning is how a document says that it is the recommended one.
            rationale = bold["name"] + rationale[bold.end() :]
        found = {
            "metadata": Metadata(**self.metadata, extra=self.extra),
            "title": self.title,
            "executive_summary": self.summary,
            "options": tuple(option.made() for option in self.options),
            "recommendation": Recommendation(options=self.chosen, rationale=rationale),
        }
        return Document(**found | self.rows)

    def option_named(self, name: str) -> OptionDraft | None:
        """Return the option that has this name, marks and case aside."""
        return self._names.of(self.options).named(plain_name(name))

    def option_like(self, name: str) -> OptionDraft | None:
        """Return the option that a text names: in the same words, by its number, or as the only one that begins so."""
        wanted = plain_name(name)
        names = self._names.of(self.options)
        if not wanted or (found := names.named(wanted)):
            return found if wanted else None
        if numbered := _NUMBERED.fullmatch(wanted):
            return self._numbered(numbered[1] or numbered["other"])
        return names.alike(wanted)

    def _numbered(self, number: str) -> OptionDraft | None:
        """Return the option with a number or letter: its own, or its place where none has a number of that kind."""
        given = [option.number.casefold() for option in self.options]
        if given.count(number) == 1:
            return self.options[given.index(number)]
        alike = [other for other in given if other and other.isdigit() == number.isdigit()]
        is_place = number.isascii() and (number.isdigit() or len(number) == 1)
        # In a list that calls each item `1.` the number says nothing.
        if not is_place or (alike and len(set(alike)) == len(alike)):
            return None
        at = int(number) - 1 if number.isdigit() else ord(number) - 97
        return self.options[at] if 0 <= at < len(self.options) else None

    def option_for(self, name: str, earlier: int) -> OptionDraft:
        """Return the option of an item of a list, made if it is new.

        Args:
            name: What the item says.
            earlier: How many options there were before the list: one that only begins alike is meant among these alone.
        """
        found = self.option_like(name)
        if found is None or (plain_name(found.name) != plain_name(name) and not _is_in(found, self.options[:earlier])):
            found = OptionDraft(name)
            self.options.append(found)
        return found

    def option_close_to(self, name: str) -> OptionDraft | None:
        """Return the one option whose name has nearly the same words, as a heading has that was typed twice."""
        words = set(bare_name(name).split())
        close = [option for option in self.options if _share(words, set(bare_name(option.name).split())) >= _CLOSE]
        return close[0] if len(close) == 1 else None


def _share(words: set[str], others: set[str]) -> float:
    return len(words & others) / max(1, len(words | others))


def _is_in(option: OptionDraft, options: list[OptionDraft]) -> bool:
    return any(other is option for other in options)


def bare_name(text: str) -> str:
    """Return a name as it is compared, without what stands in brackets behind it."""
    return plain_name(_BRACKETS.sub("", text))


@lru_cache(maxsize=16384)
def plain_name(text: str) -> str:
    """Return a name without links, marks and case."""
    bare = _LINK.sub(r"\1", text) if "](" in text else text
    found = _OPTION.match(bare)
    bare = bare[found.end() :] if found else bare
    return _NOT_WORD.sub(" ", bare).strip().casefold()
