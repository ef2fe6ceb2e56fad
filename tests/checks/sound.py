"""A small document in which everything fits."""

SOUND = """---
status: draft
date: 2026-01-31
---

# Ledger Architecture

## Research Findings

### Industry Best Practices
- **Case Study**: [F1] It works
  - Checked: 2026-01-30
  - Confidence: high

## Technical Approach

### Option 1: Event-sourced ledger
**Pros:**
- Full audit - measured [F1]

### Option 2: Outbox table
**Cons:**
- Slow - assumption

### Option Comparison

| Criterion | Weight | Event-sourced ledger | Outbox table |
|---|---:|---:|---:|
| Works offline | must | yes | yes |
| Operability (1 bad … 5 good) | 30 | 4 | 2 |
| Cost (days: 40 … 5) | 20 | 12–20 | 5 |
| **Weighted score** | | **0.72** | **0.55** |

### Recommended Approach
**Event-sourced ledger**, because it is better than the outbox [F1].

## Risks and Mitigations
| Risk | Likelihood | Impact | Cost (days) | Mitigation | Option |
|---|---|---|---:|---|---|
| It breaks | possible | major | 3 | Test it | Outbox table |

## Estimated Effort

### Work Items

| Work item | Kind | Phase | Option | Low | Likely | High |
|---|---|---|---|---:|---:|---:|
| Write path | development | 1 | | 5 | 8 | 11 |
| Tests | testing | 1 | | 3 | 3 | 3 |

- Development: 8.0 days
- Testing: 3.0 days
- Total: 11.0 days
"""
