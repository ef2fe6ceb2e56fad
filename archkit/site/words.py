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
    found: dict[str, int] = {}
    for chunk in manuscript.chunks:
        part = _HOME.get(chunk.place.part, chunk.place.part)
        if part == "metadata":
            continue
        number = _NUMBERS.get(part, _OTHER)
        # Each run without blanks is looked at once: what a fold makes of it depends on nothing around it.
        for word in set(folded_words(" ".join(set(chunk.source.lower().split())))):
            if len(word) <= LONGEST and found.get(word, _OTHER + 1) > number:
                found[word] = number
    return found
