"""Two versions of a document: what changed between them, and how the work of two people becomes one document."""
