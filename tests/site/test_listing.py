"""The pages over all documents: in which order they stand, and what counts as a date."""

import re

from archkit.site.listing import listing_files
from archkit.site.record import Record


def listed(records):
    return {path: content.decode() for path, content in listing_files(records, "Site")}


def test_titles_and_tags_are_sorted_by_the_value_of_their_numbers_without_accents():
    titles = ["Chain 10", "Chain 2", "chain 1", "Étage", "Dam", "Fleet", "9" * 5_000]
    records = [Record(f"{at}.md", title, tags=(title,)) for at, title in enumerate(titles)]

    pages = listed(records)

    wanted = ["9" * 5_000, "chain 1", "Chain 2", "Chain 10", "Dam", "Étage", "Fleet"]
    assert re.findall(r'<th scope="row"><a [^>]*>(.*?)</a>', pages["index.html"]) == wanted
    assert re.findall(r'<h2 id="tag-\d+">(.*?)</h2>', pages["tags.html"]) == wanted
    assert re.findall(r"<option[^>]*>(.*?)</option>", pages["index.html"])[-7:] == wanted


def test_a_month_a_year_and_a_time_stamp_are_dates():
    dates = [
        "2025-06",
        "2025-01-01T12:00:00Z",
        "2025-07-02 08:00",
        "2024",
        "2025-13",
        "2025-06T12",
        "soon",
        "2024-02-30",
    ]
    pages = listed([Record(f"{at}.md", f"T{at}", date=day) for at, day in enumerate(dates)])

    years = dict(re.findall(r"<h2[^>]*>(.*?) <span[^>]*>(\d+)<", pages["timeline.html"]))
    assert years == {"2025": "3", "2024": "1", "Without a date": "4"}
    assert re.findall(r"<updated>(.*?)T00:00:00Z<", pages["feed.xml"]) == [
        "2025-07-02", "2025-07-02", "2025-06-01", "2025-01-01", "2024-01-01",
    ]  # fmt: skip
