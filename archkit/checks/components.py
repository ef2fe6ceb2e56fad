"""Rules about components: each one takes part in the data flow."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.checks.words import speaks_of, words_of
from archkit.errors import quoted


def components_without_flow(review: Review) -> Iterator[Found]:
    """A component that neither the diagram nor the words of the data flow name."""
    flow = review.document.data_flow
    if review.is_kept_as_text("data_flow") or not (flow.nodes or flow.flows or flow.text):
        return
    labels = [node.label or node.id for node in flow.nodes]
    ends = [name for arrow in flow.flows for name in (arrow.source, arrow.target, arrow.what)]
    said = " \n ".join([flow.text, flow.closing, *labels, *ends])
    names = [component.component for component in review.document.components if component.component]
    for index, component in enumerate(review.document.components):
        name = component.component
        if not name or speaks_of(said, name, names):
            continue
        if not any(words_of(label) and words_of(label) <= words_of(name) for label in labels):
            message = f"no flow names the component {quoted(name)}; show in Data Flow what reaches it"
            yield ("components", index), message, name
