"""The words that a search finds: folded, each with the first section that it stands in."""

from __future__ import annotations

import re
import unicodedata

from archkit.format.manuscript import Manuscript
from archkit.model.document import outline

_HOME = {"option": "options", "preface": "title", "blank": "title"}
_KEYS = [spec.key for spec in outline() if spec.key != "metadata"]
# Parts that have a heading of the third level, whose anchor is made of its words.
_BELOW = {"comparison", "recommendation", "risk_scale"}
#: The sections by their number in the index: heading and anchor; the last one is for headings of the author's own.
SECTIONS = (
    *(
        (spec.title, re.sub(r"[\W_]+", "-", spec.title.casefold() if spec.key in _BELOW else spec.key))
        for spec in outline()
        if spec.key != "metadata"
    ),
    ("Other text", ""),
)
_NUMBERS = {key: number for number, key in enumerate(_KEYS)}
_OTHER = len(_KEYS)
# Chinese and Japanese write no blanks: each sign is a word.
_SIGN = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])")
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[\u0300-\u036f]")
#: A longer run of letters is no word that anybody types.
LONGEST = 32


def folded_words(text: str) -> list[str]:
    """Return the words of a text without case and accents; `templates/site/search.js` does the same."""
    text = text.lower()
    if not text.isascii():
        text = _MARK.sub("", unicodedata.normalize("NFKD", text)).replace("ß", "ss").replace("ς", "σ")
        text = _SIGN.sub(r" \1 ", text)
    return _WORD.findall(text)


def words_of(manuscript: Manuscript) -> dict[str, int]:
    """Return each word of a document with the number of the first section that it stands in."""
    runs: dict[int, set[str]] = {}
    for chunk in manuscript.chunks:
        part = _HOME.get(chunk.place.part, chunk.place.part)
        if part != "metadata":
            # Each run without blanks is looked at once: what a fold makes of it depends on nothing around it.
            runs.setdefault(_NUMBERS.get(part, _OTHER), set()).update(chunk.source.lower().split())
    found: dict[str, int] = {}
    for number in sorted(runs, reverse=True):
        found.update(dict.fromkeys(folded_words(" ".join(runs[number])), number))
    return {word: number for word, number in found.items() if len(word) <= LONGEST}
