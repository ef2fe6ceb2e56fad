"""The blanks of the architecture template: `[Bracketed text]` that is a hint to the author and never content."""

from __future__ import annotations

# Literal, so that reading needs no file; a test holds this against templates/architecture.md.
PLACEHOLDERS = frozenset(
    {
        "[1-2 paragraph overview of the technical approach]",
        "[Source/Reference]",
        "[Company/Project that implemented similar feature]",
        "[Relevant metrics from research]",
        "[Link and brief description of implementation]",
        "[Relevant sections from Context7 research]",
        "[Official recommendations]",
        "[If updating existing features]",
        "[Approach Name]",
        "[Reference to research finding or example]",
        "[Advantage 1]",
        "[Advantage 2]",
        "[Evidence from research]",
        "[Disadvantage 1]",
        "[Disadvantage 2]",
        "[Known issue from case studies]",
        "[Performance consideration from benchmarks]",
        "[Similar structure with research backing]",
        "[Which option and why, supported by research findings]",
        "[Component Name]",
        "[Purpose and responsibilities]",
        "[What changes and why]",
        "[Diagram or description of how data moves through the system]",
        "[System 1]",
        "[System 2]",
        "[How it integrates]",
        "[Consideration 1]",
        "[Consideration 2]",
        "[Details]",
        "[What to build first]",
        "[What to build next]",
        "[Final pieces]",
        "[Risk 1]",
        "[Impact]",
        "[How to handle]",
        "[Dependency 1]",
        "[Dependency 2]",
        "[Why needed]",
        "[X days/weeks]",
        "[X days]",
    }
)

# Labels that the template itself gives to a blank; alone they say nothing.
TEMPLATE_LABELS = frozenset(
    {
        "Pattern/Practice",
        "Case Study",
        "Performance Benchmark",
        "Project 1",
        "Project 2",
        "Framework Docs",
        "API Guidelines",
        "Migration Notes",
        "Phase 1",
        "Phase 2",
        "Phase 3",
    }
)

BLANK_TITLE = "[Feature] Architecture"


def filled(text: str) -> str:
    """Return a text, or "" where it is one of the template's blanks."""
    said = text.strip()
    return "" if said in PLACEHOLDERS or said == BLANK_TITLE else text
