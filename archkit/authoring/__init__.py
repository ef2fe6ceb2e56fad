"""What people hold in a notebook: a document, its sections, and results that show themselves."""

from archkit.authoring.document import ArchitectureDocument, example, new, open
from archkit.authoring.sections import Section

__all__ = ["ArchitectureDocument", "Section", "example", "new", "open"]
