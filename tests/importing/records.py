"""Records in the styles that people write, with the faults that they make."""

MADR_4 = """---
status: "accepted"
date: 2024-05-03
decision-makers: Ana, Ben
consulted: [Carla, "Dave O'Neil"]
informed: everybody
---

# Keep the ledger append-only

## Context and Problem Statement

Postings are overwritten today. How do we keep a trail?

## Decision Drivers

* Auditors must see every change
* Writes stay below 20 ms

## Considered Options

* Event store
* Audit table
* Do nothing

## Decision Outcome

Chosen option: "Event store", because it keeps every posting (see [notes](notes.md)).

### Consequences

* Good, because the trail is complete
* Bad, because readers need projections

### Confirmation

A test replays one day.

## Pros and Cons of the Options

### Event store

Events are appended, see ![picture](events.png).

* Good, because nothing is overwritten
* Neutral, because the team knows half of it
* Bad, because projections are new - measured in the pilot

### Audit table

<!-- looked at briefly -->
* Good, because it is `one` table
* Bad, because triggers | locks are slow

### Do nothing

* Bad, because the auditors leave

## More Information

Revisit in 2026, https://example.org/adr?x=1&y=2.
"""

MADR_2 = """# 12. Use a queue

* Status: proposed
* Deciders: Ana, Ben
* Date: 2021-03-04

Technical Story: [TICKET-7](https://example.org/7)

## Context and Problem Statement

Calls time out.

## Considered Options

* [Kafka](#kafka)
* RabbitMQ

## Decision Outcome

Chosen option: "[Kafka](#kafka)", because it keeps messages.

### Positive Consequences

* replay is possible

### Negative Consequences

* another cluster

## Pros and Cons of the Options

### Kafka

* Good, because it is fast
* Bad, because it is heavy

### RabbitMQ

* Good, because it is known

## Links

* Refines [ADR-0005](0005-x.md)
"""

NYGARD = """# 3. Use Postgres

Date: 2019-07-01

## Status

Accepted

Superseded by [9. Use Cockroach](0009-use-cockroach.md)

## Context

We need a database.

## Decision

We will use Postgres.

## Consequences

Backups are ours to make.
"""

GERMAN = """# Warteschlange

## Status

Akzeptiert

## Kontext und Problemstellung

Aufrufe laufen ab.

## Entscheidungstreiber

* Kosten

## Betrachtete Optionen

* Kafka
* RabbitMQ

## Entscheidung

Gewählte Option: „Kafka“, weil Nachrichten bleiben.

## Vor- und Nachteile der Optionen

### Kafka

* Gut, weil es schnell ist
* Schlecht, weil es schwer ist

### RabbitMQ

Vorteile:
- bekannt

Nachteile:
- langsam
"""

#: Headings and points of one record in other languages: context, options, outcome, details, chosen, good, bad.
LANGUAGES = {
    "French": ("Contexte", "Options envisagées", "Décision", "Avantages et inconvénients des options",
               "Option choisie : « Kafka », car rapide", "Bon, car rapide", "Mauvais, car lourd"),
    "Spanish": ("Contexto", "Opciones consideradas", "Resultado de la decisión", "Pros y contras de las opciones",
                'Opción elegida: "Kafka", porque es rápida', "Bueno, porque es rápida", "Malo, porque es pesada"),
    "Portuguese": ("Contexto", "Opções consideradas", "Decisão", "Prós e contras das opções",
                   'Opção escolhida: "Kafka", porque é rápida', "Bom, porque é rápida", "Ruim, porque é pesada"),
    "Italian": ("Contesto", "Opzioni considerate", "Decisione", "Pro e contro delle opzioni",
                'Opzione scelta: "Kafka", perché è veloce', "Buono, perché è veloce", "Cattivo, perché è pesante"),
    "Dutch": ("Context en probleemstelling", "Overwogen opties", "Besluit", "Voor- en nadelen van de opties",
              'Gekozen optie: "Kafka", omdat het snel is', "Goed, omdat het snel is", "Slecht, omdat het zwaar is"),
    "Chinese": ("背景", "考虑的方案", "决策结果", "方案的优缺点",
                "选择的方案：“Kafka”，因为快", "好，因为快", "坏，因为重"),
    "Japanese": ("背景と課題", "検討した選択肢", "決定", "選択肢の長所と短所",
                 "採用案：「Kafka」、速いから", "良い、なぜなら速い", "悪い、なぜなら重い"),
}  # fmt: skip


