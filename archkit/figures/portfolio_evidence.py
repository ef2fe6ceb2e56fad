"""How well many documents are supported: the strength of their findings, and the share of claims with support."""

from __future__ import annotations

import pandas as pd

from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import label
from archkit.figures.style import COLOURS, INK, LINE, canvas, drawing
from archkit.model.findings import STRENGTHS

_CLASSES = 10


def strengths(findings: pd.DataFrame) -> pd.DataFrame:
    """Return the number of findings of each strength: `used` and `unused`.

    Args:
        findings: `strength` and `is_used`, one row for each finding.
    """
    known = findings[findings["strength"] != ""]
    rows = {
        word: [int((known["is_used"] & (known["strength"] == word)).sum()), int((known["strength"] == word).sum())]
        for word in STRENGTHS
    }
    counts = pd.DataFrame.from_dict(rows, orient="index", columns=["used", "all"])
    return pd.DataFrame({"used": counts["used"], "unused": counts["all"] - counts["used"]})


def support_shares(documents: pd.DataFrame) -> pd.DataFrame:
    """Return the number of documents by the share of their pros and cons that rest on a finding, in tenths.

    Args:
        documents: `claims` and `unsupported_claims`, one row for each document.
    """
    some = documents[documents["claims"] > 0]
    # In whole numbers, so that a share of exactly six tenths is one wherever it is computed.
    supported = some["claims"] - some["unsupported_claims"]
    tenth = (supported * _CLASSES // some["claims"]).clip(upper=_CLASSES - 1)
    names = [f"{10 * at}–{10 * at + 10} %" for at in range(_CLASSES)]
    return pd.DataFrame({"documents": [int((tenth == at).sum()) for at in range(_CLASSES)]}, index=names)


def portfolio_evidence(documents: pd.DataFrame, findings: pd.DataFrame) -> Figure:
    """Draw the strength of the findings, and how many documents have which share of their claims supported."""
    words, shares = strengths(findings), support_shares(documents)
    if not words.to_numpy().sum() and not shares.to_numpy().sum():
        return nothing_to_show("There is no finding with an id and no claim; write findings as - [F1] what was found.")
    with drawing():
        drawn = canvas(3.4)
        left, right = drawn.subplots(1, 2)
        left.bar(range(len(words)), words["used"], color=COLOURS[0], edgecolor=INK, linewidth=0.7, label="cited")
        left.bar(
            range(len(words)),
            words["unused"],
            bottom=words["used"],
            color="#ffffff",
            hatch="///",
            edgecolor=INK,
            linewidth=0.7,
            label="not cited",
        )
        left.set_xticks(range(len(words)), [label(str(word)) for word in words.index])
        left.set_title("Findings by strength")
        left.set_ylabel("Findings")
        left.legend(fontsize=8)
        right.bar(range(_CLASSES), shares["documents"], color=COLOURS[2], edgecolor=INK, linewidth=0.7, width=1.0)
        right.set_xticks([at - 0.5 for at in range(0, _CLASSES + 1, 2)], [f"{at} %" for at in range(0, 101, 20)])
        right.set_title("Documents by supported claims")
        right.set_xlabel("Share of pros and cons that rest on a finding", fontsize=8)
        right.set_ylabel("Documents")
        for axes in (left, right):
            axes.grid(axis="y", color=LINE, linewidth=0.6)
            axes.set_axisbelow(True)
    found = "; ".join(f"{word}: {row['used']} cited, {row['unused']} not" for word, row in words.iterrows())
    shared = "; ".join(f"{name}: {row['documents']}" for name, row in shares.iterrows())
    return Figure(drawn, f"Findings by strength: {found}. Documents by the share of supported pros and cons: {shared}.")
