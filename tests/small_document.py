"""A small document with every kind of section that a session meets, and how its file is looked at."""

from __future__ import annotations

from archkit.session import Session

SMALL = """# Ledger Architecture

## Executive Summary
Words.

## Technical Approach

### Option 1: Ledger
**Pros:**
- Fast - measured

### Option 2: Outbox

### Option Comparison

| Criterion | Weight | Ledger | Outbox |
|---|---:|---:|---:|
| Speed | 30 | 4 | 2 |

## Glossary
Ledger: a book.

## Risks and Mitigations
| Risk | Likelihood | Impact | Mitigation |
|---|---|---|---|
| It breaks | rare | minor | Test it |
| It burns | likely | severe | Water |

## Security Considerations
| not | a list |
|---|---|
"""


def on_disk(session: Session) -> str:
    return session.path.read_bytes().decode()


def place_of(session: Session, name: str) -> int:
    return next(
        index for index, place in enumerate(session.document.layout) if name in (place.name, place.part, place.head)
    )
