import base64
import hashlib
import re
import subprocess
import sys
import time
from itertools import pairwise

import pytest

from archkit.format.read import read
from archkit.model.document import Document, walk_rows
from archkit.model.fields import fields_of
from archkit.pages.export_html import render_page
from archkit.pages.markdown import RichText
from tests.pages.parsed import Parsed


def page_of(text: str) -> Parsed:
    return Parsed(render_page(read(text).document))


def test_nothing_is_requested_from_anywhere(example_page):
    parsed = Parsed(example_page)
    style = re.search(r"<style>(.*?)</style>", example_page, re.DOTALL)[1]

    assert not {"link", "img", "iframe", "object", "embed", "base"} & {tag for tag, _ in parsed.elements}
    assert not parsed.all("src") and not parsed.all("srcset") and not parsed.all("style")
    assert not re.search(r"url\((?!#fill-\d)", style) and "@import" not in style and "@font-face" not in style


def test_the_policy_allows_this_style_sheet_and_these_scripts_and_nothing_else(example_page):
    style = re.search(r"<style>(.*?)</style>", example_page, re.DOTALL)[1]
    scripts = re.findall(r"<script>(.*?)</script>", example_page, re.DOTALL)
    policy = next(attrs["content"] for attrs in Parsed(example_page).of("meta") if "http-equiv" in attrs)

    assert scripts and policy == (
        f"default-src 'none'; script-src {' '.join(map(digest, scripts))}; style-src {digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def digest(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_still_page_has_no_script(example):
    page = render_page(example, is_still=True)

    assert "<script" not in page and "script-src" not in page


def test_every_text_of_the_example_is_on_the_page(example, example_page):
    shown = "".join(Parsed(example_page).text.split())
    missing = []
    for path, row in walk_rows(example):
        if path[0] in {"data_flow", "metadata"}:
            continue
        for spec in fields_of(type(row)):
            value = getattr(row, spec.key)
            if isinstance(value, str) and spec.key not in {"unit", "direction", "weight"}:
                # A citation is a link of its own; the words around it are looked for.
                words = RichText().block(value) if spec.kind == "prose" else RichText().inline(value)
                if "".join(Parsed(words).text.split()) not in shown:
                    missing.append((path, spec.key, value[:60]))

    assert missing == []


def test_the_title_block_says_what_is_recommended_and_what_it_costs(example_page):
    header = Parsed(example_page[: example_page.index("</header>")]).text

    assert "proposed" in header
    assert "PostgreSQL outbox with SKIP LOCKED, because it is the smallest thing that passes both gates" in header
    assert "Mara Lindqvist, Tom Okafor" in header and "Ines Albrecht, Ravi Menon" in header
    assert "P50 71.1 days, P80 79.6 days" in header


def test_elements_are_closed_in_order_and_ids_are_unique(example_page):
    parsed = Parsed(example_page)
    ids = parsed.all("id")

    assert parsed.misnested == [] and parsed.open == []
    assert len(ids) == len(set(ids))


def test_links_on_the_page_have_a_target(example_page):
    parsed = Parsed(example_page)
    ids = set(parsed.all("id"))

    assert [href for href in parsed.all("href") if href.startswith("#") and href[1:] not in ids] == []
    assert [name for names in parsed.all("aria-labelledby") for name in names.split() if name not in ids] == []


def test_headings_leave_out_no_level(example_page):
    levels = [int(tag[1]) for tag, _ in Parsed(example_page).elements if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_part_has_the_heading_of_its_section(example_page):
    for section in re.findall(r"<section [^>]*>(.*?)</section>", example_page, re.DOTALL):
        (own,), parts = re.findall(r"<h2 [^>]*>(.*?) <a", section), re.findall(r"<h3 [^>]*>(.*?) <a", section)

        assert own not in parts and len(set(parts)) == len(parts)


def test_a_citation_leads_to_its_finding_and_back():
    page = page_of(
        "# T\n\n## Executive Summary\nAs seen [F1], not `[F1]`, nor [F9].\n\n## Research Findings\n\n"
        "### Industry Best Practices\n- **Case Study**: [F1] It works\n"
    )
    citations = [attrs for attrs in page.of("a") if attrs.get("class") == "cite"]

    assert [(attrs["href"], attrs["id"]) for attrs in citations] == [("#F1", "cite-F1-1")]
    assert "F1" in page.all("id") and "#cite-F1-1" in page.all("href")
    assert "Cited in Executive Summary" in page.text and "[F9]" in page.text


def test_every_finding_of_the_example_says_where_it_is_cited(example, example_page):
    hrefs = Parsed(example_page).all("href")

    assert [row.id for row in example.findings if f"#cite-{row.id}-1" not in hrefs] == []


def test_a_document_without_content_is_a_page_without_sections():
    parsed = Parsed(render_page(Document()))

    assert parsed.of("section") == [] and parsed.of("nav") == []
    assert "Architecture document" in parsed.text
    assert "Nothing is written in this document yet." in parsed.text


def test_the_untouched_template_shows_none_of_its_blanks(example_page):
    from archkit import assets

    parsed = Parsed(render_page(read(assets.template_text()).document))

    assert "Nothing is written" in parsed.text and "Nothing is written" not in example_page
    assert parsed.of("section") == []
    assert "[" not in parsed.text


def test_sections_stand_in_the_order_of_the_file():
    page = page_of("# T\n\n## Dependencies\n- A: b\n\n## Open Questions\nWho?\n\n## Executive Summary\nWords\n")
    headings = [attrs["id"] for tag, attrs in page.elements if tag == "h2"]

    assert headings == ["dependencies", "open-questions", "executive-summary"]


def test_a_document_made_in_python_needs_no_layout():
    document = Document.model_validate(
        {"title": "T", "risks": [{"risk": "Fire", "likelihood": "rare"}], "options": [{"name": "A"}]}
    )
    parsed = Parsed(render_page(document))

    assert [attrs["id"] for tag, attrs in parsed.elements if tag == "h2"] == ["options", "risks"]
    assert "Fire" in parsed.text


def test_a_section_that_cannot_be_read_is_shown_as_its_markdown():
    page = page_of("# T\n\n## Risks and Mitigations\n\nNo table, **sorry**.\n\n## Dependencies\n- A: b\n")

    assert "No table, sorry ." in page.text
    assert [attrs["id"] for tag, attrs in page.elements if tag == "h2"] == ["risks", "dependencies"]


def test_text_before_the_sections_and_below_them_is_kept():
    page = page_of("before\n\n# T\n\nbelow the title\n\n## Mine\n\n### Deep\n\n##### Deeper\n\nwords\n")
    levels = [tag for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]

    assert "before" in page.text and "below the title" in page.text and "words" in page.text
    assert levels == ["h1", "h2", "h3", "h4"]


def test_a_blank_score_is_not_a_zero_and_a_failed_gate_is_named(example_page):
    text = Parsed(example_page).text

    assert "not known" in text
    assert "Fails: No event lost when a consumer is down for an hour" in text


def test_risks_stand_on_the_grid_where_likelihood_and_impact_put_them():
    page = page_of(
        "# T\n\n## Risks and Mitigations\n| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n"
        "| Fire | almost certain | severe | Water |\n| Fog | | thick | Lamp |\n"
    )
    cells = [attrs["class"] for attrs in page.of("td") if attrs.get("class", "").startswith("heat")]

    assert len(cells) == 25 and cells[4] == "heat-5" and cells[20] == "heat-1"
    assert "likelihood or impact is not on the scale: R2" in page.text


def test_the_same_document_gives_the_same_bytes(example, example_page):
    assert render_page(example) == example_page


def test_charts_carry_words(example_page):
    drawn = [attrs for attrs in Parsed(example_page).of("svg") if attrs.get("aria-hidden") != "true"]

    assert drawn and all(attrs["role"] == "img" and attrs.keys() & {"aria-label", "aria-labelledby"} for attrs in drawn)


def test_wide_tables_scroll_by_themselves_and_can_be_reached_with_the_keyboard(example_page):
    scrolling = [attrs for attrs in Parsed(example_page).of("div") if attrs.get("class") == "scroll"]

    assert len(scrolling) >= 4
    assert all(attrs["tabindex"] == "0" and attrs["role"] == "region" and attrs["aria-label"] for attrs in scrolling)


def test_landmarks_have_names_of_their_own(example_page):
    table = "| a |\n|---|\n| 1 |\n\n"
    for page in (example_page, render_page(read(f"# T\n\n## Mine\n\n{table * 3}").document)):
        parsed = Parsed(page)
        regions = [attrs["aria-label"].casefold() for tag, attrs in parsed.elements if attrs.get("role") == "region"]
        headings = [title.casefold() for title in re.findall(r"<h2 [^>]*>(.*?) <a", page)]

        assert regions and len(set(regions + headings)) == len(regions + headings)


def test_a_warm_page_is_no_matter_of_seconds(example):
    times = []
    for _ in range(7):
        begin = time.process_time()
        render_page(example)
        times.append(time.process_time() - begin)

    # Usually 0.03 s; the bound is wide, because a test must not depend on how busy its machine is.
    assert min(times) < 0.4


def test_pages_load_neither_pandas_nor_matplotlib():
    code = (
        "import sys; from archkit import assets; from archkit.format.read import read\n"
        "from archkit.pages.export_html import render_page; import archkit.pages.own_template\n"
        "render_page(read(assets.example_file().read_text(encoding='utf-8')).document)\n"
        "print(*sorted({'pandas', 'matplotlib', 'ipywidgets'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""


@pytest.mark.parametrize("language, shown", [("de", "de"), ("pt-BR", "pt-BR"), ('"><script>', "en"), ("", "en")])
def test_the_page_says_its_language(language, shown):
    document = Document.model_validate({"title": "T", "metadata": {"extra": {"lang": language}}})

    assert Parsed(render_page(document)).of("html") == [{"lang": shown}]


def test_the_title_leads_to_the_risks_that_may_cost_most(example_page):
    header = Parsed(example_page[: example_page.index("</header>")])
    rows = {attrs["id"] for attrs in Parsed(example_page).of("tr") if "id" in attrs}

    leads = [attrs["href"][1:] for attrs in header.of("a") if attrs["href"].startswith("#risk")]
    assert leads == ["risk-1", "risk-2", "risk-7"] and set(leads) <= rows
    assert "R7 The dispatcher grows into a home-made broker 3.6 days expected" in header.text


def test_every_heading_of_a_section_leads_to_itself():
    page = render_page(read("# T\n\n## Mine\n\n### One *two*\n\nText.\n").document)

    link = re.search(r"<h3 id=\"one-two\">One <em>two</em> <a (.*?)>#</a></h3>", page)[1]
    assert link == 'class="anchor" href="#one-two" aria-label="Link to One two"'
