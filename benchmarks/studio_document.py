"""The large document of the studio's benchmark, and the code of a cell that shows its fields as one ipywidget each."""

from __future__ import annotations

from archkit.assets import example_file
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.write import write

#: A box of text fields for every field of every row: what a form costs without a widget of its own.
PLAIN = """import ipywidgets
def fields(value):
    if hasattr(type(value), 'model_fields'):
        for name in type(value).model_fields:
            yield from fields(getattr(value, name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from fields(item)
    elif not isinstance(value, dict):
        yield str(value)
texts = [text for key in ('options', 'risks', 'effort') for text in fields(getattr(doc.data, key))]
plain = ipywidgets.VBox([ipywidgets.Text(text) for text in texts])
plain.add_class('plain-form')
plain"""


def document_text(*, options: int = 10, points: int = 8, risks: int = 60, work_items: int = 120) -> str:
    """Return the worked example with so many rows, as Markdown."""
    document = read(example_file().read_text(encoding="utf-8")).document
    first, risk, item = document.options[0], document.risks[0], document.effort.work_items[0]
    names = [f"Option {number + 1}" for number in range(options)]
    pros, cons = (
        [row.replace(claim=f"{row.claim} {n}") for n in range(points)] for row in (first.pros[0], first.cons[0])
    )
    criteria = [
        row.replace(scores={name: _score(row, at + n) for n, name in enumerate(names)})
        for at, row in enumerate(document.comparison.criteria)
        if not row.is_gate
    ]
    changed = document.replace(
        options=[first.replace(name=name, pros=pros, cons=cons) for name in names],
        comparison=document.comparison.replace(options=names, criteria=criteria, ratings=()),
        recommendation=document.recommendation.replace(options=names[:1]),
        risks=[risk.replace(risk=f"{risk.risk} ({n})", option=names[n % options]) for n in range(risks)],
        effort=document.effort.replace(
            work_items=[item.replace(work_item=f"{item.work_item} ({n})") for n in range(work_items)]
        ),
    )
    return write(settle(changed))


def _score(criterion: object, number: int) -> str:
    given = [score for score in criterion.scores.values() if score]  # type: ignore[attr-defined]
    return given[number % len(given)]
