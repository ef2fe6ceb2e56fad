"""The words that a search finds: folded, each with the first section that it stands in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from operator import itemgetter

from archkit.format.manuscript import Chunk, Manuscript
from archkit.model.document import outline

_HOME = {"option": "options", "preface": "title", "blank": "title"}
_KEYS = [spec.key for spec in outline() if spec.key != "metadata"]
# Parts that have a heading of the third level, whose anchor is made of its words.
_BELOW = {"comparison", "recommendation", "risk_scale"}
_TITLE, *_OWN = (
    (spec.title, re.sub(r"[\W_]+", "-", spec.title.casefold() if spec.key in _BELOW else spec.key))
    for spec in outline()
    if spec.key != "metadata"
)
#: The sections by their number in the index, those that say most of a document first: heading and anchor. Other text
#: is what stands below headings of the author's own.
SECTIONS = (_TITLE, ("its tags", ""), *_OWN, ("Other text", ""), ("its path", ""))
_TAGS, _OTHER, _PATH = 1, len(SECTIONS) - 2, len(SECTIONS) - 1
_NUMBERS = {key: number + (number >= _TAGS) for number, key in enumerate(_KEYS)}
#: How names of documents end; `templates/site/search.js` takes it from a name that is searched, too.
_ENDING = re.compile(r"(-architecture)?\.md$")
# Chinese and Japanese write no blanks: each sign is a word.
_SIGN = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])")
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[\u0300-\u036f]")
#: ASCII letters without case and digits; each other ASCII sign stands between words.
_ASCII_WORDS = bytes(at if at > 127 or chr(at).isalnum() else 32 for at in bytes(range(256)).lower())
#: A longer run of letters is no word that anybody types.
LONGEST = 32


def folded(text: str) -> str:
    """Return a text without case and accents; `templates/site/site.js` does the same."""
    text = text.lower()
    if text.isascii():
        return text
    return _MARK.sub("", unicodedata.normalize("NFKD", text)).replace("ß", "ss").replace("ς", "σ")


def folded_words(text: str) -> list[str]:
    """Return the words of a text without case and accents; `templates/site/search.js` does the same."""
    text = folded(text)
    if not text.isascii():
        text = _SIGN.sub(r" \1 ", text)
    return _WORD.findall(text)


def words_of(manuscript: Manuscript, tags: Iterable[str] = (), path: str = "") -> dict[str, int]:
    """Return each word of a document with the number of the first section that it stands in.

    Args:
        manuscript: The document.
        tags: Those of its front matter.
        path: Its name in the site.
    """
    numbered = ((_number(chunk), chunk.source) for chunk in manuscript.chunks if chunk.place.part != "metadata")
    runs: dict[bytes, int] = {}
    for number, source in sorted(numbered, key=itemgetter(0), reverse=True):
        # As bytes, which are cut in a third of the time; what a fold makes of a run depends on nothing around it.
        runs |= dict.fromkeys(source.encode("utf-8", "surrogatepass").translate(_ASCII_WORDS).split(), number)
    plain = [run for run in runs if run.isascii()]
    found = dict(zip(b" ".join(plain).decode("ascii").split(), map(runs.__getitem__, plain), strict=True))
    others: dict[int, list[bytes]] = {}
    for run in runs.keys() - plain:
        others.setdefault(runs[run], []).append(run)
    for number, several in others.items():
        for word in folded_words(b" ".join(several).decode("utf-8", "surrogatepass")):
            found[word] = min(number, found.get(word, number))
    for number, text in ((_TAGS, " ".join(tags)), (_PATH, _ENDING.sub("", path))):
        for word in folded_words(text):
            found[word] = min(number, found.get(word, number))
    return {word: number for word, number in found.items() if len(word) <= LONGEST}


def _number(chunk: Chunk) -> int:
    part = chunk.place.part
    return _NUMBERS.get(_HOME.get(part, part), _OTHER)
