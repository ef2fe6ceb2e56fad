"""The worked example with what it leaves out or chooses: every list of rows holds some, every setting is given.

The settings are the defaults, so that the stated totals are right.
"""

from __future__ import annotations

import re

from archkit.assets import example_file

#: What stands in place of the example's own text from one line up to the other.
_IN_PLACE = {
    ("- Weights: swing", "### Recommended Approach"): """- Weights: direct
- Reference: Keep the synchronous HTTP calls

#### Pairwise Weights

| Criterion | Against | Ratio |
|---|---|---|
| First consumer live | Running cost | 3 |
| Running cost | Room to grow | 1/2 |

#### Ratings

| Rater | Criterion | Weight | RabbitMQ quorum queues | Apache Kafka | PostgreSQL outbox with SKIP LOCKED | Keep the synchronous HTTP calls |
|---|---|---:|---:|---:|---:|---:|
| Mara | Room to grow | 20 | 4 | 5 | 3 | 1 |
| Tom | Room to grow | | 3 | 5 | 2–3 | 1 |

""",  # noqa: E501
    ("### Risk Scale", "## Dependencies"): """### Risk Scale

| Scale | Word | Low | High |
|---|---|---:|---:|
| likelihood | rare | 1 | 5 |
| likelihood | unlikely | 5 | 20 |
| likelihood | possible | 20 | 50 |
| likelihood | likely | 50 | 80 |
| likelihood | almost certain | 80 | 95 |
| impact | moderate | 3 | 12 |
| impact | major | 12 | 30 |
| impact | severe | 30 | 90 |

""",
}
_SETTINGS = """- Distribution: beta-PERT
- Low and high: absolute limits
- Correlation: 0.3
- Draws: 20000
- Seed: 1959
- Team size: 4
- Start: 2027-01-11
"""
_PHASE = "   - After: start\n   - People: 2.5\n"


def full_text() -> str:
    """Return the text of the document."""
    text = example_file().read_text(encoding="utf-8")
    for (first, heading), given in _IN_PLACE.items():
        before, found, after = text.partition(f"{first}\n")
        _, ended, after = after.partition(f"{heading}\n")
        assert found and ended, f"the example has no {first} before {heading}"
        text = before + given + ended + after
    text = re.sub(r"(\n   - (After|People): .*|\n- (Team size|Start): .*)", "", text)
    text = text.replace("\n2. **Dispatcher and mail**", f"\n{_PHASE}2. **Dispatcher and mail**", 1)
    return text + _SETTINGS
