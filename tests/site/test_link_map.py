"""The map of a site: what hangs together is drawn, and each document in it leads to its page."""

import xml.etree.ElementTree as ElementTree

from archkit.site.link_map import Link, drawn

SVG = "{http://www.w3.org/2000/svg}"


def test_each_document_leads_to_its_page_and_the_drawing_is_no_image():
    links = [Link("a.md", "Supersedes", "b & <c>.md"), Link("d.md", "Depends on", "e.md")]
    titles = {"a.md": "Ledger", "b & <c>.md": 'Old "ledger"', "d.md": "Payments", "e.md": "Orders"}
    addresses = {name: f"documents/{number}.html?&" for number, name in enumerate(titles)}

    first, second = map(ElementTree.fromstring, drawn(links, titles, addresses))

    found = {
        "".join(link.itertext()).strip(): link.get("href") for svg in (first, second) for link in svg.iter(f"{SVG}a")
    }
    assert found == {titles[name]: addresses[name] for name in titles}
    assert first.get("role") == second.get("role") == "group"
