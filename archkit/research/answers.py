"""What a look-up brings: snippets of documentation, and where they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from archkit.research.library_ids import same_version, version_in_address, version_of

Door = Literal["server", "paste", "file"]


@dataclass(frozen=True)
class Library:
    """A library that a server knows.

    Attributes:
        id: Such as `/vercel/next.js`.
        title: Its name.
        description: One sentence.
        versions: The versions that can be asked for, as the server writes them.
        state: `finalized` when its documentation is ready.
    """

    id: str
    title: str = ""
    description: str = ""
    versions: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True)
class Snippet:
    """One piece of documentation.

    Attributes:
        title: What it is about.
        text: Prose.
        code: Programs, each as it stands in the documentation.
        source: The address where it can be read again, "" when the answer has none.
    """

    title: str
    text: str = ""
    code: tuple[str, ...] = ()
    source: str = ""

    @property
    def version(self) -> str:
        """The version that the address names, "" when it names none."""
        return version_in_address(self.source)


@dataclass(frozen=True)
class Answer:
    """What was asked, and what was answered.

    Attributes:
        snippets: What was answered.
        library: The id of the library that answered, "" when the answer does not say.
        query: The question.
        time: When the answer was given or taken in, as UTC: `2026-11-23T07:40:12Z`.
        server: The host that answered, "" for an answer that was not asked for here.
        asked: The version that was asked for, "" for none.
        door: How the answer came here.
        others: Other libraries that answer to the name.
        notes: What a person has to know, in sentences.
        cached: Whether the answer was kept from an earlier look-up.
    """

    snippets: tuple[Snippet, ...]
    library: str = ""
    query: str = ""
    time: str = ""
    server: str = ""
    asked: str = ""
    door: Door = "server"
    others: tuple[Library, ...] = ()
    notes: tuple[str, ...] = field(default=())
    cached: bool = False

    def answered(self, snippet: Snippet) -> str:
        """Return the version that a snippet is of: what its address says, else that of the library's id."""
        return snippet.version or version_of(self.library)

    def difference(self, snippet: Snippet) -> str:
        """Return a sentence when the answer may be of another version than was asked for, else ""."""
        answered = self.answered(snippet)
        if not self.asked:
            return ""
        if not answered:
            return f"Version {self.asked} was asked for; the answer does not say which version it is of."
        if same_version(self.asked, answered):
            return ""
        return f"Version {self.asked} was asked for, {answered} was answered."

    def as_json(self) -> dict[str, Any]:
        """Return the answer as plain values, which `--from` reads again."""
        return {
            "library": self.library,
            "query": self.query,
            "time": self.time,
            "server": self.server,
            "versionAsked": self.asked,
            "notes": list(self.notes),
            "cached": self.cached,
            "others": [{"id": one.id, "title": one.title, "versions": list(one.versions)} for one in self.others],
            "snippets": [
                {
                    "title": snippet.title,
                    "text": snippet.text,
                    "code": list(snippet.code),
                    "source": snippet.source,
                    "versionAnswered": self.answered(snippet),
                    "difference": self.difference(snippet),
                }
                for snippet in self.snippets
            ],
        }
