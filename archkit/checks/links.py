"""Rules about links: what a relative link leads to is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from archkit.checks.review import Found, Review
from archkit.errors import quoted

_LINK = re.compile(r"\]\(\s*(?:<([^<>\n]*)>|([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))(?:\s+[\"'(][^\n]{0,300}?)?\s*\)")
#: A link in HTML, and the definition of one; that of a note is none.
_HTML = re.compile(
    r"<(?:a|img|source|video)\s[^<>]*?\b(?:href|src)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE
)
_DEFINED = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:\s*(?:<([^<>]*)>|(\S+))")
_CODE_OR_COMMENT = re.compile(r"(`+)[^`]*\1|<!--.*?-->")
#: A longer line is no prose, and the look for links in it may take long.
_LONG = 5_000
_MARKS = re.compile(r"\](?:\(|:)|<[aisvAISV]")
_ELSEWHERE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#)")


def broken_links(review: Review) -> Iterator[Found]:
    """A relative link to a file that is not there."""
    if review.folder is None or not _MARKS.search(review.text):
        return
    code = False
    for number, line in enumerate(review.text_lines, 1):
        if line.lstrip().startswith(("```", "~~~")):
            code = not code
        if code or len(line) > _LONG or not _MARKS.search(line):
            continue
        bare = _CODE_OR_COMMENT.sub(lambda left_out: " " * len(left_out[0]), line)
        defined = _DEFINED.match(bare)
        for found in (*_LINK.finditer(bare), *_HTML.finditer(bare), *((defined,) if defined else ())):
            target = found[1] if found[1] is not None else found[2]
            if target and not _ELSEWHERE.match(target) and not _is_there(review, target):
                message = f"the link to {quoted(target)} leads nowhere; there is no such file beside the document"
                yield ("line", number), f"{message}, mend the path", found[0]


def _is_there(review: Review, target: str) -> bool:
    path = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
    try:
        return not path or review.folder is None or (review.folder / path).exists()
    except (OSError, ValueError):
        return False
