"""Document → one self-contained HTML page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markupsafe import Markup

from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.checks.settings import Settings
from archkit.model.document import Document
from archkit.pages.arrange import Block, Section, arrange, introduction
from archkit.pages.charts.bars import FILLS
from archkit.pages.environment import content_security_policy, environment, page_scripts, style_sheet
from archkit.pages.markdown import Anchors, RichText
from archkit.pages.numbers import PageNumbers, page_numbers
from archkit.pages.remembered import Remembered
from archkit.pages.title import facts, lead, risks
from archkit.pages.views import VIEWS, Page
from archkit.pages.views.findings import finding_anchors, finding_views
from archkit.pages.views.texts import plain_rows
from archkit.pages.visible import visible
from archkit.pages.what_if import what_if_data
from archkit.pages.what_if_script import what_if_script, what_if_style

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# Ids that the page's own templates use.
_TAKEN = ("top", "contents", "content", *(f"fill-{number}" for number in range(9, FILLS + 1)))


@dataclass
class _Shown:
    """A block of a section: its anchor, its heading, and what stands below it."""

    block: Block
    anchor: str
    title: str
    html: Markup


@dataclass
class _Section:
    """What stands below one heading of the second level."""

    anchor: str
    title: str
    blocks: list[_Shown] = field(default_factory=list)


def render_page(
    document: Document,
    numbers: PageNumbers | None = None,
    remembered: Remembered[Markup | None] | None = None,
    *,
    is_still: bool = False,
    evidence: EvidenceSettings | None = None,
) -> str:
    """Return the page of a document; the same document gives the same text.

    Args:
        document: What is shown.
        numbers: Its numbers; computed here when left out.
        remembered: The blocks of the page as it was rendered last, for a page that follows its document.
        is_still: Whether the page is shown where no script may run, and has none.
        evidence: The day, and how fast findings grow old; the current one and the plain limits when left out.
    """
    page = _page(document, numbers or page_numbers(document), evidence or Settings().evidence())
    rich = page.rich
    what_if = "" if is_still else what_if_data(document, rich.plain)
    css = style_sheet() + (what_if_style() if what_if else "")
    scripts = () if is_still else (*page_scripts(), *([what_if_script()] if what_if else []))
    texts = [rich.within("Introduction").block(text, level=2) for text in introduction(document)]
    if remembered:
        remembered.begin()
    sections = [shown for section in arrange(document) if (shown := _section(page, section, remembered)).blocks]
    _finish_findings(page, sections)
    return visible(
        environment()
        .get_template("page.html.j2")
        .render(
            title=rich.plain(document.title) or "Architecture document",
            heading=rich.inline(document.title),
            status=document.metadata.status,
            facts=facts(page),
            lead=lead(page),
            risks=risks(page),
            language=_language(document),
            introduction=texts,
            sections=sections,
            css=Markup(css),
            what_if=Markup(what_if),
            scripts=[Markup(script) for script in scripts],
            policy=content_security_policy(css, scripts),
        )
    )


def _page(document: Document, numbers: PageNumbers, evidence: EvidenceSettings) -> Page:
    anchors = Anchors(_TAKEN)
    rich = RichText(finding_anchors(document.findings, anchors.new), anchors, has_heading_links=True)
    # The title leads to them, wherever they stand.
    risks = {
        number: anchors.new(f"risk-{number}") for number, risk in enumerate(document.risks, 1) if not risk.is_empty
    }
    return Page(document, numbers, rich, finding_views(document.findings, rich, evidence), risks, evidence)


def _language(document: Document) -> str:
    wish = document.metadata.extra.get("lang", "")
    return wish if isinstance(wish, str) and _LANGUAGE.fullmatch(wish) else "en"


def _section(page: Page, section: Section, remembered: Remembered[Markup | None] | None) -> _Section:
    title = page.rich.plain(section.title)
    shown = _Section("", title)
    for block in section.blocks:
        # Findings wait until all places that cite them are known.
        is_last = block.kind == "findings"
        if is_last:
            html = _waiting(page, block)
        elif remembered:
            html = remembered.block(page, block, title, _partial)
        else:
            html = _partial(page, block, title)
        if html is not None:
            if not shown.anchor:
                shown.anchor = page.rich.anchors.titled(section.title if section.key == "custom" else section.key)
            heading = page.rich.plain(block.title)
            shown.blocks.append(_Shown(block, page.rich.anchors.titled(heading) if heading else "", heading, html))
    return shown


def _partial(page: Page, block: Block, section: str) -> Markup | None:
    """Return what stands below a block's heading; None when there is nothing to show."""
    # A section without a view of its own is shown plainly, so that a new one needs nothing here.
    has_view = block.kind in VIEWS
    context = (VIEWS[block.kind] if has_view else plain_rows(block.kind))(page, block)
    if context is None:
        return None
    rich = page.rich.within(page.rich.plain(block.title) or section)
    template = environment().get_template(f"sections/{block.kind if has_view else 'rows'}.html.j2")
    return Markup(template.render(rich=rich, numbers=page.numbers, **context))


def _waiting(page: Page, block: Block) -> Markup | None:
    return Markup() if any(view.row.group == block.group for view in page.findings) else None


def _finish_findings(page: Page, sections: list[_Section]) -> None:
    for shown in (block for section in sections for block in section.blocks):
        if shown.block.kind == "findings":
            shown.html = _partial(page, shown.block, "") or shown.html
