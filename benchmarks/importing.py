"""CPU time of importing a document of 30 kB in each style, warm; each round imports another text.

    python benchmarks/importing.py [rounds]

Exit code 1 when a style takes longer than its limit.
"""

from __future__ import annotations

import statistics
import sys
import time

from archkit.importing import import_document

ROUNDS = 30
#: What the import of one document may take, in milliseconds.
LIMIT = 20.0
SIZE = 30_000

_TEXT = "The ledger keeps every posting, and what was written once is never overwritten by anybody.\n"
_OPTION = "### Option {0}\n\n{1}\n* Good, because it is fast in {0} ways\n* Bad, because nobody knows it\n\n"
_RECORD = "# Keep the ledger {0}\n\n* Status: accepted\n* Date: 2024-05-03\n\n## Context and Problem Statement\n\n{1}\n"
_OUTCOME = '## Decision Outcome\n\nChosen option: "Option 1", because it is fast.\n\n'
_RFC = "- Feature Name: `ledger{0}`\n- Start Date: 2015-02-25\n\n# Summary\n\n{1}\n# Motivation\n\n{1}\n"


def _madr(number: int) -> str:
    options = [_OPTION.format(at, _TEXT * 22) for at in range(1, 13)]
    listed = "".join(f"* Option {at}\n" for at in range(1, 13))
    return (
        _RECORD.format(number, _TEXT * 4)
        + f"## Considered Options\n\n{listed}\n{_OUTCOME}## Pros and Cons of the Options\n\n{''.join(options)}"
    )


def _rfc(number: int) -> str:
    parts = "".join(f"## Part {at}\n\n{_TEXT * 5}\n```rust\nfn f{at}() {{}}\n```\n\n" for at in range(50))
    return (
        _RFC.format(number, _TEXT)
        + f"# Detailed design\n\n{parts}# Drawbacks\n\n* One more\n\n# Alternatives\n\n* None\n"
    )


def _nygard(number: int) -> str:
    text = "\n".join([_TEXT * 5] * 20)
    parts = "\n".join(f"## {heading}\n\n{text}" for heading in ("Context", "Decision", "Consequences"))
    return f"# {number}. Ledger\n\n## Status\n\nAccepted\n\n{parts}"


def _plain(number: int) -> str:
    return f"# Notes {number}\n\n" + "".join(f"## Topic {at}\n\n- a\n- b\n\n{_TEXT * 6}\n" for at in range(52))


STYLES = {"MADR": _madr, "Rust RFC": _rfc, "Nygard": _nygard, "plain": _plain}


def main(rounds: int = ROUNDS) -> int:
    """Measure, print, and return 1 when a limit is broken."""
    broken = False
    for name, make in STYLES.items():
        import_document(make(0))
        times, length = [], 0
        for number in range(1, rounds + 1):
            text = make(number)
            length = len(text)
            begin = time.process_time()
            import_document(text)
            times.append((time.process_time() - begin) * 1000)
        spent = statistics.median(times) * SIZE / length
        broken |= spent > LIMIT
        print(f"{name}: {spent:.1f} ms of CPU for 30 kB (at most {LIMIT:.0f}), {length:,} characters")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main(*(int(given) for given in sys.argv[1:2])))
