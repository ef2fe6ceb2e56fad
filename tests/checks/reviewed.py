"""A small document in which no rule finds anything, and to which the examples of the rules are put."""

REVIEWED = """---
status: proposed
date: 2026-01-31
review-by: 2030-01-31
---

# Ledger Architecture

## Executive Summary
We record postings as events. See the [notes](notes.md).

## Research Findings

### Industry Best Practices
- **Case Study**: [F1] An append-only ledger kept a full audit trail for five years
  - Source: <https://example.org/ledger>
  - Checked: 2026-01-30
- **Performance Benchmark**: [F2] The outbox adds 120 ms to a posting
  - Source: <https://example.org/outbox>
  - Checked: 2026-01-30
- **Performance Benchmark**: [F4] One disk took 900 postings a second
  - Source: <https://example.org/disk>
  - Strength: fair
  - Strength reason: The disk is like ours
  - Checked: 2026-01-30
- **Case Study**: [F3] Replaying a year of events took nine hours
  - Source: <https://example.org/replay>
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
- Slower postings - 120 ms more [F2]

### Option 3: Keep the batch job
**Pros:**
- Nothing to build - assumption

**Cons:**
- A day late - assumption

### Option Comparison

| Criterion | Weight | Event-sourced ledger | Outbox table | Keep the batch job |
|---|---:|---:|---:|---:|
| Survives a restart | must | yes | yes | yes |
| Audit (1 none … 5 full) | 40 | 5 | 4 | 2 |
| Delay (s: 60 … 0) | 30 | 2 | 6 | 60 |
| Build cost (days: 60 … 0) | 20 | 40 | 10 | 0 |
| **Weighted score** | | **0.84** | **0.82** | **0.33** |

#### Ratings

| Rater | Criterion | Weight | Event-sourced ledger | Outbox table | Keep the batch job |
|---|---|---:|---:|---:|---:|
| Ana | Audit | 40 | 5 | 4 | 2 |

### Recommended Approach
**Event-sourced ledger**, because the audit needs every posting [F1]. Replaying takes hours [F3], so we keep snapshots. The outbox is slower [F2], and the batch job a day late.

## Component Design

### New Components
- **Ledger**: Appends postings

### Modified Components
- **Billing**: Reads balances

## Data Flow
```mermaid
flowchart LR
    billing[Billing]
    ledger[(Ledger)]
    billing -->|posting| ledger
```

## Performance Implications
- Expected load: 40 postings/s at the end of a month
- Scaling approach: A fast reader for each 200 accounts
- Bottlenecks: The disk, from 900 postings/s on [F4]

## Implementation Phases
1. **Ledger**: Events and snapshots
2. **Billing**: Balances from the ledger

## Risks and Mitigations
| Risk | Likelihood | Impact | Mitigation | Owner | Option |
|---|---|---|---|---|---|
| A snapshot is wrong | possible | major | Compare it with a replay each night | Mara | Event-sourced ledger |
| The disk is full | likely | major | Alert at 70 % | Tom | |
| A reader lags | unlikely | minor | Restart it | Tom | |
| An old client posts twice | unlikely | moderate | Keys for each posting | Mara | |

### Risk Scale
| Scale | Word | Low | High |
|---|---|---:|---:|
| impact | minor | 1 | 3 |
| impact | moderate | 3 | 8 |
| impact | major | 8 | 20 |

## Dependencies
- Disk: 2 TB for events

## Estimated Effort

### Work Items

| Work item | Kind | Phase | Option | Low | Likely | High |
|---|---|---|---|---:|---:|---:|
| Event store | development | 1 | | 5 | 8 | 14 |
| Balances | development | 2 | | 3 | 5 | 9 |
| Replay tests | testing | 1 | | 3 | 4 | 8 |

- Development: 13.8 days
- Testing: 4.5 days
- Total: 18.3 days (80 % chance of at most 20.7)
"""  # noqa: E501
