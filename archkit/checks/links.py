"""Rules about links: what a relative link leads to is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from archkit.checks.review import Found, Review
from archkit.errors import quoted

_LINK = re.compile(r"\]\(\s*(?:<([^<>\n]*)>|([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))(?:\s+[\"'(][^\n]{0,300}?)?\s*\)")
#: A longer line is no prose, and the look for links in it may take long.
_LONG = 5_000
_ELSEWHERE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|#)")


def broken_links(review: Review) -> Iterator[Found]:
    """A relative link to a file that is not there."""
    if review.folder is None or "](" not in review.text:
        return
    code = False
    for number, line in enumerate(review.text_lines, 1):
        if line.lstrip().startswith(("```", "~~~")):
            code = not code
        if code or "](" not in line or len(line) > _LONG:
            continue
        for found in _LINK.finditer(re.sub(r"(`+)[^`]*\1", lambda code: " " * len(code[0]), line)):
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
