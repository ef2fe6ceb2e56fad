"""A document's page as part of a site: styles and scripts that all pages share, links to other pages, a bar on top."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import cache
from html import escape, unescape
from urllib.parse import unquote

from archkit.pages.environment import page_scripts, style_sheet
from archkit.pages.what_if_script import what_if_script, what_if_style
from archkit.site.addresses import ASSETS, address, page_path, to_top
from archkit.site.templates import rendered

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*"')
_SKIP = '<a class="skip" href="#content">Skip to the content</a>\n'
# What a writer typed stands escaped in the page, so that this is a link of the page and nothing else; one that stays
# on its page or leads out of all files is left as it is.
_LINK = re.compile(r'<a href="(?!#|https?:)([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|$")


@cache
def shared() -> dict[str, str]:
    """Return what all pages share, by the name of its file: the style sheet and the scripts of a page."""
    scripts = {f"page-{number}.js": text for number, text in enumerate(page_scripts(), 1)}
    return {"page.css": style_sheet(), "what-if.css": what_if_style(), "what-if.js": what_if_script()} | scripts


def fitted_page(html: str, name: str, *, site: str, known: frozenset[str], related: Sequence[Sequence[str]]) -> str:
    """Return the page of a document as it stands in a site.

    Args:
        html: The page as it stands alone.
        name: The document.
        site: What the site is called.
        known: The documents that it may link to.
        related: Others by what they are to it: the word for it, the name and the title.
    """
    page = page_path(name)
    html = _with_shared(html, to_top(page))
    html = _LINK.sub(lambda link: _linked(link, name, page, known), html)
    kinds: dict[str, list[tuple[str, str]]] = {}
    for kind, other, title in related:
        kinds.setdefault(kind, []).append((address(page, page_path(other)), title))
    bar = rendered("bar.html.j2", site=site, top=to_top(page), current="", kinds=kinds)
    return html.replace(_SKIP, _SKIP + bar, 1) if _SKIP in html else html.replace("<body>", f"<body>{bar}", 1)


def _with_shared(html: str, top: str) -> str:
    """Let a page take its styles and scripts from the files that all share; whatever is its own stays in it."""
    files = _files()
    # Far sooner than a regular expression, which looks at each sign; the scripts of a page stand below its main part.
    begin, end, main = html.find("<style>"), html.find("</style>"), html.rfind("</main>")
    names = _styles(html[begin + len("<style>") : end]) if 0 < begin < end < main else ()
    below, *scripts = html[main:].split("<script>")
    parts = [script.partition("</script>") for script in scripts]
    if not names or any(script not in files or not end for script, end, _ in parts):
        return html.replace("</title>\n", f'</title>\n<link rel="stylesheet" href="{top}{ASSETS}/site.css">\n', 1)
    sheets = "\n".join(f'<link rel="stylesheet" href="{top}{ASSETS}/{name}">' for name in (*names, "site.css"))
    head = _POLICY.sub(lambda found: f'{found[1]}{POLICY}"', html[:begin], count=1)
    links = [f'<script src="{top}{ASSETS}/{files[script]}"></script>{after}' for script, _, after in parts]
    return "".join([head, sheets, html[end + len("</style>") : main], below, *links])


@cache
def _files() -> dict[str, str]:
    """Return the name of the file of each text that all pages share."""
    return {text: name for name, text in shared().items()}


def _styles(text: str) -> tuple[str, ...]:
    """Return the files that a style sheet is made of; empty where it is made of something else."""
    return _sheets().get(text, ())


@cache
def _sheets() -> dict[str, tuple[str, ...]]:
    """Return the files of each style sheet that a page may have."""
    files = shared()
    both = files["page.css"] + files["what-if.css"]
    return {both: ("page.css", "what-if.css"), files["page.css"]: ("page.css",)}


def _linked(link: re.Match[str], name: str, page: str, known: frozenset[str]) -> str:
    target = unescape(link[1])
    if _ELSEWHERE.match(target):
        return link[0]
    path, hash_, anchor = target.partition("#")
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path.partition("?")[0])))
    if meant in known:
        where = address(page, page_path(meant)) + hash_ + anchor
        return f'<a href="{escape(where)}"{link[2]}>{link[3]}</a>'
    # A file beside the document does not travel with the site.
    said = escape(f"Not part of this site: {target}")
    return f'<span class="not-here" title="{said}">{link[3]}</span>'