def in_language(name: str) -> str:
    """Return the record in a language."""
    context, options, outcome, details, chosen, good, bad = LANGUAGES[name]
    return (
        f"# X\n\n## {context}\n\nText.\n\n## {options}\n\n* Kafka\n* RabbitMQ\n\n## {outcome}\n\n{chosen}\n\n"
        f"## {details}\n\n### Kafka\n\n* {good}\n* {bad}\n\n### RabbitMQ\n\n* {good}\n"
    )


RUST_RFC = """- Feature Name: `const_fn`
- Start Date: 2015-02-25
- RFC PR: [rust-lang/rfcs#0911](https://github.com/rust-lang/rfcs/pull/911)

# Summary
[summary]: #summary

Allow marking functions as `const`.

# Motivation

```rust
# not a heading
```

# Guide-level explanation

Use it.

# Drawbacks

* A design that is not conservative
* It is one more keyword

# Rationale and alternatives

While it could be done by macros, it reads badly.

## Alternatives

* Do nothing
* Use `macro_rules!`

# Unresolved questions

- Scope?
"""

KEP = """---
title: Pod limits
authors:
  - "@ana"
  - "@ben"
owning-sig: sig-node
creation-date: 2019-01-02
status: implementable
---

# KEP-12: Pod limits

<!-- toc -->
- [Summary](#summary)
<!-- /toc -->

## Release Signoff Checklist

- [ ] done

## Summary

Pods have limits.

## Motivation

### Goals

- limit

## Proposal

Add a field.

### Risks and Mitigations

- Old kubelets: they ignore it

## Design Details

Fields.

### Graduation Criteria

Alpha, then beta.

## Drawbacks

One more field.

## Alternatives

### A webhook

Slow.

### Nothing

Unsafe.
"""

ARC42_GERMAN = """# Architektur

## 1. Einführung und Ziele

Ein Spiel.

## 2. Randbedingungen

| Randbedingung | Erläuterung |
|---|---|
| Java 21 | im Haus üblich |

## 4. Lösungsstrategie

Kleine Bausteine.

## 6. Laufzeitsicht

Zug für Zug.

## 11. Risiken und technische Schulden

| Risiko | Wahrscheinlichkeit | Auswirkung | Maßnahme | Priorität |
|---|---|---|---|---|
| Zu langsam | 3 | 4 | messen | A |

## 12. Glossar

Zug: ein Halbzug.
"""

RESEARCH = """# Research: Sync

## 1. Storage

- **Decision**: SQLite
- **Rationale**: one file
- **Alternatives considered**:
  - Postgres - too heavy
  - Files

## 2. Transport

- **Decision**: WebSocket
- **Rationale**: pushes
- **Alternatives considered**: polling
"""

FAULTS = """ADR: Cache
==========

**Status:** Accepted
**Date:** 3 May 2020

Problem
-------

Slow pages.

Options
-------

1. **Redis**: in memory
   + fast
   - one more server
2. **Nothing**
   - slow

Decision
--------

We go with Redis.

<table><tr><td>raw</td></tr></table>

#### Odd level

```
never closed
"""

STYLES = {
    "madr-4": MADR_4,
    "madr-2": MADR_2,
    "nygard": NYGARD,
    "rust-rfc": RUST_RFC,
    "kep": KEP,
    "arc42": ARC42_GERMAN,
    "research": RESEARCH,
    "plain": FAULTS,
}
