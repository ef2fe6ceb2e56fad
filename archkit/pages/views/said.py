"""Sentences of the analysis with the names in them as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from archkit.pages.markdown import RichText


def sayer(rich: RichText, names: Iterable[str]) -> Callable[[str], str]:
    """Return a function that takes the Markdown out of the names in a sentence, and leaves the rest as it is.

    A sentence as a whole is no Markdown: marks of one name would pair with those of another.

    Args:
        rich: Renders the names.
        names: The names that sentences may hold.
    """
    plain = {name: rich.plain(name) for name in names}
    marked = sorted((name for name in plain if name and plain[name] != name), key=len, reverse=True)

    def said(sentence: str) -> str:
        for name in marked:
            sentence = sentence.replace(name, plain[name])
        return sentence

    return said
