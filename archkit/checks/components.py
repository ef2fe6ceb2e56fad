"""Rules about components: each one takes part in the data flow."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.checks.words import Spoken, words_of
from archkit.errors import quoted


def components_without_flow(review: Review) -> Iterator[Found]:
    """A component that neither the diagram nor the words of the data flow name."""
    flow = review.document.data_flow
    if review.is_kept_as_text("data_flow") or not (flow.nodes or flow.flows or flow.text):
        return
    labels = [node.label or node.id for node in flow.nodes]
    ends = [name for arrow in flow.flows for name in (arrow.source, arrow.target, arrow.what)]
    names = [component.component for component in review.document.components if component.component]
    spoken = Spoken(" \n ".join([flow.text, flow.closing, *labels, *ends]), names)
    boxes = {words for label in labels if (words := words_of(label))}
    for index, component in enumerate(review.document.components):
        name = component.component
        if not name or spoken.has(name):
            continue
        words = words_of(name)
        if not any(box <= words for box in boxes):
            message = f"no flow names the component {quoted(name)}; show in Data Flow what reaches it"
            yield ("components", index), message, name
