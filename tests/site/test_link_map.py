"""The map of a site: what hangs together is drawn, and each document in it leads to its page."""

import xml.etree.ElementTree as ElementTree

from archkit.site.link_map import MOST_DRAWN, MOST_IN_DRAWING, Link, drawn, once
from archkit.site.listing import map_page

CHAIN = [Link(f"{at:03}.md", "Supersedes", f"{at - 1:03}.md") for at in range(1, 41)]
STAR = [Link(f"{at:04}.md", "Depends on", "hub.md") for at in range(2_000)]
SVG = "{http://www.w3.org/2000/svg}"


def test_each_document_leads_to_its_page_and_the_drawing_is_no_image():
    links = [Link("a.md", "Supersedes", "b & <c>.md"), Link("d.md", "Depends on", "e.md")]
    titles = {"a.md": "Ledger", "b & <c>.md": 'Old "ledger"', "d.md": "Payments", "e.md": "Orders"}
    addresses = {name: f"documents/{number}.html?&" for number, name in enumerate(titles)}

    first, second = map(ElementTree.fromstring, drawn(links, titles, addresses)[0])

    found = {
        "".join(link.itertext()).strip(): link.get("href") for svg in (first, second) for link in svg.iter(f"{SVG}a")
    }
    assert found == {titles[name]: addresses[name] for name in titles}
    assert first.get("role") == second.get("role") == "group"


def pages_of(links):
    """Return what `drawn` takes, where each document is called by its name."""
    names = {name for link in links for name in (link.source, link.target)}
    return links, {name: name for name in names}, {name: f"{name}.html" for name in names}


def test_a_group_that_is_too_large_for_one_drawing_is_drawn_in_parts():
    drawings, left_out = drawn(*pages_of(CHAIN))

    documents = [len(list(ElementTree.fromstring(svg).iter(f"{SVG}a"))) for svg in drawings]
    assert documents == [MOST_IN_DRAWING, 2]
    assert left_out == []


def test_links_that_no_drawing_has_room_for_are_counted_on_the_page():
    drawings, left_out = drawn(*pages_of(STAR))
    page = map_page(*pages_of(STAR), "Site").decode()

    assert len(drawings) == MOST_DRAWN
    assert len(left_out) == len(STAR) - MOST_DRAWN * (MOST_IN_DRAWING - 1)
    assert f"links. {len(left_out):,} of them stand only there" in page
    assert "only there" not in map_page(*pages_of(CHAIN), "Site").decode()


def test_drawings_do_not_depend_on_the_order_of_the_links():
    assert drawn(*pages_of(once(CHAIN[::-1]))) == drawn(*pages_of(once(CHAIN)))


def test_what_two_documents_say_of_each_other_is_one_link():
    said = [
        Link("new.md", "Supersedes", "old.md"), Link("old.md", "Superseded by", "new.md"),
        Link("new.md", "Related to", "old.md"), Link("old.md", "Related to", "new.md"),
    ]  # fmt: skip

    page = map_page(*pages_of(said), "Site").decode()

    assert once(said) == [said[2], said[0]]
    assert page.count("<td>supersedes</td>") == page.count("<td>related to</td>") == 1
    assert "superseded by" not in page
