"""A document seeded with one fault for each rule, and the line on which each one stands."""

SEEDED = """---
status: proposed
review-by: 2025-01-31
---

# Ledger Architecture

<!-- archkit: ignore no-owner -->

## Executive Summary
We record postings as events. See the [notes](nodes.md).
>>>>>>> feature

## Research Findings

### Industry Best Practices
- **Case Study**: [F1] An append-only ledger kept a full audit trail for five years
  - Source: <https://example.org/ledger>
  - Strength: strong
  - Checked: 2026-01-30
- **Case Study**: [F2] The outbox adds 120 ms to a posting
  - Source: <https://example.org/outbox>
- **Case Study**: [F3] Replaying a year of events took nine hours
  - Checked: 2019-01-30
- **Case Study**: [F3] One disk took 900 postings a second
  - Checked: 2026-01-30
- **Case Study**: [F4] Nobody read the reports of the batch job
  - Checked: 2026-01-30
- **Case Study**: [F5] The outbox adds 120 ms to a posting
  - Checked: 2026-01-30

## Technical Approach

### Option 1: Event-sourced ledger
**Based on:** The append-only ledger [F1]

**Pros:**
- Full audit trail - every posting stays [F1]

**Cons:**
- Replaying takes hours - nine for a year [F3]

### Option 2: Outbox table
**Pros:**
- Small change - assumption

**Cons:**
- Slower postings - 120 ms more [F2], as before [F5]

### Option 3: Nightly job
**Pros:**
- Little to build

**Cons:**
- A day late - measured [F9]

### Option 4: Nightly job
**Pros:**
- Little to run - assumption
**Cons:**
- Late as well - assumption

### Option Comparison

| Criterion | Weight | Event-sourced ledger | Outbox table | Nightly job |
|---|---:|---:|---:|---:|
| Survives a restart | must | no | yes | yes |
| Data in the EU | must | yes | yes | |
| Audit | 40 | 3 | 4 | 2 |
| Audits (1 none … 5 full) | 10 | 3 | 4 | 2 |
| Delay (s: 60 … 0) | 30 | 10 | 6 | 70 |
| Build cost (days: 60 … 0) | 200 | 40 | 30 | |
| Licence (1 dear … 5 free) | 10 | 3 | 3 | 3 |
| Skills (1 none … 5 all) | | 2 | 4 | 3 |
| **Weighted score** | | **out** | **0.70** | **0.43** |

#### Ratings

| Rater | Criterion | Weight | Event-sourced ledger | Outbox table | Nightly job |
|---|---|---:|---:|---:|---:|
| Ana | Delay | x | 10 | 6 | 60 |
| Ana | Delai | 30 | 10 | 6 | 60 |

### Recommended Approach
**Event-sourced ledger**, the clear winner: the audit needs it, and the nightly job is a day late.

## Component Design

### New Components
- **Ledger**: Appends postings
- **Archive**: Holds what is closed

## Data Flow
```mermaid
flowchart LR
    billing[Billing]
    ledger[(Ledger)]
    billing -->|posting| ledger
```

## Integration Points
- Bank: [How it integrates]

## Security Considerations

## Performance Implications
- Expected load: 40 postings/s at the end of a month
- Scaling approach: Scalable and fast readers
- Bottlenecks: The disk, from 900 postings/s on

## Implementation Phases
1. **Ledger**: Events and snapshots
2. **Shutdown**: The old job goes

## Risks and Mitigations
| Risk | Likelihood | Impact | Mitigation | Owner | Option |
|---|---|---|---|---|---|
| A snapshot is wrong | possible | major | Compare it each night | Mara | Event-sourcing ledger |
| The disk is full | likely | major | | Tom | |
| A reader lags | unlikely | minor | | Tom | |
| An old client posts twice | unlikely | annoying | Keys for each posting | Mara | |
| A key leaks | liekly | minor | Change it | Mara | |
| The clock is wrong | rare | minor | Compare it | | |

### Risk Scale

| Scale | Word | Low | High |
|---|---|---:|---:|
| impact | minor | 3 | 1 |
| impact | major | 8 | 20 |

## Dependences
- Disk: 2 TB for events

## Estimated Effort

### Work Items

| Work item | Kind | Phase | Option | Low | Likely | High |
|---|---|---|---|---:|---:|---:|
| Event store | development | 1 | Outbox table | 14 | 8 | 5 |
| Balances | development | | | 3 | 5 | 9 |
| Snapshots | development | 1 | | 4 | 4 | 4 |
| Replay tests | testing | 7 | | 3 | 4 | 8 |

- Development: 9.3 days
- Testing: 6 days
- Total: 13.8 days
"""

#: The beginning of the line on which each rule finds its fault.
LINES = {
    "review-passed": "review-by: 2025-01-31",
    "suppression": "<!-- archkit: ignore no-owner -->",
    "broken-link": "We record postings as events.",
    "conflict": ">>>>>>> feature",
    "undated-finding": "- **Case Study**: [F2]",
    "bare-strength": "  - Strength: strong",
    "old-finding": "  - Checked: 2019-01-30",
    "same-id": "- **Case Study**: [F3] One disk",
    "unused-finding": "- **Case Study**: [F4]",
    "duplicate-finding": "- **Case Study**: [F5]",
    "no-status-quo": "### Option 1",
    "unsupported-claim": "- Little to build",
    "undefined-citation": "- A day late - measured [F9]",
    "same-name": "### Option 4",
    "one-sided-option": "**Cons:**",
    "swallowed-label": "**Cons:**",
    "open-gate": "| Data in the EU |",
    "no-anchors": "| Audit |",
    "same-criterion": "| Audits (",
    "off-scale": "| Delay (",
    "missing-score": "| Build cost (",
    "flat-criterion": "| Licence (",
    "open-weight": "| Skills (",
    "stated-score": "| **Weighted score** |",
    "criterion": "| Ana | Delay |",
    "unknown-criterion": "| Ana | Delai |",
    "gated-choice": "**Event-sourced ledger**",
    "dominated-choice": "**Event-sourced ledger**",
    "not-on-top": "**Event-sourced ledger**",
    "uncited-recommendation": "**Event-sourced ledger**",
    "unanswered-con": "**Event-sourced ledger**",
    "unexplained-rejection": "**Event-sourced ledger**",
    "clear-winner": "**Event-sourced ledger**",
    "component-without-flow": "- **Archive**",
    "blank": "- Bank: [How it integrates]",
    "empty-section": "## Security Considerations",
    "vague-word": "- Scaling approach:",
    "phase-without-work": "2. **Shutdown**",
    "unknown-option": "| A snapshot is wrong |",
    "high-loss": "| The disk is full |",
    "no-mitigation": "| A reader lags |",
    "unmapped-word": "| An old client posts twice |",
    "value": "| A key leaks |",
    "no-owner": "| The clock is wrong |",
    "risk-scale": "| impact | minor |",
    "format": "## Dependences",
    "estimate": "| Event store |",
    "work-without-phase": "| Balances |",
    "narrow-estimate": "| Snapshots |",
    "unknown-phase": "| Replay tests |",
    "stated-total": "- Testing: 6 days",
    "no-percentile": "- Total: 13.8 days",
}

#: The one fault that cannot stand beside those of a named choice: no option is named.
UNNAMED = SEEDED.replace("**Event-sourced ledger**, the clear winner: the", "The")
UNNAMED_LINE = "The audit needs it"
