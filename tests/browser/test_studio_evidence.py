"""A con is written and its finding made from within its row, while the evidence map beside it follows."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from archkit.assets import example_file
from tests.browser.typed import Typist
from tests.widgets.fake_studio import FakeStudio

OPTION = "PostgreSQL outbox with SKIP LOCKED"


@pytest.fixture
def studio(page, tmp_path):
    page.set_viewport_size({"width": 1500, "height": 1000})
    return FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md"))


def test_a_con_and_its_finding_change_the_evidence_map_beside_the_form(studio, pictures):
    page = studio.show().page
    typist = Typist(page)
    keys = page.keyboard
    studio.open("Technical Approach")
    page.get_by_role("button", name="Side by side", exact=True).press("Enter")
    studio.side("Figures")
    region = studio.paper.get_by_role("region", name="Evidence map")
    against = region.get_by_role("row").filter(has=studio.paper.get_by_role("rowheader", name="Against (cons)"))
    cell = against.get_by_role("cell").nth(2)
    words = studio.paper.locator("figure").filter(has=region).get_by_text("pros and cons rest on a finding")
    expect(words).to_contain_text("26 of 31")
    supports = cell.locator(".support")
    expect(supports).to_have_count(4)

    # Without a finding the claim is in the map, as one that lacks support.
    page.get_by_role("button", name=f"Add con to {OPTION}", exact=True).focus()
    keys.press("Enter")
    typist.reach(f"^Claim, con 5 of {OPTION}$")
    keys.type("Vacuum falls behind")
    expect(supports).to_have_count(5)
    expect(words).to_contain_text("26 of 32")
    expect(supports.last.locator(".lacking")).to_have_count(1)

    # The finding is made where one types, and the map has it with the strength that nothing more is said of it.
    keys.press("Tab")
    typist.reach(f"^Evidence, con 5 of {OPTION}$")
    keys.type("dead tuples pile up")
    expect(page.get_by_role("option")).to_have_text(["New finding: “dead tuples pile up”"])
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(page.get_by_label(f"Evidence, con 5 of {OPTION}", exact=True)).to_have_value("[F15]")
    expect(page.get_by_label(f"Evidence, con 5 of {OPTION}", exact=True)).to_be_focused()
    expect(supports.last).to_contain_text("F15")
    expect(words).to_contain_text("27 of 32")
    expect(words).to_contain_text("15 findings, all used")
    expect(supports.last).to_contain_text("weak")
    page.screenshot(path=pictures / "evidence-map.png")

    # What is known of the finding makes it stronger, and the map and the page follow.
    studio.open("Research Findings")
    source_kind = page.locator('[role=gridcell][data-name="Source kind, finding 15"]')
    source_kind.click()
    keys.type("measured h")
    keys.press("Enter")
    expect(supports.last).to_contain_text("fair")
    page.locator('[role=gridcell][data-name="Checked, finding 15"]').click()
    keys.type("2026-11-02")
    keys.press("Enter")
    expect(supports.last).to_contain_text("strong")
    used = page.locator(".ak-computed").filter(has_text="Where findings are used")
    expect(used.locator("dt", has_text=re.compile("^F15")).locator("+ dd")).to_have_text(f"against: {OPTION}")
    studio.side("Page")
    expect(studio.paper.locator("#findings ~ *").get_by_text("Dead tuples pile up").first).to_be_attached()

    # Steps back: the map is what it was.
    studio.open("Technical Approach")
    while studio.session.can_undo:
        page.get_by_role("button", name="Undo", exact=True).press("Enter")
        studio.settle()
    expect(supports).to_have_count(4)
    expect(words).to_contain_text("26 of 31")
